from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.bridge import learning_job
from desktop_app.ui.bridge.learning_job import LearningJob


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LearningJob:
    monkeypatch.setattr(learning_job, "_REST", 10)
    return LearningJob(tmp_path / "资料库", "zh")


def test_a_library_that_is_too_small_is_left_alone(job: LearningJob, qtbot: QtBot) -> None:
    with qtbot.waitSignal(job._process.finished, timeout=30_000) as ended:
        job.plan()
    assert ended.args is not None
    assert ended.args[0] == 0
    job.stop()


def test_it_can_be_ended_at_any_time(job: LearningJob, qtbot: QtBot) -> None:
    job.plan()
    with qtbot.waitSignal(job._process.started, timeout=30_000):
        pass
    job.stop()
    assert not job._is_running()


def test_what_was_only_planned_is_given_up_with_the_window(job: LearningJob) -> None:
    job.plan()
    job.stop()
    assert not job._soon.isActive()
    assert not job._is_running()
