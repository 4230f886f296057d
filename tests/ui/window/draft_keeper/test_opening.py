from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from desktop_app.core.document.paragraph import Role
from desktop_app.ui.dialogs.files import documents_folder
from desktop_app.ui.dialogs.questions import Leaving
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_keeper import DraftKeeper
from tests.ui.silent_engine import SilentEngine
from tests.ui.window.draft_keeper.writer import Messages, Writer, write

pytestmark = pytest.mark.usefixtures("chinese")


# Opening


def test_a_draft_is_opened_with_its_place(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, file: Path
) -> None:
    keeper.open(file)
    assert editor.toPlainText() == "在会议上的讲话\n同志们："
    assert keeper.path == file
    assert messages.opened == [file]
    assert messages.saved[-1] == "已保存"
    assert messages.names[-1] == "在会议上的讲话"
    assert not editor.draft.isModified()


def test_plain_text_begins_a_new_draft_and_is_never_written_over(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, writer: Writer, tmp_path: Path
) -> None:
    paper = tmp_path / "旧稿.txt"
    paper.write_text("旧的讲话\n同志们：", encoding="gb18030")
    keeper.open(paper)
    assert editor.toPlainText() == "旧的讲话\n同志们："
    assert keeper.path is None
    assert messages.notes == ["已把“旧稿”作为新草稿打开，原文件不会改动。"]
    assert messages.opened == []
    writer.places = [None]
    assert not keeper.save()
    assert writer.proposed[0].name == "旧稿.md"
    assert paper.read_bytes() == "旧的讲话\n同志们：".encode("gb18030")


def _nothing(_path: Path) -> None:
    pass


def _folder(path: Path) -> None:
    path.mkdir()


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)


@pytest.mark.parametrize("make", [_nothing, _folder, _picture])
def test_what_cannot_be_opened_leaves_the_draft_and_asks_nothing(
    keeper: DraftKeeper,
    editor: PageEditor,
    messages: Messages,
    writer: Writer,
    tmp_path: Path,
    make: Callable[[Path], None],
) -> None:
    path = tmp_path / "坏.doc"
    make(path)
    write(editor, "写到一半")
    keeper.open(path)
    assert editor.toPlainText() == "写到一半"
    assert editor.draft.isModified()
    assert writer.questions == []
    assert messages.missed == [path]
    [problem] = messages.problems
    assert problem.startswith("“坏.doc”：")
    assert problem.endswith("。")


def test_who_would_rather_stay_keeps_the_draft(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path
) -> None:
    write(editor, "写到一半")
    writer.leaving = Leaving.STAY
    keeper.open(file)
    keeper.new()
    assert editor.toPlainText() == "写到一半"
    assert len(writer.questions) == 2


def test_saved_first_the_same_file_is_opened_as_it_was_saved(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path
) -> None:
    keeper.open(file)
    write(editor, "新写的")
    writer.leaving = Leaving.SAVE
    keeper.open(file)
    assert editor.toPlainText().startswith("新写的")
    write(editor, "又写的")
    assert keeper.save()  # without a question: nobody else has changed the file


def test_a_draft_is_chosen_to_open(
    keeper: DraftKeeper, messages: Messages, writer: Writer, file: Path
) -> None:
    writer.places = [None, file]
    keeper.ask_and_open()
    assert messages.opened == []
    keeper.ask_and_open()
    assert messages.opened == [file]


def test_dialogs_begin_in_the_folder_of_the_draft(
    keeper: DraftKeeper, writer: Writer, file: Path
) -> None:
    writer.places = [None, None]
    keeper.ask_and_open()
    keeper.open(file)
    keeper.ask_and_open()
    assert writer.proposed == [documents_folder(), file.parent]


def test_a_new_draft_belongs_nowhere(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, file: Path
) -> None:
    keeper.open(file)
    keeper.new()
    assert editor.toPlainText() == ""
    assert keeper.path is None
    assert messages.saved[-1] == ""
    assert messages.names[-1] == "未命名"


# Word files are read by the engine


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word file."""
    path = tmp_path / "通知.docx"
    Document().save(str(path))
    return path


def _answer(engine: SilentEngine) -> None:
    engine.answer("read", texts=["关于做好工作的通知", "正文"], roles=["title", None])


def test_a_word_file_becomes_a_new_draft_with_its_roles(
    keeper: DraftKeeper,
    editor: PageEditor,
    engine: SilentEngine,
    messages: Messages,
    word: Path,
    qtbot: QtBot,
) -> None:
    keeper.open(word)
    assert engine.last("read").fields["path"] == str(word)
    with qtbot.waitSignal(editor.draft_replaced):
        _answer(engine)
    assert editor.toPlainText() == "关于做好工作的通知\n正文"
    assert editor.draft.paragraphs[0].role is Role.TITLE
    assert keeper.path is None
    assert messages.notes == ["已把“通知”作为新草稿打开，原文件不会改动。"]


def test_a_word_file_that_cannot_be_read_leaves_the_draft(
    keeper: DraftKeeper, editor: PageEditor, engine: SilentEngine, messages: Messages, word: Path
) -> None:
    write(editor, "写到一半")
    keeper.open(word)
    engine.refuse("read", "文件已损坏。")
    assert editor.toPlainText() == "写到一半"
    assert messages.problems == ["“通知.docx”：文件已损坏。"]
    assert messages.missed == [word]


def test_what_was_written_while_a_word_file_was_read_is_not_lost(
    keeper: DraftKeeper,
    editor: PageEditor,
    engine: SilentEngine,
    writer: Writer,
    word: Path,
    qtbot: QtBot,
) -> None:
    keeper.open(word)
    write(editor, "这时写的")
    writer.leaving = Leaving.STAY
    _answer(engine)
    qtbot.waitUntil(lambda: writer.questions == ["这时写的"])
    assert editor.toPlainText() == "这时写的"


def test_a_word_file_does_not_come_over_what_was_opened_after_it(
    keeper: DraftKeeper, engine: SilentEngine, word: Path, file: Path
) -> None:
    keeper.open(word)
    keeper.open(file)
    assert engine.asked == []
    keeper.open(word)
    keeper.new()
    assert engine.asked == []
