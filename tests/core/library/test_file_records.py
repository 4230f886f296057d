import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import FileDamaged, FileRefused, FileUnsupported, Reason
from desktop_app.core.library.file_records import is_gone
from desktop_app.core.library.prepared import Content, Prepared
from desktop_app.core.library.store import Store
from tests.core.library.small_papers import FLOOD, LATER, STAMP, add, write


@pytest.mark.parametrize(
    "reason", [FileDamaged(), FileUnsupported(kind=".x"), FileDamaged(why=Reason("因", "it"))]
)
def test_a_reason_is_remembered_with_its_fields(store: Store, reason: FileRefused) -> None:
    store.add("/坏.txt", Prepared(STAMP, b"hash", (Content("", reason),)))
    known = store.files()["/坏.txt"]
    assert (known.stamp, known.hash, known.papers, known.current) == (STAMP, b"hash", 0, True)
    (kept,) = known.refusals.values()
    assert (type(kept), kept.fields) == (type(reason), reason.fields)


def test_a_file_that_can_be_read_again_is_no_failure_any_more(store: Store) -> None:
    store.add("/坏.txt", Prepared(STAMP, b"", (Content("", FileDamaged()),)))
    store.note_missing(store.files().values())
    assert store.files()["/坏.txt"].missing
    add(store, *FLOOD, path="/坏.txt", stamp=LATER)
    known = store.files()["/坏.txt"]
    assert (known.stamp, known.refusals, known.missing) == (LATER, {}, False)


def test_a_file_that_is_gone_is_forgotten_only_where_nothing_is_lost(store: Store) -> None:
    store.add("/坏.txt", Prepared(STAMP, b"", (Content("", FileDamaged()),)))
    add(store, *FLOOD, path="/甲.txt")
    store.note_missing(store.files().values())
    store.forget_moved()
    assert set(store.files()) == {"/甲.txt"}
    add(store, *FLOOD, path="/乙.txt")
    store.forget_moved()
    assert set(store.files()) == {"/乙.txt"}


def test_what_is_gone_is_told_from_what_is_there(tmp_path: Path) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    assert not is_gone(str(path))
    assert is_gone(str(path / "里面"))
    assert is_gone(str(tmp_path / "没有"))
    assert not is_gone("/\0")


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege there")
def test_a_link_to_nowhere_is_there(tmp_path: Path) -> None:
    (tmp_path / "链接").symlink_to(tmp_path / "没有")
    assert not is_gone(str(tmp_path / "链接"))
