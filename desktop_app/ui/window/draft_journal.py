"""The journal of the draft on the page: never more than two seconds behind."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.bridge.journal_writer import JournalWriter
from desktop_app.ui.editor.page_editor import PageEditor

_PAUSE = 1000  # milliseconds from the first change until it is put down


@dataclass(frozen=True, slots=True)
class DraftIdentity:
    """Where a draft belongs.

    Attributes:
        path: its file; None for one that was never saved.
        digest: of that file's bytes when the draft was opened or saved.
        name: what it is called without a title.
    """

    path: Path | None = None
    digest: str = ""
    name: str = ""


class DraftJournal(QObject):
    """Puts the draft down while it has changes.

    Attributes:
        identity: where the draft belongs; kept right by the draft's keeper.

    Signals:
        written(): the journal has the draft.
        failed(object): it could not be written; the error.
    """

    written = Signal()
    failed = Signal(object)

    def __init__(self, editor: PageEditor, writer: JournalWriter) -> None:
        super().__init__(editor)
        self.identity = DraftIdentity()
        self._editor = editor
        self._writer = writer
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.write)
        writer.written.connect(self.written)
        writer.failed.connect(self.failed)
        editor.draft_replaced.connect(self._watch_draft)
        self._watch_draft()

    def write(self) -> None:
        """Put the draft down now, if it has changes."""
        if not self._editor.draft.isModified():
            return
        self._writer.write(
            self._editor.draft.to_file(),
            path=str(self.identity.path or ""),
            digest=self.identity.digest,
            name=self.identity.name,
            caret=self._editor.textCursor().position(),
        )

    def forget(self) -> None:
        """The draft is saved, or its changes are not wanted."""
        self._timer.stop()
        self._writer.clear()

    def finish(self) -> None:
        """The window closes: wait for what is being written."""
        self._timer.stop()
        self._writer.finish()

    def _watch_draft(self) -> None:
        # At the first change of all Qt tells last that there is one.
        self._editor.draft.contentsChange.connect(self._note_change)
        self._editor.draft.modificationChanged.connect(self._note_change)

    def _note_change(self) -> None:
        if self._editor.draft.isModified() and not self._timer.isActive():
            self._timer.start()
