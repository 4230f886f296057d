import sqlite3
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import (
    LibraryDamaged,
    LibraryForbidden,
    LibraryNewer,
    LibraryReadOnly,
)
from desktop_app.core.library import database as module
from desktop_app.core.library.database import (
    FILE_NAME,
    INDEX_FOLDER,
    Database,
    open_database,
)
from desktop_app.core.library.schema import SCHEMA_VERSION
from desktop_app.core.library.store import Store
from tests.core.library.small_papers import FLOOD, add, break_pages, numbers


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """The folder of a library with one paper, not open; it can be written again in the end."""
    database = open_database(tmp_path)
    add(Store(database), *FLOOD)
    database.close()
    yield tmp_path
    tmp_path.chmod(stat.S_IRWXU)


def _version(folder: Path) -> int:
    connection = sqlite3.connect(folder / FILE_NAME)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


def _raw(folder: Path, *statements: str) -> None:
    """Run statements as another program would."""
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_library_is_made_where_there_is_none_with_all_folders_above(tmp_path: Path) -> None:
    folder = tmp_path / "数据" / "资料库"
    database = open_database(folder)
    assert not database.read_only
    assert numbers(database, "SELECT number FROM revision") == [0]
    database.close()
    assert _version(folder) == SCHEMA_VERSION


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_a_new_library_is_its_owners_only(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    database = open_database(folder)
    add(Store(database), *FLOOD)
    modes = {path.name: path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())}
    database.close()
    assert FILE_NAME in modes
    assert f"{FILE_NAME}-wal" in modes
    assert set(modes.values()) == {0}


def test_closing_leaves_one_file_that_holds_everything(closed: Path) -> None:
    assert [path.name for path in closed.iterdir()] == [FILE_NAME]
    database = open_database(closed)
    assert Store(database).statistics().documents == 1
    database.close()


def test_opening_again_changes_nothing_in_a_file_of_this_version(closed: Path) -> None:
    before = (closed / FILE_NAME).read_bytes()
    open_database(closed).close()
    assert (closed / FILE_NAME).read_bytes() == before


