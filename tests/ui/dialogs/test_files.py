import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs import files
from desktop_app.ui.dialogs.files import (
    ask_draft_to_open,
    ask_folder_to_import,
    ask_papers_to_import,
    ask_place_for_table,
    ask_place_to_export,
    ask_place_to_save,
    documents_folder,
)

pytestmark = pytest.mark.usefixtures("chinese")
_AskForFile = Callable[[QWidget, Path], Path | None]


class Chooser:
    """Answers Qt's dialogs, and keeps what they were asked with."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[object, ...]] = []
        self._monkeypatch = monkeypatch

    def choose(self, dialog: str, answer: object) -> None:
        """Let one of Qt's functions give an answer."""

        def ask(_parent: QWidget, *asked: object) -> object:
            self.asked.append(asked)
            return answer

        self._monkeypatch.setattr(QFileDialog, dialog, ask)


@pytest.fixture
def chooser(monkeypatch: pytest.MonkeyPatch) -> Chooser:
    return Chooser(monkeypatch)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are found by variables there")
def test_who_has_no_folder_of_documents_begins_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert documents_folder() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert documents_folder() == tmp_path / "Documents"


def test_every_label_of_the_dialog_is_chinese(parent: QWidget) -> None:
    dialog = QFileDialog(parent)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert labels
    assert [text for text in labels if text.isascii() and text] == []


def test_a_draft_or_a_paper_is_chosen_to_open(
    chooser: Chooser, parent: QWidget, tmp_path: Path
) -> None:
    chooser.choose("getOpenFileName", (str(tmp_path / "讲话.md"), ""))
    assert ask_draft_to_open(parent, tmp_path) == tmp_path / "讲话.md"
    title, folder, kinds = chooser.asked[0]
    assert (title, folder) == ("打开", str(tmp_path))
    assert str(kinds).startswith("草稿和文稿 (*.md *.markdown *.txt *.docx *.doc *.wps ")
    assert str(kinds).endswith(");;所有文件 (*)")


def test_several_papers_are_chosen_to_import(
    chooser: Chooser, parent: QWidget, tmp_path: Path
) -> None:
    chooser.choose("getOpenFileNames", (["/甲.docx", "/乙.txt"], ""))
    assert ask_papers_to_import(parent, tmp_path) == [Path("/甲.docx"), Path("/乙.txt")]


def test_a_folder_is_chosen_to_import(chooser: Chooser, parent: QWidget, tmp_path: Path) -> None:
    chooser.choose("getExistingDirectory", str(tmp_path))
    assert ask_folder_to_import(parent, tmp_path) == tmp_path


def test_who_thinks_better_of_it_gets_nothing(
    chooser: Chooser, parent: QWidget, tmp_path: Path
) -> None:
    chooser.choose("getOpenFileName", ("", ""))
    chooser.choose("getSaveFileName", ("", ""))
    chooser.choose("getOpenFileNames", ([], ""))
    chooser.choose("getExistingDirectory", "")
    assert ask_draft_to_open(parent, tmp_path) is None
    assert ask_place_to_save(parent, tmp_path) is None
    assert ask_place_to_export(parent, tmp_path) is None
    assert ask_papers_to_import(parent, tmp_path) == []
    assert ask_folder_to_import(parent, tmp_path) is None


@pytest.mark.parametrize(
    ("ask", "chosen", "place"),
    [
        (ask_place_to_save, "讲话.md", "讲话.md"),
        (ask_place_to_save, "讲话.MD", "讲话.MD"),
        (ask_place_to_save, "讲话.markdown", "讲话.markdown"),
        (ask_place_to_save, "讲话", "讲话.md"),
        (ask_place_to_save, "讲话.docx", "讲话.docx.md"),
        (ask_place_to_save, "总结2025.3", "总结2025.3.md"),
        (ask_place_to_export, "讲话.docx", "讲话.docx"),
        (ask_place_to_export, "讲话.md", "讲话.md.docx"),
        (ask_place_to_export, "讲话", "讲话.docx"),
        (ask_place_for_table, "记录", "记录.csv"),
    ],
)
def test_what_is_saved_has_the_extension_of_its_kind(
    chooser: Chooser, parent: QWidget, tmp_path: Path, ask: _AskForFile, chosen: str, place: str
) -> None:
    chooser.choose("getSaveFileName", (str(tmp_path / chosen), ""))
    assert ask(parent, tmp_path / "提议") == tmp_path / place
    assert chooser.asked[0][1] == str(tmp_path / "提议")


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_file_that_is_there_under_the_whole_name_is_not_run_over_unasked(
    chooser: Chooser,
    parent: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    overwrite: bool,
) -> None:
    sentences: list[str] = []

    def answer(_parent: QWidget, sentence: str) -> bool:
        sentences.append(sentence)
        return overwrite

    there = tmp_path / "讲话.md"
    there.touch()
    monkeypatch.setattr(files, "ask_to_overwrite", answer)
    chooser.choose("getSaveFileName", (str(tmp_path / "讲话"), ""))
    assert ask_place_to_save(parent, tmp_path) == (there if overwrite else None)
    assert sentences == ["“讲话.md”已经存在，要覆盖吗？"]


def test_what_the_dialog_has_asked_about_is_not_asked_again(
    chooser: Chooser, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "讲话.md"
    there.touch()
    monkeypatch.delattr(files, "ask_to_overwrite")
    chooser.choose("getSaveFileName", (str(there), ""))
    assert ask_place_to_save(parent, tmp_path) == there
