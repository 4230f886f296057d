from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop_app.core.document.paragraph import Role
from desktop_app.session.answers import Source
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.models.phrase_mime import phrase_mime, sections_mime
from desktop_app.ui.theme.colours import LIGHT
from tests.ui.conftest import draft

_BODY = "做好群众工作要从小事做起。"


def _put_caret(editor: PageEditor, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)


def _drop(editor: PageEditor, mime: QMimeData, position: int) -> QDropEvent:
    """Drop mime data before the character at a position, as Qt delivers it."""
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(position)
    place = QPointF(editor.cursorRect(cursor).center())
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    target = editor.viewport()
    enter = QDragEnterEvent(place.toPoint(), copy, mime, left, none)
    QApplication.sendEvent(target, enter)
    QApplication.sendEvent(target, QDragMoveEvent(place.toPoint(), copy, mime, left, none))
    drop = QDropEvent(place, copy, mime, left, none)
    if enter.isAccepted():
        QApplication.sendEvent(target, drop)
    else:
        drop.ignore()
    return drop


def test_the_hint_on_an_empty_page_begins_at_the_caret(editor: PageEditor) -> None:
    editor.open_draft(draft(""))
    hint = editor.placeholderText()
    indent = hint[: len(hint) - len(hint.lstrip())]
    begins = editor.draft.documentMargin() + editor.fontMetrics().horizontalAdvance(indent)
    assert abs(editor.cursorRect().center().x() - begins) <= editor.cursorWidth()


def test_inserted_text_is_one_step_to_undo(editor: PageEditor) -> None:
    editor.open_draft(draft(_BODY))
    _put_caret(editor, 3)
    editor.insert_text("好好")
    assert editor.toPlainText() == "做好群好好众工作要从小事做起。"
    editor.undo_step()
    assert editor.toPlainText() == _BODY


def test_a_phrase_is_dropped_at_the_exact_place(editor: PageEditor) -> None:
    editor.open_draft(draft("标题", _BODY, "末尾一段。"))
    start = editor.draft.findBlockByNumber(1).position()
    for place in (0, 4, 7, len(_BODY)):
        _drop(editor, phrase_mime("【新】", Source("某文", 2024)), start + place)
        expected = _BODY[:place] + "【新】" + _BODY[place:]
        assert editor.draft.findBlockByNumber(1).text() == expected
        editor.undo_step()
        assert editor.draft.findBlockByNumber(1).text() == _BODY


def test_the_caret_stands_behind_what_was_dropped(editor: PageEditor) -> None:
    editor.open_draft(draft(_BODY))
    _drop(editor, phrase_mime("新"), 4)
    assert editor.textCursor().position() == 5


def test_a_drop_from_elsewhere_is_taken_as_a_copy(editor: PageEditor) -> None:
    editor.open_draft(draft(_BODY))
    assert _drop(editor, phrase_mime("新"), 4).dropAction() is Qt.DropAction.CopyAction


def test_dropped_files_are_left_to_the_window(editor: PageEditor) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a.docx")])
    mime.setText("file:///a.docx")
    assert not _drop(editor, mime, 0).isAccepted()
    assert editor.toPlainText() == ""


def test_pasted_text_loses_indents_and_foreign_line_ends(editor: PageEditor) -> None:
    mime = QMimeData()
    mime.setText("　　第一段。\r\n  第二段。\u2028第三段。")
    editor.insertFromMimeData(mime)
    assert editor.toPlainText() == "第一段。\n第二段。\n第三段。"


def test_sections_become_paragraphs_wherever_they_are_dropped(editor: PageEditor) -> None:
    editor.open_draft(draft("前半后半"))
    _drop(editor, sections_mime("一、甲\n（一）乙"), 2)
    assert editor.toPlainText() == "前半\n一、甲\n（一）乙\n后半"
    editor.undo_step()
    assert editor.toPlainText() == "前半后半"


def test_sections_fill_an_empty_paragraph_without_more_empty_ones(editor: PageEditor) -> None:
    editor.insert_paragraphs("一、甲")
    assert editor.toPlainText() == "一、甲"


def test_the_selection_is_copied_as_plain_text(editor: PageEditor) -> None:
    editor.open_draft(draft("第一段。", "第二段。"))
    editor.selectAll()
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == "第一段。\n第二段。"
    assert not mime.hasHtml()


def test_a_new_paragraph_does_not_inherit_a_given_role(editor: PageEditor) -> None:
    editor.open_draft(draft("题目", "同志们：", "一句没有序号的标题"))
    _put_caret(editor, len(editor.toPlainText()))
    editor.draft.state_role(editor.textCursor(), Role.HEADING_1)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "body")
    editor.draft.read_structure()
    assert [p.role for p in editor.draft.paragraphs][2:] == [Role.HEADING_1, Role.BODY]


def test_control_and_wheel_ask_for_another_zoom(editor: PageEditor, qtbot: QtBot) -> None:
    event = QWheelEvent(
        QPointF(10, 10),
        QPointF(10, 10),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(editor.zoom_asked) as asked:
        QApplication.sendEvent(editor.viewport(), event)
    assert asked.args == [1]


def test_the_page_holds_28_characters_in_a_line(editor: PageEditor) -> None:
    editor.resize(1200, 700)
    editor.open_draft(draft("题目", "同志们：", "中" * 100))
    QApplication.processEvents()
    layout = editor.draft.findBlockByNumber(2).layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount())]
    assert lengths[0] in (26, 25)
    assert lengths[1] in (28, 27)


