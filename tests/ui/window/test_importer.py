from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.import_job import ImportSummary
from desktop_app.ui.window import importer as importer_module
from desktop_app.ui.window.importer import Importer

_SUMMARY = ImportSummary(1, 0, 0, (), 1)


class QuietJob(QObject):
    """An import that goes on until a test ends it."""

    progressed = Signal(int, int, str)
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
        jobs[0].progressed.emit(1, 7, "讲话.docx")
    assert progressed.args == [1, 7, "讲话.docx"]
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
