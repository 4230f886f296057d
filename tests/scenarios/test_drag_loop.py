"""Qt's own drag loop, driven without a mouse and without an X server.

Run with `QT_QPA_PLATFORM=minimal pytest -m drag_loop`. A drop event that is merely sent cannot show
whether a view starts drags at all, nor what becomes of the text that was dragged.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QTextCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Phrase, Source, Stretch
from desktop_app.session.places import Places
from desktop_app.ui.window.main_window import MainWindow
from tests.scenarios.conftest import WindowOpener, wait_for_cards

pytestmark = pytest.mark.drag_loop

_BODY = "群团组织是党联系群众的桥梁和纽带，做好群团工作责任重大。"


@pytest.fixture
def window(places: Places, open_window: WindowOpener, qtbot: QtBot) -> MainWindow:
    window = open_window(places)
    window.resize(1200, 800)  # the platform's screen is 240 × 320; the page has to be in sight
    window.parts.editor.insert_text(f"在群团工作会议上的讲话\n同志们：\n{_BODY}")
    window.parts.editor.draft.read_structure()
    wait_for_cards(window, qtbot)
    return window


def _handle(widget: QWidget) -> QWindow:
    handle = widget.window().windowHandle()
    assert handle is not None
    return handle


def _drag(
    window: MainWindow, source: QWidget, start: QPoint, target: QWidget, end: Callable[[], QPoint]
) -> None:
    """Press and move on the window; the rest happens inside the drag's own loop."""
    handle = _handle(window)
    left = Qt.MouseButton.LeftButton
    begin = source.mapTo(window, start)
    goal = target.mapTo(window, end())

    def go_on() -> None:
        QTest.mouseMove(handle, goal + QPoint(6, 0))
        QTest.mouseMove(handle, goal)
        QTest.mouseRelease(handle, left, Qt.KeyboardModifier.NoModifier, goal)

    guard = QTimer(singleShot=True, interval=5000)
    guard.timeout.connect(QDrag.cancel)
    guard.start()
    QTimer.singleShot(100, go_on)
    QTest.mousePress(handle, left, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(handle, begin + QPoint(4, 4))
    QTest.mouseMove(handle, begin + QPoint(20, 20))
    guard.stop()


def test_a_card_is_dragged_into_the_page(window: MainWindow) -> None:
    editor, cards = window.parts.editor, window.parts.panel.suggestions.list
    place = editor.draft.findBlockByNumber(2).position() + 9
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(place)
    before, phrase = editor.toPlainText(), cards.cards.cards[0].text
    start = cards.visualRect(cards.cards.index(0)).center()
    _drag(
        window,
        cards.viewport(),
        start,
        editor.viewport(),
        lambda: editor.cursorRect(cursor).center(),
    )
    assert editor.toPlainText() == before[:place] + phrase + before[place:]


@pytest.mark.parametrize("whole", [False, True])
def test_shift_drags_all_of_a_phrase_and_else_what_fits_is_dragged(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, whole: bool
) -> None:
    editor, panel = window.parts.editor, window.parts.panel.suggestions
    phrase = Phrase("加快发展，抓好落实。", "", 1, (Source("讲话", 2024),), pick=Stretch(5, 10))
    panel.show_phrases([phrase])
    if whole:  # the platform has no keyboard
        shift = Qt.KeyboardModifier.ShiftModifier
        monkeypatch.setattr(QApplication, "keyboardModifiers", lambda: shift)
    place = editor.draft.findBlockByNumber(2).position() + 9
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(place)
    before = editor.toPlainText()
    _drag(
        window,
        panel.list.viewport(),
        panel.list.visualRect(panel.list.cards.index(0)).center(),
        editor.viewport(),
        lambda: editor.cursorRect(cursor).center(),
    )
    taken = phrase.text if whole else "抓好落实。"
    assert editor.toPlainText() == before[:place] + taken + before[place:]
    window.parts.actions.undo.trigger()
    assert editor.toPlainText() == before


def test_a_section_of_a_template_is_dragged_into_the_page(window: MainWindow, qtbot: QtBot) -> None:
    editor, templates = window.parts.editor, window.parts.panel.templates
    window.parts.actions.templates.trigger()
    qtbot.waitUntil(lambda: templates.templates.rowCount() > 0, timeout=20_000)
    section = templates.templates.index(0, 0, templates.templates.index(0, 0))
    text = templates.templates.text_of(section)
    end = QTextCursor(editor.draft)
    end.movePosition(QTextCursor.MoveOperation.End)
    before = editor.toPlainText()
    _drag(
        window,
        templates.tree.viewport(),
        templates.tree.visualRect(section).center(),
        editor.viewport(),
        lambda: editor.cursorRect(end).center(),
    )
    assert editor.toPlainText() == f"{before}\n{text}"


def test_a_selection_is_dragged_to_the_favourites_and_stays(
    window: MainWindow, qtbot: QtBot
) -> None:
    editor, favourites = window.parts.editor, window.parts.panel.favourites.list
    window.parts.actions.favourites.trigger()
    start = editor.draft.findBlockByNumber(2).position()
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(start)
    cursor.setPosition(start + 10, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    middle = QTextCursor(editor.draft)
    middle.setPosition(start + 5)
    before = editor.toPlainText()
    _drag(
        window,
        editor.viewport(),
        editor.cursorRect(middle).center(),
        favourites.viewport(),
        lambda: favourites.viewport().rect().center(),
    )
    qtbot.waitUntil(lambda: favourites.cards.rowCount() == 1, timeout=20_000)
    assert favourites.cards.cards[0].text == _BODY[:10]
    assert editor.toPlainText() == before
