"""Asks the engine about the papers of the library, and tells what it answers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.library.paper_row import read_details, read_row

Fields = dict[str, Any]


class Catalogue(QObject):
    """The library's papers, failures and folders, as questions and answers.

    Signals:
        listed(object): all papers; a list of PaperRow.
        opened(object): one paper in full; PaperDetails.
        not_opened(str): why a paper cannot be shown in full.
        changed(object): these papers are others now; a list of PaperRow.
        removed(object): the papers with these numbers are gone.
        failures_told(object, int): pairs of path and reason, and how many files were skipped.
        folders_told(object): the watched folders, as texts.
        refused(str): a problem, in one sentence.
        touched(): what the suggestions draw on has changed.
    """

    listed = Signal(object)
    opened = Signal(object)
    not_opened = Signal(str)
    changed = Signal(object)
    removed = Signal(object)
    failures_told = Signal(object, int)
    folders_told = Signal(object)
    refused = Signal(str)
    touched = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._number = 0

    def ask_all(self) -> None:
        """Ask for everything that the window shows."""
        self._ask("papers", {"verb": "papers"}, self._list)
        self._ask("failures", {"verb": "failures"}, self._tell_failures)
        self._ask("folders", {"verb": "folders"}, self._tell_folders)

    def ask_paper(self, paper: int) -> None:
        """Ask for a paper in full; only the last one that was asked for is told."""
        self._engine.forget("paper")
        question = {"verb": "paper", "id": paper}
        self._engine.ask("paper", question, self._open, self.not_opened.emit)

    def edit(self, paper: int, fields: Mapping[str, Any]) -> None:
        """Put right what a paper says of itself."""
        question = {"verb": "edit_paper", "id": paper, "fields": dict(fields)}
        self._ask_for_sure(question, self._change_one)

    def exclude(self, papers: Sequence[int], *, excluded: bool) -> None:
        """Keep papers out of the suggestions, or let them in again."""
        question = {"verb": "exclude_papers", "ids": list(papers), "excluded": excluded}
        self._ask_for_sure(question, self._change)

    def remove(self, papers: Sequence[int]) -> None:
        """Take papers out of the library; their files stay."""
        question = {"verb": "remove_papers", "ids": list(papers)}
        self._ask_for_sure(question, partial(self._remove, tuple(papers)))

    def watch(self, folder: str, *, watched: bool) -> None:
        """Read a folder again at each start from now on, or no longer."""
        question = {"verb": "watch", "path": folder, "watched": watched}
        self._ask_for_sure(question, self._tell_folders)

    def _ask(self, lane: str, question: Fields, receive: Callable[[Fields], None]) -> None:
        self._engine.ask(lane, question, receive, self.refused.emit)

    def _ask_for_sure(self, question: Fields, receive: Callable[[Fields], None]) -> None:
        """Ask in a lane of its own: none of these may be overtaken by the next."""
        self._number += 1
        self._ask(f"catalogue-{self._number}", question, receive)

    def _list(self, answer: Fields) -> None:
        self.listed.emit([read_row(said) for said in answer["papers"]])

    def _open(self, answer: Fields) -> None:
        self.opened.emit(read_details(answer))

    def _change_one(self, answer: Fields) -> None:
        self._change({"papers": [answer["paper"]]})

    def _change(self, answer: Fields) -> None:
        self.changed.emit([read_row(said) for said in answer["papers"]])
        self.touched.emit()

    def _remove(self, papers: Sequence[int], _answer: Fields) -> None:
        self.removed.emit(papers)
        self.touched.emit()

    def _tell_failures(self, answer: Fields) -> None:
        failures = [(failure["path"], failure["reason"]) for failure in answer["failures"]]
        self.failures_told.emit(failures, answer["skipped"])

    def _tell_folders(self, answer: Fields) -> None:
        self.folders_told.emit(list(answer["folders"]))
