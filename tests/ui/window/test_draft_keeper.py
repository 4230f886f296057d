from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.document.paragraph import Role
from desktop_app.session.journal import Journal, JournalEntry
from desktop_app.ui.bridge.journal_writer import JournalWriter
from desktop_app.ui.dialogs.files import documents_folder
from desktop_app.ui.dialogs.questions import Leaving
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.theme.colours import LIGHT
from desktop_app.ui.window import draft_keeper
from desktop_app.ui.window.draft_journal import DraftJournal
from desktop_app.ui.window.draft_keeper import DraftKeeper
from desktop_app.ui.window.word_files import WordFiles
from tests.ui.conftest import draft
from tests.ui.silent_engine import SilentEngine

pytestmark = pytest.mark.usefixtures("chinese")
_TEXT = "# 在会议上的讲话\n\n同志们：\n"
_TIME = r"\d\d:\d\d"


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


@pytest.fixture(autouse=True)
def writer(monkeypatch: pytest.MonkeyPatch) -> Writer:
    return Writer(monkeypatch)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state")


@pytest.fixture
def put_down(editor: PageEditor, journal: Journal) -> Iterator[DraftJournal]:
    """Puts the page down in the journal."""
    made = DraftJournal(editor, JournalWriter(journal))
    yield made
    made.finish()


@pytest.fixture
def keeper(editor: PageEditor, engine: SilentEngine, put_down: DraftJournal) -> DraftKeeper:
    """The keeper of a page with nothing on it."""
    return DraftKeeper(editor, WordFiles(editor, engine), put_down, "zh")


