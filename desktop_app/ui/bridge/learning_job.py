"""Learning from a library that has grown, in a process of its own, while nobody waits for it."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.program import error_text, program_process

_REST = 60_000  # milliseconds after an import, until which another one may begin
_GOODBYE = 1000  # milliseconds
_log = logging.getLogger(__name__)


class LearningJob(QObject):
    """Learns some time after imports, if the library has grown enough since the last time.

    It may be ended at any time; what was learned counts only when it is complete.
    """

    def __init__(self, library: Path, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        arguments = ["--library", str(library), "learn", "--if-due"]
        self._process = program_process(arguments, language, self)
        self._process.finished.connect(self._end)
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._begin)

    def plan(self) -> None:
        """Learn when no import has ended for a while."""
        self._soon.start()

    def stop(self) -> None:
        """End now, because the window closes."""
        self._soon.stop()
        self._process.finished.disconnect(self._end)
        if self._is_running():
            self._process.kill()
            self._process.waitForFinished(_GOODBYE)

    def _begin(self) -> None:
        if not self._is_running():
            self._process.start()

    def _is_running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _end(self, status: int) -> None:
        if status:  # suggestions go on as they are
            _log.warning("learning: %s", error_text(self._process))
