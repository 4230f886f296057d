from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Template, TemplateSection
from desktop_app.ui.models.phrase_mime import is_sections
from desktop_app.ui.panel.template_tab import TemplateTab
from tests.ui.panel.cards import REPORT

pytestmark = pytest.mark.usefixtures("chinese")
_SECTIONS = (
    TemplateSection(1, "一、提高认识", ""),
    TemplateSection(2, "（一）认清形势", ""),
    TemplateSection(1, "二、狠抓落实", ""),
)
_TEMPLATES = (
    Template("讲话（综合 2 篇）", "讲话", (REPORT,), _SECTIONS),
    Template("通知", "通知", (), _SECTIONS[:1]),
)


@pytest.fixture
def tab(qtbot: QtBot) -> TemplateTab:
    shown = TemplateTab()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _field(tab: TemplateTab) -> QLineEdit:
    return tab.findChildren(QLineEdit)[0]


def _note(tab: TemplateTab) -> str:
    return tab.findChildren(QLabel)[0].text()


def _type(tab: TemplateTab, text: str) -> None:
    """As if by hand; keys cannot be sent in Chinese."""
    _field(tab).clear()
    QTest.keyClicks(_field(tab), text)


def test_outlines_are_asked_for_the_title_of_the_draft(tab: TemplateTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.title_changed, timeout=5000) as asked:
        tab.follow_title("在会议上的讲")
        tab.follow_title("在会议上的讲话")
    assert asked.args == ["在会议上的讲话"]
    assert _field(tab).text() == "在会议上的讲话"


def test_the_same_title_is_not_asked_for_twice(tab: TemplateTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.title_changed, timeout=5000):
        tab.follow_title("讲话")
    tab.follow_title("讲话")
    assert not tab._timer.isActive()


def test_a_draft_without_a_title_leaves_the_field(tab: TemplateTab) -> None:
    tab.follow_title("讲话")
    tab.follow_title("")
    assert _field(tab).text() == "讲话"


def test_a_title_that_is_typed_here_is_not_run_over(tab: TemplateTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.title_changed, timeout=5000) as asked:
        _type(tab, "report")
    assert asked.args == ["report"]
    tab.follow_title("在会议上的讲话")
    assert _field(tab).text() == "report"


def test_when_the_typed_title_is_taken_out_the_drafts_is_followed_again(tab: TemplateTab) -> None:
    _type(tab, "a")
    QTest.keyClick(_field(tab), Qt.Key.Key_Backspace)
    tab.follow_title("在会议上的讲话")
    assert _field(tab).text() == "在会议上的讲话"


def test_enter_asks_at_once_and_only_once(tab: TemplateTab, qtbot: QtBot) -> None:
    _type(tab, "report ")
    with qtbot.waitSignal(tab.title_changed, timeout=0) as asked:
        QTest.keyClick(_field(tab), Qt.Key.Key_Return)
    assert asked.args == ["report"]
    assert not tab._timer.isActive()


def test_the_first_outline_is_shown_open(tab: TemplateTab) -> None:
    tab.show_templates(_TEMPLATES)
    first, second = (tab.templates.index(row, 0) for row in (0, 1))
    assert tab.tree.isExpanded(first)
    assert tab.tree.isExpanded(tab.templates.index(0, 0, first))
    assert not tab.tree.isExpanded(second)
    assert _note(tab) == "把提纲或其中一节拖进正文，或按 Enter。右击小节可换用别的措辞。"


def test_the_same_outlines_again_leave_what_was_opened_and_chosen(tab: TemplateTab) -> None:
    tab.show_templates(_TEMPLATES)
    second = tab.templates.index(1, 0)
    tab.tree.expand(second)
    tab.tree.setCurrentIndex(second)
    tab.show_templates(list(_TEMPLATES))
    assert tab.tree.isExpanded(tab.templates.index(1, 0))
    assert tab.tree.currentIndex() == tab.templates.index(1, 0)


