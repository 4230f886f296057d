"""Paints cards: index slips with a label, the text, a note and a star."""

from math import cos, pi, sin

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from desktop_app.ui.models.card_model import CARD_ROLE, Card
from desktop_app.ui.panel.card_layout import MARGIN, PAD, CardLayout, card_fonts, star_rect
from desktop_app.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints the cards of one view.

    Signals:
        star_clicked(object): the card whose star was clicked.
    """

    star_clicked = Signal(object)

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._layout(index.data(CARD_ROLE), width).height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD_ROLE)
        slip = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5 - MARGIN)
        layout = self._layout(card, option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_slip(painter, slip, option.state)
        painter.setPen(QColor(self._theme.colours.ink))
        layout.body.draw(painter, QPointF(slip.left() + PAD, slip.top() + layout.body_top))
        self._paint_small_print(painter, slip, card, layout)
        painter.setPen(QColor(self._theme.colours.faint))
        layout.reasons.draw(painter, QPointF(slip.left() + PAD, slip.top() + layout.reasons_top))
        self._paint_star(painter, slip, kept=card.kept_id is not None)
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and star_rect(QRectF(option.rect)).contains(event.position())
        ):
            self.star_clicked.emit(index.data(CARD_ROLE))
            return True
        return super().editorEvent(event, model, option, index)

    def _layout(self, card: Card, width: int) -> CardLayout:
        return CardLayout(card, width, card_fonts(self._view.font()), self._theme.colours)

    def _paint_slip(self, painter: QPainter, slip: QRectF, state: QStyle.StateFlag) -> None:
        colours = self._theme.colours
        chosen = state & QStyle.StateFlag.State_Selected
        under_mouse = state & QStyle.StateFlag.State_MouseOver
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line)))
        painter.setBrush(QColor(colours.hover if under_mouse and not chosen else colours.card))
        painter.drawRoundedRect(slip, 8, 8)

    def _paint_small_print(
        self, painter: QPainter, slip: QRectF, card: Card, layout: CardLayout
    ) -> None:
        """The label above, and below the note with the key at its end."""
        colours, small = self._theme.colours, card_fonts(self._view.font()).small
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        left, width = slip.left() + PAD, slip.width() - 2 * PAD
        if card.label:
            painter.setPen(QColor(colours.accent))
            painter.drawText(QPointF(left, slip.top() + PAD + metrics.ascent() - 1), card.label)
        painter.setPen(QColor(colours.faint))
        base = slip.top() + layout.note_top + metrics.ascent()
        key = metrics.horizontalAdvance(card.shortcut)
        painter.drawText(QPointF(left + width - key, base), card.shortcut)
        room = width - (key + PAD if card.shortcut else 0)
        note = metrics.elidedText(card.note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, base), note)

    def _paint_star(self, painter: QPainter, slip: QRectF, *, kept: bool) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.accent if kept else colours.faint), 1))
        painter.setBrush(QColor(colours.accent) if kept else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_star(star_rect(slip)))


def _star(place: QRectF) -> QPolygonF:
    """A star with five points, drawn because not every font has one."""
    centre, outer = place.center(), place.width() * 0.42
    radii = (outer, outer * 0.45)
    corners = (
        QPointF(sin(pi * n / 5) * radii[n % 2], -cos(pi * n / 5) * radii[n % 2]) for n in range(10)
    )
    return QPolygonF([centre + corner for corner in corners])
