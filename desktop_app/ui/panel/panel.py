"""The side panel: the tabs of what can be put into the draft."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.ui.models.card_model import Card
from desktop_app.ui.models.phrase_mime import mime_text
from desktop_app.ui.panel.favourite_tab import FavouriteTab
from desktop_app.ui.panel.heading_tab import HeadingTab
from desktop_app.ui.panel.search_tab import SearchTab
from desktop_app.ui.panel.suggestion_tab import SuggestionTab
from desktop_app.ui.panel.template_tab import TemplateTab
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme

_HOVER = 350  # milliseconds that a drag rests on a tab until it opens


class SidePanel(QWidget):
    """Places the tabs and gathers what they ask for.

    Signals:
        text_taken(str): put this at the caret.
        sections_taken(str): put these headings at the caret as paragraphs.
        keep_asked(str, object): keep a text with its source, or None for the writer's own.
        drop_asked(int): a favourite is wanted no longer.
        left(): the writer wants back to the page.
    """

    text_taken = Signal(str)
    sections_taken = Signal(str)
    keep_asked = Signal(str, object)
    drop_asked = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.suggestions = SuggestionTab(theme)
        self.search = SearchTab(theme)
        self.templates = TemplateTab()
        self.favourites = FavouriteTab(theme)
        self.headings = HeadingTab()
        self._pages = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._focus_of: tuple[QWidget, ...] = (
            self.suggestions.list,
            self.search.query,
            self.templates.tree,
            self.favourites.list,
            self.headings.tree,
        )
        self._hovered: QPushButton | None = None
        self._hover = QTimer(self, singleShot=True, interval=_HOVER)
        self._lay_out()
        self._connect()

    def open_tab(self, number: int) -> None:
        """Show a tab, counted from 0, and put the keyboard's focus into it."""
        self._tabs.button(number).click()
        self._focus_of[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_kept(self, kept: Mapping[str, int]) -> None:
        """Mark everywhere what is among the favourites: texts and their numbers."""
        self.suggestions.show_kept(kept)
        self.search.show_kept(kept)

    def _lay_out(self) -> None:
        pages: dict[str, QWidget] = {
            self.tr("Suggestions"): self.suggestions,
            self.tr("Search"): self.search,
            self.tr("Templates"): self.templates,
            self.tr("Favourites"): self.favourites,
            self.tr("Headings"): self.headings,
        }
        row = QHBoxLayout()
        row.setSpacing(2)
        for number, (name, page) in enumerate(pages.items()):
            tab = named(QPushButton(name), "tab")
            tab.setCheckable(True)
            tab.setChecked(number == 0)
            tab.setAcceptDrops(True)
            tab.installEventFilter(self)
            self._tabs.addButton(tab, number)
            self._pages.addWidget(page)
            row.addWidget(tab)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self._pages.setCurrentIndex)
        self._hover.timeout.connect(self._open_hovered)
        for cards in (self.suggestions.list, self.search.list, self.favourites.list):
            cards.taken.connect(self._take)
            cards.taken_whole.connect(self._take_whole)
            cards.star_clicked.connect(self._turn_star)
            cards.left.connect(self.left)
        self.favourites.list.removed.connect(self._turn_star)
        self.favourites.list.text_dropped.connect(self.keep_asked)
        for tab in (self.templates, self.headings):
            tab.taken.connect(self.sections_taken)
            tab.left.connect(self.left)

    def _take(self, card: Card) -> None:
        self.text_taken.emit(card.part())

    def _take_whole(self, card: Card) -> None:
        self.text_taken.emit(card.text)

    def _turn_star(self, card: Card) -> None:
        if card.kept_id is None:
            self.keep_asked.emit(card.text, card.source)
        else:
            self.drop_asked.emit(card.kept_id)

    # A drag that rests on a tab opens it, so that text can be dropped on a tab that is hidden.

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QPushButton):
            if isinstance(event, QDragEnterEvent) and mime_text(event.mimeData()):
                self._hovered = watched
                self._hover.start()
                event.acceptProposedAction()
                return True
            if event.type() == QEvent.Type.DragLeave:
                self._hover.stop()
        return super().eventFilter(watched, event)

    def _open_hovered(self) -> None:
        if self._hovered is not None:
            self._hovered.click()
