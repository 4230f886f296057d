"""The paper under the text, and the mark that shows where a drop will land."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.theme.colours import Colours

GAP = 22  # pixels of desk above the page


def paint_page(painter: QPainter, viewport: QRect, scrolled: int, colours: Colours) -> None:
    """Paint desk and page; the page goes on below what is in view.

    Args:
        painter: of the viewport.
        viewport: its rectangle; as wide as the page.
        scrolled: pixels that the text has moved up.
        colours: in use.
    """
    painter.fillRect(viewport, QColor(colours.desk))
    top = max(GAP - scrolled, -GAP)
    page = QRectF(0.5, top + 0.5, viewport.width() - 1, viewport.height() + 2 * GAP)
    painter.setPen(QPen(QColor(colours.line)))
    painter.setBrush(QColor(colours.page))
    painter.drawRoundedRect(page, 3, 3)


def paint_drop_mark(painter: QPainter, caret: QRect, colours: Colours) -> None:
    """Paint an upright line with a bar on top where dropped text will begin."""
    painter.setPen(QPen(QColor(colours.accent), 2))
    x = caret.left() + 0.5
    painter.drawLine(QPointF(x, caret.top() + 2), QPointF(x, caret.bottom() - 2))
    painter.drawLine(QPointF(x - 5, caret.top() + 2), QPointF(x + 5, caret.top() + 2))
