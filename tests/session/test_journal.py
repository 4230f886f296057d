import dataclasses
import json
import stat
import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import FileNotWritten
from desktop_app.session.journal import Journal, JournalEntry

_ENTRY = JournalEntry(
    text="# 在会议上的讲话\n\n同志们：😀𠮷\n",
    path="/稿/讲话.md",
    digest="ab12",
    name="讲话",
    caret=5,
    written_at="2025-03-01T10:00:00+08:00",
)


def _damage(folder: Path, content: bytes) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "journal.json").write_bytes(content)


def test_what_was_written_last_is_read(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "state" / "abc")
    journal.write(dataclasses.replace(_ENTRY, text="旧的"))
    journal.write(_ENTRY)
    assert Journal(tmp_path / "state" / "abc").read() == _ENTRY


def test_half_an_emoji_and_a_name_that_is_no_unicode_come_back(tmp_path: Path) -> None:
    entry = dataclasses.replace(_ENTRY, text="好\ud83d", path="/稿/\udcb1.md")
    Journal(tmp_path).write(entry)
    assert Journal(tmp_path).read() == entry


def test_without_a_journal_there_is_nothing_to_read(tmp_path: Path) -> None:
    assert Journal(tmp_path / "nowhere").read() is None


def test_a_journal_that_was_cleared_is_gone_and_can_be_cleared_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(_ENTRY)
    journal.clear()
    journal.clear()
    assert journal.read() is None
    assert list(tmp_path.iterdir()) == []


_GOOD = {"version": 1, **dataclasses.asdict(_ENTRY)}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\0",
        b"[" * 9999,
        json.dumps({**_GOOD, "later": 1}).encode(),
        json.dumps({**_GOOD, "caret": "5"}).encode(),
        json.dumps({**_GOOD, "text": None}).encode(),
        json.dumps({name: value for name, value in _GOOD.items() if name != "text"}).encode(),
        json.dumps({name: value for name, value in _GOOD.items() if name != "version"}).encode(),
        json.dumps(_GOOD).encode()[:-20],
    ],
)
def test_a_journal_that_cannot_be_read_is_set_aside_for_a_person(
    tmp_path: Path, content: bytes
) -> None:
    _damage(tmp_path, content)
    journal = Journal(tmp_path)
    assert journal.read() is None
    assert [path.name for path in tmp_path.iterdir()] == ["journal.damaged"]
    assert (tmp_path / "journal.damaged").read_bytes() == content
    assert journal.read() is None
    journal.write(_ENTRY)
    assert journal.read() == _ENTRY


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    with pytest.raises(FileNotWritten):
        Journal(tmp_path / "state").write(_ENTRY)
    with pytest.raises(FileNotWritten):
        Journal(tmp_path / "state" / "abc").write(_ENTRY)


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_the_journal_is_its_owners_only(tmp_path: Path) -> None:
    Journal(tmp_path / "state").write(_ENTRY)
    for path in (tmp_path / "state", tmp_path / "state" / "journal.json"):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.permissions
def test_a_damaged_journal_that_cannot_be_moved_does_no_harm(tmp_path: Path) -> None:
    _damage(tmp_path / "state", b"{")
    (tmp_path / "state").chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert Journal(tmp_path / "state").read() is None
    finally:
        (tmp_path / "state").chmod(stat.S_IRWXU)
    assert (tmp_path / "state" / "journal.json").read_bytes() == b"{"
