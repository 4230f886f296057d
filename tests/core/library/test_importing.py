import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import docx
import pytest

from desktop_app.core.errors import (
    FileEmpty,
    FileForbidden,
    FileMissing,
    FileUnsupported,
    LibraryForbidden,
    LibraryReadOnly,
)
from desktop_app.core.library.catalogue import State, catalogue, remove_papers
from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.importing import (
    ImportReport,
    Progress,
    import_files,
)
from desktop_app.core.library.prepared import Prepared
from desktop_app.core.library.preparing import prepare
from desktop_app.core.library.store import Store
from tests.core.library.small_papers import FLOOD, LIBRARY, numbers, write
from tests.scenarios.bad_files import BAD_FILES, SKIPPED_FILES


def _import(store: Store, *paths: Path) -> ImportReport:
    report = ImportReport()
    for _ in import_files(store, paths, report):
        pass
    return report


def _counts(report: ImportReport) -> tuple[int, int, int]:
    return report.imported, report.unchanged, report.duplicates


def _titles(database: Database) -> list[str]:
    return [row[0] for row in database.connection.execute("SELECT title FROM paper ORDER BY id")]


def _word_file(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def test_a_folder_is_imported_with_all_below_it(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    write(folder / "2023" / "里面" / "乙.md", *LIBRARY)
    report = _import(store, folder)
    assert report == ImportReport(imported=2)
    assert sorted(_titles(database)) == sorted([FLOOD[0], LIBRARY[0]])


def test_progress_is_told_before_each_file_and_at_the_end(store: Store, tmp_path: Path) -> None:
    first, second = write(tmp_path / "甲.txt", *FLOOD), write(tmp_path / "乙.txt", *LIBRARY)
    seen = [
        (progress, store.statistics().documents)
        for progress in import_files(store, [first, second], ImportReport())
    ]
    assert seen == [
        (Progress(0, 2, first), 0),
        (Progress(1, 2, second), 1),
        (Progress(2, 2, second), 2),
    ]


def test_an_empty_folder_is_no_failure(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "空"
    folder.mkdir()
    assert list(import_files(store, [folder], ImportReport())) == []
    assert _import(store, folder) == ImportReport()


def test_files_are_taken_in_the_order_of_their_names_each_once(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    for name in ("b", "a", "c"):
        write(folder / f"{name}.txt", f"第{name}号文件", "请抓好落实，不留死角。")
    report = _import(store, folder / "c.txt", folder, folder / ".." / "旧稿" / "a.txt")
    assert _counts(report) == (3, 0, 0)
    names = [row[0] for row in database.connection.execute("SELECT name FROM paper ORDER BY id")]
    assert names == ["c", "a", "b"]


def test_a_file_as_it_was_is_not_read_again(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    assert _counts(_import(store, path)) == (1, 0, 0)
    state = path.stat()
    path.write_bytes(b"x" * state.st_size)  # nobody looks: its size and time are the same
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert _counts(_import(store, path)) == (0, 1, 0)


def test_a_file_that_was_only_touched_is_unchanged(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    _import(store, path)
    os.utime(path, ns=(1, 1))
    assert _counts(_import(store, path)) == (0, 1, 0)
    assert store.revision == 1


def test_a_changed_file_is_read_again_in_place_of_the_old(
    store: Store, database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    _import(store, path)
    write(path, *LIBRARY)
    assert _counts(_import(store, path)) == (1, 0, 0)
    assert _titles(database) == [LIBRARY[0]]


def test_the_same_text_is_one_paper_wherever_and_in_whatever_format_it_lies(
    store: Store, database: Database, tmp_path: Path
) -> None:
    write(tmp_path / "甲.txt", *FLOOD)
    write(tmp_path / "备份" / "甲.txt", *FLOOD)
    (tmp_path / "旧编码.txt").write_bytes("\r\n".join(FLOOD).encode("gb18030"))
    _word_file(tmp_path / "甲.docx", *FLOOD)
    paths = [tmp_path / name for name in ("甲.txt", "备份/甲.txt", "旧编码.txt", "甲.docx")]
    assert _counts(_import(store, *paths)) == (1, 0, 3)
    assert _titles(database) == [FLOOD[0]]
    assert _counts(_import(store, *paths)) == (0, 4, 0)


def test_hidden_files_and_folders_and_the_locks_of_word_are_passed_over(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    for name in (".隐藏.txt", ".git/乙.txt", "~$甲.docx", ".~lock.甲.docx#"):
        write(folder / name, *LIBRARY)
    assert _import(store, folder) == ImportReport(imported=1)
    assert _titles(database) == [FLOOD[0]]


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege there")
def test_a_loop_of_links_has_an_end(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    (folder / "上面").symlink_to(folder, target_is_directory=True)
    (folder / "自己").symlink_to(folder / "自己")
    (folder / "没有").symlink_to(folder / "不在了.txt")
    assert _import(store, folder) == ImportReport(imported=1)


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege there")
def test_links_that_are_named_are_followed_and_those_to_nothing_told(
    store: Store, tmp_path: Path
) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    link, folder, loop = (tmp_path / name for name in ("链接.txt", "链接", "自己"))
    link.symlink_to(path)
    folder.symlink_to(write(tmp_path / "旧稿" / "乙.txt", *LIBRARY).parent)
    loop.symlink_to(loop)
    report = _import(store, link, folder, loop)
    assert _counts(report) == (2, 0, 0)
    assert [(f.path, type(f.reason)) for f in report.failed] == [(loop, FileMissing)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs")
def test_a_pipe_is_passed_over_in_a_folder_and_refused_when_named(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    os.mkfifo(folder / "管道.txt")
    assert _import(store, folder) == ImportReport(imported=1)
    (failure,) = _import(store, folder / "管道.txt").failed
    assert failure.path == folder / "管道.txt"
    assert isinstance(failure.reason, FileUnsupported)


def test_what_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    missing = [tmp_path / "没有.txt", tmp_path / ("长" * 300), write(tmp_path / "甲.txt") / "乙"]
    failed = _import(store, *missing).failed
    assert [failure.path for failure in failed] == missing
    assert {type(failure.reason) for failure in failed} == {FileMissing}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_and_the_rest_is_imported(
    store: Store, tmp_path: Path, name: str
) -> None:
    make, reason = BAD_FILES[name]
    folder = tmp_path / "旧稿"
    write(folder / "好.txt", *FLOOD)
    make(folder / name)
    report = _import(store, folder)
    assert report.imported == 1
    ((path, refusal),) = [(failure.path, failure.reason) for failure in report.failed]
    assert path == folder / name
    assert reason in refusal.sentence("zh")


@pytest.mark.parametrize("name", SKIPPED_FILES)
def test_a_kind_that_has_no_reader_is_skipped_in_a_folder_and_refused_when_named(
    store: Store, tmp_path: Path, name: str
) -> None:
    make, reason = SKIPPED_FILES[name]
    folder = tmp_path / "旧稿"
    write(folder / "好.txt", *FLOOD)
    make(folder / name)
    for _ in range(2):
        report = _import(store, folder)
        assert report.failed == []
        assert [failure.path for failure in report.skipped] == [folder / name]
    report = _import(store, folder / name)
    assert [reason in failure.reason.sentence("zh") for failure in report.failed] == [True]
    assert report.skipped == []


def test_a_file_that_turns_bad_leaves_the_paper_it_gave(
    store: Store, database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    _import(store, path)
    path.write_bytes(b"")
    (failure,) = _import(store, path).failed
    assert isinstance(failure.reason, FileEmpty)
    assert _titles(database) == [FLOOD[0]]


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_file_with_a_name_of_an_old_archive_is_imported_and_known_again(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    folder.mkdir()
    for name in ("报告.txt", "总结.txt"):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name.encode("gb18030")))
        write(path, f"各位代表：{name}", "请抓好落实，不留死角。")
    assert _counts(_import(store, folder)) == (2, 0, 0)
    assert _counts(_import(store, folder)) == (0, 2, 0)
    names = {row[0] for row in database.connection.execute("SELECT name FROM paper")}
    assert names == {"报告", "总结"}


def _after(calls: int) -> Callable[[], bool]:
    """Says yes when it has been asked so often."""
    asked = iter(range(calls + 1))
    return lambda: next(asked) == calls


def test_an_import_that_is_cancelled_keeps_what_it_has_and_the_next_goes_on(
    store: Store, tmp_path: Path
) -> None:
    for n in range(5):
        write(tmp_path / "旧稿" / f"{n}.txt", f"第{n}号文件", "请抓好落实，不留死角。")
    report = ImportReport()
    seen = list(import_files(store, [tmp_path / "旧稿"], report, _after(2)))
    assert [progress.done for progress in seen] == [0, 1]
    assert report == ImportReport(imported=2, cancelled=True)
    assert _counts(_import(store, tmp_path / "旧稿")) == (3, 2, 0)


def test_an_import_that_breaks_off_within_a_paper_has_taken_in_whole_papers_only(
    store: Store, database: Database, tmp_path: Path
) -> None:
    """The process is as good as killed when the second paper is half written."""
    for n in range(3):
        write(
            tmp_path / "旧稿" / f"{n}.txt", f"第{n}号文件", "甲、乙、丙、丁都要抓好落实。", "完了。"
        )
    connection = database.connection
    connection.execute(
        "CREATE TEMP TRIGGER break_off BEFORE INSERT ON main.paragraph "
        "WHEN NEW.paper_id = 2 AND NEW.text = '完了。' BEGIN SELECT RAISE(ABORT, 'killed'); END"
    )
    with pytest.raises(LibraryForbidden, match="killed"):
        _import(store, tmp_path / "旧稿")
    assert numbers(database, "SELECT count(*) FROM paragraph GROUP BY paper_id") == [3]
    assert numbers(database, "SELECT count(*) FROM file") == [1]
    connection.execute("DROP TRIGGER break_off")
    assert _counts(_import(store, tmp_path / "旧稿")) == (2, 1, 0)
    per_paper = "SELECT count(*) FROM paragraph GROUP BY paper_id"
    assert numbers(database, per_paper) == [3, 3, 3]


def test_a_file_that_goes_during_the_import_is_told(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "旧稿"
    first, second = write(folder / "1.txt", *FLOOD), write(folder / "2.txt", *LIBRARY)
    report = ImportReport()
    for progress in import_files(store, [folder], report):
        if progress.done == 0:
            shutil.rmtree(folder)
    assert [failure.path for failure in report.failed] == [first, second]
    assert {type(failure.reason) for failure in report.failed} == {FileMissing}


def _prepared_backwards(paths: Iterable[Path]) -> Iterator[tuple[Path, Prepared]]:
    """As processes may that work side by side: the last that was asked for comes first."""
    for path in reversed(list(paths)):
        yield path, prepare(path)


def test_files_may_come_back_in_another_order(
    store: Store, database: Database, tmp_path: Path
) -> None:
    good, empty = write(tmp_path / "甲.txt", *FLOOD), tmp_path / "空.txt"
    empty.touch()
    other, report = write(tmp_path / "乙.txt", *LIBRARY), ImportReport()
    seen = list(import_files(store, [good, empty, other], report, prepare_all=_prepared_backwards))
    assert [progress.done for progress in seen] == [0, 1, 2, 3]
    assert _counts(report) == (2, 0, 0)
    assert [failure.path for failure in report.failed] == [empty]
    assert _titles(database) == [LIBRARY[0], FLOOD[0]]
    assert {path: file.papers for path, file in store.files().items()} == {
        str(good): 1,
        str(empty): 0,
        str(other): 1,
    }


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
    assert _counts(report) == (1, 2, 0)
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
    (failure,) = _import(store, path).failed
    write(path, *FLOOD)
    os.utime(path, ns=(modified, modified))  # as if a broken disk had been mended
    (again,) = _import(store, path.parent).failed
    assert (again.path, type(again.reason)) == (path, type(failure.reason))
    assert _import(store, path) == ImportReport(imported=1)
    assert _import(store, path.parent) == ImportReport(unchanged=1)


def test_what_an_older_program_could_not_read_is_tried_again(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    _import(store, folder)
    with database.transaction() as connection:
        connection.execute("DELETE FROM paper")
        kind = "INSERT INTO failure VALUES (1, '', 'FileUnsupported', ?)"
        connection.execute(kind, ('{"kind": ".x"}',))
    assert [failure.path for failure in _import(store, folder).skipped] == [path]
    with database.transaction() as connection:
        connection.execute("UPDATE file SET reading = reading - 1")
    assert _import(store, folder) == ImportReport(imported=1)


def test_a_refusal_for_want_of_permission_is_never_relied_on(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    _import(store, folder)
    with database.transaction() as connection:
        connection.execute("INSERT INTO failure VALUES (1, '', 'FileForbidden', '{}')")
    assert _import(store, folder) == ImportReport(unchanged=1)
    assert store.files()[str(folder / "甲.txt")].refusals == {}


def test_a_file_that_is_gone_is_marked_and_its_paper_stays_in_use(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    write(folder / "乙.txt", *LIBRARY)
    _import(store, folder)
    path.unlink()
    assert _import(store, folder) == ImportReport(unchanged=1, missing=1)
    assert _import(store, folder) == ImportReport(unchanged=1)
    assert [paper.state for paper in catalogue(database)] == [State.USED, State.MISSING]
    assert len(list(store.papers_to_index(store.papers_in_use()))) == 2
    write(path, *FLOOD)
    assert _import(store, folder) == ImportReport(unchanged=2)
    assert [paper.state for paper in catalogue(database)] == [State.USED, State.USED]


def test_files_of_a_folder_that_is_away_are_not_held_to_be_gone(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "移动硬盘"
    write(folder / "甲.txt", *FLOOD)
    _import(store, folder)
    folder.rename(tmp_path / "拔掉了")
    report = _import(store, folder)
    assert [failure.path for failure in report.failed] == [folder]
    assert report.missing == 0
    assert [paper.state for paper in catalogue(database)] == [State.USED]


def test_files_outside_the_folders_at_hand_are_not_looked_for(store: Store, tmp_path: Path) -> None:
    one, two = tmp_path / "稿", tmp_path / "稿2"
    write(one / "甲.txt", *FLOOD)
    other = write(two / "乙.txt", *LIBRARY)
    _import(store, one, two)
    other.unlink()
    assert _import(store, one).missing == 0
    assert _import(store, other).missing == 1


def test_a_file_that_was_moved_is_known_in_its_new_place_only(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    _import(store, folder)
    (folder / "2024").mkdir()
    path.rename(folder / "2024" / "甲.txt")
    assert _counts(_import(store, folder)) == (0, 0, 1)
    assert list(store.files()) == [str(folder / "2024" / "甲.txt")]
    assert [(paper.state, paper.copies) for paper in catalogue(database)] == [(State.USED, 1)]


def test_a_paper_that_was_removed_comes_back_only_if_its_file_changes_or_is_named(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    path = write(folder / "甲.txt", *FLOOD)
    _import(store, folder)
    remove_papers(database, [1])
    assert _import(store, folder) == ImportReport(unchanged=1)
    os.utime(path, ns=(1, 1))
    assert _import(store, folder) == ImportReport(unchanged=1)
    assert _titles(database) == []
    assert _import(store, path) == ImportReport(imported=1)
    remove_papers(database, [paper.id for paper in catalogue(database)])
    write(path, *LIBRARY)
    assert _import(store, folder) == ImportReport(imported=1)


def test_files_with_line_ends_in_their_names_are_imported_and_known_again(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "旧\n稿"
    write(folder / "第一行\n第二行.txt", *FLOOD)
    assert _counts(_import(store, folder)) == (1, 0, 0)
    assert _counts(_import(store, folder)) == (0, 1, 0)


@pytest.mark.permissions
def test_what_may_not_be_read_is_told_and_the_rest_is_imported(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "好.txt", *FLOOD)
    closed_file = write(folder / "锁.txt", *LIBRARY)
    closed = write(folder / "别人的" / "稿.txt", *LIBRARY).parent
    closed_file.chmod(0)
    closed.chmod(0)
    try:
        report = _import(store, folder, closed / "稿.txt")
    finally:
        closed.chmod(stat.S_IRWXU)
    assert report.imported == 1
    reasons = {failure.path: type(failure.reason) for failure in report.failed}
    assert reasons == dict.fromkeys([closed, closed_file, closed / "稿.txt"], FileForbidden)


@pytest.mark.permissions
def test_a_library_that_cannot_be_written_takes_nothing_in(
    store: Store, database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    _import(store, path)
    database.close()
    database.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    reading = open_database(database.folder)
    try:
        assert _counts(_import(Store(reading), path)) == (0, 1, 0)
        with pytest.raises(LibraryReadOnly):
            _import(Store(reading), write(tmp_path / "乙.txt", *LIBRARY))
    finally:
        reading.close()
        database.folder.chmod(stat.S_IRWXU)
