from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.journal import Journal
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_keeper import DraftKeeper
from tests.ui.window.draft_keeper.writer import TEXT, Messages, write

pytestmark = pytest.mark.usefixtures("chinese")


def test_a_change_by_another_program_is_told_and_ones_own_is_not(
    keeper: DraftKeeper, editor: PageEditor, messages: Messages, file: Path, qtbot: QtBot
) -> None:
    keeper.open(file)
    write(editor, "新")
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
    copy.write_text(TEXT, encoding="utf-8")
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
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_file_that_was_left_is_no_longer_watched(
    keeper: DraftKeeper, messages: Messages, file: Path, qtbot: QtBot
) -> None:
    keeper.open(file)
    keeper.new()
    with qtbot.assertNotEmitted(keeper.failed, wait=100):
        file.write_text("别人写的\n", encoding="utf-8")
    assert messages.problems == []
