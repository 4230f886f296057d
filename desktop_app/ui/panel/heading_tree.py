"""Headings that can be put into the draft."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from desktop_app.ui.theme.tree import Tree


class HeadingTree(Tree):
    """Headings below headings, to be dragged from and taken with Enter or a double click.

    Signals:
        taken(QModelIndex): a row is wanted, with all below it.
        left(): Escape was pressed.
        menu_wanted(QModelIndex, QPoint): the menu of a row is wanted, at a place of the screen.
    """

    taken = Signal(QModelIndex)
    left = Signal()
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setExpandsOnDoubleClick(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.doubleClicked.connect(self.taken)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.taken.emit(index)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(index, below if by_key else event.globalPos())