def test_a_transaction_that_fails_leaves_nothing_behind(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as connection:
            connection.execute("UPDATE revision SET number = 7")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert numbers(database, "SELECT number FROM revision") == [0]
    assert not database.connection.in_transaction


def test_rows_of_a_paper_go_with_it(database: Database) -> None:
    add(Store(database), *FLOOD)
    with database.transaction() as connection:
        connection.execute("DELETE FROM paper")
    left = "SELECT id FROM section UNION SELECT id FROM paragraph UNION SELECT start FROM phrase"
    assert numbers(database, left) == []
    assert numbers(database, "SELECT file_id FROM origin") == []


def test_many_that_open_a_new_library_at_once_all_get_it(tmp_path: Path) -> None:
    for round_number in range(10):
        folder = tmp_path / str(round_number)
        start = threading.Barrier(4)
        revisions: list[list[int]] = []

        def open_it(folder: Path, start: threading.Barrier, revisions: list[list[int]]) -> None:
            start.wait()
            database = open_database(folder)
            revisions.append(numbers(database, "SELECT number FROM revision"))
            database.close()

        threads = [
            threading.Thread(target=open_it, args=(folder, start, revisions)) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert revisions == [[0]] * 4


def test_of_two_that_migrate_the_second_finds_it_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second has read version 0 when the first, which it waits for, has already written."""
    open_log = module._keep_log

    def be_overtaken(connection: sqlite3.Connection) -> None:
        monkeypatch.setattr(module, "_keep_log", open_log)
        first = open_database(tmp_path)
        add(Store(first), *FLOOD)
        first.close()
        open_log(connection)

    monkeypatch.setattr(module, "_keep_log", be_overtaken)
    second = open_database(tmp_path)
    assert Store(second).statistics().documents == 1
    assert numbers(second, "SELECT number FROM revision") == [1]
    second.close()


def test_a_library_in_the_making_by_another_process_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    pauses: list[float] = []

    def finish(seconds: float) -> None:
        pauses.append(seconds)
        other.execute("COMMIT")

    monkeypatch.setattr(time, "sleep", finish)
    database = open_database(tmp_path)
    assert len(pauses) == 1
    assert not database.read_only
    database.close()
    other.close()


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_file_that_another_program_keeps_locked_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.05)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute(f"BEGIN {lock}")
    with pytest.raises(LibraryForbidden) as refusal:
        open_database(tmp_path)
    other.close()
    assert "另一个程序正在写入" in refusal.value.sentence("zh")


def test_writing_into_a_locked_library_is_told_and_reading_goes_on(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.05)
    database = open_database(closed)
    other = sqlite3.connect(closed / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryForbidden) as refusal:
        add(Store(database), "另一篇稿子", path="/别的.txt")
    assert "另一个程序正在写入" in refusal.value.sentence("zh")
    assert Store(database).statistics().documents == 1
    other.close()
    add(Store(database), "另一篇稿子", path="/别的.txt")
    assert Store(database).statistics().documents == 2
    database.close()


@pytest.mark.parametrize(
    "content", [b"no database at all " * 100, b"SQLite format 3\0" + b"x" * 90]
)
def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(LibraryDamaged) as refusal:
        open_database(tmp_path)
    assert FILE_NAME in refusal.value.sentence("zh")
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_a_mapped_file_shows_what_others_write(closed: Path) -> None:
    mapped, other = open_database(closed), open_database(closed)
    mapped.map_file()
    (size,) = mapped.connection.execute("PRAGMA mmap_size").fetchone()
    assert size > (closed / FILE_NAME).stat().st_size
    for n in range(40):
        add(Store(other), f"关于第{n}次会议的通知", *FLOOD[1:], f"第{n}次会议已经开过。" * 200)
        other.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # out of the log into the file
        assert Store(mapped).statistics() == Store(other).statistics()
        last = "SELECT max(id), text FROM paragraph"
        assert mapped.connection.execute(last).fetchone()[1].startswith(f"第{n}次会议")
    mapped.close()
    other.close()


def test_pages_that_are_broken_are_told_when_they_are_written(closed: Path) -> None:
    break_pages(closed / FILE_NAME)
    database = open_database(closed)
    with pytest.raises(LibraryDamaged):
        add(Store(database), *FLOOD)
    database.close()


def test_a_library_of_a_later_program_is_not_touched(closed: Path) -> None:
    _raw(closed, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = (closed / FILE_NAME).read_bytes()
    with pytest.raises(LibraryNewer):
        open_database(closed)
    assert (closed / FILE_NAME).read_bytes() == before


def test_the_disk_being_full_is_told_and_nothing_is_half_written(database: Database) -> None:
    (pages,) = database.connection.execute("PRAGMA page_count").fetchone()
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    lines = [f"第{n}段，写得很长，好把库装满。" * 40 for n in range(40)]
    with pytest.raises(LibraryForbidden) as refusal:
        add(Store(database), *lines)
    assert "磁盘已满" in refusal.value.sentence("zh")
    assert "the disk is full" in refusal.value.sentence("en")
    database.connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
    assert Store(database).statistics().documents == 0


def test_a_library_that_turns_read_only_while_it_is_open_is_told(database: Database) -> None:
    database.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(LibraryReadOnly):
        add(Store(database), *FLOOD)


def test_what_sqlite_says_of_anything_else_is_passed_on(database: Database) -> None:
    with pytest.raises(LibraryForbidden) as refusal, module.refusing():
        database.connection.execute("SELECT * FROM nowhere")
    assert "no such table: nowhere" in refusal.value.sentence("zh")


def test_a_new_library_does_away_with_the_index_of_one_that_was_taken_away(closed: Path) -> None:
    left = closed / INDEX_FOLDER / "r1"
    left.mkdir(parents=True)
    open_database(closed).close()
    assert left.exists()
    (closed / FILE_NAME).unlink()
    open_database(closed).close()
    assert not left.exists()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "库").touch()
    with pytest.raises(LibraryForbidden) as refusal:
        open_database(tmp_path / "库")
    assert "已有一个同名的文件" in refusal.value.sentence("zh")
    with pytest.raises(LibraryForbidden) as refusal:
        open_database(tmp_path / "库" / "里面")
    assert "不是文件夹" in refusal.value.sentence("zh")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(LibraryForbidden) as refusal:
        open_database(tmp_path)
    assert "那是一个文件夹" in refusal.value.sentence("zh")


@pytest.mark.permissions
def test_a_library_in_a_folder_that_cannot_be_written_can_be_read_only(closed: Path) -> None:
    closed.chmod(stat.S_IRUSR | stat.S_IXUSR)
    database = open_database(closed)
    assert database.read_only
    assert Store(database).statistics().documents == 1
    with pytest.raises(LibraryReadOnly):
        add(Store(database), "另一篇稿子", path="/别的.txt")
    database.close()


@pytest.mark.permissions
def test_a_file_that_cannot_be_written_can_be_read_only(closed: Path) -> None:
    (closed / FILE_NAME).chmod(stat.S_IRUSR)
    database = open_database(closed)
    assert database.read_only
    assert Store(database).statistics().documents == 1
    database.close()


@pytest.mark.permissions
def test_a_library_of_an_older_program_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch(mode=stat.S_IRUSR)
    with pytest.raises(LibraryReadOnly):
        open_database(tmp_path)


@pytest.mark.permissions
def test_a_library_that_cannot_be_read_or_made_is_told(closed: Path) -> None:
    (closed / FILE_NAME).chmod(0)
    with pytest.raises(LibraryForbidden) as refusal:
        open_database(closed)
    assert "没有权限" in refusal.value.sentence("zh")
    closed.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(LibraryForbidden) as refusal:
        open_database(closed / "新的")
    assert "no permission" in refusal.value.sentence("en")
