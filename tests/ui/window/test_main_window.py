from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Hit, Template, TemplateSection
from desktop_app.session.journal import Journal, JournalEntry
from desktop_app.session.places import Places
from desktop_app.session.settings import read_settings
from desktop_app.ui.bridge.import_job import ImportProgress
from desktop_app.ui.bridge.import_pace import Pace
from desktop_app.ui.dialogs.questions import Leaving
from desktop_app.ui.window import draft_keeper
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.composing import commit, compose
from tests.ui.conftest import draft
from tests.ui.panel.cards import SPEECH
from tests.ui.silent_engine import SilentEngine
from tests.ui.window.imports import summary, write_papers
from tests.windows import WindowOpener

_PATIENCE = 20_000


@pytest.fixture
def leaving(monkeypatch: pytest.MonkeyPatch) -> list[Leaving]:
    """The answers to the question before leaving."""
    answers: list[Leaving] = []
    monkeypatch.setattr(draft_keeper, "ask_before_leaving", lambda *_: answers.pop(0))
    return answers


def _columns(window: MainWindow) -> QSplitter:
    splitter = window.centralWidget()
    assert isinstance(splitter, QSplitter)
    return splitter


# The title


def test_the_title_names_the_draft_and_marks_changes(window: MainWindow) -> None:
    assert window.windowTitle() == "未命名[*] — 笔架"
    assert not window.isWindowModified()
    window.parts.editor.insert_text("在会议上的讲话")
    window.parts.editor.draft.read_structure()
    assert window.windowTitle() == "在会议上的讲话[*] — 笔架"
    assert window.isWindowModified()
    window.parts.editor.draft.setModified(False)
    assert not window.isWindowModified()


def test_another_draft_on_the_page_is_followed(window: MainWindow) -> None:
    window.parts.editor.insert_text("写到一半")
    window.parts.editor.open_draft(draft("题目", "同志们：", "一、甲", "正文"))
    assert not window.isWindowModified()
    assert window.parts.outline.headings.rowCount() == 1
    assert "11 字" in window.parts.status._characters.text()
    window.parts.editor.insert_text("新")
    assert window.isWindowModified()


# Columns


def test_the_first_window_fits_the_screen(window: MainWindow) -> None:
    screen = window.screen().availableSize()
    assert window.size() == window.size().boundedTo(screen)
    assert all(size > 100 for size in _columns(window).sizes())


def test_columns_and_size_are_as_they_were_left(
    empty_places: Places, open_window: WindowOpener
) -> None:
    first = open_window.at_rest(empty_places)
    first.showNormal()  # a screen that is none is not large
    first.resize(780, 600)
    _columns(first).setSizes([160, 350, 268])
    QApplication.processEvents()
    sizes = _columns(first).sizes()
    first.parts.actions.show_outline.setChecked(False)
    first.close()
    second = open_window.at_rest(empty_places)
    assert second.size() == first.size()
    assert not second.parts.outline.isVisible()
    assert not second.parts.actions.show_outline.isChecked()
    second.parts.actions.show_outline.setChecked(True)
    QApplication.processEvents()
    assert _columns(second).sizes() == sizes


def test_a_damaged_memory_of_the_columns_is_passed_over(
    empty_places: Places, open_window: WindowOpener
) -> None:
    file = empty_places.settings.with_name("window.ini")
    file.parent.mkdir(parents=True)
    file.write_text("[General]\ngeometry=nonsense\ncolumns=@Invalid()\n", encoding="utf-8")
    window = open_window.at_rest(empty_places)
    assert all(size > 100 for size in _columns(window).sizes())


def test_the_settings_are_saved_when_the_window_closes(
    window: MainWindow, empty_places: Places
) -> None:
    window.parts.preferences.zoom(1)
    window.parts.actions.show_panel.setChecked(False)
    window.close()
    saved = read_settings(empty_places.settings)
    assert (saved.zoom, saved.outline_shown, saved.panel_shown) == (110, True, False)


def test_grey_text_is_switched_and_delayed_for_this_time_and_the_next(
    window: MainWindow, empty_places: Places, open_window: WindowOpener
) -> None:
    assert _continuation(window) == (True, 150)
    window.parts.actions.continuation.trigger()
    window.parts.toolbar.delay_chosen.emit(600)
    assert _continuation(window) == (False, 600)
    window.close()
    saved = read_settings(empty_places.settings)
    assert (saved.continuation, saved.continuation_delay) == (False, 600)
    again = open_window.at_rest(empty_places)
    assert not again.parts.actions.continuation.isChecked()
    assert _continuation(again) == (False, 600)


def _continuation(window: MainWindow) -> tuple[bool, int]:
    """Whether grey text is wanted, and after how many milliseconds."""
    link = window.parts.continuation
    return link._wanted, link._timer.interval()


