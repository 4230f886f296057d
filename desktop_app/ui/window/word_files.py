"""Word files: read and written by the engine, which has the libraries for it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFontDatabase

from desktop_app.core.document.draft_file import DraftFile, write_draft
from desktop_app.core.document.paragraph import Role
from desktop_app.session.draft import OpenedDraft
from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.editor.page_editor import PageEditor

_READING = "read"  # lane of the engine


class WordFiles(QObject):
    """Asks the engine for Word files.

    Signals:
        was_read(object): an OpenedDraft; never while an input method composes.
        refused(object, str): the path of a file that cannot be read, and why.
        exported(str): what is to be said of an export.
        failed(str): why there was none.
    """

    was_read = Signal(object)
    refused = Signal(object, str)
    exported = Signal(str)
    failed = Signal(str)

    def __init__(self, editor: PageEditor, engine: Engine) -> None:
        super().__init__(editor)
        self._editor = editor
        self._engine = engine

    def read(self, path: Path) -> None:
        """Read a file as the beginning of a draft."""
        fields = {"verb": "read", "path": str(path)}
        refuse = partial(self.refused.emit, path)
        self._engine.ask(_READING, fields, partial(self._take, path), refuse)

    def stop_reading(self) -> None:
        """The file that is being read is not wanted any more."""
        self._engine.forget(_READING)

    def export(self, path: Path) -> None:
        """Write the draft as it stands."""
        draft = write_draft(self._editor.draft.to_file())
        fields = {"verb": "export", "draft": draft, "path": str(path)}
        self._engine.ask("export", fields, self._tell_exported, self.failed.emit)

    def _take(self, path: Path, answer: dict[str, Any]) -> None:
        roles = tuple(role and Role(role) for role in answer["roles"])
        file = DraftFile(tuple(answer["texts"]) or ("",), roles or (None,))
        show = partial(self.was_read.emit, OpenedDraft(file, None, "", path.stem))
        # A question to the writer would keep the engine waiting if it were asked in here.
        self._editor.when_calm(partial(QTimer.singleShot, 0, self, show))

    def _tell_exported(self, answer: dict[str, Any]) -> None:
        sentence = self.tr("Exported to “{name}”.").format(name=Path(answer["path"]).name)
        installed = set(QFontDatabase.families())
        missing = "、".join(font for font in answer["fonts"] if font not in installed)
        if missing:
            hint = self.tr("Not on this computer, so shown in other fonts here: {fonts}.")
            sentence += " " + hint.format(fonts=missing)
        self.exported.emit(sentence)
