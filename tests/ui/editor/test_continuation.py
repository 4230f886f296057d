from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Completion, Source
from desktop_app.ui.editor.continuation import Continuation
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.models.phrase_mime import phrase_mime
from desktop_app.ui.theme.colours import DARK, LIGHT
from tests.ui.composing import commit, compose
from tests.ui.conftest import draft
from tests.ui.dropping import enter

_SOURCE = Source("在会议上的讲话", 2024)
_OFFERS = (
    Completion("从小事做起。", 3, _SOURCE, (1, 3, 6)),
    Completion("从大处着眼，从小处着手。", 1, _SOURCE),
    Completion("重于泰山。", 2, _SOURCE, (3, 5)),
)
_BODY = "做好群众工作要"
_KEY, _CONTROL, _ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PageEditor]:
    """A page with another field below it, the caret at the end of its text."""
    frame, shown, field = QWidget(), PageEditor(PageLook(100, LIGHT)), QLineEdit()
    layout = QVBoxLayout(frame)
    layout.addWidget(shown)
    layout.addWidget(field)
    qtbot.addWidget(frame)
    frame.resize(1200, 700)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    shown.setFocus()
    shown.open_draft(draft("在会议上的讲话", "同志们：", _BODY))
    shown.moveCursor(QTextCursor.MoveOperation.End)
    shown.draft.read_structure()
    yield shown
    shown.draft.setModified(False)


@pytest.fixture
def continuation(page: PageEditor) -> Continuation:
    page.continuation.offer(_OFFERS)
    return page.continuation


def _grey(page: PageEditor) -> str:
    """What can be read in grey."""
    blocks = page.draft.blocks()
    return "".join(block.layout().preeditAreaText() for block in blocks)


def _looks(page: PageEditor) -> list[tuple[int, int]]:
    return [(look.start, look.length) for look in page.draft.lastBlock().layout().formats()]


def _body(page: PageEditor) -> str:
    return page.draft.lastBlock().text()


@pytest.mark.usefixtures("continuation")
def test_the_first_offer_stands_behind_the_caret_and_not_in_the_draft(page: PageEditor) -> None:
    assert _grey(page) == "从小事做起。"
    assert _body(page) == _BODY
    assert not page.draft.isModified()


