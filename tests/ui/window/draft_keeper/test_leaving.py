from pathlib import Path

import pytest

from desktop_app.session.journal import Journal
from desktop_app.ui.dialogs.questions import Leaving
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_journal import DraftJournal
from desktop_app.ui.window.draft_keeper import DraftKeeper
from tests.ui.window.draft_keeper.writer import TEXT, Writer, write

pytestmark = pytest.mark.usefixtures("chinese")


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
    write(editor, "新")
    writer.leaving = Leaving.SAVE
    assert keeper.may_leave()
    assert writer.questions == ["新在会议上的讲话"]
    assert file.read_text(encoding="utf-8").startswith("# 新")


def test_who_would_save_but_names_no_place_stays(
    keeper: DraftKeeper, editor: PageEditor, writer: Writer
) -> None:
    write(editor, "草稿")
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
    write(editor, "新")
    put_down.write()
    writer.leaving = Leaving.DISCARD
    assert keeper.may_leave()
    assert journal.read() is None
    assert file.read_text(encoding="utf-8") == TEXT


def test_who_stays_keeps_everything(
    keeper: DraftKeeper,
    editor: PageEditor,
    writer: Writer,
    journal: Journal,
    put_down: DraftJournal,
) -> None:
    write(editor, "草稿")
    put_down.write()
    writer.leaving = Leaving.STAY
    assert not keeper.may_leave()
    put_down.finish()
    assert journal.read() is not None
