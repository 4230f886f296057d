"""跟踪的文件夹: folders that are read again at each start."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.dialogs.files import ask_folder_to_import, documents_folder
from desktop_app.ui.library.action_button import ActionButton
from desktop_app.ui.theme.named import named


class FolderTab(QWidget):
    """Lists the watched folders.

    Signals:
        added(object): a folder is to be watched and read; its path.
        removed(object): these folders are to be watched no longer; their paths.
        reread_asked(): all of them are to be read again now.
    """

    added = Signal(object)
    removed = Signal(object)
    reread_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = named(QLabel(), "note")
        self._note.setWordWrap(True)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.add = QAction(self.tr("Add a folder…"), self)
        self.remove = QAction(self.tr("Follow no longer"), self)
        self.remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.reread = QAction(self.tr("Read again now"), self)
        self.list.addActions([self.remove])
        self._lay_out()
        self.add.triggered.connect(self._add)
        self.remove.triggered.connect(self._remove)
        self.reread.triggered.connect(self.reread_asked)
        self.list.itemSelectionChanged.connect(self._follow_selection)
        self.show_folders(())

    def show_folders(self, folders: Sequence[str]) -> None:
        """Show which folders are watched."""
        self.list.clear()
        for folder in folders:
            item = QListWidgetItem(folder, self.list)
            item.setToolTip(folder)
        self._note.setText(
            self.tr("New and changed files in these folders are read in at each start.")
            if folders
            else self.tr("A folder that you import is followed from then on, or add one here.")
        )
        self.reread.setEnabled(bool(folders))
        self._follow_selection()

    def _selected(self) -> list[str]:
        return [item.text() for item in self.list.selectedItems()]

    def _follow_selection(self) -> None:
        self.remove.setEnabled(bool(self._selected()))

    def _add(self) -> None:
        folder = ask_folder_to_import(self, documents_folder())
        if folder is not None:
            self.added.emit(Path(folder))

    def _remove(self) -> None:
        self.removed.emit([Path(folder) for folder in self._selected()])

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for action in (self.add, self.remove, self.reread):
            row.addWidget(ActionButton(action))
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._note)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
