from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Completion, Phrase, Source, Stretch
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.suggestion_tab import SuggestionTab
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.use_notes import UseNotes
from tests.ui.composing import compose
from tests.ui.conftest import draft
from tests.ui.silent_engine import SilentEngine

_SOURCE = Source("工作报告", 2024)
_PHRASES = [
    Phrase("强化责任担当，抓好工作落实。", "", 1, (_SOURCE,), pick=Stretch(7, 14)),
    *[Phrase(f"第{n}句。", "", 1, (_SOURCE,)) for n in "二三四"],
]
_OFFER = Completion("抓好落实。", 1, _SOURCE, (2, 5))


class Clock:
    """Time that a test moves on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> SuggestionTab:
    shown = SuggestionTab(theme)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def notes(
    editor: PageEditor, tab: SuggestionTab, engine: SilentEngine, clock: Clock, qtbot: QtBot
) -> Iterator[UseNotes]:
    """A page with text and a panel with phrases, both watched."""
    editor.open_draft(draft("在会议上的讲话", "我们要"))
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.setFocus()
    made = UseNotes(editor, tab, engine, clock)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    tab.show_phrases(_PHRASES)
    yield made
    made.stop()


def _note(text: str, kind: str = "phrase") -> dict[str, str]:
    return {"text": text, "document": "工作报告", "kind": kind}


def _told(notes: UseNotes, engine: SilentEngine) -> dict[str, Any]:
    """What the engine is told when the writer rests."""
    notes._typed.timeout.emit()
    notes._timer.timeout.emit()
    if "use" not in engine.verbs():
        return {}
    fields = dict(engine.last("use").fields)
    engine.answer("use")
    return {kind: said for kind, said in fields.items() if said and kind != "verb"}


def _type(notes: UseNotes, editor: PageEditor, text: str = "a") -> None:
    editor.textCursor().insertText(text)
    assert notes._typed.isActive()
    notes._typed.timeout.emit()


@pytest.mark.parametrize("text", ["抓好工作落实。", "强化责任担当，抓好工作落实。"])
def test_a_phrase_that_is_put_in_is_told_by_its_whole_text(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine, text: str
) -> None:
    editor.insert_text(text)
    assert _told(notes, engine) == {"taken": [_note("强化责任担当，抓好工作落实。")]}


def test_other_text_that_is_put_in_is_nobodys_business(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine
) -> None:
    editor.insert_text("从别处来的。")
    assert _told(notes, engine) == {}


def test_what_is_taken_back_right_after_is_told(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine
) -> None:
    editor.insert_text("第二句。")
    editor.undo_step()
    told = _told(notes, engine)
    assert told == {"taken": [_note("第二句。")], "undone": [_note("第二句。")]}
    editor.redo_step()
    editor.undo_step()
    assert _told(notes, engine) == {}


def test_an_undo_of_something_else_is_not_told(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine
) -> None:
    editor.insert_text("第二句。")
    editor.insert_text("从别处来的。")
    editor.undo_step()
    assert _told(notes, engine) == {"taken": [_note("第二句。")]}


def test_a_continuation_is_told_when_it_is_taken_and_taken_back(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine
) -> None:
    editor.continuation.offer([_OFFER])
    _type(notes, editor, "抓")
    editor.continuation.take_all()
    assert _told(notes, engine) == {"taken": [_note("抓好落实。", "completion")]}
    editor.undo_step()
    assert _told(notes, engine) == {"undone": [_note("抓好落实。", "completion")]}


def test_the_first_three_are_passed_over_once_when_they_were_seen(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine, clock: Clock
) -> None:
    clock.now += 1.5
    _type(notes, editor)
    assert _told(notes, engine) == {}
    tab_phrases = [_note(phrase.text) for phrase in _PHRASES[:3]]
    clock.now += 1
    _type(notes, editor)
    assert _told(notes, engine) == {"passed": tab_phrases}
    clock.now += 9
    _type(notes, editor)
    assert _told(notes, engine) == {}


def test_a_phrase_goes_on_being_seen_when_others_come(
    notes: UseNotes,
    editor: PageEditor,
    tab: SuggestionTab,
    engine: SilentEngine,
    clock: Clock,
) -> None:
    clock.now += 1.5
    tab.show_phrases([_PHRASES[3], _PHRASES[1]])
    clock.now += 1
    _type(notes, editor)
    assert _told(notes, engine) == {"passed": [_note("第二句。")]}


def test_nothing_is_passed_over_by_taking_moving_or_deleting(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine, clock: Clock
) -> None:
    clock.now += 9
    editor.moveCursor(editor.textCursor().MoveOperation.Left)
    notes._typed.timeout.emit()
    editor.textCursor().deletePreviousChar()
    notes._typed.timeout.emit()
    editor.insert_text("第二句。")
    assert _told(notes, engine) == {"taken": [_note("第二句。")]}


def test_what_cannot_be_seen_is_not_passed_over(
    notes: UseNotes,
    editor: PageEditor,
    tab: SuggestionTab,
    engine: SilentEngine,
    clock: Clock,
) -> None:
    tab.hide()
    clock.now += 9
    _type(notes, editor)
    assert _told(notes, engine) == {}


@pytest.mark.parametrize("seconds", [1.0, 2.5])
def test_a_continuation_is_passed_over_when_it_was_seen(
    notes: UseNotes,
    editor: PageEditor,
    engine: SilentEngine,
    clock: Clock,
    seconds: float,
) -> None:
    clock.now -= 50  # the phrases are too young
    editor.continuation.offer([_OFFER])
    clock.now += seconds
    _type(notes, editor)
    wanted = {"passed": [_note("抓好落实。", "completion")]} if seconds >= 2 else {}
    assert _told(notes, engine) == wanted


def test_another_draft_is_not_typed(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine, clock: Clock
) -> None:
    clock.now += 9
    editor.open_draft(draft("另一份长得多的草稿", "正文在这里，比刚才的长。"))
    notes._typed.timeout.emit()
    assert _told(notes, engine) == {}


def test_only_one_telling_is_under_way_and_a_refusal_ends_it_in_silence(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine
) -> None:
    editor.insert_text("第二句。")
    notes._timer.timeout.emit()
    editor.insert_text("第三句。")
    notes._timer.timeout.emit()
    assert engine.verbs() == ["use"]
    engine.refuse("use", "没有“use”。")
    assert notes._timer.isActive()
    notes._timer.timeout.emit()
    assert engine.last("use").fields["taken"] == [_note("第三句。")]


def test_nothing_is_told_while_text_is_composed(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine
) -> None:
    editor.insert_text("第二句。")
    compose(editor, "di")
    notes._timer.timeout.emit()
    assert engine.verbs() == []
    assert notes._timer.isActive()
    compose(editor, "")


def test_what_is_left_is_told_when_the_window_closes(
    notes: UseNotes, editor: PageEditor, engine: SilentEngine
) -> None:
    editor.insert_text("第二句。")
    assert engine.verbs() == []
    notes.stop()
    assert engine.last("use").fields["taken"] == [_note("第二句。")]
