"""推荐: phrases for the place at the caret."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.session.answers import Phrase
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.panel.card_list import CardList
from desktop_app.ui.panel.function_names import function_name
from desktop_app.ui.panel.signal_names import reasons_text
from desktop_app.ui.panel.source_text import phrase_note, sources_details
from desktop_app.ui.panel.suggestion_filter import SuggestionFilter, Wanted
from desktop_app.ui.theme.elided_label import ElidedLabel
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme

_KEYED = 9  # cards that a key inserts


class SuggestionTab(QWidget):
    """Follows the caret.

    Signals:
        import_asked(), starter_asked(): the library is empty and the writer wants to fill it.
        shown(): `phrases` are others.
        wanted_changed(): other phrases are wanted, as `filter` says.
    """

    import_asked = Signal()
    starter_asked = Signal()
    shown = Signal()
    wanted_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrases: tuple[Phrase, ...] = ()
        self._kept: Mapping[str, int] = {}
        self._explained = ""
        self.filter = SuggestionFilter()
        self._place = named(ElidedLabel(), "note")
        self.list = CardList(theme, parent=self)
        self._welcome = self._make_welcome()
        self._hint = named(
            QLabel(self.tr("Drag into the text, or double-click, Enter, Ctrl+1…9")), "note"
        )
        self._hint.setToolTip(
            self.tr("Of a longer phrase the part that stands out is taken; with Shift, all of it.")
        )
        self._lay_out()
        self.filter.changed.connect(self.wanted_changed)
        self.list.explain_asked.connect(self._explain)
        self.show_empty_library(empty=False)

    def show_place(self, headings: Sequence[str], title: str) -> None:
        """Say for which place the phrases are."""
        place = headings[-1] if headings else title or self.tr("beginning")
        text = self.tr("At the caret: {place}").format(place=place)
        self._place.show_text(text, "\n".join(headings))

    def show_phrases(self, phrases: Collection[Phrase]) -> None:
        """Show other phrases."""
        self.filter.learn_genres(phrases)
        self.phrases = tuple(filter(self.filter.wanted.allows, phrases))
        self._refresh()
        self.list.set_empty_text(
            self.tr("Nothing in the library fits here yet. Write on, or import more papers.")
            if self.filter.wanted == Wanted()
            else self.tr("Nothing here is of the kind that you have chosen above.")
        )
        self.shown.emit()

    def phrase_with(self, text: str) -> Phrase | None:
        """The phrase of which this is what a card puts into the draft."""
        for phrase, card in zip(self.phrases, self.list.cards.cards, strict=True):
            if text in (card.text, card.part()):
                return phrase
        return None

    def show_kept(self, kept: Mapping[str, int]) -> None:
        """Mark the phrases that are among the favourites: their texts and numbers."""
        self._kept = kept
        self._refresh()

    def show_problem(self, sentence: str) -> None:
        """Say why there are no phrases."""
        self.phrases = ()
        self._refresh()
        self.list.set_empty_text(sentence)

    def show_empty_library(self, *, empty: bool) -> None:
        """Invite the writer to fill the library, or show the list."""
        self._welcome.setVisible(empty)
        for widget in (self._place, self.filter, self.list, self._hint):
            widget.setVisible(not empty)

    def _refresh(self) -> None:
        self.list.cards.show([self._card(n, p) for n, p in enumerate(self.phrases, start=1)])

    def _explain(self, card: Card) -> None:
        """Show why a card is here, or show it no longer."""
        self._explained = "" if card.explained else card.text
        self._refresh()
        self.list.scheduleDelayedItemsLayout()

    def _card(self, number: int, phrase: Phrase) -> Card:
        return Card(
            phrase.text,
            label=self._label(phrase),
            note=phrase_note(phrase),
            source=phrase.sources[0],
            details=sources_details(phrase.sources, phrase.count),
            shortcut=f"Ctrl+{number}" if number <= _KEYED else "",
            kept_id=self._kept.get(phrase.text),
            pick=phrase.pick,
            blanks=phrase.blanks,
            parts=phrase.parts,
            reasons=reasons_text(phrase.signals),
            explained=phrase.text == self._explained,
        )

    def _label(self, phrase: Phrase) -> str:
        parallel = self.tr("{count} in parallel").format(count=len(phrase.parts))
        said = (function_name(phrase.function), parallel if phrase.parts else "")
        return " · ".join(filter(None, said))

    def _make_welcome(self) -> QWidget:
        welcome = QWidget()
        text = QLabel(
            self.tr(
                "The library is empty.\n\n"
                "Drop your old papers (Word, WPS, PDF, web pages, text), or whole folders, "
                "on this window. "
                "Suggestions are only ever wording from papers of yours, "
                "and nothing leaves this computer."
            )
        )
        text.setWordWrap(True)
        text.setObjectName("empty")
        choose = QPushButton(self.tr("Choose a folder…"))
        choose.clicked.connect(self.import_asked)
        starter = named(QPushButton(self.tr("Try it with the sample papers")), "link")
        starter.clicked.connect(self.starter_asked)
        layout = QVBoxLayout(welcome)
        layout.setContentsMargins(6, 18, 6, 0)
        layout.setSpacing(12)
        layout.addWidget(text)
        layout.addWidget(choose)
        layout.addWidget(starter)
        layout.addStretch()
        return welcome

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self._place, 1)
        line.addWidget(self.filter)
        layout.addLayout(line)
        layout.addWidget(self._welcome, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