def test_the_source_of_grey_text_is_told_below_and_does_not_widen_the_window(
    window: MainWindow,
) -> None:
    window.resize(1000, 700)
    QApplication.processEvents()
    before = window.size()
    window.parts.continuation.told.emit("灰字出自 " + "很长的文稿" * 60)
    QApplication.processEvents()
    assert window.size() == before
    note = window.parts.status._note
    assert note.isVisible()
    assert note.text().startswith("灰字出自 很长的文稿")
    window.parts.continuation.told.emit("")
    assert note.text() == ""


def test_a_long_message_does_not_widen_the_window(window: MainWindow) -> None:
    window.resize(1440, 900)
    QApplication.processEvents()
    before = window.size(), _columns(window).sizes()
    window.parts.keeper.failed.emit("“" + "a" * 250 + ".md”：" + "太长" * 80)
    window.parts.importer.began.emit()
    window.parts.importer.progressed.emit(ImportProgress(1, 3, "关于" * 80 + ".docx", Pace()))
    QApplication.processEvents()
    QApplication.processEvents()
    assert (window.size(), _columns(window).sizes()) == before


# Beginning


def test_a_draft_that_was_named_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "讲话.md"
    path.write_text("# 在会议上的讲话\n", encoding="utf-8")
    window.start(path)
    assert window.parts.keeper.path == path
    assert str(path) in window.parts.preferences.settings.recent
    assert [a.data() for a in window.parts.toolbar._recent.actions()] == [str(path)]


def test_what_a_crash_left_goes_before_the_draft_that_was_named(
    window: MainWindow, empty_places: Places, leaving: list[Leaving], tmp_path: Path
) -> None:
    Journal(empty_places.state).write(
        JournalEntry("写到一半\n", "", "", "", 0, "2025-03-01T12:34:56+08:00")
    )
    path = tmp_path / "讲话.md"
    path.write_text("# 在会议上的讲话\n", encoding="utf-8")
    leaving.append(Leaving.STAY)
    window.start(path)
    assert window.parts.editor.toPlainText() == "写到一半"
    assert "已恢复到 12:34" in window.parts.message.text