def test_tab_takes_all_of_it_and_one_undo_takes_it_out(
    page: PageEditor, continuation: Continuation, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(continuation.taken) as taken:
        QTest.keyClick(page, _KEY.Key_Tab)
    assert taken.args == [_OFFERS[0], "从小事做起。"]
    assert _body(page) == _BODY + "从小事做起。"
    assert _grey(page) == ""
    assert page.hasFocus()
    page.undo_step()
    assert _body(page) == _BODY


def test_a_word_is_taken_and_the_rest_stays_offered(
    page: PageEditor, continuation: Continuation, qtbot: QtBot
) -> None:
    QTest.keyClick(page, _KEY.Key_Right, _CONTROL)
    assert (_body(page), _grey(page)) == (_BODY + "从", "小事做起。")
    QTest.keyClick(page, _KEY.Key_Right, _CONTROL)
    assert (_body(page), _grey(page)) == (_BODY + "从小事", "做起。")
    page.undo_step()
    assert _body(page) == _BODY + "从"
    page.redo_step()
    page.continuation.offer([Completion("做起。", 1, _SOURCE, (3,))])
    with qtbot.waitSignal(continuation.taken):
        QTest.keyClick(page, _KEY.Key_Right, _CONTROL)
    assert (_body(page), _grey(page)) == (_BODY + "从小事做起。", "")


def test_two_characters_are_a_word_where_none_are_known(
    page: PageEditor, continuation: Continuation
) -> None:
    continuation.offer(_OFFERS[1:2])
    QTest.keyClick(page, _KEY.Key_Right, _CONTROL)
    assert (_body(page), _grey(page)) == (_BODY + "从大", "处着眼，从小处着手。")


def test_the_next_one_is_shown_and_after_the_last_the_first(
    page: PageEditor, continuation: Continuation
) -> None:
    seen = []
    for _ in range(4):
        shown = continuation.shown
        assert shown is not None
        seen.append((_grey(page), shown.number, shown.count))
        QTest.keyClick(page, _KEY.Key_Down, _ALT)
    assert seen[0] == seen[3] == ("从小事做起。", 1, 3)
    assert seen[2] == ("重于泰山。", 3, 3)
    assert page.textCursor().atEnd()


def test_escape_hides_it_until_the_draft_is_changed(
    page: PageEditor, continuation: Continuation
) -> None:
    QTest.keyClick(page, _KEY.Key_Escape)
    assert (_grey(page), _body(page)) == ("", _BODY)
    continuation.offer(_OFFERS)
    assert _grey(page) == ""
    QTest.keyClicks(page, "a")
    assert continuation.is_welcome()
    continuation.offer(_OFFERS)
    assert _grey(page) == "从小事做起。"


@pytest.mark.usefixtures("continuation")
def test_what_is_typed_as_it_was_offered_stays_offered(page: PageEditor) -> None:
    page.textCursor().insertText("从")
    assert (_body(page), _grey(page)) == (_BODY + "从", "小事做起。")
    shown = page.continuation.shown
    assert shown is not None
    assert shown.count == 2  # the third begins with other words
    page.textCursor().insertText("大")
    assert _grey(page) == "处着眼，从小处着手。"


def test_what_is_typed_otherwise_ends_it(
    page: PageEditor, continuation: Continuation, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(continuation.passed) as passed:
        QTest.keyClicks(page, "a")
    assert passed.args == [_OFFERS[0]]
    assert (_body(page), _grey(page)) == (_BODY + "a", "")
    assert continuation.shown is None


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (_KEY.Key_Left, Qt.KeyboardModifier.NoModifier),
        (_KEY.Key_Home, Qt.KeyboardModifier.NoModifier),
        (_KEY.Key_Up, Qt.KeyboardModifier.NoModifier),
        (_KEY.Key_A, _CONTROL),
        (_KEY.Key_Left, Qt.KeyboardModifier.ShiftModifier),
        (_KEY.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_other_keys_do_what_they_did_and_it_goes(
    page: PageEditor, continuation: Continuation, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    before = page.textCursor().position(), page.textCursor().anchor(), _body(page)
    QTest.keyClick(page, key, modifier)
    assert (page.textCursor().position(), page.textCursor().anchor(), _body(page)) != before
    assert _grey(page) == ""
    assert _looks(page) == [(0, len(_body(page)))]
    assert continuation.shown is None


@pytest.mark.usefixtures("continuation")
def test_a_key_that_changes_nothing_leaves_it(page: PageEditor) -> None:
    for key in (_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_F12):
        QTest.keyClick(page, key)
    assert _grey(page) == "从小事做起。"


def test_tab_leaves_the_page_where_nothing_is_offered(page: PageEditor) -> None:
    QTest.keyClick(page, _KEY.Key_Tab)
    assert not page.hasFocus()
    assert _body(page) == _BODY


@pytest.mark.usefixtures("continuation")
def test_shift_and_tab_leave_the_page_in_any_case(page: PageEditor) -> None:
    QTest.keyClick(page, _KEY.Key_Backtab)
    assert not page.hasFocus()
    assert (_body(page), _grey(page)) == (_BODY, "")


def test_nothing_is_offered_where_text_follows_the_caret(page: PageEditor) -> None:
    page.moveCursor(QTextCursor.MoveOperation.Left)
    page.continuation.offer(_OFFERS)
    assert _grey(page) == ""


def test_nothing_is_offered_beside_a_selection_or_without_the_focus(page: PageEditor) -> None:
    page.moveCursor(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
    assert not page.continuation.is_welcome()
    page.moveCursor(QTextCursor.MoveOperation.End)
    assert page.continuation.is_welcome()
    page.clearFocus()
    assert not page.continuation.is_welcome()


def test_nothing_is_offered_in_an_empty_draft(page: PageEditor) -> None:
    page.open_draft(draft(""))
    page.continuation.offer(_OFFERS)
    assert _grey(page) == ""


def test_marks_that_follow_are_not_offered_again(page: PageEditor) -> None:
    page.insert_text("。”")
    page.moveCursor(QTextCursor.MoveOperation.Left)
    page.moveCursor(QTextCursor.MoveOperation.Left)
    page.continuation.offer([Completion("从小事做起。", 1, _SOURCE), Completion("。", 1, _SOURCE)])
    assert _grey(page) == "从小事做起"
    QTest.keyClick(page, _KEY.Key_Tab)
    assert _body(page) == _BODY + "从小事做起。”"


def test_nothing_is_offered_beyond_the_paragraph(page: PageEditor) -> None:
    page.continuation.offer([Completion("\n一、甲", 1, _SOURCE), Completion("从\n小", 1, _SOURCE)])
    shown = page.continuation.shown
    assert shown is not None
    assert (_grey(page), shown.count) == ("从", 1)


def test_what_was_scrolled_away_is_not_taken(page: PageEditor) -> None:
    page.insert_text("\n一段。" * 80)
    page.continuation.offer(_OFFERS)
    before = page.toPlainText()
    page.verticalScrollBar().setValue(0)
    QTest.keyClick(page, _KEY.Key_Tab)
    assert page.toPlainText() == before
    assert not page.hasFocus()


# Composing


def test_it_makes_room_for_an_input_method_and_nothing_is_taken(
    page: PageEditor, continuation: Continuation
) -> None:
    compose(page, "cong")
    assert _grey(page) == "cong"  # the input method's
    assert continuation.shown is None
    for key, modifier in ((_KEY.Key_Right, _CONTROL), (_KEY.Key_Down, _ALT)):
        QTest.keyClick(page, key, modifier)
    continuation.take_all()
    continuation.offer(_OFFERS)
    page.set_look(PageLook(100, DARK))
    assert _body(page) == _BODY
    assert _grey(page) in ("", "cong")


def test_what_is_composed_as_it_was_offered_stays_offered(
    page: PageEditor, continuation: Continuation
) -> None:
    compose(page, "congxiao")
    commit(page, "从小")
    assert (_body(page), _grey(page)) == (_BODY + "从小", "事做起。")
    compose(page, "shi")
    compose(page, "")
    assert (_body(page), _grey(page)) == (_BODY + "从小", "事做起。")
    compose(page, "da")
    commit(page, "大")
    assert (_body(page), _grey(page)) == (_BODY + "从小大", "")
    assert continuation.shown is None


def test_an_empty_event_of_the_input_method_changes_nothing(
    page: PageEditor, continuation: Continuation
) -> None:
    compose(page, "")
    assert _grey(page) == "从小事做起。"
    assert continuation.shown is not None


# The page around it


def test_it_goes_when_the_page_loses_the_focus(
    page: PageEditor, continuation: Continuation
) -> None:
    page.clearFocus()
    assert _grey(page) == ""
    assert continuation.shown is None


@pytest.mark.usefixtures("continuation")
def test_it_goes_with_its_draft(page: PageEditor) -> None:
    page.open_draft(draft("另一份"))
    assert _grey(page) == ""


@pytest.mark.usefixtures("continuation")
def test_an_insertion_or_an_undo_from_elsewhere_ends_it(page: PageEditor) -> None:
    page.insert_text("抓好落实。")
    assert (_body(page), _grey(page)) == (_BODY + "抓好落实。", "")
    page.continuation.offer(_OFFERS)
    page.undo_step()
    assert (_body(page), _grey(page)) == (_BODY, "")


@pytest.mark.usefixtures("continuation")
def test_it_takes_the_colours_in_use(page: PageEditor) -> None:
    page.set_look(PageLook(150, DARK))
    assert _grey(page) == "从小事做起。"
    grey = page.draft.lastBlock().layout().formats()[-1]
    assert grey.format.foreground().color().name() == DARK.faint
    assert (grey.start, grey.length) == (len(_BODY), 6)


@pytest.mark.usefixtures("continuation")
def test_it_stays_when_the_structure_is_read(page: PageEditor) -> None:
    page.draft.read_structure()
    QApplication.processEvents()
    assert _grey(page) == "从小事做起。"


@pytest.mark.parametrize("shift", [2, 60, 120, 400])
@pytest.mark.usefixtures("continuation")
def test_a_click_into_it_lands_at_the_caret(page: PageEditor, shift: int) -> None:
    before = page.textCursor().position()
    place = page.cursorRect().center() + QPoint(shift, 0)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.textCursor().position() == before
    assert not page.textCursor().hasSelection()
    assert _grey(page) == ""
    assert _looks(page) == [(0, len(_BODY))]


def test_a_click_below_it_lands_on_the_text_that_is_seen_there(page: PageEditor) -> None:
    page.insert_text("\n后面还有一段。\n再后面还有一段。")
    cursor = QTextCursor(page.draft.findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    page.setTextCursor(cursor)
    page.continuation.offer([Completion("从小事做起，" * 9, 1, _SOURCE)])
    below = QTextCursor(page.draft.findBlockByNumber(3))
    below.setPosition(below.position() + 3)
    place = page.cursorRect(below).center()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.textCursor().position() == below.position()


@pytest.mark.usefixtures("continuation")
def test_it_goes_when_something_is_dragged_over_the_page(page: PageEditor) -> None:
    assert enter(page.viewport(), phrase_mime("抓好落实。"))
    assert _grey(page) == ""


def test_a_hand_that_trembles_in_a_click_selects_nothing(page: PageEditor) -> None:
    page.insert_text("\n后面还有一段。")
    cursor = QTextCursor(page.draft.findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    page.setTextCursor(cursor)
    page.continuation.offer([Completion("从小事做起，" * 9, 1, _SOURCE)])
    below = QTextCursor(page.draft.lastBlock())
    below.setPosition(below.position() + 3)
    place, left = page.cursorRect(below).center(), Qt.MouseButton.LeftButton
    QTest.mousePress(page.viewport(), left, pos=place)
    QTest.mouseMove(page.viewport(), place + QPoint(2, 1))
    QTest.mouseRelease(page.viewport(), left, pos=place + QPoint(2, 1))
    assert page.textCursor().position() == below.position()
    assert not page.textCursor().hasSelection()
    assert _grey(page) == ""
