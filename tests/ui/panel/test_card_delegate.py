from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop_app.ui.models.card_model import Card
from desktop_app.ui.panel.card_delegate import CardDelegate
from desktop_app.ui.panel.card_layout import star_rect
from desktop_app.ui.panel.card_list import CardList
from desktop_app.ui.theme.theme import Theme
from tests.ui.panel.cards import CARDS

_WIDTH = 320


def _list(qtbot: QtBot, theme: Theme, *cards: Card) -> CardList:
    shown = CardList(theme)
    qtbot.addWidget(shown)
    shown.resize(_WIDTH, 400)
    shown.show()
    shown.cards.show(cards)
    return shown


def _painted(shown: CardList, row: int, state: QStyle.StateFlag) -> QImage:
    """A card as the delegate paints it."""
    index, delegate = shown.cards.index(row), shown.itemDelegate()
    option = QStyleOptionViewItem()
    height = delegate.sizeHint(option, index).height()
    option.rect = QRect(0, 0, _WIDTH, height)
    option.state = state
    image = QImage(_WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def _star_colour(image: QImage) -> QColor:
    return image.pixelColor(star_rect(image.rect().toRectF()).center().toPoint())


def test_a_card_is_as_wide_as_the_list_and_as_high_as_its_text(qtbot: QtBot, theme: Theme) -> None:
    shown = _list(qtbot, theme, Card("短。"), Card("长。" * 60))
    delegate, option = shown.itemDelegate(), QStyleOptionViewItem()
    short, long = (delegate.sizeHint(option, shown.cards.index(row)) for row in (0, 1))
    assert short.width() == long.width() == shown.viewport().width()
    assert long.height() > short.height()


def test_a_narrower_list_makes_its_cards_higher(qtbot: QtBot, theme: Theme) -> None:
    shown = _list(qtbot, theme, Card("长。" * 60))
    before = shown.visualRect(shown.cards.index(0)).height()
    shown.resize(200, 400)
    qtbot.waitUntil(lambda: shown.visualRect(shown.cards.index(0)).height() > before)


def test_the_star_of_a_kept_phrase_is_filled(qtbot: QtBot, theme: Theme) -> None:
    shown = _list(qtbot, theme, Card("甲" * 9), Card("乙" * 9, kept_id=1))
    none = QStyle.StateFlag.State_None
    assert _star_colour(_painted(shown, 0, none)).name() == theme.colours.card
    assert _star_colour(_painted(shown, 1, none)).name() == theme.colours.accent


def test_the_chosen_card_and_the_one_under_the_mouse_look_different(
    qtbot: QtBot, theme: Theme
) -> None:
    shown = _list(qtbot, theme, *CARDS)
    flags = QStyle.StateFlag
    plain = _painted(shown, 0, flags.State_None)
    hovered = _painted(shown, 0, flags.State_MouseOver)
    chosen = _painted(shown, 0, flags.State_Selected | flags.State_MouseOver)
    inside = plain.rect().center().x(), 6
    assert plain.pixelColor(*inside).name() == theme.colours.card
    assert hovered.pixelColor(*inside).name() == theme.colours.hover
    assert chosen.pixelColor(*inside).name() == theme.colours.card
    edge = plain.rect().center().x(), 0
    assert chosen.pixelColor(*edge).red() > chosen.pixelColor(*edge).blue() + 20


def test_a_card_is_painted_in_the_colours_in_use(qtbot: QtBot, theme: Theme) -> None:
    shown = _list(qtbot, theme, *CARDS)
    theme.use("dark")
    image = _painted(shown, 0, QStyle.StateFlag.State_None)
    theme.use("light")
    assert image.pixelColor(image.rect().center().x(), 6).name() == "#2b3036"


def test_the_text_is_painted(qtbot: QtBot, theme: Theme) -> None:
    shown = _list(qtbot, theme, Card("一丁七万丈三上下不与"), Card(""))
    empty, written = (_dark(_painted(shown, row, QStyle.StateFlag.State_None)) for row in (1, 0))
    assert empty == 0
    assert written > 20


def _dark(image: QImage) -> int:
    """How many pixels are ink."""
    return sum(
        image.pixelColor(x, y).lightness() < 80
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_delegate_belongs_to_its_list(qtbot: QtBot, theme: Theme) -> None:
    shown = _list(qtbot, theme)
    assert isinstance(shown.itemDelegate(), CardDelegate)
    assert shown.itemDelegate().parent() is shown
