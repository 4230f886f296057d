"""What was noted of the writer's use of suggestions: put into a table, or forgotten."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import FileNotWritten, Language
from desktop_app.session.files import write_atomically
from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.dialogs.files import ask_place_for_table, documents_folder
from desktop_app.ui.dialogs.questions import ask_to_forget_uses
from desktop_app.ui.window.use_notes import UseNotes

_LANE = "uses"  # of the engine
_COUNTS = ("taken", "undone", "passed")


class UseRecord(QObject):
    """Exports the record, or has the engine forget it.

    Signals:
        told(str): what is to be said of it.
        failed(str): why it could not be done.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self, engine: Engine, notes: UseNotes, language: Language, window: QWidget
    ) -> None:
        super().__init__(window)
        self._engine = engine
        self._notes = notes
        self._language = language
        self._window = window

    def ask_and_export(self) -> None:
        """Put the record into a table where the writer wants it."""
        proposed = documents_folder() / self.tr("Use of suggestions.csv")
        path = ask_place_for_table(self._window, proposed)
        if path is not None:
            self._notes.tell()
            self._ask("uses", partial(self._export, path))

    def ask_and_forget(self) -> None:
        """Forget all of it, if the writer means it."""
        if ask_to_forget_uses(self._window):
            self._notes.drop()
            self._ask("forget_uses", self._say_forgotten)

    def _ask(self, verb: str, receive: Callable[[dict[str, Any]], None]) -> None:
        self._engine.ask(_LANE, {"verb": verb}, receive, self.failed.emit)

    def _export(self, path: Path, answer: dict[str, Any]) -> None:
        heads = (self.tr("Text"), self.tr("Taken"), self.tr("Taken back"), self.tr("Passed over"))
        try:
            write_atomically(path, _table(heads, answer["uses"]))
        except FileNotWritten as error:
            self.failed.emit(error.sentence(self._language))
            return
        told = self.tr("The record of {count} texts is in “{name}”.")
        self.told.emit(told.format(count=f"{len(answer['uses']):,}", name=path.name))

    def _say_forgotten(self, _answer: object) -> None:
        self.told.emit(self.tr("Your use of suggestions is forgotten; the papers are as before."))


def _table(heads: Sequence[str], uses: Sequence[Mapping[str, Any]]) -> bytes:
    """A table that spreadsheets open by themselves: with a byte order mark."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(heads)
    writer.writerows([use["text"], *(use[name] for name in _COUNTS)] for use in uses)
    return table.getvalue().encode("utf-8-sig")
