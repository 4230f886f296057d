"""A person at the window with a draft, and what a keeper tells."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.ui.dialogs.questions import Leaving
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window import draft_keeper
from desktop_app.ui.window.draft_keeper import DraftKeeper

TEXT = "# 在会议上的讲话\n\n同志们：\n"
TIME = r"\d\d:\d\d"


class Writer:
    """The person at the window: answers what is asked; a question without an answer fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.questions: list[str] = []
        self.proposed: list[Path] = []
        self.leaving: Leaving | None = None
        self.overwrites: bool | None = None
        self.places: list[Path | None] = []
        for name, answer in (
            ("ask_before_leaving", self._leave),
            ("ask_to_overwrite", self._overwrite),
            ("ask_place_to_save", self._choose),
            ("ask_place_to_export", self._choose),
            ("ask_draft_to_open", self._choose),
        ):
            monkeypatch.setattr(draft_keeper, name, answer)

    def _leave(self, _parent: QWidget, name: str) -> Leaving:
        self.questions.append(name)
        assert self.leaving is not None
        return self.leaving

    def _overwrite(self, _parent: QWidget, sentence: str) -> bool:
        self.questions.append(sentence)
        assert self.overwrites is not None
        return self.overwrites

    def _choose(self, _parent: QWidget, proposed: Path) -> Path | None:
        self.proposed.append(proposed)
        return self.places.pop(0)


class Messages:
    """Takes down what a keeper tells."""

    def __init__(self, keeper: DraftKeeper) -> None:
        self.notes: list[str] = []
        self.problems: list[str] = []
        self.saved: list[str] = []
        self.names: list[str] = []
        self.opened: list[Path] = []
        self.missed: list[Path] = []
        keeper.told.connect(self.notes.append)
        keeper.failed.connect(self.problems.append)
        keeper.saved_told.connect(self.saved.append)
        keeper.named.connect(self.names.append)
        keeper.opened.connect(self.opened.append)
        keeper.missed.connect(self.missed.append)


def write(editor: PageEditor, text: str) -> None:
    editor.insert_text(text)
    editor.draft.read_structure()
