"""A person drags with a real mouse: xdotool under an X server.

Run with `QT_QPA_PLATFORM=xcb xvfb-run -a pytest -m x11`.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Phrase, Source, Stretch
from desktop_app.session.places import Places
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.card_list import CardList
from desktop_app.ui.window.main_window import MainWindow
from tests.scenarios.conftest import WindowOpener, wait_for_cards

pytestmark = pytest.mark.x11

_BODY = "群团组织是党联系群众的桥梁和纽带，做好群团工作责任重大。"
_DRAFT = f"# 在群团工作会议上的讲话\n\n同志们：\n\n{_BODY}\n\n下面，我讲三点意见。\n"


def _on_screen(widget: QWidget, place: QPoint) -> tuple[str, str]:
    point = widget.mapToGlobal(place)
    return str(point.x()), str(point.y())


def _card_place(cards: CardList, row: int) -> tuple[str, str]:
    place = cards.visualRect(cards.cards.index(row)).center()
    return _on_screen(cards.viewport(), place)


def _text_place(editor: PageEditor, position: int) -> tuple[str, str]:
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(position)
    return _on_screen(editor.viewport(), editor.cursorRect(cursor).center())


def _drag(qtbot: QtBot, start: tuple[str, str], end: tuple[str, str]) -> None:
    """Press, move in steps as a hand does, release."""
    (x, y), (to_x, to_y) = start, end
    near = str(int(to_x) + 3)
    steps = ["mousemove", x, y, "mousedown", "1", "mousemove_relative", "--", "-12", "3"]
    steps += ["sleep", "0.05", "mousemove", near, to_y, "sleep", "0.05", "mousemove", to_x, to_y]
    steps += ["sleep", "0.1", "mouseup", "1"]
    process = subprocess.Popen(["xdotool", *steps])
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    assert process.returncode == 0
    qtbot.wait(150)


@pytest.fixture
def window(places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    draft = tmp_path / "讲话.md"
    draft.write_text(_DRAFT, encoding="utf-8")
    window = open_window(places, draft)
    window.move(0, 0)
    editor = window.parts.editor
    cursor = QTextCursor(editor.draft.findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    wait_for_cards(window, qtbot)
    qtbot.wait(300)  # until the window is where the X server has put it
    return window


@pytest.mark.parametrize("offset", [0, 9, 16, len(_BODY)])
def test_a_phrase_lands_where_it_is_dropped_to_the_character(
    window: MainWindow, qtbot: QtBot, offset: int
) -> None:
    editor, cards = window.parts.editor, window.parts.panel.suggestions.list
    phrase = cards.cards.cards[0].text
    place = editor.draft.findBlockByNumber(2).position() + offset
    before = editor.toPlainText()
    _drag(qtbot, _card_place(cards, 0), _text_place(editor, place))
    assert editor.toPlainText() == before[:place] + phrase + before[place:]
    window.parts.actions.undo.trigger()
    assert editor.toPlainText() == before


@pytest.mark.parametrize("whole", [False, True])
def test_shift_drags_all_of_a_phrase_and_else_what_fits_is_dragged(
    window: MainWindow, qtbot: QtBot, *, whole: bool
) -> None:
    editor, panel = window.parts.editor, window.parts.panel.suggestions
    phrase = Phrase("加快发展，抓好落实。", "", 1, (Source("讲话", 2024),), pick=Stretch(5, 10))
    panel.show_phrases([phrase])
    QApplication.processEvents()
    place = editor.draft.findBlockByNumber(2).position() + 9
    before = editor.toPlainText()
    key = "keydown" if whole else "keyup"
    subprocess.run(["xdotool", key, "shift"], check=True)
    try:
        _drag(qtbot, _card_place(panel.list, 0), _text_place(editor, place))
    finally:
        subprocess.run(["xdotool", "keyup", "shift"], check=True)
    taken = phrase.text if whole else "抓好落实。"
    assert editor.toPlainText() == before[:place] + taken + before[place:]


def test_grey_text_is_taken_with_tab_on_a_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.parts.editor
    window.activateWindow()
    editor.setFocus()
    editor.insert_text("做好群众工作，")
    before = editor.toPlainText()
    qtbot.waitUntil(lambda: editor.continuation.shown is not None, timeout=20_000)
    shown = editor.continuation.shown
    assert shown is not None
    process = subprocess.Popen(["xdotool", "key", "Tab"])
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: editor.toPlainText() != before, timeout=20_000)
    body = _BODY + "做好群众工作，"
    assert editor.toPlainText() == before.replace(body, body + shown.offer.rest)
    assert QApplication.focusWidget() is editor


def test_a_selection_dragged_to_the_favourites_is_kept_and_stays_in_the_draft(
    window: MainWindow, qtbot: QtBot
) -> None:
    editor, panel = window.parts.editor, window.parts.panel
    before = editor.toPlainText()
    start = editor.draft.findBlockByNumber(2).position()
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(start)
    cursor.setPosition(start + 10, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    window.parts.actions.favourites.trigger()
    favourites = panel.favourites.list
    qtbot.wait(100)
    inside = _text_place(editor, start + 5)
    _drag(qtbot, inside, _on_screen(favourites.viewport(), favourites.viewport().rect().center()))
    qtbot.waitUntil(lambda: favourites.cards.rowCount() == 1, timeout=20_000)
    assert favourites.cards.cards[0].text == _BODY[:10]
    assert editor.toPlainText() == before


def test_a_selection_is_moved_within_the_page(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.parts.editor
    start = editor.draft.findBlockByNumber(2).position()
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(start)
    cursor.setPosition(start + 4, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QApplication.processEvents()
    _drag(qtbot, _text_place(editor, start + 2), _text_place(editor, start + 16))
    moved = _BODY[4:16] + _BODY[:4] + _BODY[16:]
    assert editor.draft.findBlockByNumber(2).text() == moved


def test_another_program_gets_plain_text(window: MainWindow, qtbot: QtBot) -> None:
    script = Path(__file__).with_name("other_program.py")
    cards = window.parts.panel.suggestions.list
    before = window.parts.editor.toPlainText()
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as other:
        qtbot.wait(1500)
        _drag(qtbot, _card_place(cards, 0), ("1525", "200"))
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
        assert other.stdout is not None
        assert other.stdout.read() == f"False {cards.cards.cards[0].text}\n"
    assert window.parts.editor.toPlainText() == before


def test_a_double_click_inserts_at_the_caret(window: MainWindow, qtbot: QtBot) -> None:
    editor, cards = window.parts.editor, window.parts.panel.suggestions.list
    phrase = cards.cards.cards[1].text
    x, y = _card_place(cards, 1)
    click = ["xdotool", "mousemove", x, y, "click", "--repeat", "2", "--delay", "60", "1"]
    process = subprocess.Popen(click)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    qtbot.waitUntil(
        lambda: editor.draft.findBlockByNumber(2).text() == _BODY + phrase, timeout=20_000
    )
    assert QApplication.focusWidget() is editor


def test_keys_typed_on_a_keyboard_reach_the_draft(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.parts.editor
    editor.setFocus()
    window.activateWindow()
    qtbot.wait(100)
    process = subprocess.Popen(["xdotool", "type", "--delay", "20", "gongzuo 2025"])
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    qtbot.waitUntil(
        lambda: editor.draft.findBlockByNumber(2).text() == _BODY + "gongzuo 2025", timeout=20_000
    )
