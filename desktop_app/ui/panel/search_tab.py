"""检索: the archive in words that the writer remembers."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.session.answers import Hit
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.panel.card_list import CardList
from desktop_app.ui.panel.source_text import source_note, sources_details
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme

_PAUSE = 250  # milliseconds without typing until the search begins


class SearchTab(QWidget):
    """Searches while the question is typed.

    Signals:
        query_changed(str): the question has settled; empty if there is none.
    """

    query_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._terms: tuple[str, ...] = ()
        self._kept: Mapping[str, int] = {}
        self.query = QLineEdit(placeholderText=self.tr("Words you remember, in any order"))
        self.query.setClearButtonEnabled(True)
        self._count = named(QLabel(), "note")
        self.list = CardList(theme, parent=self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self.query.textChanged.connect(self._timer.start)
        self.query.returnPressed.connect(self._search)
        self._timer.timeout.connect(self._search)
        self.show_hits((), ())

    def show_hits(self, hits: Sequence[Hit], terms: Sequence[str], *, more: bool = False) -> None:
        """Show what was found, the terms set off, and whether there is more."""
        self._hits, self._terms = tuple(hits), tuple(terms)
        self._refresh()
        asked = self.query.text().strip()
        found = self.tr("The best {count} of many") if more else self.tr("Found: {count}")
        self._count.setText(found.format(count=len(hits)) if asked else "")
        self.list.set_empty_text(
            self.tr("Not found. Try fewer or other words.")
            if asked
            else self.tr("Words in quotation marks are looked up exactly as they stand.")
        )

    def show_kept(self, kept: Mapping[str, int]) -> None:
        """Mark the hits that are among the favourites: their texts and numbers."""
        self._kept = kept
        self._refresh()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was found."""
        self.show_hits((), ())
        self.list.set_empty_text(sentence)

    def _search(self) -> None:
        self._timer.stop()
        self.query_changed.emit(self.query.text().strip())

    def _refresh(self) -> None:
        self.list.cards.show([self._card(hit) for hit in self._hits])

    def _card(self, hit: Hit) -> Card:
        return Card(
            hit.snippet,
            label=self.tr("Spun?") if hit.spun else "",
            note=source_note(hit.source),
            source=hit.source,
            details=sources_details([hit.source], 1),
            terms=self._terms,
            kept_id=self._kept.get(hit.snippet),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.query)
        layout.addWidget(self._count)
        layout.addWidget(self.list, 1)
