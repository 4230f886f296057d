"""A tree as quiet as the rest of the window."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QTreeView, QWidget
from typing_extensions import override

_INDENTATION = 14  # pixels
_ARM = 3.5  # pixels, of a chevron


class Tree(QTreeView):
    """Headings under headings: small chevrons, and no box beside the row that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENTATION)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    @override
    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Over the box that Qt has painted; the tree's own background is transparent.
        painter.fillRect(rect, QGuiApplication.palette().window())
        if not self.model().hasChildren(index):
            return
        centre = QPointF(rect.right() - _INDENTATION / 2, rect.center().y() + 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.2))
        painter.translate(centre)
        if self.isExpanded(index):
            painter.rotate(90)
        tip = QPointF(_ARM / 2, 0)
        painter.drawPolyline([QPointF(-_ARM / 2, -_ARM), tip, QPointF(-_ARM / 2, _ARM)])
        painter.restore()
