"""Which files could not be imported, and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)


class ImportFailuresDialog(QDialog):
    """Lists files with the reasons."""

    def __init__(self, failed: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not imported"))
        self.resize(720, 420)
        told = self.tr("Not readable: {count}. The files themselves are untouched.")
        self._list = QTreeWidget()
        self._list.setHeaderLabels([self.tr("File"), self.tr("Reason")])
        self._list.setRootIsDecorated(False)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for path, reason in failed:
            item = QTreeWidgetItem(self._list, [Path(path).name, reason])
            item.setToolTip(0, path)
            item.setToolTip(1, reason)
        header = self._list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 260)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(told.format(count=len(failed))))
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)