def test_a_draft_that_is_not_there_any_more_is_forgotten(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "讲话.md"
    path.write_text("# 在会议上的讲话\n", encoding="utf-8")
    window.parts.keeper.open(path)
    path.unlink()
    window.parts.keeper.new()
    window.parts.keeper.open(path)
    assert window.parts.preferences.settings.recent == ()
    assert "找不到这个文件" in window.parts.message.text


def test_a_second_start_brings_its_draft(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "讲话.md"
    path.write_text("# 在会议上的讲话\n", encoding="utf-8")
    window.showMinimized()
    window.come_forward(path)
    assert not window.isMinimized()
    assert window.parts.keeper.path == path
    window.come_forward(None)
    assert window.parts.keeper.path == path


# The panel and the outline


def test_what_is_taken_in_the_panel_comes_to_the_caret(window: MainWindow) -> None:
    search = window.parts.panel.search
    search.show_hits([Hit("抓好防汛工作。", SPEECH, 1.0)], ())
    window.parts.actions.search.trigger()
    search.list.setFocus()
    search.list.setCurrentIndex(search.list.cards.index(0))
    QTest.keyClick(search.list, Qt.Key.Key_Return)
    assert window.parts.editor.toPlainText() == "抓好防汛工作。"
    assert window.focusWidget() is window.parts.editor


def test_headings_come_as_paragraphs(window: MainWindow) -> None:
    window.parts.editor.insert_text("一段正文")
    tab = window.parts.panel.templates
    tab.show_templates([Template("通知", "通知", (), (TemplateSection(1, "一、甲", ""),))])
    tab.tree.setCurrentIndex(tab.templates.index(0, 0))
    QTest.keyClick(tab.tree, Qt.Key.Key_Return)
    assert window.parts.editor.toPlainText() == "一段正文\n一、甲"


def test_escape_in_the_panel_leads_back_to_the_page(window: MainWindow) -> None:
    window.parts.actions.favourites.trigger()
    QTest.keyClick(window.parts.panel.favourites.list, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.parts.editor


def test_a_heading_of_the_outline_brings_the_caret_there(window: MainWindow) -> None:
    window.parts.editor.open_draft(draft("题目", "同志们：", *["正文。"] * 60, "一、甲", "正文"))
    window.parts.outline.place_chosen.emit(62)
    assert window.parts.editor.textCursor().blockNumber() == 62
    assert window.parts.editor.textCursor().atBlockEnd()
    assert window.focusWidget() is window.parts.editor


# Nothing appears while an input method composes


def test_no_note_and_no_problem_appears_until_the_text_is_there(window: MainWindow) -> None:
    parts = window.parts
    compose(parts.editor, "gong")
    parts.keeper.told.emit("已导出。")
    parts.library.failed.emit("资料库是只读的。")
    assert parts.message.isHidden()
    commit(parts.editor, "工")
    assert parts.message.text == "资料库是只读的。"


def test_no_import_appears_or_ends_until_the_text_is_there(window: MainWindow) -> None:
    parts = window.parts
    compose(parts.editor, "gong")
    parts.importer.began.emit()
    parts.importer.progressed.emit(ImportProgress(0, 3, "讲话.docx", Pace()))
    assert parts.progress.isHidden()
    commit(parts.editor, "工")
    assert parts.progress.isVisible()
    compose(parts.editor, "zuo")
    parts.importer.ended.emit(summary())
    assert parts.progress.isVisible()
    assert parts.message.isHidden()
    commit(parts.editor, "作")
    assert parts.progress.isHidden()
    assert parts.message.text.startswith("读入 3 篇")


def test_an_import_that_begins_and_ends_while_text_is_composed_is_only_summed_up(
    window: MainWindow,
) -> None:
    parts = window.parts
    compose(parts.editor, "gong")
    parts.importer.began.emit()
    parts.importer.ended.emit(summary())
    commit(parts.editor, "工")
    assert parts.progress.isHidden()
    assert parts.message.text.startswith("读入 3 篇")


def test_the_panel_stays_as_it_is_until_the_text_is_there(window: MainWindow) -> None:
    engine, panel = window._engine, window.parts.panel
    assert isinstance(engine, SilentEngine)
    window.start(None)
    compose(window.parts.editor, "gong")
    engine.answer("stats", documents=0)
    assert panel.suggestions.list.isVisible()
    commit(window.parts.editor, "工")
    assert not panel.suggestions.list.isVisible()


def test_a_draft_of_a_second_start_waits_until_the_text_is_there(
    window: MainWindow, leaving: list[Leaving], tmp_path: Path
) -> None:
    path = tmp_path / "讲话.md"
    path.write_text("# 在会议上的讲话\n", encoding="utf-8")
    compose(window.parts.editor, "gong")
    window.come_forward(path)
    assert window.parts.keeper.path is None
    leaving.append(Leaving.DISCARD)
    commit(window.parts.editor, "工")
    assert window.parts.editor.toPlainText() == "在会议上的讲话"


# Bugs


def test_a_bug_puts_the_draft_down_and_says_so(
    window: MainWindow, empty_places: Places, qtbot: QtBot
) -> None:
    window.parts.editor.insert_text("写到一半")
    window.rescue()
    assert window.parts.message.text.startswith("程序内部出错")
    qtbot.waitUntil(lambda: Journal(empty_places.state).read() is not None)


# Closing


def test_closing_asks_about_changes_and_can_be_thought_better_of(
    window: MainWindow, leaving: list[Leaving]
) -> None:
    window.parts.editor.insert_text("写到一半")
    leaving.append(Leaving.STAY)
    assert not window.close()
    assert window.isVisible()
    assert window.parts.editor.toPlainText() == "写到一半"
    leaving.append(Leaving.DISCARD)
    assert window.close()
    assert leaving == []


def test_given_up_changes_do_not_come_back_at_the_next_start(
    window: MainWindow, leaving: list[Leaving], empty_places: Places
) -> None:
    window.parts.editor.insert_text("写到一半")
    window.parts.journal.write()
    leaving.append(Leaving.DISCARD)
    window.close()
    assert Journal(empty_places.state).read() is None


def test_without_changes_closing_asks_nothing(window: MainWindow) -> None:
    assert window.close()


def _running(window: MainWindow) -> list[QProcess]:
    still = QProcess.ProcessState.NotRunning
    return [p for p in window.findChildren(QProcess) if p.state() is not still]


def test_closed_the_window_leaves_no_process_and_no_widget(
    empty_places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path
) -> None:
    before = set(QApplication.topLevelWidgets())
    window = open_window(empty_places)
    write_papers(tmp_path, 50)
    with qtbot.waitSignal(window.parts.importer.progressed, timeout=_PATIENCE):
        window.parts.importer.import_paths([tmp_path])
    processes = _running(window)
    assert len(processes) == 2  # the engine and the import
    window.parts.panel.search.query.setText("防汛")  # asked when the typing pauses
    window.close()
    assert _running(window) == []
    with qtbot.waitSignal(window.parts.panel.search.query_changed):
        pass
    assert _running(window) == []
    window.deleteLater()
    open_window._windows.remove(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert set(QApplication.topLevelWidgets()) - before == set()


def test_a_window_may_be_closed_twice(window: MainWindow) -> None:
    assert window.close()
    assert window.close()
