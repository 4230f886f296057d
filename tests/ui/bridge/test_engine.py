import logging
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from desktop_app.session.places import Places
from desktop_app.ui.bridge import engine as engine_module
from desktop_app.ui.bridge.engine import Engine, Fields

pytestmark = pytest.mark.usefixtures("chinese")
_PATIENCE = 20_000
_STATS: Fields = {"verb": "stats"}


class Listener:
    """Waits for the answer to one question."""

    def __init__(self) -> None:
        self.answers: list[Fields] = []
        self.refusals: list[str] = []

    def ask(self, engine: Engine, lane: str, fields: Fields = _STATS) -> None:
        engine.ask(lane, fields, self.answers.append, self.refusals.append)

    def has_heard(self) -> bool:
        """Whether there was an answer or a refusal."""
        return bool(self.answers or self.refusals)


@pytest.fixture
def engine(empty_places: Places) -> Iterator[Engine]:
    made = Engine(empty_places.library, "zh")
    yield made
    made.stop()


def _heard(qtbot: QtBot, engine: Engine, lane: str = "stats", fields: Fields = _STATS) -> Listener:
    """Ask and wait for what comes."""
    listener = Listener()
    listener.ask(engine, lane, fields)
    qtbot.waitUntil(listener.has_heard, timeout=_PATIENCE)
    return listener


def _process(engine: Engine) -> QProcess:
    assert engine._process is not None
    return engine._process


def _stand_in(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let another program stand for the library's."""

    def make(_arguments: list[str], _language: str, parent: QObject) -> QProcess:
        process = QProcess(parent)
        process.setProgram(sys.executable)
        process.setArguments(["-c", script])
        return process

    monkeypatch.setattr(engine_module, "program_process", make)


def test_nothing_runs_until_something_is_asked(engine: Engine) -> None:
    assert engine.findChildren(QProcess) == []


def test_a_question_is_answered_by_the_librarys_process(engine: Engine, qtbot: QtBot) -> None:
    heard = _heard(qtbot, engine)
    assert heard.refusals == []
    assert heard.answers[0]["documents"] == 0
    assert "number" not in heard.answers[0]


def test_the_same_process_answers_again(engine: Engine, qtbot: QtBot) -> None:
    _heard(qtbot, engine)
    first = _process(engine).processId()
    _heard(qtbot, engine)
    assert _process(engine).processId() == first


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh", "请输入要找的词。"), ("en", "Enter a word to look for.")]
)
def test_an_error_is_a_sentence_in_the_windows_language(
    empty_places: Places, qtbot: QtBot, language: str, sentence: str
) -> None:
    engine = Engine(empty_places.library, "zh" if language == "zh" else "en")
    heard = _heard(qtbot, engine, "search", {"verb": "search", "query": " "})
    engine.stop()
    assert (heard.answers, heard.refusals) == ([], [sentence])


def test_an_error_does_not_end_the_process(engine: Engine, qtbot: QtBot) -> None:
    assert _heard(qtbot, engine, fields={"verb": "dance"}).refusals
    assert _heard(qtbot, engine).answers


def test_in_a_lane_only_the_latest_question_is_answered(engine: Engine, qtbot: QtBot) -> None:
    first, second, third, other = (Listener() for _ in range(4))
    for listener in (first, second, third):
        listener.ask(engine, "stats")
    other.ask(engine, "kept", {"verb": "favourites"})
    qtbot.waitUntil(lambda: third.has_heard() and other.has_heard(), timeout=_PATIENCE)
    assert not first.has_heard()
    assert not second.has_heard()
    assert third.answers[0]["documents"] == 0
    assert other.answers == [{"favourites": []}]


def test_a_refused_question_makes_room_for_the_one_that_waits(engine: Engine, qtbot: QtBot) -> None:
    refused, waiting = Listener(), Listener()
    refused.ask(engine, "search", {"verb": "search", "query": ""})
    waiting.ask(engine, "search")
    qtbot.waitUntil(waiting.has_heard, timeout=_PATIENCE)
    assert waiting.answers
    assert not refused.has_heard()


def test_what_is_forgotten_gets_no_answer_and_leaves_the_lane_free(
    engine: Engine, qtbot: QtBot
) -> None:
    first, second = Listener(), Listener()
    first.ask(engine, "search")
    second.ask(engine, "search")
    engine.forget("search")
    assert _heard(qtbot, engine, "another").answers
    assert not first.has_heard()
    assert not second.has_heard()
    assert _heard(qtbot, engine, "search").answers


