"""Opens the library's window when it is first asked for, and keeps it as the library is."""

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.bridge.import_job import ImportProgress, ImportSummary
from desktop_app.ui.library.progress_text import progress_sentence
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.importer import Importer
from desktop_app.ui.window.window_state import WindowState

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.library.library_window import LibraryWindow

_PLACE, _COLUMNS = "library-geometry", "library-columns"
_SOON = 2000  # milliseconds after the start, when the writer has the page before the eyes
_log = logging.getLogger(__name__)


class LibraryOpener(QObject):
    """Between the library's window, the imports and the page's window.

    Signals:
        failed(str): a problem that has no other place to be told, in one sentence.
        touched(): what the suggestions draw on has changed.
    """

    failed = Signal(str)
    touched = Signal()

    def __init__(
        self, engine: Engine, importer: Importer, theme: Theme, state: WindowState, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._importer = importer
        self._theme = theme
        self._state = state
        self._window: LibraryWindow | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._ask_folders)
        importer.began.connect(self._show_beginning)
        importer.progressed.connect(self._show_progress)
        importer.ended.connect(self._show_end)
        importer.noticed.connect(self._show_end)
        importer.folder_read.connect(self._watch)

    @property
    def window(self) -> "LibraryWindow | None":
        """The library's window, if it was ever opened."""
        return self._window

    def open(self) -> None:
        """Show the library's window."""
        if self._window is None:
            self._window = self._made()
        self._window.open()

    def reread_soon(self) -> None:
        """Read the watched folders again when the window's start is over."""
        self._soon.start()

    def stop(self) -> None:
        """The page's window closes, and the library's with it."""
        self._soon.stop()
        window, self._window = self._window, None
        if window is not None:
            self._state.save(_PLACE, window.saveGeometry())
            self._state.save(_COLUMNS, window.papers.table.horizontalHeader().saveState())
            window.close()
            window.deleteLater()

    def _made(self) -> "LibraryWindow":
        from desktop_app.ui.library.catalogue import Catalogue  # noqa: PLC0415 — not at the start
        from desktop_app.ui.library.library_window import LibraryWindow  # noqa: PLC0415

        catalogue = Catalogue(self._engine, self)
        catalogue.touched.connect(self.touched)
        window = LibraryWindow(catalogue, self._theme)
        window.import_asked.connect(self._importer.import_paths)
        window.reread_asked.connect(self._importer.reread)
        window.restoreGeometry(self._state.saved(_PLACE))
        window.papers.table.horizontalHeader().restoreState(self._state.saved(_COLUMNS))
        return window

    # Folders

    def _ask_folders(self) -> None:
        self._engine.ask("reread", {"verb": "folders"}, self._reread, self._pass_over)

    def _reread(self, answer: dict[str, Any]) -> None:
        if answer["folders"]:
            self._importer.reread(quiet=True)

    def _pass_over(self, sentence: str) -> None:
        _log.warning("The watched folders are not known: %s", sentence)

    def _watch(self, folder: "Path") -> None:
        lane = f"watch-{folder}"  # of its own: none may be overtaken by the next
        question = {"verb": "watch", "path": str(folder), "watched": True}
        self._engine.ask(lane, question, self._show_folders, self.failed.emit)

    def _show_folders(self, answer: dict[str, Any]) -> None:
        if self._window is not None:
            self._window.show_folders(answer["folders"])

    # Imports

    def _show_beginning(self) -> None:
        self._say(self.tr("Looking through the files…"))

    def _show_progress(self, progress: ImportProgress) -> None:
        self._say(progress_sentence(progress))

    def _show_end(self, _summary: ImportSummary | None) -> None:
        self._say("")
        if self._window is not None and self._window.isVisible():
            self._window.refresh()

    def _say(self, sentence: str) -> None:
        if self._window is not None:
            self._window.show_note(sentence)