def test_the_lines_end_at_the_edge_of_the_page_from_the_first_showing_on(qtbot: QtBot) -> None:
    """In a frame as in the window, where the page gets its size only when it is shown."""
    frame, editor = QMainWindow(), PageEditor(PageLook(100, LIGHT))
    qtbot.addWidget(frame)
    frame.setCentralWidget(editor)
    frame.resize(1200, 700)
    frame.show()
    QApplication.processEvents()
    assert editor.draft.textWidth() == editor.viewport().width()
    for width in (700, 1300):
        frame.resize(width, 700)
        QApplication.processEvents()
        assert editor.draft.textWidth() == editor.viewport().width()


def _compose(editor: PageEditor, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def _composing(editor: PageEditor) -> bool:
    return editor.composing


def test_composed_text_is_committed_once_and_is_one_step_to_undo(editor: PageEditor) -> None:
    editor.open_draft(draft(_BODY))
    _put_caret(editor, 2)
    _compose(editor, "gong")
    assert _composing(editor)
    assert editor.toPlainText() == _BODY
    _compose(editor, "", "工作")
    assert not _composing(editor)
    assert editor.toPlainText() == _BODY[:2] + "工作" + _BODY[2:]
    editor.undo_step()
    assert editor.toPlainText() == _BODY


def test_a_cancelled_composition_leaves_nothing(editor: PageEditor) -> None:
    editor.open_draft(draft(_BODY))
    _compose(editor, "gong")
    _compose(editor, "")
    assert editor.toPlainText() == _BODY
    assert not _composing(editor)


def test_nothing_is_inserted_and_nothing_is_told_while_composing(
    editor: PageEditor, qtbot: QtBot
) -> None:
    editor.open_draft(draft(_BODY))
    _compose(editor, "gong")
    with qtbot.assertNotEmitted(editor.caret_moved, wait=50):
        editor.insert_text("不该出现")
    assert editor.toPlainText() == _BODY


def test_what_waits_for_calm_comes_when_the_text_is_committed(editor: PageEditor) -> None:
    done: list[str] = []
    _compose(editor, "gong")
    editor.when_calm(lambda: done.append("shown"))
    assert done == []
    _compose(editor, "", "工")
    assert done == ["shown"]


def test_an_empty_input_event_on_focus_is_no_composition(editor: PageEditor) -> None:
    _compose(editor, "")
    assert not _composing(editor)


def test_the_context_ends_at_the_caret_and_names_the_headings(editor: PageEditor) -> None:
    editor.open_draft(
        draft("关于工作的讲话", "同志们：", "一、认识", "（一）形势", "正文在这里😀后面")
    )
    place = editor.draft.findBlockByNumber(4).position() + len("正文在这里") + 2
    _put_caret(editor, place)
    context = editor.context()
    assert context.title == "关于工作的讲话"
    assert context.headings == ("一、认识", "（一）形势")
    assert context.before.endswith("（一）形势\n正文在这里😀")


def test_show_place_brings_the_caret_to_the_paragraph(editor: PageEditor) -> None:
    editor.open_draft(draft(*[f"第{n}段，写一些文字。" for n in range(200)]))
    editor.show_place(150)
    assert editor.textCursor().blockNumber() == 150
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_a_line_stays_in_sight_below_what_is_written(editor: PageEditor) -> None:
    editor.resize(900, 400)
    editor.show()
    editor.open_draft(draft(*["一段。"] * 60))
    _put_caret(editor, len(editor.toPlainText()))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    for event in (QInputMethodEvent(), QInputMethodEvent()):
        event.setCommitString("写")
        QApplication.sendEvent(editor, event)
        assert _room_below(editor) >= 0
    editor.insert_text("插入一段。\n" * 5)
    assert _room_below(editor) >= 0
    _put_caret(editor, 40)
    for _ in range(20):
        QTest.keyClick(editor, Qt.Key.Key_Down)
    assert _room_below(editor) >= 0


def _room_below(editor: PageEditor) -> float:
    """Pixels below the line behind the caret's."""
    line = editor.document().findBlockByNumber(0).blockFormat().lineHeight()
    return editor.viewport().height() - editor.cursorRect().bottom() - round(line)


def test_a_key_that_moves_nothing_leaves_the_page_where_it_is(editor: PageEditor) -> None:
    editor.resize(900, 400)
    editor.show()
    editor.open_draft(draft(*["一段。"] * 60))
    _put_caret(editor, len(editor.toPlainText()))
    editor.verticalScrollBar().setValue(0)
    for key in (Qt.Key.Key_Control, Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    assert editor.verticalScrollBar().value() == 0


def test_the_scroll_bar_is_shown_when_there_is_somewhere_to_go(editor: PageEditor) -> None:
    bar = editor.verticalScrollBar()
    assert not bar.isEnabled()
    width = editor.viewport().width()
    editor.insert_text("一行\n" * 200)
    assert bar.isEnabled()
    assert editor.viewport().width() == width
