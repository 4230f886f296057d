import errno
import json
import os
import stat
import time
from pathlib import Path
from typing import NoReturn

import pytest

from desktop_app.core.errors import LibraryForbidden, LibraryReadOnly
from desktop_app.core.library import indexing
from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.index.segment import FORMAT_FILE
from desktop_app.core.library.indexing import is_current, newest_index, open_index, refresh_index
from desktop_app.core.library.store import Store
from tests.core.library.small_papers import FLOOD, LATER, LIBRARY, add


def _names(database: Database) -> list[str]:
    return sorted(path.name for path in (database.folder / "index").iterdir())


def _lists(database: Database) -> list[str]:
    return [name for name in _names(database) if name.endswith(".json")]


def _segments(database: Database) -> list[str]:
    """The segments that the newest index has, by name; no others are left."""
    path = newest_index(database)
    assert path is not None
    named: list[str] = json.loads(path.read_text("utf-8"))["segments"]
    assert set(named) <= set(_names(database))
    return named


def test_before_the_first_there_is_no_index(database: Database) -> None:
    assert newest_index(database) is None
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
    assert _lists(database) == ["r1.json"]
    assert len(_segments(database)) == 1
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
    assert newest_index(database) == database.folder / "index" / "r1.json"
    refresh_index(database)
    assert is_current(database)
    assert _lists(database) == ["r3.json"]
    assert len(_segments(database)) == 1
    index = open_index(database)
    assert index is not None
    assert index.occurrences("冲锋舟").sources == ()
    assert len(index.occurrences("十二万人次").sources) == 1


def test_a_current_index_is_not_built_again(database: Database, store: Store) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    path = newest_index(database)
    assert path is not None
    before = path.stat().st_ino, path.stat().st_mtime_ns
    refresh_index(database)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before


def test_the_newest_is_the_one_with_the_largest_number(database: Database) -> None:
    folder = database.folder / "index"
    folder.mkdir()
    for name in ("r9.json", "r10.json", "r2.json", "r11.jsonx", "x12.json", "r.json", "r13"):
        (folder / name).touch()
    assert newest_index(database) == folder / "r10.json"


@pytest.mark.parametrize(
    "damage", ["no list", "other version", "cut off", "no file", "not JSON", "other JSON"]
)
def test_an_index_that_cannot_be_used_is_thrown_away_and_built_again(
    database: Database, store: Store, damage: str
) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    path = newest_index(database)
    assert path is not None
    folder = path.parent / _segments(database)[0]
    array = max(folder.glob("*.npy"), key=lambda file: file.stat().st_size)
    match damage:
        case "no list":
            (folder / FORMAT_FILE).unlink()
        case "other version":
            (folder / FORMAT_FILE).write_text('{"format": 999}', encoding="utf-8")
        case "cut off":
            array.write_bytes(array.read_bytes()[: array.stat().st_size // 2])
        case "no file":
            array.unlink()
        case "not JSON":
            path.write_text("{", "utf-8")
        case _:
            path.write_text('{"segments": 3}', "utf-8")
    assert open_index(database) is None
    assert _lists(database) == []
    refresh_index(database)
    index = open_index(database)
    assert index is not None
    assert len(index.occurrences("冲锋舟").sources) == 1


def test_new_papers_come_into_a_segment_of_their_own(database: Database, store: Store) -> None:
    add(store, "旧稿", *(f"第{n}件实事已经办成，群众满意。" * 20 for n in range(40)))
    refresh_index(database)
    (first,) = _segments(database)
    add(store, *FLOOD, path="/新.txt")
    refresh_index(database)
    segments = _segments(database)
    assert (len(segments), segments[0]) == (2, first)
    index = open_index(database)
    assert index is not None
    assert index.places.papers == 2
    assert len(index.occurrences("冲锋舟").sources) == 1


def test_segments_that_an_older_index_has_open_are_not_opened_again(
    database: Database, store: Store
) -> None:
    add(store, "旧稿", *(f"第{n}件实事已经办成，群众满意。" * 20 for n in range(40)))
    refresh_index(database)
    older = open_index(database)
    assert older is not None
    add(store, *FLOOD, path="/新.txt")
    refresh_index(database)
    newer = open_index(database, older)
    assert newer is not None
    first, second = _segments(database)
    assert newer.segments[first] is older.segments[first]
    assert list(newer.segments) == [first, second]
    assert len(newer.occurrences("冲锋舟").sources) == 1


def test_a_paper_that_is_gone_is_hidden_until_its_segment_is_written_anew(
    database: Database, store: Store
) -> None:
    add(store, "旧稿", *(f"第{n}件实事已经办成，群众满意。" * 20 for n in range(40)))
    add(store, *FLOOD, path="/新.txt")
    refresh_index(database)
    before = _segments(database)
    add(store, "新稿", "修好水渠，管好水源。", path="/新.txt", stamp=LATER)
    refresh_index(database)
    assert _segments(database)[: len(before)] == before
    index = open_index(database)
    assert index is not None
    assert index.hidden.tolist() == [False, True, False]
    assert index.occurrences("冲锋舟").sources == ()
    assert len(index.occurrences("管好水源").sources) == 1


def test_what_a_killed_process_has_left_half_built_does_not_count(
    database: Database, store: Store
) -> None:
    add(store, *FLOOD)
    left = database.folder / "index" / "building-1"
    left.mkdir(parents=True)
    (left / "text.npy").write_bytes(b"half")
    assert newest_index(database) is None
    refresh_index(database)
    assert is_current(database)
    assert "building-1" in _names(database)  # it may be another process at work


def test_what_was_left_half_built_is_removed_after_a_day(database: Database, store: Store) -> None:
    add(store, *FLOOD)
    left = database.folder / "index" / "building-1"
    left.mkdir(parents=True)
    days_ago = time.time() - 2 * 86400
    os.utime(left, (days_ago, days_ago))
    refresh_index(database)
    assert _lists(database) == ["r1.json"]
    assert "building-1" not in _names(database)


def test_the_folders_of_an_older_version_go_when_they_are_old(
    database: Database, store: Store
) -> None:
    add(store, *FLOOD)
    outdated = database.folder / "index" / "r7"
    outdated.mkdir(parents=True)
    days_ago = time.time() - 2 * 86400
    os.utime(outdated, (days_ago, days_ago))
    refresh_index(database)
    assert "r7" not in _names(database)


def test_a_full_disk_is_told_and_the_index_before_goes_on(
    database: Database, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, *FLOOD)
    refresh_index(database)
    add(store, *LIBRARY, path="/乙.txt")

    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(indexing, "build_segment", fail)
    with pytest.raises(LibraryForbidden) as refusal:
        refresh_index(database)
    assert "磁盘已满" in refusal.value.sentence("zh")
    assert _lists(database) == ["r1.json"]
    assert len(_segments(database)) == 1
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
        (reading.folder / "index" / "r1.json").write_text("{}", encoding="utf-8")
        assert open_index(reading) is None
        assert _lists(reading) == ["r1.json"]
    finally:
        reading.close()
        database.folder.chmod(stat.S_IRWXU)
