"""Imports of papers, one after another."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.import_job import ImportJob, ImportProgress, ImportSummary

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An import that is asked for.

    Attributes:
        paths: of files and folders; none for the folders that are watched.
        watched: whether the folders among them are to be watched from then on.
        quiet: whether it is told of only if it has found something.
    """

    paths: tuple[Path, ...]
    watched: bool = False
    quiet: bool = False


class Importer(QObject):
    """Runs imports; what is asked for during one comes after it.

    Args:
        library: folder of the library.
        language: in which reasons are told.

    Signals:
        began(): an import begins that the user is to see.
        progressed(object): how far it has come; an ImportProgress.
        ended(object): an ImportSummary, or None if nothing could be imported.
        noticed(object): a quiet reading has found new papers; an ImportSummary.
        failed(str): why nothing could be imported.
        folder_read(object): a folder has been read to its end and is to be watched; its path.
    """

    began = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    noticed = Signal(object)
    failed = Signal(str)
    folder_read = Signal(object)

    def __init__(self, library: Path, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._language: Language = language
        self._job: ImportJob | None = None
        self._wanted = _Wanted(())
        self._cancelled = False
        self._waiting: list[_Wanted] = []

    def import_paths(self, paths: Sequence[Path], *, watched: bool = True) -> None:
        """Import files, and folders with all below them.

        Args:
            paths: what to import.
            watched: whether the folders are read again at each start from then on.
        """
        if paths:
            self._want(_Wanted(tuple(paths), watched=watched))

    def reread(self, *, quiet: bool = False) -> None:
        """Read the watched folders again; quietly, it is told of only if something was new."""
        self._want(_Wanted((), quiet=quiet))

    def cancel(self) -> None:
        """Stop after the paper at hand; what waits is not begun."""
        self._waiting.clear()
        if self._job is not None:
            self._cancelled = True
            self._job.cancel()

    def stop(self) -> None:
        """The window closes."""
        self._waiting.clear()
        job, self._job = self._job, None
        if job is not None:
            job.stop()

    def _want(self, wanted: _Wanted) -> None:
        if self._job is None:
            self._begin(wanted)
            return
        last = self._waiting[-1] if self._waiting else None
        if last is not None and last.paths and replace(wanted, paths=last.paths) == last:
            self._waiting[-1] = replace(last, paths=last.paths + wanted.paths)
        else:
            self._waiting.append(wanted)
        if self._wanted.quiet and not wanted.quiet:
            self._wanted = replace(self._wanted, quiet=False)  # the user waits for its end now
            self.began.emit()

    def _begin(self, wanted: _Wanted) -> None:
        self._wanted, self._cancelled = wanted, False
        self._job = ImportJob(self._library, wanted.paths, self._language, self)
        self._job.progressed.connect(self._tell_progress)
        self._job.finished.connect(self._end)
        self._job.refused.connect(self._refuse)
        if not wanted.quiet:
            self.began.emit()
        self._job.start()

    def _tell_progress(self, progress: ImportProgress) -> None:
        if not self._wanted.quiet:
            self.progressed.emit(progress)

    def _refuse(self, sentence: str) -> None:
        if self._wanted.quiet:
            _log.warning("The watched folders were not read: %s", sentence)
        else:
            self.ended.emit(None)
            self.failed.emit(sentence)
        self._go_on()

    def _end(self, summary: ImportSummary) -> None:
        wanted = self._wanted
        if wanted.watched and not self._cancelled:
            for folder in filter(Path.is_dir, wanted.paths):
                self.folder_read.emit(folder)
        if not wanted.quiet:
            self.ended.emit(summary)
        elif summary.imported:
            self.noticed.emit(summary)
        self._go_on()

    def _go_on(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        if self._waiting:
            self._begin(self._waiting.pop(0))
