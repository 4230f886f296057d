"""The engine: this program in another process, which holds the library and answers questions.

So neither Python's lock nor a broken file under a memory map reaches the window. Questions are
sorted into lanes. In a lane only the latest question counts: while one is being answered, a new one
waits, and takes the place of another that waits.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.program import error_text, program_process

Fields = dict[str, Any]
Receiver = Callable[[Fields], None]
_PATIENCE = 3  # times that the engine may end without having answered anything
_GOODBYE = 1000  # milliseconds
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Asked:
    """A question on its way, and who waits for the answer."""

    lane: str
    fields: Fields
    receive: Receiver
    refuse: Callable[[str], None]


class Engine(QObject):
    """Asks the library's process; answers come back on the window's thread.

    Args:
        library: folder of the library.
        language: in which refusals are told.

    Signals:
        lost(): the process ended by itself; it is started again at the next question.
    """

    lost = Signal()

    def __init__(self, library: Path, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._process: QProcess | None = None
        self._number = 0
        self._failures = 0
        self._stopped = False
        self._sent: dict[int, _Asked] = {}
        self._waiting: dict[str, _Asked] = {}
        self._rest = b""

    def ask(
        self, lane: str, fields: Fields, receive: Receiver, refuse: Callable[[str], None]
    ) -> None:
        """Send a question when its lane is free.

        Args:
            lane: only the latest question of a lane is sure to be answered.
            fields: of the question; `verb` says which.
            receive: gets the answer.
            refuse: gets a sentence for the user if there is no answer.
        """
        if self._stopped:
            return
        asked = _Asked(lane, fields, receive, refuse)
        if any(other.lane == lane for other in self._sent.values()):
            self._waiting[lane] = asked
        else:
            self._send(asked)

    def forget(self, lane: str) -> None:
        """Nobody wants the answer any more that is on its way in a lane."""
        self._waiting.pop(lane, None)
        self._sent = {n: asked for n, asked in self._sent.items() if asked.lane != lane}

    def stop(self) -> None:
        """End the process for good; what is still asked, or asked later, stays unanswered."""
        self._stopped = True
        self._sent.clear()
        self._waiting.clear()
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._note_end)
        process.closeWriteChannel()
        if not process.waitForFinished(_GOODBYE):
            process.kill()
            process.waitForFinished(_GOODBYE)

    def _send(self, asked: _Asked) -> None:
        if self._failures >= _PATIENCE:
            asked.refuse(self._unavailable())
            return
        self._number += 1
        self._sent[self._number] = asked
        line = json.dumps({"number": self._number, **asked.fields}, ensure_ascii=False)
        process = self._running()
        if process is not None:
            process.write(line.encode("utf-8", "replace") + b"\n")

    def _running(self) -> QProcess | None:
        """The process, started if need be; None where the system has refused to start it."""
        if self._process is None:
            process = program_process(
                ["--library", str(self._library), "serve"], self._language, self
            )
            process.readyReadStandardOutput.connect(self._read_answers)
            process.readyReadStandardError.connect(self._log_errors)
            process.finished.connect(self._note_end)
            process.errorOccurred.connect(self._note_failed_start)
            self._rest = b""
            self._process = process
            process.start()
        return self._process

    def _read_answers(self) -> None:
        if self._process is None:
            return
        data = self._rest + self._process.readAllStandardOutput().data()
        *lines, self._rest = data.split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def _take(self, answer: Fields) -> None:
        self._failures = 0
        asked = self._sent.pop(answer.pop("number"), None)
        if asked is None:
            return
        if waiting := self._waiting.pop(asked.lane, None):
            self._send(waiting)  # the answer that comes now is stale
        elif "error" in answer:
            asked.refuse(answer["error"][self._language])
        else:
            asked.receive(answer)

    def _log_errors(self) -> None:
        if self._process is not None:
            _log.warning("engine: %s", error_text(self._process))

    def _note_failed_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._note_end()

    def _note_end(self) -> None:
        """Tell whoever waits; the next question starts a new process."""
        self._failures += 1
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        asked = [*self._sent.values(), *self._waiting.values()]
        self._sent.clear()
        self._waiting.clear()
        for question in asked:
            question.refuse(self._unavailable())
        self.lost.emit()

    def _unavailable(self) -> str:
        return self.tr("The library's process has ended unexpectedly; your draft is not affected.")
