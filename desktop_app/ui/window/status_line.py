"""The line at the bottom: what one wants to know at a glance."""

from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from desktop_app.core.text.counting import count_characters
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.theme.elided_label import ElidedLabel
from desktop_app.ui.theme.named import named

_SIDE = 9  # pixels beside a label, as in the style sheet
_SPOKEN = 200  # characters a minute that a speaker reads out
_counted = lru_cache(maxsize=4096)(count_characters)


class StatusLine(QStatusBar):
    """Characters, time to speak, whether the draft is saved, what the library holds.

    Signals:
        library_asked(): the writer wants to see the library.
    """

    library_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._characters = QLabel()
        self._minutes = QLabel()
        self._note = ElidedLabel(_SIDE)
        self._zoom = QLabel()
        self._saved = QLabel()
        self._library = named(QPushButton(), "status")
        self._library.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click keeps the caret in the page
        self._library.setCursor(Qt.CursorShape.PointingHandCursor)
        self._library.setToolTip(self.tr("Look through the library"))
        self._library.hide()
        self._library.clicked.connect(self.library_asked)
        self.addWidget(self._characters)
        self.addWidget(self._minutes)
        self.addWidget(self._note, 1)
        for part in (self._zoom, self._saved, self._library):
            self.addPermanentWidget(part)

    def follow(self, editor: PageEditor) -> None:
        """Count the draft on the page, and what is selected of it."""
        count = sum(_counted(paragraph.text) for paragraph in editor.draft.paragraphs)
        selected = count_characters(editor.textCursor().selection().toPlainText())
        told = (
            self.tr("{selected} of {count} characters")
            if selected
            else self.tr("{count} characters")
        )
        self._characters.setText(told.format(selected=f"{selected:,}", count=f"{count:,}"))
        minutes = self.tr("about {minutes} min to speak")
        self._minutes.setText(minutes.format(minutes=max(1, round(count / _SPOKEN))))
        self._minutes.setVisible(count >= _SPOKEN // 2)

    def show_note(self, text: str) -> None:
        """Where the grey text on the page comes from; empty while there is none."""
        self._note.show_text(text)

    def show_zoom(self, zoom: int) -> None:
        """The page's zoom in per cent."""
        self._zoom.setText(f"{zoom}%")

    def show_saved(self, text: str) -> None:
        """Whether and when the draft was saved."""
        self._saved.setText(text)

    def show_library(self, papers: int) -> None:
        """How many papers the library holds."""
        self._library.setText(self.tr("Library: {papers} papers").format(papers=f"{papers:,}"))
        self._library.show()
