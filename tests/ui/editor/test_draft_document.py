from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop_app.core.document.draft_file import read_draft, write_draft
from desktop_app.core.document.paragraph import Role
from desktop_app.ui.editor.draft_document import DraftDocument
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.theme.colours import DARK, LIGHT
from tests.ui.conftest import draft

_LOOK = PageLook(100, LIGHT)
_SPEECH = draft(
    "在全县工作会议上的讲话",
    "同志们：",
    "今天的会议很重要，我讲两点意见。",
    "一、提高认识",
    "（一）认清形势。做好这项工作，是当前的一件大事。",
)


def _roles(document: DraftDocument) -> list[Role]:
    return [paragraph.role for paragraph in document.paragraphs]


def _type(document: DraftDocument, paragraph: int, text: str) -> None:
    cursor = QTextCursor(document.findBlockByNumber(paragraph))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertText(text)


def test_a_draft_is_shown_with_its_roles() -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    assert _roles(document) == [
        Role.TITLE,
        Role.SALUTATION,
        Role.BODY,
        Role.HEADING_1,
        Role.HEADING_2,
    ]
    title, salutation, body = (document.findBlockByNumber(n).blockFormat() for n in range(3))
    assert title.alignment() & Qt.AlignmentFlag.AlignHCenter
    assert salutation.textIndent() == 0
    assert body.textIndent() == 2 * _LOOK.character


def test_a_fresh_draft_has_nothing_to_undo_and_no_changes() -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    assert not document.isUndoAvailable()
    assert not document.isModified()


def test_a_run_in_heading_is_set_in_two_fonts() -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    ranges = document.findBlockByNumber(4).layout().formats()
    families = {(r.start, r.length): r.format.fontFamilies()[0] for r in ranges}
    assert len(families) == 2
    assert families[0, len("（一）认清形势。")] != families[len("（一）认清形势。"), 16]


def test_a_line_becomes_a_heading_while_it_is_typed(qtbot: QtBot) -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    with qtbot.waitSignal(document.structure_changed):
        _type(document, 2, "\n二、狠抓落实")
    assert _roles(document)[3] is Role.HEADING_1


def test_one_undo_takes_back_the_text_and_the_look_that_came_with_it(qtbot: QtBot) -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    before = document.toPlainText()
    with qtbot.waitSignal(document.structure_changed):
        _type(document, 0, "\n（2025年3月1日）\n一段正文，写在这里。")
    document.undo_step(QTextCursor(document))
    document.read_structure()
    assert document.toPlainText() == before
    assert not document.isUndoAvailable()
    assert _roles(document) == _roles(DraftDocument(_SPEECH, _LOOK))


def test_after_an_undo_everything_can_be_redone(qtbot: QtBot) -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    with qtbot.waitSignal(document.structure_changed):
        _type(document, 1, "\n新的一段，是正文。")
    after = document.toPlainText()
    document.undo_step(QTextCursor(document))
    document.read_structure()
    assert document.isRedoAvailable()
    document.redo_step(QTextCursor(document))
    document.read_structure()
    assert document.toPlainText() == after


def test_another_zoom_is_no_edit() -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    document.set_look(PageLook(200, DARK))
    assert document.findBlockByNumber(2).blockFormat().textIndent() == 80
    assert not document.isUndoAvailable()
    assert not document.isModified()


def test_a_zoom_after_an_edit_keeps_the_edit_undoable() -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    before = document.toPlainText()
    _type(document, 2, "再加一句。")
    document.set_look(PageLook(150, LIGHT))
    document.undo_step(QTextCursor(document))
    assert document.toPlainText() == before


def test_a_role_that_is_given_is_kept_in_the_file_and_can_be_undone() -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    document.state_role(QTextCursor(document.findBlockByNumber(2)), Role.HEADING_2)
    document.read_structure()
    assert _roles(document)[2] is Role.HEADING_2
    again = DraftDocument(read_draft(write_draft(document.to_file())), _LOOK)
    assert _roles(again)[2] is Role.HEADING_2
    document.undo_step(QTextCursor(document))
    document.read_structure()
    assert _roles(document)[2] is Role.BODY


def test_a_place_that_comes_after_single_letters_is_no_step_of_its_own() -> None:
    document = DraftDocument(draft("题目", "同志们", "正文第一段，写一些话。"), _LOOK)
    document.read_structure()
    before = document.toPlainText()
    _type(document, 1, "：")
    document.read_structure()
    assert _roles(document)[1] is Role.SALUTATION
    assert document.findBlockByNumber(1).blockFormat().alignment() & Qt.AlignmentFlag.AlignLeft
    document.undo_step(QTextCursor(document))
    assert document.toPlainText() == before
    document.redo_step(QTextCursor(document))
    assert document.toPlainText() != before
    assert document.findBlockByNumber(1).blockFormat().alignment() & Qt.AlignmentFlag.AlignLeft
    assert not document.isRedoAvailable()


def test_while_an_input_method_composes_the_structure_stays(qtbot: QtBot) -> None:
    document = DraftDocument(_SPEECH, _LOOK)
    document.hold_structure(held=True)
    _type(document, 2, "\n二、新的标题")
    document.read_structure()
    assert len(document.paragraphs) == 5
    with qtbot.waitSignal(document.structure_changed):
        document.hold_structure(held=False)
    assert len(document.paragraphs) == 6


def test_the_draft_comes_back_as_it_went_in() -> None:
    assert DraftDocument(_SPEECH, _LOOK).to_file().texts == _SPEECH.texts


def test_blanks_are_set_off() -> None:
    document = DraftDocument(draft("在{{市名}}会议上的讲话"), _LOOK)
    marked = [
        (r.start, r.length)
        for r in document.firstBlock().layout().formats()
        if r.format.background().color().name() == LIGHT.wash
    ]
    assert marked == [(1, 6)]


def test_thirty_thousand_formats_do_not_bring_python_down() -> None:
    # PySide6 6.12.0 gave back a None too often on every such call, and Python 3.11 died of it.
    for _ in range(30_000):
        _LOOK_FORMAT.setFontWeight(400)


_LOOK_FORMAT = _LOOK.character_format(Role.BODY)
