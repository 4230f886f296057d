import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Completion, Source
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.suggestion_tab import SuggestionTab
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window import use_record
from desktop_app.ui.window.use_notes import UseNotes
from desktop_app.ui.window.use_record import UseRecord
from tests.ui.silent_engine import SilentEngine

pytestmark = pytest.mark.usefixtures("chinese")

_USES = [
    {"text": "压实责任，抓好“落实”。", "taken": 3, "undone": 1, "passed": 0},
    {"text": "统筹推进。", "taken": 0, "undone": 0, "passed": 4},
]


@pytest.fixture
def notes(editor: PageEditor, engine: SilentEngine, theme: Theme, qtbot: QtBot) -> UseNotes:
    tab = SuggestionTab(theme)
    qtbot.addWidget(tab)
    return UseNotes(editor, tab, engine)


@pytest.fixture
def record(engine: SilentEngine, notes: UseNotes, qtbot: QtBot) -> UseRecord:
    window = QWidget()
    qtbot.addWidget(window)
    return UseRecord(engine, notes, "zh", window)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(use_record, "ask_place_for_table", lambda *_: path)


def agree(monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    monkeypatch.setattr(use_record, "ask_to_forget_uses", lambda _: answer)


def test_the_record_becomes_a_table_for_spreadsheets(
    record: UseRecord,
    engine: SilentEngine,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "记录.csv"
    choose(monkeypatch, path)
    record.ask_and_export()
    with qtbot.waitSignal(record.told) as told:
        engine.answer("uses", uses=_USES)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["文字", "采用", "撤回", "略过"],
        ["压实责任，抓好“落实”。", "3", "1", "0"],
        ["统筹推进。", "0", "0", "4"],
    ]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "else a spreadsheet shows no Chinese"
    assert told.args == ["已导出 2 条记录到“记录.csv”。"]


def test_what_was_just_taken_is_told_before_the_record_is_exported(
    record: UseRecord,
    notes: UseNotes,
    engine: SilentEngine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notes._note_completion(Completion("落实。", 1, Source("报告", 2024)), "落实。")
    choose(monkeypatch, tmp_path / "记录.csv")
    record.ask_and_export()
    assert engine.verbs() == ["use", "uses"]


def test_a_record_that_cannot_be_written_says_so(
    record: UseRecord,
    engine: SilentEngine,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, tmp_path / "没有" / "记录.csv")
    record.ask_and_export()
    with qtbot.waitSignal(record.failed) as failed:
        engine.answer("uses", uses=_USES)
    assert "记录.csv" in failed.args[0]


def test_the_record_is_forgotten_with_what_is_not_told_yet(
    record: UseRecord,
    notes: UseNotes,
    engine: SilentEngine,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notes._note_completion(Completion("落实。", 1, Source("报告", 2024)), "落实。")
    agree(monkeypatch, answer=True)
    record.ask_and_forget()
    with qtbot.waitSignal(record.told) as told:
        engine.answer("forget_uses")
    notes.stop()
    assert engine.verbs() == []
    assert told.args == ["采用记录已清除，资料库中的文件不受影响。"]


def test_nothing_is_asked_of_the_engine_by_a_writer_who_thinks_better_of_it(
    record: UseRecord, engine: SilentEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None)
    record.ask_and_export()
    agree(monkeypatch, answer=False)
    record.ask_and_forget()
    assert engine.verbs() == []


def test_an_engine_that_cannot_answer_is_quoted(
    record: UseRecord, engine: SilentEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(monkeypatch, answer=True)
    record.ask_and_forget()
    with qtbot.waitSignal(record.failed) as failed:
        engine.refuse("forget_uses", "资料库是只读的。")
    assert failed.args == ["资料库是只读的。"]
