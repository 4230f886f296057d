"""The table of papers: many can be chosen, one is current."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget
from typing_extensions import override

from desktop_app.ui.library.paper_row import PaperRow
from desktop_app.ui.library.paper_table_model import Column, PaperTableModel
from desktop_app.ui.theme.table import Table

_WIDTHS = {
    Column.GENRE: 102,
    Column.YEAR: 68,
    Column.BODY: 114,
    Column.PLACE: 78,
    Column.CHARACTERS: 92,
    Column.STATE: 86,
}  # pixels; the title has what is left


class PaperTable(Table):
    """Shows the catalogue; what was chosen stays chosen when it is filtered, sorted or read anew.

    Its own actions stand in the menu of a paper.

    Signals:
        chosen(object): the current paper is another one; a PaperRow, or None.
        selection_changed(): other papers are selected.
        opened(): the current paper is to be read.
        removal_asked(): the selected papers are to go.
    """

    chosen = Signal(object)
    selection_changed = Signal()
    opened = Signal()
    removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers = PaperTableModel(self)
        self._kept: tuple[int | None, tuple[int, ...], int] = (None, (), 0)
        self._told: PaperRow | None = None
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._tell)
        self.setModel(self.papers)
        self._look()
        self.papers.modelAboutToBeReset.connect(self._keep_selection)
        self.papers.modelReset.connect(self._restore_selection)
        self.papers.dataChanged.connect(self._settle.start)
        # The head would look through all rows at each painting for columns that are selected.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self.papers, self))
        selection = self.selectionModel()
        selection.currentRowChanged.connect(self._settle.start)
        selection.selectionChanged.connect(self._settle.start)
        self.doubleClicked.connect(self._open)

    def current(self) -> PaperRow | None:
        """The paper that the keyboard is at."""
        index = self.currentIndex()
        return self.papers.paper(index.row()) if index.isValid() else None

    def selected(self) -> list[PaperRow]:
        """The papers that are chosen, from top to bottom."""
        numbers: set[int] = set()
        for stretch in self.selectionModel().selection().toList():
            numbers.update(range(stretch.top(), stretch.bottom() + 1))
        return [self.papers.paper(number) for number in sorted(numbers)]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.selected():
            self.removal_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # it closes the window
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the papers that are chosen, and with the table."""
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.addSeparator()
        order = menu.addMenu(self.tr("Sort by"))
        for column in Column:
            action = order.addAction(self.papers.column_name(column))
            action.setData(int(column))
        order.triggered.connect(self._sort_by)
        return menu

    def _look(self) -> None:
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            columns.resizeSection(column, width)
        columns.setSortIndicator(*self.papers.order)
        self.setSortingEnabled(True)

    def _sort_by(self, action: QAction) -> None:
        column, order = self.papers.order
        chosen = Column(action.data())
        ascending = Qt.SortOrder.AscendingOrder
        turned = Qt.SortOrder.DescendingOrder if order is ascending else ascending
        self.sortByColumn(chosen, turned if chosen is column else ascending)

    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit()

    # A reset of the model would forget what is chosen.

    def _keep_selection(self) -> None:
        current = self.current()
        selected = tuple(row.id for row in self.selected())
        self._kept = current.id if current else None, selected, self.currentIndex().row()

    def _restore_selection(self) -> None:
        current, selected, before = self._kept
        numbers = self.papers.numbers(selected)
        at = self.papers.numbers(() if current is None else (current,))
        last = self.papers.rowCount() - 1
        place = at[0] if at else min(max(0, before), last)
        if place >= 0:
            self._select(place, numbers or [place])
        self._settle.start()

    def _select(self, current: int, numbers: Sequence[int]) -> None:
        selection, flags = QItemSelection(), QItemSelectionModel.SelectionFlag
        for first, last in _stretches(numbers):
            selection.select(self.papers.index(first, 0), self.papers.index(last, 0))
        model, index = self.selectionModel(), self.papers.index(current, 0)
        model.setCurrentIndex(index, flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _tell(self) -> None:
        """Tell once what may have come in several steps."""
        current = self.current()
        if current != self._told:
            self._told = current
            self.chosen.emit(current)
        self.selection_changed.emit()


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers without a gap, the smallest first."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
