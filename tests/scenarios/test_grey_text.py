"""A writer goes on with what the library offers in grey, key by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.session.library import Library
from desktop_app.session.places import Places, resources
from desktop_app.ui.editor.continuation import Shown
from desktop_app.ui.window.main_window import MainWindow
from tests.scenarios.conftest import WindowOpener
from tests.ui.composing import commit, compose

_TEXT = "在群团工作会议上的讲话\n同志们：\n要做好群众工作，"


@pytest.fixture
def window(places: Places, open_window: WindowOpener, qtbot: QtBot) -> MainWindow:
    opened = open_window(places)
    opened.resize(1400, 900)  # a screen that is none is narrow; the caret has to be in sight
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.parts.editor.setFocus()
    opened.parts.editor.insert_text(_TEXT)
    return opened


def _shown(window: MainWindow, qtbot: QtBot) -> Shown:
    """What stands in grey when the writer has rested."""
    continuation = window.parts.editor.continuation
    qtbot.waitUntil(lambda: continuation.shown is not None, timeout=20_000)
    assert continuation.shown is not None
    return continuation.shown


def test_grey_text_is_wording_of_a_paper_that_is_named_and_tab_takes_it(
    window: MainWindow, places: Places, qtbot: QtBot
) -> None:
    editor = window.parts.editor
    shown = _shown(window, qtbot)
    assert editor.toPlainText() == _TEXT
    document = shown.offer.completion.source.document
    assert document in window.parts.status._note.text()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == _TEXT + shown.offer.rest
    assert window.parts.status._note.text() == ""
    library = Library(places, resources())
    hits, _terms = library.search(f'"{shown.offer.rest.strip("，。")}"', 50)
    library.close()
    assert document in [hit.source.document for hit in hits]
    window.parts.actions.undo.trigger()
    assert editor.toPlainText() == _TEXT


def test_it_is_taken_word_by_word_while_the_rest_stays(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.parts.editor
    offer = _shown(window, qtbot).offer
    ends = offer.completion.words
    assert ends[-1] == len(offer.completion.text)
    for end in ends[:-1]:
        QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        assert editor.toPlainText() == _TEXT + offer.completion.text[:end]
        shown = editor.continuation.shown
        assert shown is not None
        assert shown.offer.rest == offer.completion.text[end : offer.end]


def test_a_pinyin_writer_is_never_disturbed(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.parts.editor
    _shown(window, qtbot)
    compose(editor, "kai")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(editor, key, Qt.KeyboardModifier.AltModifier)
    qtbot.wait(400)
    assert editor.continuation.shown is None
    assert editor.toPlainText() == _TEXT
    assert editor.draft.lastBlock().layout().preeditAreaText() == "kai"
    commit(editor, "开")
    assert editor.toPlainText() == _TEXT + "开"


def test_nothing_comes_where_it_is_switched_off(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.parts.editor
    _shown(window, qtbot)
    window.parts.actions.continuation.trigger()
    assert editor.continuation.shown is None
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.wait(500)
    assert editor.continuation.shown is None
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
