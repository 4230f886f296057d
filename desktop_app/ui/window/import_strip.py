"""How far an import has come, below the page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop_app.ui.bridge.import_job import ImportProgress
from desktop_app.ui.library.progress_text import progress_sentence


class ImportStrip(QFrame):
    """Progress and a way out.

    Signals:
        cancel_asked(): stop after the paper at hand.
    """

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setMinimumWidth(1)  # a long name of a file shall not widen the window
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._cancel = QPushButton(self.tr("Cancel"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(12)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self._cancel.clicked.connect(self._ask_cancel)
        self.hide()

    def begin(self) -> None:
        """An import begins; how many files there are is not known yet."""
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._text.setText(self.tr("Looking through the files…"))
        self.show()

    def show_progress(self, progress: ImportProgress) -> None:
        """Say how far it has come; a wish to stop stays in sight until it is met."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        if self._cancel.isEnabled():
            self._text.setText(progress_sentence(progress))

    def _ask_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("Stopping after this paper…"))
        self.cancel_asked.emit()
