import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.core.errors import (
    FileEmpty,
)
from desktop_app.core.library.catalogue import State, catalogue, remove_papers
from desktop_app.core.library.database import Database
from desktop_app.core.library.importing import (
    ImportReport,
    import_files,
)
from desktop_app.core.library.prepared import Prepared
from desktop_app.core.library.preparing import prepare
from desktop_app.core.library.store import Store
from tests.core.library.imports import counts, run_import, titles
from tests.core.library.small_papers import FLOOD, LIBRARY, write


def test_a_file_as_it_was_is_not_read_again(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    assert counts(run_import(store, path)) == (1, 0, 0)
    state = path.stat()
    path.write_bytes(b"x" * state.st_size)  # nobody looks: its size and time are the same
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert counts(run_import(store, path)) == (0, 1, 0)


def test_a_file_that_was_only_touched_is_unchanged(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    run_import(store, path)
    os.utime(path, ns=(1, 1))
    assert counts(run_import(store, path)) == (0, 1, 0)
    assert store.revision == 1


def test_a_changed_file_is_read_again_in_place_of_the_old(
    store: Store, database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    run_import(store, path)
    write(path, *LIBRARY)
    assert counts(run_import(store, path)) == (1, 0, 0)
    assert titles(database) == [LIBRARY[0]]


def test_a_file_that_turns_bad_leaves_the_paper_it_gave(
    store: Store, database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    run_import(store, path)
    path.write_bytes(b"")
    (failure,) = run_import(store, path).failed
    assert isinstance(failure.reason, FileEmpty)
    assert titles(database) == [FLOOD[0]]


def test_nothing_is_prepared_that_the_library_has_read_as_it_is(
    store: Store, tmp_path: Path
) -> None:
    asked: list[Path] = []

    def watching(paths: Iterable[Path]) -> Iterator[tuple[Path, Prepared]]:
        for path in paths:
            asked.append(path)
            yield path, prepare(path)

    folder = tmp_path / "旧稿"
    kept, touched = write(folder / "甲.txt", *FLOOD), write(folder / "乙.txt", *LIBRARY)
    changed, empty = write(folder / "丙.txt", "请抓好落实，不留死角。"), folder / "空.txt"
    empty.touch()
    for _ in import_files(store, [folder], ImportReport(), prepare_all=watching):
        pass
    assert set(asked) == {kept, touched, changed, empty}
    os.utime(touched, ns=(1, 1))
    write(changed, "请抓好落实，不留遗憾。")
    asked.clear()
    report = ImportReport()
    for _ in import_files(store, [folder], report, prepare_all=watching):
        pass
    assert asked == [changed]
    assert counts(report) == (1, 2, 0)
    assert [type(failure.reason) for failure in report.failed] == [FileEmpty]
    assert store.files()[str(touched)].stamp.modified_ns == 1


def test_a_file_that_could_not_be_read_is_told_again_and_tried_again_when_asked(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "旧稿" / "甲.txt"
    write(path, *FLOOD)
    modified = path.stat().st_mtime_ns
    path.write_bytes(b" " * path.stat().st_size)
    os.utime(path, ns=(modified, modified))
    (failure,) = run_import(store, path).failed
    write(path, *FLOOD)
    os.utime(path, ns=(modified, modified))  # as if a broken disk had been mended
    (again,) = run_import(store, path.parent).failed
    assert (again.path, type(again.reason)) == (path, type(failure.reason))
    assert run_import(store, path) == ImportReport(imported=1)
    assert run_import(store, path.parent) == ImportReport(unchanged=1)


def test_what_an_older_program_could_not_read_is_tried_again(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    run_import(store, folder)
    with database.transaction() as connection:
        connection.execute("DELETE FROM paper")
        kind = "INSERT INTO failure VALUES (1, '', 'FileUnsupported', ?)"
        connection.execute(kind, ('{"kind": ".x"}',))
    assert [failure.path for failure in run_import(store, folder).skipped] == [path]
    with database.transaction() as connection:
        connection.execute("UPDATE file SET reading = reading - 1")
    assert run_import(store, folder) == ImportReport(imported=1)


def test_a_refusal_for_want_of_permission_is_never_relied_on(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    run_import(store, folder)
    with database.transaction() as connection:
        connection.execute("INSERT INTO failure VALUES (1, '', 'FileForbidden', '{}')")
    assert run_import(store, folder) == ImportReport(unchanged=1)
    assert store.files()[str(folder / "甲.txt")].refusals == {}


def test_a_file_that_is_gone_is_marked_and_its_paper_stays_in_use(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    write(folder / "乙.txt", *LIBRARY)
    run_import(store, folder)
    path.unlink()
    assert run_import(store, folder) == ImportReport(unchanged=1, missing=1)
    assert run_import(store, folder) == ImportReport(unchanged=1)
    assert [paper.state for paper in catalogue(database)] == [State.USED, State.MISSING]
    assert len(list(store.papers_to_index(store.papers_in_use()))) == 2
    write(path, *FLOOD)
    assert run_import(store, folder) == ImportReport(unchanged=2)
    assert [paper.state for paper in catalogue(database)] == [State.USED, State.USED]


def test_files_of_a_folder_that_is_away_are_not_held_to_be_gone(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "移动硬盘"
    write(folder / "甲.txt", *FLOOD)
    run_import(store, folder)
    folder.rename(tmp_path / "拔掉了")
    report = run_import(store, folder)
    assert [failure.path for failure in report.failed] == [folder]
    assert report.missing == 0
    assert [paper.state for paper in catalogue(database)] == [State.USED]


def test_files_outside_the_folders_at_hand_are_not_looked_for(store: Store, tmp_path: Path) -> None:
    one, two = tmp_path / "稿", tmp_path / "稿2"
    write(one / "甲.txt", *FLOOD)
    other = write(two / "乙.txt", *LIBRARY)
    run_import(store, one, two)
    other.unlink()
    assert run_import(store, one).missing == 0
    assert run_import(store, other).missing == 1


def test_a_file_that_was_moved_is_known_in_its_new_place_only(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    run_import(store, folder)
    (folder / "2024").mkdir()
    path.rename(folder / "2024" / "甲.txt")
    assert counts(run_import(store, folder)) == (0, 0, 1)
    assert list(store.files()) == [str(folder / "2024" / "甲.txt")]
    assert [(paper.state, paper.copies) for paper in catalogue(database)] == [(State.USED, 1)]


def test_a_paper_that_was_removed_comes_back_only_if_its_file_changes_or_is_named(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    run_import(store, folder)
    remove_papers(database, [1])
    assert run_import(store, folder) == ImportReport(unchanged=1)
    os.utime(path, ns=(1, 1))
    assert run_import(store, folder) == ImportReport(unchanged=1)
    assert titles(database) == []
    assert run_import(store, path) == ImportReport(imported=1)
    remove_papers(database, [paper.id for paper in catalogue(database)])
    write(path, *LIBRARY)
    assert run_import(store, folder) == ImportReport(imported=1)