@pytest.fixture
def messages(keeper: DraftKeeper) -> Messages:
    return Messages(keeper)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A draft on disk."""
    path = tmp_path / "讲话.md"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def _write(editor: PageEditor, text: str) -> None:
    editor.insert_text(text)
    editor.draft.read_structure()


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
    _write(editor, "写到一半")
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
    _write(editor, "写到一半")
    writer.leaving = Leaving.STAY
    keeper.open(file)
    keeper.new()
    assert editor.toPlainText() == "写到一半"
    assert len(writer.questions) == 2


def test_saved_first_the_same_file_is_opened_as_it_was_saved(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path
) -> None:
    keeper.open(file)
    _write(editor, "新写的")
    writer.leaving = Leaving.SAVE
    keeper.open(file)
    assert editor.toPlainText().startswith("新写的")
    _write(editor, "又写的")
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
    _write(editor, "写到一半")
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
    _write(editor, "这时写的")
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


# Saving


def test_a_draft_is_saved_to_its_file(
    keeper: DraftKeeper,
    editor: PageEditor,
    messages: Messages,
    journal: Journal,
    file: Path,
    put_down: DraftJournal,
) -> None:
    keeper.open(file)
    _write(editor, "新")
    put_down.write()
    assert keeper.save()
    assert file.read_text(encoding="utf-8") == _TEXT.replace("# ", "# 新")
    assert not editor.draft.isModified()
    assert journal.read() is None
    assert messages.saved[-1].startswith("已保存 ")
    assert messages.opened == [file, file]


def test_a_new_draft_asks_for_a_place_and_belongs_there_from_then_on(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, tmp_path: Path
) -> None:
    _write(editor, "关于“防汛”的通知：2025/6？\n正文")
    place = tmp_path / "通知.md"
    writer.places = [place]
    assert keeper.save()
    assert keeper.path == place
    _write(editor, "新")
    assert keeper.save()
    assert len(writer.proposed) == 1


def test_the_proposed_name_is_one_that_every_system_takes(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer
) -> None:
    editor.open_draft(draft('# 关于<防汛>:2025/6"7"的*通知?' + "很长" * 60))
    writer.places = [None]
    keeper.save_as()
    name = writer.proposed[0].name
    assert name.startswith("关于防汛202567的通知")
    assert len(name) <= 64


def test_without_a_place_nothing_is_saved(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer
) -> None:
    _write(editor, "草稿")
    writer.places = [None]
    assert not keeper.save()
    assert editor.draft.isModified()


def test_a_place_that_cannot_be_written_is_told_and_the_draft_stays_where_it_was(
    keeper: DraftKeeper,
    editor: PageEditor,
    messages: Messages,
    writer: Writer,
    file: Path,
    tmp_path: Path,
) -> None:
    keeper.open(file)
    _write(editor, "新")
    writer.places = [tmp_path / "没有" / "稿.md"]
    assert not keeper.save_as()
    assert messages.problems[0].startswith("没能保存到“稿.md”（文件夹不存在）")
    assert keeper.path == file
    assert editor.draft.isModified()


def test_after_saving_elsewhere_has_failed_the_work_of_others_is_still_safe(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path, tmp_path: Path
) -> None:
    keeper.open(file)
    _write(editor, "新")
    writer.places = [tmp_path / "没有" / "稿.md"]
    keeper.save_as()
    file.write_text("别人写的\n", encoding="utf-8")
    writer.overwrites = False
    assert not keeper.save()
    assert file.read_text(encoding="utf-8") == "别人写的\n"


@pytest.mark.parametrize("overwrites", [True, False])
def test_a_file_that_others_have_changed_is_run_over_only_if_the_writer_says_so(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path, *, overwrites: bool
) -> None:
    keeper.open(file)
    _write(editor, "新")
    file.write_text("别人写的\n", encoding="utf-8")
    writer.overwrites = overwrites
    assert keeper.save() is overwrites
    assert ("别人写的" in file.read_text(encoding="utf-8")) is not overwrites
    assert editor.draft.isModified() is not overwrites
    assert writer.questions == ["“讲话.md”在磁盘上已被别的程序改动，请另存为一份，或确认覆盖。"]


def test_saved_as_its_own_file_it_still_sees_what_others_have_changed(
    keeper: DraftKeeper, writer: Writer, file: Path
) -> None:
    keeper.open(file)
    file.write_text("别人写的\n", encoding="utf-8")
    writer.places, writer.overwrites = [file], False
    assert not keeper.save_as()
    assert file.read_text(encoding="utf-8") == "别人写的\n"


def test_saved_as_another_file_the_first_one_stays_as_it_was(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path, tmp_path: Path
) -> None:
    keeper.open(file)
    _write(editor, "新")
    writer.places = [tmp_path / "另一份.md"]
    assert keeper.save_as()
    assert keeper.path == tmp_path / "另一份.md"
    assert file.read_text(encoding="utf-8") == _TEXT


def test_another_zoom_leaves_a_saved_draft_saved(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, file: Path
) -> None:
    keeper.open(file)
    editor.set_look(PageLook(150, LIGHT))
    assert messages.saved[-1] == "已保存"


def test_the_status_says_whether_there_is_something_to_save(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, file: Path
) -> None:
    keeper.open(file)
    _write(editor, "新")
    assert messages.saved[-1] == "未保存"
    editor.undo_step()
    assert messages.saved[-1] == "已保存"


# Other programs


def test_a_change_by_another_program_is_told_and_ones_own_is_not(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, file: Path, qtbot: QtBot
) -> None:
    keeper.open(file)
    _write(editor, "新")
    keeper.save()
    file.write_text("别人写的\n", encoding="utf-8")
    qtbot.waitUntil(lambda: bool(messages.problems))
    assert set(messages.problems) == {"“讲话.md”已被别的程序改动，保存时会先问您。"}
    assert editor.draft.isModified()
    assert "同志们" in editor.toPlainText()


def test_a_file_that_is_replaced_whole_is_watched_on(
    keeper: DraftKeeper, messages: Messages, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    keeper.open(file)
    for number in range(2):
        messages.problems.clear()
        copy = tmp_path / "copy"
        copy.write_text(f"第{number}次\n", encoding="utf-8")
        copy.replace(file)
        qtbot.waitUntil(lambda: bool(messages.problems))


def test_a_file_that_is_replaced_by_the_same_is_watched_on_in_silence(
    keeper: DraftKeeper, messages: Messages, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    keeper.open(file)
    copy = tmp_path / "copy"
    copy.write_text(_TEXT, encoding="utf-8")
    with qtbot.waitSignal(keeper._watcher.fileChanged):
        copy.replace(file)
    assert messages.problems == []
    file.write_text("别人写的\n", encoding="utf-8")
    qtbot.waitUntil(lambda: bool(messages.problems))


def test_a_file_that_is_gone_is_told_and_can_be_written_again(
    keeper: DraftKeeper,
    editor: PageEditor,
    messages: Messages,
    file: Path,
    journal: Journal,
    qtbot: QtBot,
) -> None:
    keeper.open(file)
    file.unlink()
    told = "“讲话.md”已被移动或删除。文字都还在这里，保存即可重新写入。"
    qtbot.waitUntil(lambda: told in messages.problems)
    assert editor.draft.isModified()
    qtbot.waitUntil(lambda: journal.read() is not None)
    assert keeper.save()
    assert file.read_text(encoding="utf-8") == _TEXT


def test_a_file_that_was_left_is_no_longer_watched(
    keeper: DraftKeeper, messages: Messages, file: Path, qtbot: QtBot
) -> None:
    keeper.open(file)
    keeper.new()
    with qtbot.assertNotEmitted(keeper.failed, wait=100):
        file.write_text("别人写的\n", encoding="utf-8")
    assert messages.problems == []


# The journal


def test_what_is_put_down_is_told_and_belongs_to_the_file(
    keeper: DraftKeeper,
    editor: PageEditor,
    messages: Messages,
    journal: Journal,
    file: Path,
    qtbot: QtBot,
) -> None:
    keeper.open(file)
    editor.insert_text("新")
    qtbot.waitUntil(lambda: messages.saved[-1].startswith("已自动保护 "))
    entry = journal.read()
    assert entry is not None
    assert (entry.path, entry.name) == (str(file), "讲话")
    assert entry.digest


def test_the_journal_goes_when_the_draft_is_saved(
    keeper: DraftKeeper, editor: PageEditor, journal: Journal, file: Path, put_down: DraftJournal
) -> None:
    keeper.open(file)
    editor.insert_text("新")
    put_down.write()
    keeper.save()
    assert journal.read() is None
    assert not put_down._timer.isActive()


def test_what_was_taken_back_does_not_come_back_at_the_next_start(
    keeper: DraftKeeper, editor: PageEditor, journal: Journal, file: Path, put_down: DraftJournal
) -> None:
    keeper.open(file)
    editor.insert_text("新")
    put_down.write()
    editor.undo_step()
    assert keeper.may_leave()
    put_down.finish()
    assert journal.read() is None


def test_a_journal_that_cannot_be_written_is_told_in_a_sentence(
    keeper: DraftKeeper,
    editor: PageEditor,
    messages: Messages,
    tmp_path: Path,
    qtbot: QtBot,
    put_down: DraftJournal,
) -> None:
    (tmp_path / "state").write_text("a file stands in the way", encoding="utf-8")
    editor.insert_text("新")
    with qtbot.waitSignal(keeper.failed):
        put_down.write()
    assert messages.problems[0].startswith("没能保存到“journal.json”")


def _entry(text: str, path: str = "", caret: int = 0, digest: str = "") -> JournalEntry:
    return JournalEntry(text, path, digest, "讲话", caret, "2025-03-01T12:34:56+08:00")


def test_a_recovered_draft_is_unsaved_and_the_writer_is_told(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages
) -> None:
    keeper.recover(_entry(_TEXT, caret=3))
    assert editor.toPlainText() == "在会议上的讲话\n同志们："
    assert editor.textCursor().position() == 3
    assert editor.draft.isModified()
    assert keeper.path is None
    assert messages.notes == ["上次没有正常退出，已恢复到 12:34 的内容，请及时保存。"]
    assert messages.saved[-1] == "未保存"


def test_a_recovered_draft_knows_its_file_and_what_it_was(
    keeper: DraftKeeper, writer: Writer, file: Path
) -> None:
    keeper.recover(_entry("# 我的\n", str(file), digest="what it was before somebody changed it"))
    assert keeper.path == file
    writer.overwrites = False
    assert not keeper.save()
    assert file.read_text(encoding="utf-8") == _TEXT


def test_a_caret_beyond_the_end_is_put_at_the_end(keeper: DraftKeeper, editor: PageEditor) -> None:
    keeper.recover(_entry("两字\n", caret=99))
    assert editor.textCursor().position() == 2


def test_a_recovered_draft_is_put_down_as_it_grows(
    keeper: DraftKeeper, editor: PageEditor, journal: Journal, qtbot: QtBot
) -> None:
    keeper.recover(_entry(_TEXT))
    editor.insert_text("又写的")
    qtbot.waitUntil(lambda: journal.read() is not None)
    entry = journal.read()
    assert entry is not None
    assert "又写的" in entry.text


# Leaving


def test_a_draft_without_changes_is_left_without_a_question(
    keeper: DraftKeeper, writer: Writer, file: Path
) -> None:
    keeper.open(file)
    assert keeper.may_leave()
    assert writer.questions == []


def test_who_saves_may_leave(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path
) -> None:
    keeper.open(file)
    _write(editor, "新")
    writer.leaving = Leaving.SAVE
    assert keeper.may_leave()
    assert writer.questions == ["新在会议上的讲话"]
    assert file.read_text(encoding="utf-8").startswith("# 新")


def test_who_would_save_but_names_no_place_stays(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer
) -> None:
    _write(editor, "草稿")
    writer.leaving, writer.places = Leaving.SAVE, [None]
    assert not keeper.may_leave()
    assert editor.draft.isModified()


def test_who_gives_up_the_changes_may_leave_and_they_are_forgotten(
    keeper: DraftKeeper,
    editor: PageEditor,
    writer: Writer,
    journal: Journal,
    file: Path,
    put_down: DraftJournal,
) -> None:
    keeper.open(file)
    _write(editor, "新")
    put_down.write()
    writer.leaving = Leaving.DISCARD
    assert keeper.may_leave()
    assert journal.read() is None
    assert file.read_text(encoding="utf-8") == _TEXT


def test_who_stays_keeps_everything(
    keeper: DraftKeeper,
    editor: PageEditor,
    writer: Writer,
    journal: Journal,
    put_down: DraftJournal,
) -> None:
    _write(editor, "草稿")
    put_down.write()
    writer.leaving = Leaving.STAY
    assert not keeper.may_leave()
    put_down.finish()
    assert journal.read() is not None


# Names


def test_the_name_follows_the_title_while_it_is_written(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeper.named):
        editor.insert_text("关于做好工作的通知")
    assert messages.names[-1] == "关于做好工作的通知"


def test_a_draft_without_a_title_is_called_by_its_file(
    keeper: DraftKeeper, messages: Messages, tmp_path: Path
) -> None:
    path = tmp_path / "提纲.md"
    path.write_text("同志们：\n\n正文。\n", encoding="utf-8")
    keeper.open(path)
    assert messages.names[-1] == "提纲"


# Exporting


def test_the_draft_as_it_stands_is_exported(
    keeper: DraftKeeper,
    editor: PageEditor,
    engine: SilentEngine,
    messages: Messages,
    writer: Writer,
    *,
    file: Path,
    tmp_path: Path,
) -> None:
    keeper.open(file)
    _write(editor, "新")
    out = tmp_path / "讲话.docx"
    writer.places = [out]
    keeper.ask_and_export()
    assert writer.proposed == [out]
    asked = engine.last("export").fields
    assert asked["draft"].startswith("# 新在会议上的讲话")
    assert asked["path"] == str(out)
    engine.answer("export", path=str(out), fonts=[])
    assert messages.notes == ["已导出到“讲话.docx”。"]
    assert editor.draft.isModified()  # a Word file is no safe place for a draft


def test_what_is_said_of_word_files_is_told(
    keeper: DraftKeeper, engine: SilentEngine, messages: Messages, writer: Writer, tmp_path: Path
) -> None:
    writer.places = [tmp_path / "讲话.docx"]
    keeper.ask_and_export()
    engine.refuse("export", "没能保存到“讲话.docx”。")
    assert messages.problems == ["没能保存到“讲话.docx”。"]


def test_without_a_place_nothing_is_exported(
    keeper: DraftKeeper, engine: SilentEngine, writer: Writer
) -> None:
    writer.places = [None]
    keeper.ask_and_export()
    assert engine.asked == []
