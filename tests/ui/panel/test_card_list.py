import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop_app.session.answers import Stretch
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.models.phrase_mime import mime_source, phrase_mime
from desktop_app.ui.panel.card_list import CardList
from desktop_app.ui.theme.theme import Theme
from tests.ui.dropping import Dropped, drop, enter
from tests.ui.panel.cards import CARDS, SPEECH, card_place, star_place

_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def cards(qtbot: QtBot, theme: Theme) -> CardList:
    """A list of two cards."""
    return _list(qtbot, theme)


@pytest.fixture
def keeping(qtbot: QtBot, theme: Theme) -> CardList:
    """A list that text can be dropped on."""
    return _list(qtbot, theme, takes_drops=True)


def _list(qtbot: QtBot, theme: Theme, *, takes_drops: bool = False) -> CardList:
    shown = CardList(theme, takes_drops=takes_drops)
    qtbot.addWidget(shown)
    shown.resize(320, 400)
    shown.show()
    shown.cards.show(CARDS)
    return shown


def _choose(cards: CardList, row: int) -> None:
    cards.setCurrentIndex(cards.cards.index(row))


def test_a_choice_stays_when_the_same_phrases_come_again(cards: CardList) -> None:
    _choose(cards, 1)
    cards.cards.show([CARDS[0], Card(CARDS[1].text, kept_id=3)])
    assert cards.currentIndex().row() == 1
    cards.cards.show([Card("别的。")])
    assert not cards.currentIndex().isValid()


