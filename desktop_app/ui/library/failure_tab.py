"""读不了的: files of which no paper could be made, and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.library.action_button import ActionButton
from desktop_app.ui.library.originals import open_folder_of
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.table import Table

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FILE, _REASON, _FOLDER = range(3)
_WIDTHS = {_FILE: 280, _FOLDER: 320}  # pixels; the reason has what is left


class FailureModel(QAbstractTableModel):
    """Pairs of path and reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failures: list[tuple[str, str]] = []

    def show(self, failures: Sequence[tuple[str, str]]) -> None:
        """Show other failures."""
        self.beginResetModel()
        self._failures = list(failures)
        self.endResetModel()

    def path(self, number: int) -> str:
        """The file in a row."""
        return self._failures[number][0]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._failures)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        path, reason = self._failures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (Path(path).name, reason, str(Path(path).parent))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return reason if index.column() == _REASON else path
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("File"), self.tr("Reason"), self.tr("Folder"))[section]


class FailureTab(QWidget):
    """Lists the failures, to be tried again.

    Signals:
        retry_asked(object): these paths are to be imported again.
        told(str): a problem, in one sentence.
    """

    retry_asked = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.failures = FailureModel(self)
        self.table = Table()
        self.table.setModel(self.failures)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.show_hint(self.tr("Every file could be read."))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.retry = QAction(self.tr("Try again"), self)
        self.folder = QAction(self.tr("Open its folder"), self)
        self.table.addActions([self.retry, self.folder])
        self._note = named(QLabel(), "note")
        self._lay_out()
        self.retry.triggered.connect(self._retry)
        self.folder.triggered.connect(self._open_folder)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)
        self.failures.modelReset.connect(self._follow_selection)
        self._follow_selection()

    def show_failures(self, failures: Sequence[tuple[str, str]], skipped: int) -> None:
        """Show which files could not be read, and how many of other kinds were passed over."""
        self.failures.show(failures)
        untouched = self.tr("The files themselves are untouched.")
        passed = self.tr("Passed over, being no papers: {count} files.")
        told = (
            untouched if failures else "",
            passed.format(count=f"{skipped:,}") if skipped else "",
        )
        self._note.setText("  ·  ".join(filter(None, told)))

    def _selected(self) -> list[str]:
        rows = self.table.selectionModel().selectedRows()
        return [self.failures.path(number) for number in sorted(row.row() for row in rows)]

    def _follow_selection(self) -> None:
        chosen = self._selected()
        some = self.tr("Try {count} again").format(count=len(chosen))
        self.retry.setText(some if chosen else self.tr("Try all again"))
        self.retry.setEnabled(self.failures.rowCount() > 0)
        self.folder.setEnabled(len(chosen) == 1)

    def _retry(self) -> None:
        every = [self.failures.path(number) for number in range(self.failures.rowCount())]
        wanted = dict.fromkeys(self._selected() or every)  # several may lie in one archive
        self.retry_asked.emit([Path(path) for path in wanted])

    def _open_folder(self) -> None:
        problem = open_folder_of(self._selected()[0])
        if problem:
            self.told.emit(problem)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ActionButton(self.retry))
        row.addWidget(ActionButton(self.folder))
        row.addStretch()
        row.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
