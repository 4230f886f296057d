from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.import_job import ImportProgress, ImportSummary
from desktop_app.ui.bridge.import_pace import Pace
from desktop_app.ui.window import importer as importer_module
from desktop_app.ui.window.importer import Importer

_SUMMARY = ImportSummary(1, 0, 0, (), 1)
_NOTHING_NEW = ImportSummary(0, 7, 0, (), 7)
_PROGRESS = ImportProgress(1, 7, "讲话.docx", Pace())


class QuietJob(QObject):
    """An import that goes on until a test ends it."""

    progressed = Signal(object)
    finished = Signal(object)
    refused = Signal(str)

    def __init__(self, paths: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self.paths = list(paths)
        self.calls: list[str] = []

    def start(self) -> None:
        self.calls.append("start")

    def cancel(self) -> None:
        self.calls.append("cancel")

    def stop(self) -> None:
        self.calls.append("stop")


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path, "zh")


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[QuietJob]:
    """The imports that were begun."""
    made: list[QuietJob] = []

    def make(
        _library: Path, paths: Sequence[Path], _language: Language, parent: QObject
    ) -> QuietJob:
        made.append(QuietJob(paths, parent))
        return made[-1]

    monkeypatch.setattr(importer_module, "ImportJob", make)
    return made


_A, _B, _C = Path("/甲"), Path("/乙"), Path("/丙")


def test_an_import_is_begun_followed_and_ended(
    importer: Importer, jobs: list[QuietJob], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.began):
        importer.import_paths([_A, _B])
    assert jobs[0].paths == [_A, _B]
    assert jobs[0].calls == ["start"]
    with qtbot.waitSignal(importer.progressed) as progressed:
        jobs[0].progressed.emit(_PROGRESS)
    assert progressed.args == [_PROGRESS]
    with qtbot.waitSignal(importer.ended) as ended:
        jobs[0].finished.emit(_SUMMARY)
    assert ended.args == [_SUMMARY]


def test_no_paths_are_no_import(importer: Importer, jobs: list[QuietJob], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(importer.began):
        importer.import_paths([])
    assert jobs == []


def test_what_is_dropped_during_an_import_comes_after_it(
    importer: Importer, jobs: list[QuietJob]
) -> None:
    importer.import_paths([_A])
    importer.import_paths([_B])
    importer.import_paths([_C])
    assert len(jobs) == 1
    jobs[0].finished.emit(_SUMMARY)
    assert jobs[1].paths == [_B, _C]
    jobs[1].finished.emit(_SUMMARY)
    assert len(jobs) == 2


def test_after_a_refused_import_the_next_one_is_tried(
    importer: Importer, jobs: list[QuietJob], qtbot: QtBot
) -> None:
    importer.import_paths([_A])
    importer.import_paths([_B])
    with qtbot.waitSignal(importer.ended) as ended, qtbot.waitSignal(importer.failed) as failed:
        jobs[0].refused.emit("资料库是只读的。")
    assert ended.args == [None]
    assert failed.args == ["资料库是只读的。"]
    assert jobs[1].paths == [_B]


def test_a_cancelled_import_takes_along_what_waits(
    importer: Importer, jobs: list[QuietJob]
) -> None:
    importer.import_paths([_A])
    importer.import_paths([_B])
    importer.cancel()
    assert jobs[0].calls == ["start", "cancel"]
    jobs[0].finished.emit(_SUMMARY)
    assert len(jobs) == 1


def test_without_an_import_there_is_nothing_to_cancel(
    importer: Importer, jobs: list[QuietJob]
) -> None:
    importer.cancel()
    importer.import_paths([_A])
    jobs[0].finished.emit(_SUMMARY)
    importer.cancel()
    assert jobs[0].calls == ["start"]


def test_the_window_closes_once_and_its_import_ends_with_it(
    importer: Importer, jobs: list[QuietJob]
) -> None:
    importer.import_paths([_A])
    importer.import_paths([_B])
    importer.stop()
    importer.stop()
    assert jobs[0].calls == ["start", "stop"]
    assert len(jobs) == 1


# Folders that are watched


def test_a_folder_that_was_read_to_its_end_is_to_be_watched(
    importer: Importer, jobs: list[QuietJob], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "讲话.txt"
    file.touch()
    importer.import_paths([tmp_path, file])
    with qtbot.waitSignal(importer.folder_read) as read:
        jobs[0].finished.emit(_SUMMARY)
    assert read.args == [tmp_path]


def test_a_folder_is_not_watched_if_it_was_not_read_to_its_end_or_nobody_wishes_it(
    importer: Importer, jobs: list[QuietJob], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(importer.folder_read):
        importer.import_paths([tmp_path])
        importer.cancel()
        jobs[0].finished.emit(_SUMMARY)
        importer.import_paths([tmp_path])
        jobs[1].refused.emit("资料库是只读的。")
        importer.import_paths([tmp_path], watched=False)
        jobs[2].finished.emit(_SUMMARY)
    assert len(jobs) == 3


def test_what_is_to_be_watched_and_what_is_not_are_imported_apart(
    importer: Importer, jobs: list[QuietJob]
) -> None:
    importer.import_paths([_A])
    importer.import_paths([_B], watched=False)
    importer.import_paths([_C])
    for job in range(3):
        jobs[job].finished.emit(_SUMMARY)
    assert [job.paths for job in jobs] == [[_A], [_B], [_C]]


def test_the_watched_folders_are_read_without_naming_them(
    importer: Importer, jobs: list[QuietJob], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(importer.began):
        importer.reread()
    assert jobs[0].paths == []
    with qtbot.waitSignal(importer.ended):
        jobs[0].finished.emit(_NOTHING_NEW)


def test_a_quiet_reading_is_told_of_only_if_something_was_new(
    importer: Importer, jobs: list[QuietJob], qtbot: QtBot
) -> None:
    with (
        qtbot.assertNotEmitted(importer.began),
        qtbot.assertNotEmitted(importer.progressed),
        qtbot.assertNotEmitted(importer.ended),
        qtbot.assertNotEmitted(importer.noticed),
        qtbot.assertNotEmitted(importer.failed),
    ):
        importer.reread(quiet=True)
        jobs[0].progressed.emit(_PROGRESS)
        jobs[0].finished.emit(_NOTHING_NEW)
        importer.reread(quiet=True)
        jobs[1].refused.emit("资料库是只读的。")
    importer.reread(quiet=True)
    with qtbot.waitSignal(importer.noticed) as noticed, qtbot.assertNotEmitted(importer.ended):
        jobs[2].finished.emit(_SUMMARY)
    assert noticed.args == [_SUMMARY]


def test_a_quiet_reading_that_the_user_waits_for_is_shown(
    importer: Importer, jobs: list[QuietJob], qtbot: QtBot
) -> None:
    importer.reread(quiet=True)
    with qtbot.waitSignal(importer.began):
        importer.import_paths([_A])
    with qtbot.waitSignal(importer.progressed):
        jobs[0].progressed.emit(_PROGRESS)
    with qtbot.waitSignal(importer.ended):
        jobs[0].finished.emit(_NOTHING_NEW)
    assert jobs[1].paths == [_A]
