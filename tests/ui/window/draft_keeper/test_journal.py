from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.journal import Journal, JournalEntry
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_journal import DraftJournal
from desktop_app.ui.window.draft_keeper import DraftKeeper
from tests.ui.window.draft_keeper.writer import TEXT, Messages, Writer

pytestmark = pytest.mark.usefixtures("chinese")


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
    keeper.recover(_entry(TEXT, caret=3))
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
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_caret_beyond_the_end_is_put_at_the_end(keeper: DraftKeeper, editor: PageEditor) -> None:
    keeper.recover(_entry("两字\n", caret=99))
    assert editor.textCursor().position() == 2


def test_a_recovered_draft_is_put_down_as_it_grows(
    keeper: DraftKeeper, editor: PageEditor, journal: Journal, qtbot: QtBot
) -> None:
    keeper.recover(_entry(TEXT))
    editor.insert_text("又写的")
    qtbot.waitUntil(lambda: journal.read() is not None)
    entry = journal.read()
    assert entry is not None
    assert "又写的" in entry.text
