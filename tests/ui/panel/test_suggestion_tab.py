import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Blank, Phrase, Signal, Stretch
from desktop_app.ui.panel.suggestion_filter import Wanted
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
    assert first.note == "3 篇 · 最近 2024"
    assert "一、提高认识 › （一）认清形势" in first.details
    assert first.details.endswith("另有 1 篇")
    assert first.source == PHRASES[0].sources[0]
    assert (first.shortcut, second.shortcut) == ("Ctrl+1", "Ctrl+2")


_RICH = Phrase(
    "加快发展，产值增长8%，抓好落实。",
    "measure",
    14,
    (REPORT,),
    pick=Stretch(12, 17),
    genre="工作报告",
    latest=2025,
    blanks=(Blank(9, 11, "figure"),),
    signals=(Signal("heading", 0.6), Signal("year", 0.3), Signal("shared", 0.1)),
)
_SET = Phrase(
    "一是抓学习；二是抓落实；三是抓考核。",
    "",
    1,
    (REPORT,),
    parts=(Stretch(0, 6), Stretch(6, 12), Stretch(12, 18)),
)


def test_all_that_is_known_of_a_phrase_goes_on_its_card(tab: SuggestionTab) -> None:
    tab.show_phrases([_RICH, _SET])
    rich, parallel = tab.list.cards.cards
    assert (rich.pick, rich.blanks, rich.note) == (_RICH.pick, _RICH.blanks, "14 篇 · 最近 2025")
    assert (rich.part(), rich.part(whole=True)) == ("抓好落实。", _RICH.text)
    assert parallel.label == "3 项排比"
    assert parallel.part() == _SET.text


def test_why_a_phrase_is_offered_is_shown_and_hidden_again(tab: SuggestionTab) -> None:
    tab.show_phrases([_RICH, _SET])
    row = tab.list.cards.index(0)
    before = tab.list.visualRect(row).height()
    menu = tab.list.card_menu(tab.list.cards.cards[0])
    _action(menu, "为什么？").trigger()
    card = tab.list.cards.cards[0]
    assert card.explained
    assert card.reasons.splitlines() == [
        "主要：出自相近的小标题之下",
        "其次：出自近年的文稿",
        "略有：多篇文稿都用过",
    ]
    QApplication.processEvents()
    assert tab.list.visualRect(row).height() > before
    tab.show_phrases([_SET, _RICH])
    assert [card.explained for card in tab.list.cards.cards] == [False, True]
    _action(tab.list.card_menu(tab.list.cards.cards[1]), "收起原因").trigger()
    assert not any(card.explained for card in tab.list.cards.cards)


def test_a_library_that_says_no_reasons_is_not_asked_for_them(tab: SuggestionTab) -> None:
    tab.show_phrases([_SET])
    names = [action.text() for action in tab.list.card_menu(tab.list.cards.cards[0]).actions()]
    assert names == ["插入", "收藏"]


def _action(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_a_phrase_is_found_by_what_its_card_puts_into_the_draft(tab: SuggestionTab) -> None:
    tab.show_phrases([_SET, _RICH])
    assert tab.phrase_with(_RICH.text) is _RICH
    assert tab.phrase_with("抓好落实。") is _RICH
    assert tab.phrase_with("一是抓学习；") is None


def test_only_what_is_wanted_is_shown_even_if_the_library_does_not_sift(
    tab: SuggestionTab, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.wanted_changed):
        tab.filter.want(Wanted(function="measure"))
    tab.show_phrases([_RICH, _SET])
    assert tab.phrases == (_RICH,)
    tab.show_phrases([_SET])
    assert tab.list._empty_text == "这里没有符合上方筛选条件的语句。"
    tab.filter.want(Wanted())
    tab.show_phrases([])
    assert tab.list._empty_text.startswith("资料库里暂时没有合适的语句")


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
