"""An import in a process of its own: it may take minutes and meet broken files."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.program import error_text, program_process

_GOODBYE = 3000  # milliseconds for the paper at hand
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of the files; `failed` holds paths and reasons as sentences."""

    imported: int
    unchanged: int
    duplicates: int
    failed: tuple[tuple[str, str], ...]
    documents: int


class ImportJob(QObject):
    """One import.

    Signals:
        progressed(int, int, str): files done, files in all, name of the one at hand.
        finished(object): an ImportSummary.
        refused(str): nothing could be imported; a sentence for the user.
    """

    progressed = Signal(int, int, str)
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
        arguments = ["--library", str(library), "import", "--progress", "--"]
        self._process = program_process([*arguments, *map(str, paths)], language, self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail_to_start)
        self._rest = b""
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
                progress = said["progress"]
                name = Path(progress["path"]).name
                self.progressed.emit(progress["done"], progress["total"], name)
            elif "error" in said:
                self._refusal = said["error"]
            else:
                self._summary = _read_summary(said)

    def _end(self) -> None:
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
    )
