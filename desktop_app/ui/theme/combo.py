"""A field with a list to choose from, as quiet as the rest of the window."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

_ARM = 3.5  # pixels, of the chevron
_FROM_EDGE = 14  # pixels


class Combo(QComboBox):
    """Draws its own chevron, and does not change under a wheel that scrolls something else."""

    def __init__(self, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self.setEditable(editable)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.2))
        painter.translate(self.width() - _FROM_EDGE, self.height() / 2)
        low = _ARM / 2
        painter.drawPolyline([QPointF(-_ARM, -low), QPointF(0, low), QPointF(_ARM, -low)])

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
