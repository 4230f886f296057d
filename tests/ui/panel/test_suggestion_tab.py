import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Phrase
from desktop_app.ui.panel.suggestion_tab import SuggestionTab
from desktop_app.ui.theme.theme import Theme
from tests.ui.panel.cards import PHRASES, REPORT

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> SuggestionTab:
    shown = SuggestionTab(theme)
    qtbot.addWidget(shown)
    shown.resize(340, 500)
    shown.show()
    return shown


def _button(tab: SuggestionTab, text: str) -> QPushButton:
    return next(button for button in tab.findChildren(QPushButton) if button.text() == text)


def test_a_phrase_becomes_a_card_with_its_function_its_sources_and_its_key(
    tab: SuggestionTab,
) -> None:
    tab.show_phrases(PHRASES)
    first, second = tab.list.cards.cards
    assert first.text == "强化责任担当，抓好工作落实。"
    assert (first.label, second.label) == ("要求", "成绩")
    assert first.note.startswith("3 篇 · 最近 2024《") or first.note.startswith(
        "3 篇 · 最近 2024 《"
    )
    assert "一、提高认识 › （一）认清形势" in first.details
    assert first.details.endswith("另有 1 篇")
    assert first.source == PHRASES[0].sources[0]
    assert (first.shortcut, second.shortcut) == ("Ctrl+1", "Ctrl+2")


def test_only_nine_cards_have_a_key(tab: SuggestionTab) -> None:
    tab.show_phrases([Phrase(f"第{n}句。", "", 1, (REPORT,)) for n in range(1, 12)])
    keys = [card.shortcut for card in tab.list.cards.cards]
    assert keys[8:] == ["Ctrl+9", "", ""]


def test_a_kept_phrase_has_a_star_now_and_when_it_comes_again(tab: SuggestionTab) -> None:
    tab.show_phrases(PHRASES)
    tab.show_kept({PHRASES[1].text: 5})
    assert [card.kept_id for card in tab.list.cards.cards] == [None, 5]
    tab.show_phrases(PHRASES[::-1])
    assert [card.kept_id for card in tab.list.cards.cards] == [5, None]


def test_the_place_is_the_innermost_heading_above_the_caret(tab: SuggestionTab) -> None:
    tab.show_place(("一、提高认识", "（一）认清形势"), "讲话")
    assert _place(tab).text() == "光标处：（一）认清形势"
    assert _place(tab).toolTip() == "一、提高认识\n（一）认清形势"


def test_before_the_first_heading_the_place_is_the_title(tab: SuggestionTab) -> None:
    tab.show_place((), "在会议上的讲话")
    assert _place(tab).text() == "光标处：在会议上的讲话"
    tab.show_place((), "")
    assert _place(tab).text() == "光标处：开头"


def test_a_long_place_is_cut_short(tab: SuggestionTab) -> None:
    tab.show_place(("一、" + "提高认识" * 30,), "")
    assert _place(tab).text().endswith("…")
    assert _place(tab).sizeHint().width() <= 320


def _place(tab: SuggestionTab) -> QLabel:
    return next(label for label in tab.findChildren(QLabel) if label.text().startswith("光标处"))


def test_an_empty_library_is_met_with_an_invitation(tab: SuggestionTab) -> None:
    tab.show_empty_library(empty=True)
    shown = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert len(shown) == 1
    assert shown[0].startswith("资料库还是空的。")
    assert not tab.list.isVisible()


def test_the_invitation_goes_when_there_are_papers(tab: SuggestionTab) -> None:
    tab.show_empty_library(empty=True)
    tab.show_empty_library(empty=False)
    assert tab.list.isVisible()
    assert not _button(tab, "选择文件夹…").isVisible()


def test_the_invitation_leads_to_ones_own_papers_and_to_the_samples(
    tab: SuggestionTab, qtbot: QtBot
) -> None:
    tab.show_empty_library(empty=True)
    with qtbot.waitSignal(tab.import_asked):
        QTest.mouseClick(_button(tab, "选择文件夹…"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tab.starter_asked):
        QTest.mouseClick(_button(tab, "先用自带的示例文稿试试"), Qt.MouseButton.LeftButton)


def test_a_problem_takes_the_place_of_the_phrases(tab: SuggestionTab) -> None:
    tab.show_phrases(PHRASES)
    tab.show_problem("资料库程序意外停止。")
    assert tab.list.cards.rowCount() == 0
    assert tab.list._empty_text == "资料库程序意外停止。"
    tab.show_phrases(())
    assert tab.list._empty_text.startswith("资料库里暂时没有合适的语句")
