"""An import in a process of its own: it may take minutes and meet broken files."""

import json
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.import_pace import Pace, Stopwatch
from desktop_app.ui.bridge.program import error_text, program_process

_GOODBYE = 3000  # milliseconds for the paper at hand
_BREATH = 50  # milliseconds between two accounts of the progress
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import has come.

    Attributes:
        done: files that are done.
        total: files in all.
        name: of the file at hand.
        pace: how fast it goes.
    """

    done: int
    total: int
    name: str
    pace: Pace


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of the files.

    Attributes:
        imported: papers that were read in.
        unchanged: files that the library has already.
        duplicates: files with the text of a paper that it has.
        failed: paths and reasons, as sentences.
        documents: papers that the library holds now.
        skipped: files of kinds that hold no papers.
    """

    imported: int
    unchanged: int
    duplicates: int
    failed: tuple[tuple[str, str], ...]
    documents: int
    skipped: int = 0


class ImportJob(QObject):
    """One import.

    Args:
        library: folder of the library.
        paths: files, and folders with all below them; none for the folders that are watched.
        language: in which reasons are told.

    Signals:
        progressed(object): an ImportProgress; however fast the files go by, not more often than
            the window can follow.
        finished(object): an ImportSummary.
        refused(str): nothing could be imported; a sentence for the user.
    """

    progressed = Signal(object)
    finished = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        library: Path,
        paths: Sequence[Path],
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        arguments = ["--library", str(library), "import", "--progress"]
        named = ["--", *map(str, paths)] if paths else []
        self._process = program_process([*arguments, *named], language, self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail_to_start)
        self._rest = b""
        self._watch = Stopwatch()
        self._latest: ImportProgress | None = None
        self._breath = QTimer(self, singleShot=True, interval=_BREATH)
        self._breath.timeout.connect(self._tell_progress)
        self._summary: ImportSummary | None = None
        self._refusal = ""

    def start(self) -> None:
        """Begin."""
        self._process.start()

    def cancel(self) -> None:
        """Stop after the paper at hand; what was read so far stays and is summed up."""
        self._process.write(b"cancel\n")

    def stop(self) -> None:
        """End now, because the window closes. The library stays whole."""
        self._process.finished.disconnect(self._end)
        self._breath.stop()
        self.cancel()
        if not self._process.waitForFinished(_GOODBYE):
            self._process.kill()
            self._process.waitForFinished(_GOODBYE)

    def _read(self) -> None:
        data = self._rest + self._process.readAllStandardOutput().data()
        *lines, self._rest = data.split(b"\n")
        for line in lines:
            said = json.loads(line)
            if "progress" in said:
                self._note_progress(**said["progress"])
            elif "error" in said:
                self._refusal = said["error"]
            else:
                self._summary = _read_summary(said)

    def _note_progress(self, done: int, total: int, path: str, **_more: object) -> None:
        pace = self._watch.note(done, total, time.monotonic())
        self._latest = ImportProgress(done, total, Path(path).name, pace)
        if not self._breath.isActive():
            self._tell_progress()

    def _tell_progress(self) -> None:
        latest, self._latest = self._latest, None
        if latest is not None:
            self.progressed.emit(latest)
            self._breath.start()

    def _end(self) -> None:
        self._breath.stop()
        self._tell_progress()
        self._breath.stop()
        if self._summary is not None:
            self.finished.emit(self._summary)
            return
        _log.warning("import: %s", error_text(self._process))
        broken = self.tr("The import broke off; the papers read so far are in the library.")
        self.refused.emit(self._refusal or broken)

    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.refused.emit(self.tr("The import could not be started."))


def _read_summary(said: Mapping[str, Any]) -> ImportSummary:
    return ImportSummary(
        said["imported"],
        said["unchanged"],
        said["duplicates"],
        tuple((failure["path"], failure["reason"]) for failure in said["failed"]),
        said["documents"],
        said.get("skipped", 0),
    )
