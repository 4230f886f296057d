import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import docx
import pytest

from desktop_app.core.errors import (
    FileForbidden,
    FileMissing,
    FileUnsupported,
    LibraryForbidden,
    LibraryReadOnly,
)
from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.importing import (
    ImportReport,
    Progress,
    import_files,
)
from desktop_app.core.library.prepared import Prepared
from desktop_app.core.library.preparing import prepare
from desktop_app.core.library.store import Store
from tests.core.library.imports import counts, run_import, titles
from tests.core.library.small_papers import FLOOD, LIBRARY, numbers, write
from tests.scenarios.bad_files import BAD_FILES, SKIPPED_FILES


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
    report = run_import(store, folder)
    assert report == ImportReport(imported=2)
    assert sorted(titles(database)) == sorted([FLOOD[0], LIBRARY[0]])


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
    assert run_import(store, folder) == ImportReport()


def test_files_are_taken_in_the_order_of_their_names_each_once(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    for name in ("b", "a", "c"):
        write(folder / f"{name}.txt", f"第{name}号文件", "请抓好落实，不留死角。")
    report = run_import(store, folder / "c.txt", folder, folder / ".." / "旧稿" / "a.txt")
    assert counts(report) == (3, 0, 0)
    names = [row[0] for row in database.connection.execute("SELECT name FROM paper ORDER BY id")]
    assert names == ["c", "a", "b"]


def test_the_same_text_is_one_paper_wherever_and_in_whatever_format_it_lies(
    store: Store, database: Database, tmp_path: Path
) -> None:
    write(tmp_path / "甲.txt", *FLOOD)
    write(tmp_path / "备份" / "甲.txt", *FLOOD)
    (tmp_path / "旧编码.txt").write_bytes("\r\n".join(FLOOD).encode("gb18030"))
    _word_file(tmp_path / "甲.docx", *FLOOD)
    paths = [tmp_path / name for name in ("甲.txt", "备份/甲.txt", "旧编码.txt", "甲.docx")]
    assert counts(run_import(store, *paths)) == (1, 0, 3)
    assert titles(database) == [FLOOD[0]]
    assert counts(run_import(store, *paths)) == (0, 4, 0)


def test_hidden_files_and_folders_and_the_locks_of_word_are_passed_over(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    for name in (".隐藏.txt", ".git/乙.txt", "~$甲.docx", ".~lock.甲.docx#"):
        write(folder / name, *LIBRARY)
    assert run_import(store, folder) == ImportReport(imported=1)
    assert titles(database) == [FLOOD[0]]


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege there")
def test_a_loop_of_links_has_an_end(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    (folder / "上面").symlink_to(folder, target_is_directory=True)
    (folder / "自己").symlink_to(folder / "自己")
    (folder / "没有").symlink_to(folder / "不在了.txt")
    assert run_import(store, folder) == ImportReport(imported=1)


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege there")
def test_links_that_are_named_are_followed_and_those_to_nothing_told(
    store: Store, tmp_path: Path
) -> None:
    path = write(tmp_path / "甲.txt", *FLOOD)
    link, folder, loop = (tmp_path / name for name in ("链接.txt", "链接", "自己"))
    link.symlink_to(path)
    folder.symlink_to(write(tmp_path / "旧稿" / "乙.txt", *LIBRARY).parent)
    loop.symlink_to(loop)
    report = run_import(store, link, folder, loop)
    assert counts(report) == (2, 0, 0)
    assert [(f.path, type(f.reason)) for f in report.failed] == [(loop, FileMissing)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs")
def test_a_pipe_is_passed_over_in_a_folder_and_refused_when_named(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "甲.txt", *FLOOD)
    os.mkfifo(folder / "管道.txt")
    assert run_import(store, folder) == ImportReport(imported=1)
    (failure,) = run_import(store, folder / "管道.txt").failed
    assert failure.path == folder / "管道.txt"
    assert isinstance(failure.reason, FileUnsupported)


def test_what_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    missing = [tmp_path / "没有.txt", tmp_path / ("长" * 300), write(tmp_path / "甲.txt") / "乙"]
    failed = run_import(store, *missing).failed
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
    report = run_import(store, folder)
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
        report = run_import(store, folder)
        assert report.failed == []
        assert [failure.path for failure in report.skipped] == [folder / name]
    report = run_import(store, folder / name)
    assert [reason in failure.reason.sentence("zh") for failure in report.failed] == [True]
    assert report.skipped == []


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_file_with_a_name_of_an_old_archive_is_imported_and_known_again(
    store: Store, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    folder.mkdir()
    for name in ("报告.txt", "总结.txt"):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name.encode("gb18030")))
        write(path, f"各位代表：{name}", "请抓好落实，不留死角。")
    assert counts(run_import(store, folder)) == (2, 0, 0)
    assert counts(run_import(store, folder)) == (0, 2, 0)
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
    assert counts(run_import(store, tmp_path / "旧稿")) == (3, 2, 0)


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
        run_import(store, tmp_path / "旧稿")
    assert numbers(database, "SELECT count(*) FROM paragraph GROUP BY paper_id") == [3]
    assert numbers(database, "SELECT count(*) FROM file") == [1]
    connection.execute("DROP TRIGGER break_off")
    assert counts(run_import(store, tmp_path / "旧稿")) == (2, 1, 0)
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
    assert counts(report) == (2, 0, 0)
    assert [failure.path for failure in report.failed] == [empty]
    assert titles(database) == [LIBRARY[0], FLOOD[0]]
    assert {path: file.papers for path, file in store.files().items()} == {
        str(good): 1,
        str(empty): 0,
        str(other): 1,
    }


def test_files_with_line_ends_in_their_names_are_imported_and_known_again(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "旧\n稿"
    write(folder / "第一行\n第二行.txt", *FLOOD)
    assert counts(run_import(store, folder)) == (1, 0, 0)
    assert counts(run_import(store, folder)) == (0, 1, 0)


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
        report = run_import(store, folder, closed / "稿.txt")
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
    run_import(store, path)
    database.close()
    database.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    reading = open_database(database.folder)
    try:
        assert counts(run_import(Store(reading), path)) == (0, 1, 0)
        with pytest.raises(LibraryReadOnly):
            run_import(Store(reading), write(tmp_path / "乙.txt", *LIBRARY))
    finally:
        reading.close()
        database.folder.chmod(stat.S_IRWXU)
