"""The slips of the panel: phrases with what is said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop_app.session.answers import Blank, Source, Stretch
from desktop_app.ui.models.phrase_mime import PHRASE_FORMAT, phrase_mime

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Card:
    """A phrase to take.

    Attributes:
        text: what is inserted.
        label: a word above it: its function.
        note: a line below it: how many papers, which and where.
        source: goes along when it is dragged.
        details: what is shown when the mouse rests on it.
        shortcut: the key that inserts it, as text.
        terms: parts of the text to set off.
        kept_id: its number among the favourites; None if it is not kept.
        pick: the part of the text that fits best and is taken unless all of it is wanted.
        blanks: parts that have to be others in the draft.
        parts: the members of a parallel set, which is taken whole.
        reasons: why the phrase is offered, one a line.
        explained: whether the reasons are shown.
    """

    text: str
    label: str = ""
    note: str = ""
    source: Source | None = None
    details: str = ""
    shortcut: str = ""
    terms: tuple[str, ...] = ()
    kept_id: int | None = None
    pick: Stretch | None = None
    blanks: tuple[Blank, ...] = ()
    parts: tuple[Stretch, ...] = ()
    reasons: str = ""
    explained: bool = False

    def part(self, *, whole: bool = False) -> str:
        """What is put into the draft: the part that fits, or the whole text."""
        if whole or self.pick is None or self.parts:
            return self.text
        return self.text[self.pick.start : self.pick.end] or self.text


class CardModel(QAbstractListModel):
    """A list of cards."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()

    def show(self, cards: Sequence[Card]) -> None:
        """Show other cards; the same ones again change nothing, so that a choice stays."""
        if tuple(cards) == self.cards:
            return
        if [card.text for card in cards] == [card.text for card in self.cards]:
            self.cards = tuple(cards)
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self.cards = tuple(cards)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        shown: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: card.text,
            Qt.ItemDataRole.ToolTipRole: card.details or None,
            Qt.ItemDataRole.AccessibleTextRole: _spoken(card),
            CARD_ROLE: card,
        }
        return shown.get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    @override
    def mimeTypes(self) -> list[str]:
        return [PHRASE_FORMAT, "text/plain"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self.mime_of(indexes[0])

    def mime_of(self, index: Index, *, whole: bool = False) -> QMimeData:
        """What is dragged of a card: the part that fits, or the whole text."""
        card = self.cards[index.row()]
        return phrase_mime(card.part(whole=whole), card.source or Source("", None))

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def _spoken(card: Card) -> str:
    """A card for who hears it."""
    said = [card.label, card.text, card.note, card.reasons if card.explained else ""]
    return " ".join(filter(None, said))
