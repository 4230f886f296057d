"""Keeps the draft safe: opening, saving, recovery, changes on disk by others."""

import re
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTime, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop_app.core.document.draft_file import DraftFile, read_draft
from desktop_app.core.errors import BijiaError, FileNotWritten, Language
from desktop_app.session.draft import (
    DraftChangedOnDisk,
    OpenedDraft,
    WordIsNoDraft,
    disk_digest,
    open_draft,
    save_draft,
)
from desktop_app.session.journal import JournalEntry
from desktop_app.ui.dialogs.files import (
    ask_draft_to_open,
    ask_place_to_export,
    ask_place_to_save,
    documents_folder,
)
from desktop_app.ui.dialogs.questions import Leaving, ask_before_leaving, ask_to_overwrite
from desktop_app.ui.editor.caret_context import draft_title
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_journal import DraftIdentity, DraftJournal
from desktop_app.ui.window.word_files import WordFiles

_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAME_LENGTH = 60
_NEW = DraftFile(("",), (None,))


class DraftKeeper(QObject):
    """Knows where the draft on the page belongs.

    Signals:
        named(str): what to call the draft in the window's title.
        told(str): a note for the writer.
        failed(str): a problem, in one sentence.
        saved_told(str): whether and when the draft was saved.
        opened(object): the path of a draft that was opened or saved.
        missed(object): the path of a draft that is not there.
    """

    named = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    saved_told = Signal(str)
    opened = Signal(object)
    missed = Signal(object)

    def __init__(
        self, editor: PageEditor, words: WordFiles, journal: DraftJournal, language: Language
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._words = words
        self._journal = journal
        self._language: Language = language
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._note_change_on_disk)
        words.was_read.connect(self._show_if_free)
        words.refused.connect(self._refuse)
        words.exported.connect(self.told)
        words.failed.connect(self.failed)
        journal.written.connect(self._tell_kept_safe)
        journal.failed.connect(self._tell_journal_failure)
        editor.draft_replaced.connect(self._watch_draft)
        self._watch_draft()
        self._belong(DraftIdentity())

    @property
    def path(self) -> Path | None:
        """The draft's file; None if it was never saved."""
        return self._journal.identity.path

    # Opening

    def new(self) -> None:
        """Begin an empty draft."""
        self._words.stop_reading()
        if self.may_leave():
            self._editor.open_draft(_NEW)
            self._belong(DraftIdentity())

    def ask_and_open(self) -> None:
        """Let the writer choose a draft."""
        path = ask_draft_to_open(self._window(), self._folder())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a draft, or a paper of another format as the beginning of a new one."""
        self._words.stop_reading()
        # Read once more: the draft that is left may have been saved to this very file.
        if self._read(path) and self.may_leave() and (opened := self._read(path)):
            self._show(opened)

    def recover(self, entry: JournalEntry) -> None:
        """Go on with the draft that a crash left behind."""
        self._editor.open_draft(read_draft(entry.text))
        path = Path(entry.path) if entry.path else None
        self._belong(DraftIdentity(path, entry.digest, entry.name))
        cursor = QTextCursor(self._editor.draft)
        cursor.setPosition(min(entry.caret, self._editor.draft.characterCount() - 1))
        self._editor.setTextCursor(cursor)
        self._editor.draft.setModified(True)
        written = entry.written_at[11:16]
        told = self.tr("The program ended unexpectedly; the draft was recovered as of {time}.")
        self.told.emit(told.format(time=written))

    def _read(self, path: Path) -> OpenedDraft | None:
        """A draft; None if it is refused, or a Word file, which is shown when it has been read."""
        try:
            return open_draft(path)
        except WordIsNoDraft:
            self._words.read(path)
        except BijiaError as error:
            self._refuse(path, error.sentence(self._language))
        return None

    def _show(self, opened: OpenedDraft) -> None:
        self._editor.open_draft(opened.file)
        self._belong(DraftIdentity(opened.path, opened.digest, opened.name))
        if opened.path is not None:
            self.opened.emit(opened.path)
        else:
            told = self.tr("“{name}” was taken as a new draft; the file itself stays as it is.")
            self.told.emit(told.format(name=opened.name))

    def _show_if_free(self, opened: OpenedDraft) -> None:
        """Show what was read; meanwhile the writer may have written on."""
        if self.may_leave():
            self._show(opened)

    def _refuse(self, path: Path, sentence: str) -> None:
        self.missed.emit(path)
        self.failed.emit(f"“{path.name}”：{sentence}")

    # Saving

    def save(self) -> bool:
        """Save to the draft's file, or ask for one; whether the draft is saved now."""
        if self.path is None:
            return self.save_as()
        return self._save(self.path, self._journal.identity.digest)

    def save_as(self) -> bool:
        """Ask for a file and save to it; whether the draft is saved now."""
        path = ask_place_to_save(self._window(), self._folder() / f"{self._proposed_name()}.md")
        if path is None:
            return False
        return self._save(path, self._journal.identity.digest if path == self.path else "")

    def _save(self, path: Path, known_digest: str) -> bool:
        try:
            digest = self._save_or_ask(path, known_digest)
        except BijiaError as error:
            self.failed.emit(error.sentence(self._language))
            return False
        if not digest:
            return False
        self._journal.forget()
        self._editor.draft.setModified(False)
        self._belong(DraftIdentity(path, digest, path.stem))
        self.saved_told.emit(self.tr("Saved {time}").format(time=_now()))
        self.opened.emit(path)
        return True

    def _save_or_ask(self, path: Path, known_digest: str) -> str:
        """The digest of what was saved; empty if the writer would not overwrite."""
        file = self._editor.draft.to_file()
        try:
            return save_draft(path, file, known_digest)
        except DraftChangedOnDisk as error:
            if ask_to_overwrite(self._window(), error.sentence(self._language)):
                return save_draft(path, file)
            return ""

    def ask_and_export(self) -> None:
        """Let the writer choose a place for a Word file of the draft."""
        proposed = self._folder() / f"{self._proposed_name()}.docx"
        path = ask_place_to_export(self._window(), proposed)
        if path is not None:
            self._words.export(path)

    # Leaving

    def may_leave(self) -> bool:
        """Whether the draft may be left: saved, given up, or without changes."""
        if not self._editor.draft.isModified():
            self._journal.forget()  # it may hold what was taken back since
            return True
        choice = ask_before_leaving(self._window(), self._shown_name())
        if choice is Leaving.SAVE:
            return self.save()
        if choice is Leaving.DISCARD:
            self._journal.forget()
        return choice is Leaving.DISCARD

    # What is said of the draft

    def tell_name(self) -> None:
        """Say what to call the draft."""
        self.named.emit(self._shown_name())

    def _watch_draft(self) -> None:
        self._editor.draft.modificationChanged.connect(self._tell_modified)
        self._editor.draft.structure_changed.connect(self.tell_name)

    def _tell_modified(self) -> None:
        if self._editor.draft.isModified():
            self.saved_told.emit(self.tr("Not saved"))
        else:
            self._tell_saved()

    def _tell_saved(self) -> None:
        self.saved_told.emit("" if self.path is None else self.tr("Saved"))

    def _tell_kept_safe(self) -> None:
        if self._editor.draft.isModified():
            self.saved_told.emit(self.tr("Kept safe {time}").format(time=_now()))

    def _tell_journal_failure(self, error: FileNotWritten) -> None:
        self.failed.emit(error.sentence(self._language))

    # Where the draft belongs

    def _belong(self, identity: DraftIdentity) -> None:
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self._journal.identity = identity
        if identity.path is not None:
            self._watcher.addPath(str(identity.path))
        self._tell_saved()
        self.tell_name()

    def _note_change_on_disk(self, name: str) -> None:
        """Another program wrote or removed the file; our own saving is told by the digest."""
        path = Path(name)
        if path != self.path or disk_digest(path) == self._journal.identity.digest:
            self._watcher.addPath(name)  # a file that is replaced whole is forgotten by Qt
            return
        self._editor.draft.setModified(True)
        self._journal.write()
        if path.exists():
            self._watcher.addPath(name)
            told = self.tr("“{name}” was changed by another program. Saving will ask you first.")
        else:
            told = self.tr(
                "“{name}” was moved or deleted. Your text is still here; save to write it again."
            )
        self.failed.emit(told.format(name=path.name))

    def _shown_name(self) -> str:
        title = draft_title(self._editor.draft.paragraphs)
        return title or self._journal.identity.name or self.tr("Untitled")

    def _proposed_name(self) -> str:
        name = self._journal.identity.name or self._shown_name()
        return _FORBIDDEN_IN_NAMES.sub("", name)[:_NAME_LENGTH].strip()

    def _folder(self) -> Path:
        return documents_folder() if self.path is None else self.path.parent

    def _window(self) -> QWidget:
        return self._editor.window()


def _now() -> str:
    return QTime.currentTime().toString("HH:mm")
