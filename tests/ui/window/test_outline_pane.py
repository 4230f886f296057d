import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeView
from pytestqt.qtbot import QtBot

from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.outline_pane import OutlinePane
from tests.ui.conftest import draft

pytestmark = pytest.mark.usefixtures("chinese")
_DRAFT = draft(
    "在全县工作会议上的讲话",
    "同志们：",
    "一、提高认识",
    "（一）认清形势",
    "正文写在这里。",
    "二、狠抓落实",
    "正文写在这里。",
)


@pytest.fixture
def pane(qtbot: QtBot, editor: PageEditor) -> OutlinePane:
    """The outline of a draft with three headings."""
    shown = OutlinePane()
    qtbot.addWidget(shown)
    shown.resize(236, 400)
    shown.show()
    editor.open_draft(_DRAFT)
    shown.follow(editor)
    return shown


def _tree(pane: OutlinePane) -> QTreeView:
    return pane.findChildren(QTreeView)[0]


def _hint(pane: OutlinePane) -> QLabel:
    return next(label for label in pane.findChildren(QLabel) if "一、" in label.text())


def _put_caret(editor: PageEditor, paragraph: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.draft.findBlockByNumber(paragraph).position())
    editor.setTextCursor(cursor)


def test_all_headings_are_shown_open(pane: OutlinePane) -> None:
    top = pane.headings.index(0, 0)
    assert _tree(pane).isExpanded(top)
    assert _tree(pane).visualRect(pane.headings.index(0, 0, top)).isValid()


def test_the_hint_is_there_only_while_there_is_no_heading(
    pane: OutlinePane, editor: PageEditor
) -> None:
    assert not _hint(pane).isVisible()
    editor.open_draft(draft("只有一段。"))
    pane.follow(editor)
    assert _hint(pane).isVisible()


def test_the_heading_above_the_caret_is_chosen(pane: OutlinePane, editor: PageEditor) -> None:
    for paragraph, heading in ((4, "（一）认清形势"), (6, "二、狠抓落实"), (2, "一、提高认识")):
        _put_caret(editor, paragraph)
        pane.follow(editor)
        assert _tree(pane).currentIndex().data() == heading


def test_above_the_first_heading_nothing_is_chosen(pane: OutlinePane, editor: PageEditor) -> None:
    _put_caret(editor, 6)
    pane.follow(editor)
    _put_caret(editor, 0)
    pane.follow(editor)
    assert _tree(pane).selectionModel().selectedIndexes() == []


def test_a_closed_section_stays_closed_while_text_is_written(
    pane: OutlinePane, editor: PageEditor
) -> None:
    _tree(pane).collapse(pane.headings.index(0, 0))
    _put_caret(editor, 6)
    editor.insert_text("又写了一句。")
    editor.draft.read_structure()
    pane.follow(editor)
    assert not _tree(pane).isExpanded(pane.headings.index(0, 0))


def test_a_click_leads_to_the_paragraph_where_it_is_now(
    pane: OutlinePane, editor: PageEditor, qtbot: QtBot
) -> None:
    _put_caret(editor, 4)
    editor.insert_text("先写一段。\n")
    editor.draft.read_structure()
    pane.follow(editor)
    place = _tree(pane).visualRect(pane.headings.index(1, 0)).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        QTest.mouseClick(_tree(pane).viewport(), left, none, place)
    assert chosen.args == [6]


def test_enter_leads_there_too(pane: OutlinePane, qtbot: QtBot) -> None:
    _tree(pane).setCurrentIndex(pane.headings.index(1, 0))
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        QTest.keyClick(_tree(pane), Qt.Key.Key_Return)
    assert chosen.args == [5]


def test_following_the_caret_leads_nowhere(
    pane: OutlinePane, editor: PageEditor, qtbot: QtBot
) -> None:
    _put_caret(editor, 6)
    with qtbot.assertNotEmitted(pane.place_chosen):
        pane.follow(editor)
