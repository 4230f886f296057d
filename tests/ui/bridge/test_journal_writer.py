from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.document.draft_file import write_draft
from desktop_app.session.journal import Journal
from desktop_app.ui.bridge.journal_writer import JournalWriter
from tests.ui.conftest import draft

_DRAFT = draft("在会议上的讲话", "同志们：😀")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def writer(folder: Path) -> Iterator[JournalWriter]:
    made = JournalWriter(Journal(folder))
    yield made
    made.finish()


def _write(writer: JournalWriter, text: str = "") -> None:
    file = draft(text) if text else _DRAFT
    writer.write(file, path="/讲话.md", digest="1f", name="讲话", caret=7)


def test_the_draft_is_put_down_with_where_it_belongs(
    writer: JournalWriter, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(writer.written):
        _write(writer)
    entry = Journal(folder).read()
    assert entry is not None
    assert entry.text == write_draft(_DRAFT)
    assert (entry.path, entry.digest, entry.name, entry.caret) == ("/讲话.md", "1f", "讲话", 7)


def test_the_time_is_told_with_its_zone(writer: JournalWriter, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(writer.written):
        _write(writer)
    entry = Journal(folder).read()
    assert entry is not None
    assert len(entry.written_at) == len("2025-03-01T12:30:00+08:00")


def test_the_last_of_many_writes_stays(writer: JournalWriter, folder: Path) -> None:
    for number in range(20):
        _write(writer, f"第{number}稿")
    writer.finish()
    entry = Journal(folder).read()
    assert entry is not None
    assert "第19稿" in entry.text


def test_forgetting_waits_for_what_is_being_written(writer: JournalWriter, folder: Path) -> None:
    for number in range(20):
        _write(writer, f"第{number}稿")
    writer.clear()
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(
    writer: JournalWriter, folder: Path, qtbot: QtBot
) -> None:
    folder.write_text("a file stands in the way", encoding="utf-8")
    with qtbot.assertNotEmitted(writer.written), qtbot.waitSignal(writer.failed) as failed:
        _write(writer)
    assert failed.args is not None
    assert failed.args[0].sentence("zh").startswith("没能保存到“journal.json”")


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    writer: JournalWriter, folder: Path, qtbot: QtBot
) -> None:
    (folder / "journal.json").mkdir(parents=True)
    with qtbot.waitSignal(writer.failed) as failed:
        _write(writer)
    assert failed.args is not None
    assert "那是一个文件夹" in failed.args[0].sentence("zh")


def test_after_a_failure_it_goes_on_writing(
    writer: JournalWriter, folder: Path, qtbot: QtBot
) -> None:
    folder.write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(writer.failed):
        _write(writer)
    folder.unlink()
    with qtbot.waitSignal(writer.written):
        _write(writer)
