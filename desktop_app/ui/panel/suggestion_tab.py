"""推荐: phrases for the place at the caret."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.session.answers import Phrase
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.panel.card_list import CardList
from desktop_app.ui.panel.function_names import function_name
from desktop_app.ui.panel.source_text import phrase_note, sources_details
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme

_KEYED = 9  # cards that a key inserts


class SuggestionTab(QWidget):
    """Follows the caret.

    Signals:
        import_asked(), starter_asked(): the library is empty and the writer wants to fill it.
    """

    import_asked = Signal()
    starter_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases: tuple[Phrase, ...] = ()
        self._kept: Mapping[str, int] = {}
        self._place = named(QLabel(), "note")
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self.list = CardList(theme, parent=self)
        self._welcome = self._make_welcome()
        self._hint = named(
            QLabel(self.tr("Drag into the text, or double-click, Enter, Ctrl+1…9")), "note"
        )
        self._lay_out()
        self.show_empty_library(empty=False)

    def show_place(self, headings: Sequence[str], title: str) -> None:
        """Say for which place the phrases are."""
        place = headings[-1] if headings else title or self.tr("beginning")
        text = self.tr("At the caret: {place}").format(place=place)
        self._place.setText(
            self._place.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 300)
        )
        self._place.setToolTip("\n".join(headings))

    def show_phrases(self, phrases: Collection[Phrase]) -> None:
        """Show other phrases."""
        self._phrases = tuple(phrases)
        self._refresh()
        self.list.set_empty_text(
            self.tr("Nothing in the library fits here yet. Write on, or import more papers.")
        )

    def show_kept(self, kept: Mapping[str, int]) -> None:
        """Mark the phrases that are among the favourites: their texts and numbers."""
        self._kept = kept
        self._refresh()

    def show_problem(self, sentence: str) -> None:
        """Say why there are no phrases."""
        self._phrases = ()
        self._refresh()
        self.list.set_empty_text(sentence)

    def show_empty_library(self, *, empty: bool) -> None:
        """Invite the writer to fill the library, or show the list."""
        self._welcome.setVisible(empty)
        for widget in (self._place, self.list, self._hint):
            widget.setVisible(not empty)

    def _refresh(self) -> None:
        self.list.cards.show([self._card(n, p) for n, p in enumerate(self._phrases, start=1)])

    def _card(self, number: int, phrase: Phrase) -> Card:
        return Card(
            phrase.text,
            label=function_name(phrase.function),
            note=phrase_note(phrase),
            source=phrase.sources[0],
            details=sources_details(phrase.sources, phrase.count),
            shortcut=f"Ctrl+{number}" if number <= _KEYED else "",
            kept_id=self._kept.get(phrase.text),
        )

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
        layout.addWidget(self._place)
        layout.addWidget(self._welcome, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
