"""The window of the library: papers, files that could not be read, watched folders."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.ui.library.catalogue import Catalogue
from desktop_app.ui.library.failure_tab import FailureTab
from desktop_app.ui.library.folder_tab import FolderTab
from desktop_app.ui.library.paper_tab import PaperTab
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.window_size import fit_screen

_SIZE = QSize(1280, 780)
_PAPERS, _FAILURES, _FOLDERS = range(3)


class LibraryWindow(QWidget):
    """Stands beside the page and does not keep it from being written on.

    Signals:
        import_asked(object): these paths are to be imported.
        reread_asked(): the watched folders are to be read again.
    """

    import_asked = Signal(object)
    reread_asked = Signal()

    def __init__(self, catalogue: Catalogue, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setWindowTitle(self.tr("Library — Bijia"))
        self._catalogue = catalogue
        self.papers = PaperTab(catalogue, theme)
        self.failures = FailureTab()
        self.folders = FolderTab()
        self._note = named(QLabel(), "note")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setMinimumWidth(1)  # a long name of a file shall not widen the window
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pages = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._names = (self.tr("Papers"), self.tr("Not readable"), self.tr("Followed folders"))
        self._lay_out()
        self._connect()
        self._add_keys()

    def open(self) -> None:
        """Show the window as the library is now."""
        if not self.isVisible():
            self._note.clear()
            self.papers.table.show_hint(self.tr("Looking through the library…"))
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.papers.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Ask for everything anew."""
        self._catalogue.ask_all()

    def open_tab(self, number: int) -> None:
        """Show a tab, counted from 0, and put the keyboard's focus into it."""
        self._tabs.button(number).click()
        inside = (self.papers.table, self.failures.table, self.folders.list)
        inside[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_note(self, sentence: str) -> None:
        """Say how an import goes, or what went wrong; empty when it is over."""
        self._note.setText(sentence)
        self._note.setToolTip(sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.papers.words.hasFocus() and self.papers.words.text():
            self.papers.words.clear()
        else:
            self.close()

    def _show_failures(self, failures: Sequence[tuple[str, str]], skipped: int) -> None:
        self.failures.show_failures(failures, skipped)
        self._name_tab(_FAILURES, len(failures))

    def show_folders(self, folders: Sequence[str]) -> None:
        """Show which folders are watched."""
        self.folders.show_folders(folders)
        self._name_tab(_FOLDERS, len(folders))

    def _name_tab(self, tab: int, count: int) -> None:
        name = self._names[tab]
        self._tabs.button(tab).setText(f"{name} {count:,}" if count else name)

    def _watch(self, folder: Path) -> None:
        self._catalogue.watch(str(folder), watched=True)
        self.import_asked.emit([folder])

    def _unwatch(self, folders: Sequence[Path]) -> None:
        for folder in folders:
            self._catalogue.watch(str(folder), watched=False)

    def _find(self) -> None:
        self.open_tab(_PAPERS)
        self.papers.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.papers.words.selectAll()

    def _open_next(self) -> None:
        self.open_tab((self._tabs.checkedId() + 1) % len(self._names))

    def _connect(self) -> None:
        catalogue = self._catalogue
        catalogue.failures_told.connect(self._show_failures)
        catalogue.folders_told.connect(self.show_folders)
        catalogue.refused.connect(self.show_note)
        self._tabs.idClicked.connect(self._pages.setCurrentIndex)
        self.papers.told.connect(self.show_note)
        self.failures.told.connect(self.show_note)
        self.failures.retry_asked.connect(self.import_asked)
        self.folders.added.connect(self._watch)
        self.folders.removed.connect(self._unwatch)
        self.folders.reread_asked.connect(self.reread_asked)

    def _add_keys(self) -> None:
        slots = {
            QKeySequence(QKeySequence.StandardKey.Find): self._find,
            QKeySequence(QKeySequence.StandardKey.Refresh): self.refresh,
            QKeySequence(QKeySequence.StandardKey.Close): self.close,
            QKeySequence("Ctrl+Tab"): self._open_next,
        }
        for key, slot in slots.items():
            QShortcut(key, self, slot)
        for number in range(len(self._names)):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(partial(self.open_tab, number))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for number, page in enumerate((self.papers, self.failures, self.folders)):
            tab = named(QPushButton(self._names[number]), "tab")
            tab.setCheckable(True)
            tab.setChecked(number == 0)
            self._tabs.addButton(tab, number)
            self._pages.addWidget(page)
            row.addWidget(tab)
        row.addWidget(self._note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self._pages, 1)
        fit_screen(self, _SIZE)
