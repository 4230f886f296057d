from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.continuation_link import ContinuationLink
from tests.ui.composing import commit, compose
from tests.ui.silent_engine import SilentEngine

pytestmark = pytest.mark.usefixtures("chinese")
_FIRST = {
    "text": "抓好工作落实。",
    "count": 14,
    "source": {"document": "在会议上的讲话", "year": 2024},
    "words": [2, 4, 7],
}
_SECOND = {"text": "落到实处。", "count": 1, "source": {"document": "2023年工作报告", "year": 2023}}


@pytest.fixture
def link(editor: PageEditor, engine: SilentEngine, qtbot: QtBot) -> Iterator[ContinuationLink]:
    """A page that is written on, joined to a library."""
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.setFocus()
    made = ContinuationLink(editor, engine)
    made.be(wanted=True, delay=40)
    yield made
    made.stop()


def _grey(editor: PageEditor) -> str:
    return editor.draft.lastBlock().layout().preeditAreaText()


def _rest(editor: PageEditor, engine: SilentEngine, qtbot: QtBot, text: str = "我们要") -> None:
    editor.textCursor().insertText(text)
    qtbot.waitUntil(lambda: "complete" in engine.verbs())


@pytest.mark.usefixtures("link")
def test_it_is_asked_what_comes_next_when_the_caret_rests(
    editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot, "在会议上的讲话\n同志们：\n我们要")
    assert engine.last("complete").fields == {
        "verb": "complete",
        "title": "在会议上的讲话",
        "before": "在会议上的讲话\n同志们：\n我们要",
        "limit": 5,
        "words": True,
        "seen": 1,
    }
    assert engine.verbs() == ["complete"]


def test_the_first_answer_is_shown_and_where_it_comes_from(
    link: ContinuationLink, editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    with qtbot.waitSignal(link.told) as told:
        engine.answer("complete", completions=[_FIRST, _SECOND])
    assert _grey(editor) == "抓好工作落实。"
    keys = "    Tab 采用，Ctrl+→ 采用一词，Alt+↓ 换一条"
    assert told.args == [f"灰字出自 14 篇 · 最近 2024 《在会议上的讲话》{keys}（1/2）"]
    with qtbot.waitSignal(link.told) as told:
        QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told.args == [f"灰字出自 《2023年工作报告》{keys}（2/2）"]
    with qtbot.waitSignal(link.told) as told:
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_of_a_single_one_no_next_is_promised(
    link: ContinuationLink, editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    with qtbot.waitSignal(link.told) as told:
        engine.answer("complete", completions=[_SECOND])
    assert told.args == ["灰字出自 《2023年工作报告》    Tab 采用，Ctrl+→ 采用一词"]


@pytest.mark.usefixtures("link")
def test_an_answer_for_another_place_is_not_shown(
    editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    editor.textCursor().insertText("抓")
    engine.answer("complete", completions=[_FIRST])
    assert _grey(editor) == ""


@pytest.mark.usefixtures("link")
def test_nothing_is_asked_while_the_writer_follows_what_is_offered(
    editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    engine.answer("complete", completions=[_FIRST])
    editor.textCursor().insertText("抓好")
    qtbot.wait(90)
    assert engine.verbs() == []
    assert _grey(editor) == "工作落实。"
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: engine.verbs() == ["complete"])
    assert engine.last("complete").fields["before"] == "我们要抓好工作落实。"


@pytest.mark.usefixtures("link")
def test_nothing_is_asked_within_a_line_or_beside_a_selection(
    editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    engine.answer("complete", completions=[])
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.wait(90)
    assert engine.verbs() == []


@pytest.mark.usefixtures("link")
def test_nothing_is_asked_or_shown_while_text_is_composed(
    editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    compose(editor, "zhua")
    engine.answer("complete", completions=[_FIRST])
    assert _grey(editor) == "zhua"
    qtbot.wait(90)
    assert engine.verbs() == []
    commit(editor, "抓")
    qtbot.waitUntil(lambda: engine.verbs() == ["complete"])
    assert engine.last("complete").fields["before"] == "我们要抓"


def test_it_is_switched_off_and_on(
    link: ContinuationLink, editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    engine.answer("complete", completions=[_FIRST])
    link.be(wanted=False, delay=40)
    assert _grey(editor) == ""
    editor.textCursor().insertText("抓")
    qtbot.wait(90)
    assert engine.verbs() == []
    link.be(wanted=True, delay=40)
    _rest(editor, engine, qtbot)


@pytest.mark.usefixtures("link")
def test_a_library_that_cannot_answer_is_not_told_twice(
    editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    _rest(editor, engine, qtbot)
    engine.refuse("complete", "资料库文件已损坏。")
    assert _grey(editor) == ""