def test_chinese_and_even_broken_text_reaches_the_process(engine: Engine, qtbot: QtBot) -> None:
    text = "抓好落实😀\ud800"
    heard = _heard(qtbot, engine, fields={"verb": "keep", "text": text, "document": "讲话"})
    kept = heard.answers[0]["favourites"][0]
    assert kept["text"].startswith("抓好落实😀")
    assert kept["document"] == "讲话"


def test_when_the_process_is_killed_whoever_waits_is_told(engine: Engine, qtbot: QtBot) -> None:
    asked, waiting = Listener(), Listener()
    asked.ask(engine, "stats")
    waiting.ask(engine, "stats")
    with qtbot.waitSignal(engine.lost, timeout=_PATIENCE):
        _process(engine).kill()
    sentence = "资料库程序意外停止，草稿不受影响，稍后会自动重新启动。"
    assert asked.refusals == waiting.refusals == [sentence]


def test_the_next_question_starts_it_again(engine: Engine, qtbot: QtBot) -> None:
    _heard(qtbot, engine)
    with qtbot.waitSignal(engine.lost, timeout=_PATIENCE):
        _process(engine).kill()
    assert engine._process is None
    assert _heard(qtbot, engine).answers


def _kill_unanswered(engine: Engine, qtbot: QtBot) -> None:
    Listener().ask(engine, "stats")
    with qtbot.waitSignal(engine.lost, timeout=_PATIENCE):
        _process(engine).kill()


def test_after_three_ends_without_an_answer_it_gives_up(engine: Engine, qtbot: QtBot) -> None:
    for _ in range(3):
        _kill_unanswered(engine, qtbot)
    listener = Listener()
    listener.ask(engine, "stats")
    assert listener.refusals
    assert engine._process is None


def test_an_answer_between_the_ends_gives_new_patience(engine: Engine, qtbot: QtBot) -> None:
    for _ in range(2):
        _kill_unanswered(engine, qtbot)
    _heard(qtbot, engine)
    with qtbot.waitSignal(engine.lost, timeout=_PATIENCE):
        _process(engine).kill()
    _kill_unanswered(engine, qtbot)
    assert _heard(qtbot, engine).answers


def test_a_program_that_cannot_be_started_refuses(
    engine: Engine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    assert _heard(qtbot, engine).refusals
    monkeypatch.undo()


def test_stopped_the_process_has_ended_and_nobody_is_told(engine: Engine, qtbot: QtBot) -> None:
    answered = _heard(qtbot, engine)
    process, listener = _process(engine), Listener()
    listener.ask(engine, "stats")
    with qtbot.assertNotEmitted(engine.lost):
        engine.stop()
    assert process.state() is QProcess.ProcessState.NotRunning
    assert process.exitStatus() is QProcess.ExitStatus.NormalExit
    assert answered.answers
    assert not listener.has_heard()


def test_stopped_it_stays_stopped(engine: Engine) -> None:
    engine.stop()
    listener = Listener()
    listener.ask(engine, "stats")
    assert engine.findChildren(QProcess) == []
    assert not listener.has_heard()


def test_a_process_that_will_not_end_is_killed(
    engine: Engine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_GOODBYE", 200)
    _stand_in(
        monkeypatch,
        "import signal; print(input().replace('ask', 'ok'), flush=True)\n"
        "while True: signal.pause()",
    )
    _heard(qtbot, engine, fields={"ask": 1})
    process = _process(engine)
    engine.stop()
    assert process.state() is QProcess.ProcessState.NotRunning


def test_an_answer_that_comes_in_pieces_is_put_together(
    engine: Engine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(
        monkeypatch,
        "import sys\n"
        "first, out = input(), sys.stdout\n"
        "out.write(first[:9]); out.flush()\n"
        "second = input()\n"
        "out.write(first[9:] + '\\n' + second + '\\n'); out.flush()\n"
        "input()",
    )
    first, second = Listener(), Listener()
    first.ask(engine, "one", {"verb": "甲"})
    second.ask(engine, "two", {"verb": "乙"})
    qtbot.waitUntil(second.has_heard, timeout=_PATIENCE)
    assert first.answers == [{"verb": "甲"}]
    assert second.answers == [{"verb": "乙"}]


def test_what_the_process_complains_of_is_logged(
    engine: Engine,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    _stand_in(monkeypatch, "import sys; print('坏了', file=sys.stderr, flush=True); input()")
    Listener().ask(engine, "one")
    with caplog.at_level(logging.WARNING):
        qtbot.waitUntil(lambda: "engine: 坏了" in caplog.text, timeout=_PATIENCE)


def test_the_library_is_the_one_that_was_named(
    engine: Engine, qtbot: QtBot, empty_places: Places
) -> None:
    _heard(qtbot, engine)
    assert (empty_places.library / "library.sqlite").exists()
