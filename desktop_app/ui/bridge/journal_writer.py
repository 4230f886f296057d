"""Writes the journal off the window's thread, because a disk may take its time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from desktop_app.core.document.draft_file import DraftFile, write_draft
from desktop_app.core.errors import FileNotWritten
from desktop_app.session.journal import Journal, JournalEntry

_GOODBYE = 3000  # milliseconds


class _Write(QRunnable):
    """Holds values and bound signals only; a QObject could be destroyed on the pool's thread."""

    def __init__(
        self,
        write: Callable[[], None],
        written: Callable[[], None],
        failed: Callable[[object], None],
    ) -> None:
        super().__init__()
        self._write = write
        self._written = written
        self._failed = failed

    @override
    def run(self) -> None:
        try:
            self._write()
        except FileNotWritten as error:
            self._failed(error)
        else:
            self._written()


class JournalWriter(QObject):
    """Keeps the journal of one window.

    Signals:
        written(): the journal has the draft.
        failed(object): it could not be written; a FileNotWritten.
    """

    written = Signal()
    failed = Signal(object)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def write(self, file: DraftFile, *, path: str, digest: str, name: str, caret: int) -> None:
        """Put down the draft as it is now."""

        def write() -> None:
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            self._journal.write(JournalEntry(write_draft(file), path, digest, name, caret, now))

        self._pool.start(_Write(write, self.written.emit, self.failed.emit))

    def clear(self) -> None:
        """Forget the draft, when what is being written is down."""
        self._pool.waitForDone(_GOODBYE)
        self._journal.clear()

    def finish(self) -> None:
        """Wait for what is being written."""
        self._pool.waitForDone(_GOODBYE)
