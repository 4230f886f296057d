import errno
import os
import stat
import time
from pathlib import Path
from typing import NoReturn

import pytest

from desktop_app.core.errors import LibraryForbidden, LibraryReadOnly
from desktop_app.core.library import indexing
from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.index.library_index import FORMAT_FILE
from desktop_app.core.library.indexing import index_folder, is_current, open_index, refresh_index
from desktop_app.core.library.store import Store
from tests.core.library.small_papers import FLOOD, LATER, LIBRARY, add


def _names(database: Database) -> list[str]:
    return sorted(path.name for path in (database.folder / "index").iterdir())


def test_before_the_first_there_is_no_index(database: Database) -> None:
    assert index_folder(database) is None
    assert open_index(database) is None
    assert not is_current(database)


def test_an_empty_library_has_an_index_too(database: Database) -> None:
    refresh_index(database)
    assert is_current(database)
    index = open_index(database)
    assert index is not None
    assert index.occurrences("防汛").sources == ()


def test_the_index_shows_the_library_as_it_is(database: Database, store: Store) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    assert _names(database) == ["r1"]
    index = open_index(database)
    assert index is not None
    (source,) = index.occurrences("冲锋舟").sources
    assert store.sources([source.paragraph_id])[source.paragraph_id].text == FLOOD[5]


def test_a_change_outdates_it_and_the_next_takes_its_place(
    database: Database, store: Store
) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    add(store, *LIBRARY, stamp=LATER)
    assert not is_current(database)
    assert index_folder(database) == database.folder / "index" / "r1"
    refresh_index(database)
    assert is_current(database)
    assert _names(database) == ["r3"]
    index = open_index(database)
    assert index is not None
    assert index.occurrences("冲锋舟").sources == ()
    assert len(index.occurrences("十二万人次").sources) == 1


def test_a_current_index_is_not_built_again(database: Database, store: Store) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    folder = index_folder(database)
    assert folder is not None
    before = folder.stat().st_ino, folder.stat().st_mtime_ns
    refresh_index(database)
    assert (folder.stat().st_ino, folder.stat().st_mtime_ns) == before


def test_the_newest_is_the_one_with_the_largest_number(database: Database) -> None:
    for name in ("r9", "r10", "r2", "r11x", "x12", "r"):
        (database.folder / "index" / name).mkdir(parents=True)
    assert index_folder(database) == database.folder / "index" / "r10"


@pytest.mark.parametrize("damage", ["no mark", "other version", "cut off", "no file"])
def test_an_index_that_cannot_be_used_is_thrown_away_and_built_again(
    database: Database, store: Store, damage: str
) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    folder = index_folder(database)
    assert folder is not None
    mark, array = folder / FORMAT_FILE, max(folder.glob("*.npy"), key=lambda p: p.stat().st_size)
    match damage:
        case "no mark":
            mark.unlink()
        case "other version":
            mark.write_text('{"format": 999}', encoding="utf-8")
        case "cut off":
            array.write_bytes(array.read_bytes()[: array.stat().st_size // 2])
        case _:
            array.unlink()
    assert open_index(database) is None
    assert _names(database) == []
    refresh_index(database)
    assert open_index(database) is not None


def test_what_a_killed_process_has_left_half_built_does_not_count(
    database: Database, store: Store
) -> None:
    add(store, *FLOOD)
    left = database.folder / "index" / "building-1"
    left.mkdir(parents=True)
    (left / "text.npy").write_bytes(b"half")
    assert index_folder(database) is None
    refresh_index(database)
    assert is_current(database)
    assert _names(database) == ["building-1", "r1"]  # it may be another process at work


def test_what_was_left_half_built_is_removed_after_a_day(database: Database, store: Store) -> None:
    add(store, *FLOOD)
    left = database.folder / "index" / "building-1"
    left.mkdir(parents=True)
    days_ago = time.time() - 2 * 86400
    os.utime(left, (days_ago, days_ago))
    refresh_index(database)
    assert _names(database) == ["r1"]


def test_what_this_process_number_has_left_half_built_is_in_nobodys_way(
    database: Database, store: Store
) -> None:
    add(store, *FLOOD)
    left = database.folder / "index" / f"building-{os.getpid()}"
    left.mkdir(parents=True)
    (left / "rest").touch()
    refresh_index(database)
    folder = index_folder(database)
    assert folder is not None
    assert not (folder / "rest").exists()


def test_two_processes_that_build_the_same_index_leave_one(
    database: Database, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, *FLOOD)
    publish = indexing._publish

    def be_overtaken(building: Path, place: Path) -> None:
        place.mkdir()
        (place / "of the other").touch()
        publish(building, place)

    monkeypatch.setattr(indexing, "_publish", be_overtaken)
    refresh_index(database)
    assert _names(database) == ["r1"]
    assert (database.folder / "index" / "r1" / "of the other").exists()


def test_a_full_disk_is_told_and_the_index_before_goes_on(
    database: Database, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    add(store, *LIBRARY, path="/乙.txt")

    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(indexing, "build_index", fail)
    with pytest.raises(LibraryForbidden) as refusal:
        refresh_index(database)
    assert "磁盘已满" in refusal.value.sentence("zh")
    assert _names(database) == ["r1"]
    assert open_index(database) is not None


def test_an_index_that_cannot_get_its_name_is_told_and_leaves_nothing(
    database: Database, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, *FLOOD)

    def fail(*_: object) -> NoReturn:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(LibraryForbidden) as refusal:
        refresh_index(database)
    assert "磁盘是只读的" in refusal.value.sentence("zh")
    assert _names(database) == []


def test_an_index_of_another_process_that_gets_its_name_meanwhile_is_no_harm(
    database: Database, store: Store
) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    gone = database.folder / "index" / "building-1"
    assert not indexing._is_given_up(gone)


def test_a_file_in_the_place_of_the_folder_is_told(database: Database) -> None:
    (database.folder / "index").touch()
    with pytest.raises(LibraryForbidden) as refusal:
        refresh_index(database)
    assert "已有一个同名的文件" in refusal.value.sentence("zh")


@pytest.mark.permissions
def test_a_library_that_cannot_be_written_answers_from_what_is_there(
    database: Database, store: Store
) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    add(store, *LIBRARY, path="/乙.txt")
    database.close()
    database.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    reading = open_database(database.folder)
    try:
        assert open_index(reading) is not None
        with pytest.raises(LibraryReadOnly):
            refresh_index(reading)
        (reading.folder / "index" / "r1" / FORMAT_FILE).write_text("{}", encoding="utf-8")
        assert open_index(reading) is None
        assert _names(reading) == ["r1"]
    finally:
        reading.close()
        database.folder.chmod(stat.S_IRWXU)