def test_a_click_on_the_star_tells_of_its_card_and_takes_nothing(
    cards: CardList, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(cards.taken), qtbot.waitSignal(cards.star_clicked) as clicked:
        QTest.mouseClick(cards.viewport(), _LEFT, _NONE, star_place(cards, 1))
    assert clicked.args == [CARDS[1]]


def test_a_click_beside_the_star_only_chooses_the_card(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cards.star_clicked), qtbot.assertNotEmitted(cards.taken):
        QTest.mouseClick(cards.viewport(), _LEFT, _NONE, card_place(cards, 1))
    assert cards.currentIndex().row() == 1


def test_the_right_button_turns_no_star(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cards.star_clicked):
        QTest.mouseClick(cards.viewport(), _RIGHT, _NONE, star_place(cards, 0))


def _double_click(cards: CardList, place: str, button: Qt.MouseButton = _LEFT) -> None:
    """All that Qt sends for two quick clicks on the first card."""
    spot = star_place(cards, 0) if place == "star" else card_place(cards, 0)
    QTest.mouseClick(cards.viewport(), button, _NONE, spot)
    QTest.mouseDClick(cards.viewport(), button, _NONE, spot)
    QTest.mouseRelease(cards.viewport(), button, _NONE, spot)


def test_a_double_click_takes_the_card(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.taken) as taken:
        _double_click(cards, "text")
    assert taken.args == [CARDS[0]]


def test_a_double_click_on_the_star_takes_nothing(cards: CardList, qtbot: QtBot) -> None:
    clicked: list[object] = []
    cards.star_clicked.connect(clicked.append)
    with qtbot.assertNotEmitted(cards.taken):
        _double_click(cards, "star")
    assert clicked == [CARDS[0], CARDS[0]]


def test_a_double_click_of_the_right_button_takes_nothing(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cards.taken):
        _double_click(cards, "text", _RIGHT)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_takes_the_chosen_card(cards: CardList, qtbot: QtBot, key: Qt.Key) -> None:
    _choose(cards, 1)
    with qtbot.waitSignal(cards.taken) as taken:
        QTest.keyClick(cards, key)
    assert taken.args == [CARDS[1]]


_PICKED = Card("加快发展，抓好落实。", pick=Stretch(5, 10), source=SPEECH)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_shift_and_enter_take_all_of_the_chosen_card(
    cards: CardList, qtbot: QtBot, key: Qt.Key
) -> None:
    cards.cards.show([_PICKED])
    _choose(cards, 0)
    with qtbot.assertNotEmitted(cards.taken), qtbot.waitSignal(cards.taken_whole) as taken:
        QTest.keyPress(cards, key, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyRelease(cards, key, _NONE)
    assert taken.args == [_PICKED]


def test_what_fits_is_dragged_and_on_demand_the_whole(cards: CardList) -> None:
    cards.cards.show([_PICKED])
    index = cards.cards.index(0)
    assert cards.cards.mimeData([index]).text() == "抓好落实。"
    assert cards.cards.mime_of(index, whole=True).text() == "加快发展，抓好落实。"
    assert mime_source(cards.cards.mimeData([index])) == SPEECH


def test_the_menu_of_a_card_does_what_the_keys_do(cards: CardList, qtbot: QtBot) -> None:
    fits, whole, star = cards.card_menu(_PICKED).actions()
    for action, signal in (
        (fits, cards.taken),
        (whole, cards.taken_whole),
        (star, cards.star_clicked),
    ):
        with qtbot.waitSignal(signal) as told:
            action.trigger()
        assert told.args == [_PICKED]


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_the_menu_opens_by_mouse_and_by_key_and_only_on_a_card(
    cards: CardList, monkeypatch: pytest.MonkeyPatch, reason: QContextMenuEvent.Reason
) -> None:
    opened: list[Card] = []

    def take_down(card: Card) -> QMenu:
        opened.append(card)
        return _ClosedMenu()

    monkeypatch.setattr(cards, "card_menu", take_down)
    _choose(cards, 1)
    place = card_place(cards, 1)
    QApplication.sendEvent(cards.viewport(), QContextMenuEvent(reason, place, place))
    assert opened == [CARDS[1]]
    cards.cards.show([])
    QApplication.sendEvent(cards.viewport(), QContextMenuEvent(reason, place, place))
    assert len(opened) == 1


class _ClosedMenu(QMenu):
    """A menu that no one waits for."""

    @override
    def exec(self, *_place: object) -> None:  # type: ignore[override]  # Qt has many of them
        """Close at once."""


def test_delete_asks_to_remove_the_chosen_card(cards: CardList, qtbot: QtBot) -> None:
    _choose(cards, 0)
    with qtbot.waitSignal(cards.removed) as removed:
        QTest.keyClick(cards, Qt.Key.Key_Delete)
    assert removed.args == [CARDS[0]]


def test_keys_do_nothing_while_no_card_is_chosen(cards: CardList, qtbot: QtBot) -> None:
    cards.cards.show([])
    with qtbot.assertNotEmitted(cards.taken), qtbot.assertNotEmitted(cards.removed):
        QTest.keyClick(cards, Qt.Key.Key_Return)
        QTest.keyClick(cards, Qt.Key.Key_Delete)


def test_escape_leads_back_to_the_page(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.left):
        QTest.keyClick(cards, Qt.Key.Key_Escape)


def test_the_arrows_go_from_card_to_card(cards: CardList) -> None:
    _choose(cards, 0)
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert cards.currentIndex().row() == 1


def test_cards_are_counted_from_one(cards: CardList) -> None:
    assert cards.card(1) == CARDS[0]
    assert cards.card(2) == CARDS[1]
    assert cards.card(0) is None
    assert cards.card(3) is None


def test_text_of_the_page_is_kept_as_a_copy(keeping: CardList, qtbot: QtBot) -> None:
    mime = phrase_mime("　选中的文字。\n")
    with qtbot.waitSignal(keeping.text_dropped) as dropped:
        kept = drop(keeping.viewport(), mime)
    assert dropped.args == ["选中的文字。", None]
    assert kept == Dropped(taken=True, action=Qt.DropAction.CopyAction)


def test_a_phrase_that_is_dropped_brings_its_source(keeping: CardList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeping.text_dropped) as dropped:
        drop(keeping.viewport(), phrase_mime("抓好落实。", SPEECH))
    assert dropped.args == ["抓好落实。", SPEECH]


def test_a_card_of_the_list_itself_is_not_kept_again(keeping: CardList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keeping.text_dropped):
        mime = phrase_mime("抓好落实。", SPEECH)
        assert not drop(keeping.viewport(), mime, origin=keeping).taken


def test_nothing_can_be_dropped_on_the_other_lists(cards: CardList, qtbot: QtBot) -> None:
    mime = phrase_mime("抓好落实。")
    with qtbot.assertNotEmitted(cards.text_dropped):
        assert not enter(cards.viewport(), mime)
        assert not drop(cards.viewport(), mime).taken


def test_files_and_empty_text_are_not_kept(keeping: CardList) -> None:
    files, blank = QMimeData(), phrase_mime(" \n　")
    files.setUrls([QUrl.fromLocalFile("/a.docx")])
    assert not enter(keeping.viewport(), files)
    assert not enter(keeping.viewport(), blank)
    assert enter(keeping.viewport(), phrase_mime("甲"))


def _ink(cards: CardList) -> int:
    """How many pixels of the list are as faint as a note."""
    image = cards.viewport().grab().toImage()
    faint = QColor("#6f747c")
    return sum(
        abs(image.pixelColor(x, y).lightness() - faint.lightness()) < 30
        for x in range(image.width())
        for y in range(80)
    )


def test_an_empty_list_says_why(cards: CardList) -> None:
    cards.cards.show([])
    assert _ink(cards) == 0
    cards.set_empty_text("一丁七万丈三上下不与")
    assert _ink(cards) > 20


def test_the_picture_of_a_drag_is_small_however_long_the_text(cards: CardList) -> None:
    picture = cards._drag_picture("抓好落实。" * 40)
    assert picture.deviceIndependentSize().width() < 260
    assert picture.deviceIndependentSize().height() < 60
    assert not picture.toImage().allGray()
