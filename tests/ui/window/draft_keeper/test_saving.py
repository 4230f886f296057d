from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.journal import Journal
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.theme.colours import LIGHT
from desktop_app.ui.window.draft_journal import DraftJournal
from desktop_app.ui.window.draft_keeper import DraftKeeper
from tests.ui.conftest import draft
from tests.ui.silent_engine import SilentEngine
from tests.ui.window.draft_keeper.writer import TEXT, Messages, Writer, write

pytestmark = pytest.mark.usefixtures("chinese")


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
    write(editor, "新")
    put_down.write()
    assert keeper.save()
    assert file.read_text(encoding="utf-8") == TEXT.replace("# ", "# 新")
    assert not editor.draft.isModified()
    assert journal.read() is None
    assert messages.saved[-1].startswith("已保存 ")
    assert messages.opened == [file, file]


def test_a_new_draft_asks_for_a_place_and_belongs_there_from_then_on(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, tmp_path: Path
) -> None:
    write(editor, "关于“防汛”的通知：2025/6？\n正文")
    place = tmp_path / "通知.md"
    writer.places = [place]
    assert keeper.save()
    assert keeper.path == place
    write(editor, "新")
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
    write(editor, "草稿")
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
    write(editor, "新")
    writer.places = [tmp_path / "没有" / "稿.md"]
    assert not keeper.save_as()
    assert messages.problems[0].startswith("没能保存到“稿.md”（文件夹不存在）")
    assert keeper.path == file
    assert editor.draft.isModified()


def test_after_saving_elsewhere_has_failed_the_work_of_others_is_still_safe(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer, file: Path, tmp_path: Path
) -> None:
    keeper.open(file)
    write(editor, "新")
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
    write(editor, "新")
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
    write(editor, "新")
    writer.places = [tmp_path / "另一份.md"]
    assert keeper.save_as()
    assert keeper.path == tmp_path / "另一份.md"
    assert file.read_text(encoding="utf-8") == TEXT


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
    write(editor, "新")
    assert messages.saved[-1] == "未保存"
    editor.undo_step()
    assert messages.saved[-1] == "已保存"


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
    write(editor, "新")
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
