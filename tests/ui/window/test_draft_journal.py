from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from desktop_app.session.journal import Journal
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_journal import DraftIdentity, DraftJournal
from tests.ui.conftest import draft


def test_what_is_written_is_in_the_journal_within_two_seconds(
    put_down: DraftJournal, editor: PageEditor, journal: Journal, qtbot: QtBot
) -> None:
    put_down.identity = DraftIdentity(Path("/稿/讲话.md"), "digest", "讲话")
    passed = QElapsedTimer()
    passed.start()
    editor.insert_text("新")

    def is_there() -> bool:
        editor.insert_text("写")  # going on without a pause must not put it off
        return journal.read() is not None

    with qtbot.waitSignal(put_down.written):
        qtbot.waitUntil(is_there, timeout=2000)
    assert passed.elapsed() <= 2000
    entry = journal.read()
    assert entry is not None
    assert entry.text.startswith("新写")
    assert (entry.path, entry.digest, entry.name) == ("/稿/讲话.md", "digest", "讲话")
    assert 0 < entry.caret <= len(entry.text)


@pytest.mark.usefixtures("put_down")
def test_a_single_change_is_enough(editor: PageEditor, journal: Journal, qtbot: QtBot) -> None:
    editor.insert_text("一次粘贴的一大段")
    qtbot.waitUntil(lambda: journal.read() is not None, timeout=2000)


@pytest.mark.usefixtures("put_down")
def test_the_page_of_a_draft_that_replaces_another_is_put_down_too(
    editor: PageEditor, journal: Journal, qtbot: QtBot
) -> None:
    editor.open_draft(draft("另一份"))
    editor.insert_text("新")
    qtbot.waitUntil(lambda: journal.read() is not None)


def test_a_draft_without_changes_is_not_put_down(
    put_down: DraftJournal, editor: PageEditor, journal: Journal
) -> None:
    editor.open_draft(draft("没有改动"))
    put_down.write()
    put_down.finish()
    assert journal.read() is None


def test_what_is_forgotten_is_gone_and_not_written_later(
    put_down: DraftJournal, editor: PageEditor, journal: Journal, qtbot: QtBot
) -> None:
    editor.insert_text("不要的")
    put_down.write()
    editor.insert_text("也不要")
    put_down.forget()
    editor.draft.setModified(False)
    assert journal.read() is None
    qtbot.wait(1200)
    assert journal.read() is None


def test_a_place_that_cannot_be_written_is_told(
    put_down: DraftJournal, editor: PageEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "state").write_text("a file stands in the way", encoding="utf-8")
    editor.insert_text("新")
    with qtbot.waitSignal(put_down.failed) as failed:
        put_down.write()
    assert "journal.json" in failed.args[0].sentence("zh")
