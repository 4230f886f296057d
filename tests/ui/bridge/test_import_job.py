import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import Language
from desktop_app.session.places import Places
from desktop_app.ui.bridge.import_job import ImportJob, ImportProgress, ImportSummary, _read_summary

pytestmark = pytest.mark.usefixtures("chinese")
_PATIENCE = 60_000


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two papers and an empty file."""
    folder = tmp_path / "旧稿"
    folder.mkdir()
    for name in ("通知", "讲话"):
        _write_paper(folder / f"{name}.txt", name)
    (folder / "空.txt").touch()
    return folder


def _write_paper(path: Path, name: str) -> None:
    text = f"关于做好{name}工作的通知\n各单位：\n请抓好{name}落实。"
    path.write_text(text, encoding="utf-8")


class Jobs:
    """Makes imports into one library."""

    def __init__(self, library: Path) -> None:
        self._library = library

    def __call__(self, *paths: Path, language: Language = "zh") -> ImportJob:
        """An import, not yet started."""
        return ImportJob(self._library, paths, language)


@pytest.fixture
def import_of(empty_places: Places) -> Jobs:
    return Jobs(empty_places.library)


def _summary(job: ImportJob, qtbot: QtBot) -> ImportSummary:
    with qtbot.waitSignal(job.finished, timeout=_PATIENCE) as finished:
        job.start()
    assert finished.args is not None
    summary = finished.args[0]
    assert isinstance(summary, ImportSummary)
    return summary


def _refusal(job: ImportJob, qtbot: QtBot) -> str:
    with qtbot.waitSignal(job.refused, timeout=_PATIENCE) as refused:
        job.start()
    assert refused.args is not None
    return str(refused.args[0])


def test_an_import_is_summed_up_with_the_reasons_of_failures(
    import_of: Jobs, papers: Path, qtbot: QtBot
) -> None:
    summary = _summary(import_of(papers), qtbot)
    assert (summary.imported, summary.unchanged, summary.duplicates) == (2, 0, 0)
    assert summary.documents == 2
    [(path, reason)] = summary.failed
    assert Path(path) == papers / "空.txt"
    assert reason == "文件是空的，里面没有文字。"


def test_the_reasons_are_told_in_the_windows_language(
    import_of: Jobs, papers: Path, qtbot: QtBot
) -> None:
    summary = _summary(import_of(papers, language="en"), qtbot)
    assert summary.failed[0][1] == "The file is empty: there is no text in it."


def test_a_second_import_finds_nothing_new(import_of: Jobs, papers: Path, qtbot: QtBot) -> None:
    _summary(import_of(papers), qtbot)
    _write_paper(papers / "抄件.txt", "通知")
    again = _summary(import_of(papers), qtbot)
    assert (again.imported, again.unchanged, again.duplicates) == (0, 2, 1)


def test_progress_begins_with_none_and_ends_with_all(
    import_of: Jobs, papers: Path, qtbot: QtBot
) -> None:
    told: list[ImportProgress] = []
    job = import_of(papers)
    job.progressed.connect(told.append)
    _summary(job, qtbot)
    done = [progress.done for progress in told]
    assert (done[0], done[-1]) == (0, 3)
    assert done == sorted(done)
    assert {progress.total for progress in told} == {3}
    assert {progress.name for progress in told} <= {"空.txt", "讲话.txt", "通知.txt"}


def test_files_that_go_by_fast_are_not_told_one_by_one_but_the_last_one_is(
    import_of: Jobs, papers: Path, qtbot: QtBot
) -> None:
    told: list[ImportProgress] = []
    job = import_of(papers)
    job.progressed.connect(told.append)
    for done in range(1000):
        job._note_progress(done, 1000, f"/旧稿/{done}.txt", stage="reading")
    assert len(told) < 100
    qtbot.waitUntil(lambda: told[-1].done == 999)
    assert told[-1].name == "999.txt"


def test_an_import_without_paths_names_none(import_of: Jobs) -> None:
    job = import_of()
    assert job._process.arguments()[-2:] == ["import", "--progress"]


def test_a_summary_may_count_files_that_were_passed_over() -> None:
    said = {"imported": 1, "unchanged": 2, "duplicates": 3, "failed": [], "documents": 4}
    assert _read_summary(said) == ImportSummary(1, 2, 3, (), 4)
    assert _read_summary(said | {"skipped": 5}) == ImportSummary(1, 2, 3, (), 4, 5)


def test_a_cancelled_import_sums_up_what_was_read_so_far(
    import_of: Jobs, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "许多"
    folder.mkdir()
    for number in range(400):
        _write_paper(folder / f"{number}.txt", f"第{number}项")
    job = import_of(folder)
    with qtbot.waitSignal(job.finished, timeout=_PATIENCE) as finished:
        job.start()
        job.cancel()
    assert finished.args is not None
    summary = finished.args[0]
    assert summary.imported == summary.documents < 400


def test_a_library_that_cannot_be_used_is_told_in_a_sentence(
    import_of: Jobs, papers: Path, empty_places: Places, qtbot: QtBot
) -> None:
    empty_places.library.write_text("a file stands in the way", encoding="utf-8")
    job = import_of(papers)
    with qtbot.assertNotEmitted(job.finished):
        refusal = _refusal(job, qtbot)
    assert refusal.startswith("资料库文件夹打不开")
    assert refusal.count("。") == 1


def test_an_import_that_is_killed_says_that_it_broke_off(
    import_of: Jobs, papers: Path, qtbot: QtBot
) -> None:
    job = import_of(papers)
    with qtbot.waitSignal(job.refused, timeout=_PATIENCE) as refused:
        job.start()
        job._process.kill()
    assert refused.args == ["导入中断，已读完的文稿都在资料库里，可以再导入一次接着读。"]


def test_an_import_that_cannot_be_started_says_so(
    import_of: Jobs, papers: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    job = import_of(papers)
    monkeypatch.undo()
    assert _refusal(job, qtbot) == "导入没能开始，请重新打开笔架再试。"


def test_a_stopped_import_has_ended_and_tells_nobody(
    import_of: Jobs, papers: Path, qtbot: QtBot
) -> None:
    job = import_of(papers)
    with qtbot.waitSignal(job.progressed, timeout=_PATIENCE):
        job.start()
    with qtbot.assertNotEmitted(job.finished), qtbot.assertNotEmitted(job.refused):
        job.stop()
    assert job._process.state() is QProcess.ProcessState.NotRunning