def test_the_mouse_learns_which_papers_stand_behind_an_outline(tab: TemplateTab) -> None:
    tab.show_templates(_TEMPLATES)
    tip = tab.templates.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "《青禾县2023年工作报告》（2023）"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_takes_the_chosen_section(tab: TemplateTab, qtbot: QtBot, key: Qt.Key) -> None:
    tab.show_templates(_TEMPLATES)
    outline = tab.templates.index(0, 0)
    tab.tree.setCurrentIndex(tab.templates.index(0, 0, outline))
    with qtbot.waitSignal(tab.taken) as taken:
        QTest.keyClick(tab.tree, key)
    assert taken.args == ["一、提高认识\n（一）认清形势"]


def test_a_double_click_takes_the_whole_outline(tab: TemplateTab, qtbot: QtBot) -> None:
    tab.show_templates(_TEMPLATES)
    place = tab.tree.visualRect(tab.templates.index(0, 0)).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(tab.taken) as taken:
        QTest.mouseClick(tab.tree.viewport(), left, none, place)
        QTest.mouseDClick(tab.tree.viewport(), left, none, place)
    assert taken.args == ["一、提高认识\n（一）认清形势\n二、狠抓落实"]
    assert tab.tree.isExpanded(tab.templates.index(0, 0))


def test_nothing_is_taken_while_nothing_is_chosen(tab: TemplateTab, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tab.taken):
        QTest.keyClick(tab.tree, Qt.Key.Key_Return)


def test_escape_leads_back_to_the_page(tab: TemplateTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.left):
        QTest.keyClick(tab.tree, Qt.Key.Key_Escape)


def test_what_is_dragged_out_stands_in_paragraphs_of_its_own(tab: TemplateTab) -> None:
    tab.show_templates(_TEMPLATES)
    assert tab.tree.dragEnabled()
    assert not tab.tree.acceptDrops() or not tab.tree.viewport().acceptDrops()
    assert is_sections(tab.templates.mimeData([tab.templates.index(1, 0)]))


def test_a_problem_takes_the_place_of_the_outlines(tab: TemplateTab) -> None:
    tab.show_templates(_TEMPLATES)
    tab.show_problem("资料库程序意外停止。")
    assert tab.templates.rowCount() == 0
    assert _note(tab) == "资料库程序意外停止。"
    tab.show_templates(())
    assert _note(tab) == "这里会列出题目相近的文稿的提纲。"


def test_the_menu_of_a_section_offers_its_wordings(tab: TemplateTab) -> None:
    section = TemplateSection(1, "一、改善民生", "", 7, ("一、保障民生",))
    tab.show_templates([Template("报告", "报告", (), (section,))])
    index = tab.templates.index(0, 0, tab.templates.index(0, 0))
    menu = tab.wording_menu(index)
    assert [(a.text(), a.isChecked()) for a in menu.actions()] == [
        ("一、改善民生", True),
        ("一、保障民生", False),
    ]
    menu.actions()[1].trigger()
    assert index.data() == "一、保障民生"
    menu.actions()[0].trigger()
    assert index.data() == "一、改善民生"
    tab.show_templates(())
    menu.actions()[1].trigger()
    menu.close()


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_the_mouse_and_the_menu_key_ask_for_the_wordings(
    tab: TemplateTab, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    tab.show_templates(_TEMPLATES)
    index = tab.templates.index(0, 0, tab.templates.index(0, 0))
    tab.tree.setCurrentIndex(index)
    place = tab.tree.visualRect(index).center()
    event = QContextMenuEvent(reason, place, tab.tree.mapToGlobal(place))
    with qtbot.waitSignal(tab.tree.menu_wanted) as wanted:
        QApplication.sendEvent(tab.tree.viewport(), event)
    assert wanted.args is not None
    assert wanted.args[0] == index


def test_the_count_and_the_mark_of_other_wordings_are_painted(tab: TemplateTab) -> None:
    section = TemplateSection(1, "一、改善民生", "")
    tab.show_templates([Template("报告", "报告", (), (section,))])
    tab.resize(300, 200)
    plain = tab.tree.grab().toImage()
    tab.show_templates([Template("报告", "报告", (), (replace(section, papers=7),))])
    assert tab.tree.grab().toImage() != plain
