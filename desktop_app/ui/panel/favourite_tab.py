"""收藏: phrases that the writer keeps."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.session.answers import KeptPhrase
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.panel.card_list import CardList
from desktop_app.ui.panel.source_text import source_note, sources_details
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme


class FavouriteTab(QWidget):
    """Shows the favourites, all or those with some words; text dropped on it is kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[KeptPhrase, ...] = ()
        self._filter = QLineEdit(placeholderText=self.tr("Only those with these words"))
        self._filter.setClearButtonEnabled(True)
        self.list = CardList(theme, takes_drops=True, parent=self)
        self._hint = named(
            QLabel(self.tr("Drag selected text here to keep it; Delete removes")), "note"
        )
        self._lay_out()
        self._filter.textChanged.connect(self._refresh)
        self.show_kept(())

    def show_kept(self, kept: Sequence[KeptPhrase]) -> None:
        """Show other favourites."""
        self._kept = tuple(kept)
        self._refresh()

    def _refresh(self) -> None:
        words = self._filter.text().split()
        shown = [kept for kept in self._kept if all(word in kept.text for word in words)]
        self.list.cards.show([_card(kept, tuple(words)) for kept in shown])
        self.list.set_empty_text(
            self.tr("No favourite has these words.")
            if self._kept
            else self.tr(
                "Nothing is kept yet. Click the star of a phrase, "
                "or drag selected text from the page to this place."
            )
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)


def _card(kept: KeptPhrase, terms: tuple[str, ...]) -> Card:
    return Card(
        kept.text,
        note=source_note(kept.source),
        source=kept.source,
        details=sources_details([kept.source], 1),
        terms=terms,
        kept_id=kept.id,
    )
