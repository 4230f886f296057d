"""Paints the sections of an outline: at the end of the row, how many papers have each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop_app.ui.models.template_model import COUNT_ROLE, WORDINGS_ROLE

Index = QModelIndex | QPersistentModelIndex

_PAD = 6  # pixels


class SectionDelegate(QStyledItemDelegate):
    """Leaves the heading as it is, and room for the count; ▾ says that there are other wordings."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note = self._note(index)
        room = QFontMetrics(option.font).horizontalAdvance(note) + _PAD if note else 0
        whole = QRect(option.rect)
        option.rect.setWidth(max(0, whole.width() - room))
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole.adjusted(0, 0, -_PAD // 2, 0), end, note)
        painter.restore()

    def _note(self, index: Index) -> str:
        papers = index.data(COUNT_ROLE) or 1
        count = f"{papers}×" if papers > 1 else ""
        return count + (" ▾" if index.data(WORDINGS_ROLE) else "")
