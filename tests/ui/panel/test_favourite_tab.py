import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import KeptPhrase, Source
from desktop_app.ui.models.phrase_mime import phrase_mime
from desktop_app.ui.panel.favourite_tab import FavouriteTab
from desktop_app.ui.theme.theme import Theme
from tests.ui.dropping import enter
from tests.ui.panel.cards import SPEECH

pytestmark = pytest.mark.usefixtures("chinese")
_KEPT = (
    KeptPhrase(3, "抓好防汛工作。", SPEECH),
    KeptPhrase(2, "防汛责任到人。", Source("", None)),
    KeptPhrase(1, "工作重在落实。", SPEECH),
)


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> FavouriteTab:
    shown = FavouriteTab(theme)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _filter(tab: FavouriteTab, text: str) -> list[str]:
    """The texts that are shown under a filter."""
    tab.findChildren(QLineEdit)[0].setText(text)
    return [card.text for card in tab.list.cards.cards]


def test_favourites_are_cards_with_a_star_and_their_source(tab: FavouriteTab) -> None:
    tab.show_kept(_KEPT)
    first, own, _ = tab.list.cards.cards
    assert (first.text, first.kept_id, first.source) == ("抓好防汛工作。", 3, SPEECH)
    assert first.note.startswith("2024")
    assert (own.note, own.details) == ("", "")


def test_only_those_with_all_the_words_are_shown(tab: FavouriteTab) -> None:
    tab.show_kept(_KEPT)
    assert _filter(tab, "防汛") == ["抓好防汛工作。", "防汛责任到人。"]
    assert _filter(tab, " 工作  防汛 ") == ["抓好防汛工作。"]
    assert tab.list.cards.cards[0].terms == ("工作", "防汛")
    assert len(_filter(tab, "")) == 3


def test_the_filter_stays_when_another_is_kept(tab: FavouriteTab) -> None:
    tab.show_kept(_KEPT[1:])
    _filter(tab, "防汛")
    tab.show_kept(_KEPT)
    assert [card.text for card in tab.list.cards.cards] == ["抓好防汛工作。", "防汛责任到人。"]


def test_it_says_whether_there_are_no_favourites_or_none_with_these_words(
    tab: FavouriteTab,
) -> None:
    assert tab.list._empty_text.startswith("还没有收藏。")
    tab.show_kept(_KEPT)
    _filter(tab, "没有的词")
    assert tab.list._empty_text == "没有含这些词的收藏。"


def test_text_can_be_dropped_on_it(tab: FavouriteTab) -> None:
    assert enter(tab.list.viewport(), phrase_mime("甲"))
