"""Imports of papers, one after another."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.import_job import ImportJob, ImportSummary


class Importer(QObject):
    """Runs imports; what is asked for during one comes after it.

    Args:
        library: folder of the library.
        language: in which reasons are told.

    Signals:
        began(): an import begins.
        progressed(int, int, str): files done, files in all, name of the one at hand.
        ended(object): an ImportSummary, or None if nothing could be imported.
        failed(str): why nothing could be imported.
    """

    began = Signal()
    progressed = Signal(int, int, str)
    ended = Signal(object)
    failed = Signal(str)

    def __init__(self, library: Path, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._language: Language = language
        self._job: ImportJob | None = None
        self._waiting: list[Path] = []

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files, and folders with all below them."""
        if self._job is not None:
            self._waiting += paths
        elif paths:
            self._begin(paths)

    def cancel(self) -> None:
        """Stop after the paper at hand; what waits is not begun."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """The window closes."""
        self._waiting.clear()
        job, self._job = self._job, None
        if job is not None:
            job.stop()

    def _begin(self, paths: Sequence[Path]) -> None:
        self._job = ImportJob(self._library, paths, self._language, self)
        self._job.progressed.connect(self.progressed)
        self._job.finished.connect(self._end)
        self._job.refused.connect(self._refuse)
        self.began.emit()
        self._job.start()

    def _refuse(self, sentence: str) -> None:
        self._end(None)
        self.failed.emit(sentence)

    def _end(self, summary: ImportSummary | None) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self.ended.emit(summary)
        waiting, self._waiting = self._waiting, []
        self.import_paths(waiting)
