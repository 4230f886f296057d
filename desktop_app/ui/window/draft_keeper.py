"""Keeps the draft safe: opening, saving, the journal, recovery, changes on disk by others."""

import re
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QFileSystemWatcher,
    QObject,
    QStandardPaths,
    QTime,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop_app.core.document.draft_file import DraftFile, read_draft, write_draft
from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import BijiaError, FileNotWritten, FileUnsupported, Language
from desktop_app.session.draft import (
    DraftChangedOnDisk,
    OpenedDraft,
    disk_digest,
    open_draft,
    save_draft,
)
from desktop_app.session.journal import JournalEntry
from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.bridge.journal_writer import JournalWriter
from desktop_app.ui.dialogs.files import ask_draft_to_open, ask_place_to_export, ask_place_to_save
from desktop_app.ui.dialogs.questions import Leaving, ask_before_leaving, ask_to_overwrite
from desktop_app.ui.editor.caret_context import draft_title
from desktop_app.ui.editor.page_editor import PageEditor

_JOURNAL_PAUSE = 1000  # milliseconds from the first change until it is in the journal
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAME_LENGTH = 60
_READING = "read"  # the engine's lane for files that it reads for us
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
        self, editor: PageEditor, engine: Engine, journal: JournalWriter, language: Language
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._engine = engine
        self._journal = journal
        self._language = language
        self.path: Path | None = None
        self._digest = ""
        self._name = ""
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=_JOURNAL_PAUSE)
        self._timer.timeout.connect(self.write_journal)
        self._watcher.fileChanged.connect(self._note_change_on_disk)
        editor.draft_replaced.connect(self._watch_draft)
        journal.failed.connect(self._tell_journal_failure)
        journal.written.connect(self._tell_journal_written)
        self._watch_draft()
        self._belong(None, "", "")

    # Opening

    def new(self) -> None:
        """Begin an empty draft."""
        self._engine.forget(_READING)
        if self.may_leave():
            self._editor.open_draft(_NEW)
            self._belong(None, "", "")

    def ask_and_open(self) -> None:
        """Let the writer choose a draft."""
        path = ask_draft_to_open(self._window(), self._folder())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a draft, or a paper of another format as the beginning of a new one."""
        self._engine.forget(_READING)
        # Read once more: the draft that is left may have been saved to this very file.
        if self._read(path) and self.may_leave() and (opened := self._read(path)):
            self._show(opened)

    def recover(self, entry: JournalEntry) -> None:
        """Go on with the draft that a crash left behind."""
        self._editor.open_draft(read_draft(entry.text))
        self._belong(Path(entry.path) if entry.path else None, entry.digest, entry.name)
        cursor = QTextCursor(self._editor.draft)
        cursor.setPosition(min(entry.caret, self._editor.draft.characterCount() - 1))
        self._editor.setTextCursor(cursor)
        self._editor.draft.setModified(True)
        written = entry.written_at[11:16]
        told = self.tr("The program ended unexpectedly; the draft was recovered as of {time}.")
        self.told.emit(told.format(time=written))

    def _show(self, opened: OpenedDraft) -> None:
        self._editor.open_draft(opened.file)
        self._belong(opened.path, opened.digest, opened.name)
        if opened.path is not None:
            self.opened.emit(opened.path)
        else:
            told = self.tr("“{name}” was taken as a new draft; the file itself stays as it is.")
            self.told.emit(told.format(name=opened.name))

    def _read(self, path: Path) -> OpenedDraft | None:
        """A draft; None if it is refused, or read by the engine and shown later."""
        try:
            return open_draft(path)
        except BijiaError as error:
            if isinstance(error, FileUnsupported) and error.fields.get("kind") == ".docx":
                self._read_elsewhere(path)
            else:
                self._refuse(path, error.sentence(self._language))
            return None

    def _read_elsewhere(self, path: Path) -> None:
        """Word files are read by the engine, which has the libraries for it."""
        fields = {"verb": "read", "path": str(path)}
        self._engine.ask(
            _READING, fields, partial(self._show_read, path), partial(self._refuse, path)
        )

    def _show_read(self, path: Path, answer: dict[str, Any]) -> None:
        roles = tuple(role and Role(role) for role in answer["roles"])
        file = DraftFile(tuple(answer["texts"]) or ("",), roles or (None,))
        show = partial(self._show_if_free, OpenedDraft(file, None, "", path.stem))
        # A question to the writer would keep the engine waiting if it were asked in here.
        self._editor.when_calm(partial(QTimer.singleShot, 0, self, show))

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
        return self._save(self.path, self._digest) if self.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it; whether the draft is saved now."""
        path = ask_place_to_save(self._window(), self._folder() / f"{self._proposed_name()}.md")
        if path is None:
            return False
        return self._save(path, self._digest if path == self.path else "")

    def _save(self, path: Path, known_digest: str) -> bool:
        try:
            digest = self._save_or_ask(path, known_digest)
        except BijiaError as error:
            self.failed.emit(error.sentence(self._language))
            return False
        if not digest:
            return False
        self._forget_journal()
        self._editor.draft.setModified(False)
        self._belong(path, digest, path.stem)
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
        """Let the writer choose a place for the Word file."""
        proposed = self._folder() / f"{self._proposed_name()}.docx"
        path = ask_place_to_export(self._window(), proposed)
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the draft as it stands to a Word file."""
        draft = write_draft(self._editor.draft.to_file())
        fields = {"verb": "export", "draft": draft, "path": str(path)}
        self._engine.ask("export", fields, self._tell_exported, self.failed.emit)

    def _tell_exported(self, answer: dict[str, Any]) -> None:
        sentence = self.tr("Exported to “{name}”.").format(name=Path(answer["path"]).name)
        installed = set(QFontDatabase.families())
        missing = "、".join(font for font in answer["fonts"] if font not in installed)
        if missing:
            hint = self.tr("Not on this computer, so shown in other fonts here: {fonts}.")
            sentence += " " + hint.format(fonts=missing)
        self.told.emit(sentence)

    # Leaving

    def may_leave(self) -> bool:
        """Whether the draft may be left: saved, given up, or without changes."""
        if not self._editor.draft.isModified():
            self._forget_journal()  # it may hold what was taken back since
            return True
        choice = ask_before_leaving(self._window(), self._shown_name())
        if choice is Leaving.SAVE:
            return self.save()
        if choice is Leaving.DISCARD:
            self._forget_journal()
        return choice is Leaving.DISCARD

    def finish(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._journal.finish()

    # The journal

    def write_journal(self) -> None:
        """Put the draft into the journal now, if it has changes."""
        if not self._editor.draft.isModified():
            return
        self._journal.write(
            self._editor.draft.to_file(),
            path=str(self.path or ""),
            digest=self._digest,
            name=self._name,
            caret=self._editor.textCursor().position(),
        )

    def _forget_journal(self) -> None:
        self._timer.stop()
        self._journal.clear()

    def _tell_journal_written(self) -> None:
        if self._editor.draft.isModified():
            self.saved_told.emit(self.tr("Kept safe {time}").format(time=_now()))

    def _tell_journal_failure(self, error: FileNotWritten) -> None:
        self.failed.emit(error.sentence(self._language))

    # Where the draft belongs

    def _watch_draft(self) -> None:
        draft = self._editor.draft
        draft.contentsChange.connect(self._note_change)
        draft.modificationChanged.connect(self._tell_modified)
        draft.structure_changed.connect(self.tell_name)

    def _note_change(self) -> None:
        if self._editor.draft.isModified() and not self._timer.isActive():
            self._timer.start()

    def _tell_modified(self) -> None:
        if self._editor.draft.isModified():
            self._note_change()  # at the first change of all Qt tells of this last
            self.saved_told.emit(self.tr("Not saved"))
        else:
            self._tell_saved()

    def _tell_saved(self) -> None:
        self.saved_told.emit("" if self.path is None else self.tr("Saved"))

    def _belong(self, path: Path | None, digest: str, name: str) -> None:
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self.path, self._digest, self._name = path, digest, name
        if path is not None:
            self._watcher.addPath(str(path))
        self._tell_saved()
        self.tell_name()

    def _note_change_on_disk(self, name: str) -> None:
        """Another program wrote or removed the file; our own saving is told by the digest."""
        path = Path(name)
        if path != self.path or disk_digest(path) == self._digest:
            self._watcher.addPath(name)  # a file that is replaced whole is forgotten by Qt
            return
        self._editor.draft.setModified(True)
        self.write_journal()
        if path.exists():
            self._watcher.addPath(name)
            told = self.tr("“{name}” was changed by another program. Saving will ask you first.")
        else:
            told = self.tr(
                "“{name}” was moved or deleted. Your text is still here; save to write it again."
            )
        self.failed.emit(told.format(name=path.name))

    def tell_name(self) -> None:
        """Say what to call the draft."""
        self.named.emit(self._shown_name())

    def _shown_name(self) -> str:
        title = draft_title(self._editor.draft.paragraphs)
        return title or self._name or self.tr("Untitled")

    def _proposed_name(self) -> str:
        return _FORBIDDEN_IN_NAMES.sub("", self._name or self._shown_name())[:_NAME_LENGTH].strip()

    def _folder(self) -> Path:
        if self.path is not None:
            return self.path.parent
        location = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(location))

    def _window(self) -> QWidget:
        return self._editor.window()


def _now() -> str:
    return QTime.currentTime().toString("HH:mm")
