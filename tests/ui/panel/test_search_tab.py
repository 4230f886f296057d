import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Hit
from desktop_app.ui.panel.search_tab import SearchTab
from desktop_app.ui.theme.theme import Theme
from tests.ui.panel.cards import REPORT, SPEECH

pytestmark = pytest.mark.usefixtures("chinese")
_HITS = (Hit("抓好防汛工作", SPEECH, 2.0), Hit("防汛责任到人", REPORT, 1.0))


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> SearchTab:
    shown = SearchTab(theme)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _count(tab: SearchTab) -> str:
    return tab.findChildren(QLabel)[0].text()


def _pause(tab: SearchTab) -> QTimer:
    return tab._timer


def test_the_search_begins_when_the_typing_pauses(tab: SearchTab, qtbot: QtBot) -> None:
    asked: list[str] = []
    tab.query_changed.connect(asked.append)
    for text in ("防", "防汛", " 防汛 责任 "):
        tab.query.setText(text)
    assert asked == []
    with qtbot.waitSignal(tab.query_changed, timeout=5000):
        pass
    assert asked == ["防汛 责任"]


def test_each_letter_begins_the_pause_anew(tab: SearchTab) -> None:
    tab.query.setText("防")
    _pause(tab).setInterval(60_000)
    tab.query.setText("防汛")
    assert _pause(tab).remainingTime() > 50_000


def test_enter_searches_at_once_and_only_once(tab: SearchTab, qtbot: QtBot) -> None:
    tab.query.setText("防汛")
    with qtbot.waitSignal(tab.query_changed, timeout=0) as asked:
        QTest.keyClick(tab.query, Qt.Key.Key_Return)
    assert asked.args == ["防汛"]
    assert not _pause(tab).isActive()


def test_hits_are_cards_with_their_source_and_the_terms(tab: SearchTab) -> None:
    tab.query.setText("防汛")
    tab.show_hits(_HITS, ("防汛",))
    first = tab.list.cards.cards[0]
    assert (first.text, first.source, first.terms) == ("抓好防汛工作", SPEECH, ("防汛",))
    assert first.note == "2024 《在全县群团工作会议上的讲话》一、（一）"
    assert "一、提高认识" in first.details
    assert _count(tab) == "找到 2 处"
    tab.show_hits(_HITS, ("防汛",), more=True)
    assert _count(tab) == "最贴近的 2 处"


def test_a_hit_in_a_spun_paper_says_so(tab: SearchTab) -> None:
    spun = Hit("效劳大局", SPEECH, 1.0, spun=True)
    tab.show_hits((*_HITS, spun), ())
    assert [card.label for card in tab.list.cards.cards] == ["", "", "疑似洗稿"]


def test_a_kept_hit_has_a_star(tab: SearchTab) -> None:
    tab.show_hits(_HITS, ())
    tab.show_kept({"防汛责任到人": 4})
    assert [card.kept_id for card in tab.list.cards.cards] == [None, 4]


def test_without_hits_it_says_what_to_try(tab: SearchTab) -> None:
    tab.query.setText("没有的词")
    tab.show_hits((), ())
    assert _count(tab) == "找到 0 处"
    assert tab.list._empty_text == "没有找到，换个词或少写几个词试试。"


def test_without_a_question_it_says_how_to_ask(tab: SearchTab) -> None:
    tab.query.setText("防汛")
    tab.show_hits(_HITS, ("防汛",))
    tab.query.clear()
    tab.show_hits((), ())
    assert _count(tab) == ""
    assert tab.list._empty_text == "加引号的词句会原样查找。"


def test_a_problem_takes_the_place_of_the_hits(tab: SearchTab) -> None:
    tab.query.setText("防汛")
    tab.show_hits(_HITS, ("防汛",))
    tab.show_problem("资料库文件已损坏。")
    assert tab.list.cards.rowCount() == 0
    assert tab.list._empty_text == "资料库文件已损坏。"
