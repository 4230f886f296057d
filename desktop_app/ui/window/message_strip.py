"""Says what happened in one sentence below the page, without a box to click away."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.ui.theme.named import named

_SHOWN = 8000  # milliseconds that a note stays; a problem stays until it is closed


class MessageStrip(QFrame):
    """A strip with a sentence.

    Signals:
        details_asked(): the writer wants to know more.
    """

    details_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(1)  # a long name of a file shall not widen the window
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = named(QPushButton(self.tr("Details")), "link")
        close = named(QPushButton(self.tr("Close")), "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._details)
        layout.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN)
        self._timer.timeout.connect(self.hide)
        self._details.clicked.connect(self.details_asked)
        close.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; empty if none is."""
        return "" if self.isHidden() else self._text.text()

    def show_note(self, sentence: str, *, details: bool = False) -> None:
        """Say something good or neutral; it goes by itself unless there is more to know."""
        self._show(sentence, problem=False, details=details)
        if not details:
            self._timer.start()

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong and what to do; it stays until it is closed."""
        self._show(sentence, problem=True, details=False)

    def _show(self, sentence: str, *, problem: bool, details: bool) -> None:
        self._timer.stop()
        self._text.setText(sentence)
        self._details.setVisible(details)
        self.setProperty("kind", "problem" if problem else "note")
        self.style().polish(self)  # the style sheet looks at the kind
        self.show()
