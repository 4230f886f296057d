"""A line of text that takes the room there is and no more."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override


class ElidedLabel(QLabel):
    """Shows the beginning of its text where the whole has no room; the mouse tells the rest.

    Args:
        side: pixels that the style sheet keeps free at both sides.
    """

    def __init__(self, side: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._whole = self._details = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, details: str = "") -> None:
        """Show another text; `details` are for the mouse, in place of the whole."""
        self._whole, self._details = text, details
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width() - 2 * self._side
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(self._details or (self._whole if shown != self._whole else ""))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
