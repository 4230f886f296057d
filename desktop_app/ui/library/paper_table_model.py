"""The papers of the library as a table.

Filtering and sorting happen here and not in a proxy, which would ask Python for every comparison:
ten thousand rows are put in order in one go.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QCollatorSortKey,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from desktop_app.ui.library.names import state_explanation, state_name
from desktop_app.ui.library.paper_filter import PaperFilter, searched_text
from desktop_app.ui.library.paper_row import PaperRow, PaperState

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    GENRE = 1
    YEAR = 2
    BODY = 3
    PLACE = 4
    CHARACTERS = 5
    STATE = 6


_FIGURES = (Column.YEAR, Column.CHARACTERS)
_STATES = tuple(PaperState)
_COLUMNS = len(Column)
_ROLES = (  # those that there is something to say to
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.TextAlignmentRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.ForegroundRole,
)


class PaperTableModel(QAbstractTableModel):
    """Shows those papers that a filter admits, in an order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[PaperRow] = []
        self._shown: list[PaperRow] = []
        self._texts: dict[int, str] = {}  # what the filter's words are looked for in
        self._keys: dict[str, QCollatorSortKey] = {}
        self._filter = PaperFilter()
        self._order = Column.YEAR, Qt.SortOrder.DescendingOrder
        self._collator = QCollator(QLocale(QLocale.Language.Chinese))
        self._collator.setNumericMode(True)

    @property
    def total(self) -> int:
        """How many papers there are, shown or not."""
        return len(self._all)

    @property
    def order(self) -> tuple[Column, Qt.SortOrder]:
        """By which column the papers are sorted, and in which direction."""
        return self._order

    def show(self, rows: Iterable[PaperRow]) -> None:
        """Show other papers, under the same filter and in the same order."""
        self.beginResetModel()
        self._all = list(rows)
        self._texts.clear()
        self._sort()
        self._admit()
        self.endResetModel()

    def narrow(self, wanted: PaperFilter) -> None:
        """Show only those papers that a filter admits."""
        if wanted != self._filter:
            self.beginResetModel()
            self._filter = wanted
            self._admit()
            self.endResetModel()

    def replace(self, rows: Iterable[PaperRow]) -> None:
        """Some papers have changed; they stay where they are, so that the eye does not lose them.

        A filter that they pass no longer, or an order, counts again when it is next used.
        """
        changed = {row.id: row for row in rows}
        self._all = [changed.get(row.id, row) for row in self._all]
        for paper in changed:
            self._texts.pop(paper, None)
        at = self.numbers(changed)
        for number in at:
            self._shown[number] = changed[self._shown[number].id]
        if at:
            self.dataChanged.emit(self.index(at[0], 0), self.index(at[-1], Column.STATE))

    def remove(self, ids: Iterable[int]) -> None:
        """Some papers are gone."""
        gone = set(ids)
        self.beginResetModel()
        self._all = [row for row in self._all if row.id not in gone]
        self._shown = [row for row in self._shown if row.id not in gone]
        self.endResetModel()

    def genres(self) -> list[str]:
        """The genres that occur, the most frequent first; an unknown one is left out."""
        counts: dict[str, int] = {}
        for row in self._all:
            counts[row.genre] = counts.get(row.genre, 0) + 1
        counts.pop("", None)
        return sorted(counts, key=counts.__getitem__, reverse=True)

    def paper(self, number: int) -> PaperRow:
        """The paper in a row."""
        return self._shown[number]

    def numbers(self, ids: Iterable[int]) -> list[int]:
        """The rows in which papers are shown, from top to bottom."""
        wanted = set(ids)
        return [number for number, row in enumerate(self._shown) if row.id in wanted]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _COLUMNS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES or not index.isValid():
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _told(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return state_explanation(row.state) if column is Column.STATE else _told(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and row.state is not PaperState.USED:
            return QGuiApplication.palette().placeholderText()
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        column, (sorted_by, order) = Column(section), self._order
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        arrow = " ↑" if order is Qt.SortOrder.AscendingOrder else " ↓"
        return self.column_name(column) + (arrow if column is sorted_by else "")

    def column_name(self, column: Column) -> str:
        """What stands above a column."""
        return (
            self.tr("Title"),
            self.tr("Genre"),
            self.tr("Year"),
            self.tr("Issued by"),
            self.tr("Place"),
            self.tr("Characters"),
            self.tr("State"),
        )[column]

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0 or (Column(column), order) == self._order:
            return
        self.beginResetModel()
        self._order = Column(column), order
        self._sort()
        self._admit()
        self.endResetModel()

    def _sort(self) -> None:
        """Sort stably: papers that are alike here keep the order that they had before."""
        column, order = self._order
        self._all.sort(key=self._key(column), reverse=order is Qt.SortOrder.DescendingOrder)

    def _key(self, column: Column) -> Callable[[PaperRow], Any]:
        """What a column is sorted by: words as a dictionary has them, the unknown at one end."""
        collated = self._collated
        return (
            lambda row: collated(row.title),
            lambda row: collated(row.genre),
            lambda row: row.year or 0,
            lambda row: collated(row.body),
            lambda row: collated(row.place),
            lambda row: row.characters,
            lambda row: _STATES.index(row.state),
        )[column]

    def _collated(self, text: str) -> QCollatorSortKey:
        key = self._keys.get(text)
        if key is None:
            key = self._keys[text] = self._collator.sortKey(text)
        return key

    def _admit(self) -> None:
        if self._filter.words:
            names = {state: state_name(state) for state in PaperState}
            for row in self._all:
                if row.id not in self._texts:
                    self._texts[row.id] = searched_text(row, names[row.state])
        texts, admits = self._texts, self._filter.admits
        self._shown = [row for row in self._all if admits(row, texts.get(row.id, ""))]


def _told(row: PaperRow, column: Column) -> str:
    cells: Sequence[str] = (
        row.title,
        row.genre,
        str(row.year or ""),
        row.body,
        row.place,
        f"{row.characters:,}",
        state_name(row.state),
    )
    return cells[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
