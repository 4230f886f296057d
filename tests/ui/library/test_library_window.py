from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.library_window import LibraryWindow
from tests.ui.library.papers import said
from tests.ui.silent_engine import SilentEngine

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def window(library: LibraryWindow, engine: SilentEngine) -> LibraryWindow:
    """With a paper, two failures and a folder."""
    engine.answer("papers", papers=[said(1)])
    failures = [{"path": "/旧稿/空.txt", "reason": "空的。"}, {"path": "/乙", "reason": "密。"}]
    engine.answer("failures", failures=failures, skipped=0)
    engine.answer("folders", folders=["/旧稿"])
    return library


def _tabs(window: LibraryWindow) -> list[str]:
    return [button.text() for button in window._tabs.buttons()]


def test_the_tabs_say_how_much_is_in_them(window: LibraryWindow, engine: SilentEngine) -> None:
    assert _tabs(window) == ["文稿", "读不了的 2", "跟踪的文件夹 1"]
    window.refresh()
    engine.answer("failures", failures=[], skipped=0)
    assert _tabs(window)[1] == "读不了的"


def test_it_is_a_window_of_its_own_that_keeps_nobody_from_writing(window: LibraryWindow) -> None:
    assert window.isWindow()
    assert not window.isModal()
    assert window.windowTitle() == "资料库 — 笔架"


def test_the_keyboard_is_at_the_papers_when_it_opens(window: LibraryWindow) -> None:
    assert window.papers.table.hasFocus()


def test_opening_it_again_asks_anew(window: LibraryWindow, engine: SilentEngine) -> None:
    window.close()
    window.open()
    assert window.isVisible()
    assert engine.verbs()[-3:] == ["papers", "failures", "folders"]


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_each_tab_has_a_key(window: LibraryWindow, tab: int) -> None:
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + tab), Qt.KeyboardModifier.AltModifier)
    inside = (window.papers.table, window.failures.table, window.folders.list)
    assert window._pages.currentIndex() == tab
    assert inside[tab].hasFocus()


def test_control_and_tab_goes_round_the_tabs(window: LibraryWindow) -> None:
    seen = []
    for _ in range(3):
        window._open_next()
        seen.append(window._pages.currentIndex())
    assert seen == [1, 2, 0]


def test_find_leads_to_the_filter_from_any_tab(window: LibraryWindow) -> None:
    window.open_tab(2)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.papers.words.hasFocus()


def test_escape_clears_the_filter_first_and_then_closes(window: LibraryWindow) -> None:
    words = window.papers.words
    words.setFocus()
    words.setText("讲话")
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert words.text() == ""
    assert window.isVisible()
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_escape_closes_it_from_everywhere(window: LibraryWindow) -> None:
    papers = window.papers
    button = papers.pane.findChildren(QPushButton)[0]
    places: list[tuple[int, QWidget]] = [
        (0, papers.table),
        (0, papers.pane.preview),
        (0, papers.pane.form._fields["year"]),
        (0, papers.genre),
        (0, button),
        (1, window.failures.table),
        (2, window.folders.list),
    ]
    for tab, place in places:
        window.open()
        window.open_tab(tab)
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Escape)
        assert not window.isVisible(), place


def test_tab_reaches_everything(window: LibraryWindow, qtbot: QtBot) -> None:
    reached: set[QWidget] = set()
    qtbot.waitUntil(window.papers.exclude.isEnabled)
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    papers = window.papers
    fields = papers.pane.form._fields
    wanted = {papers.words, papers.genre, papers.state, papers.table, papers.pane.preview}
    wanted.add(papers.pane._cleaned)
    wanted |= {fields["title"], fields["year"], fields["body"], fields["place"]}
    assert wanted <= reached
    papers.pane._cleaned.setFocus()
    QTest.keyClick(papers.pane._cleaned, Qt.Key.Key_Right)
    assert papers.pane._whole.isChecked()


def test_files_are_tried_again_by_importing_them(window: LibraryWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.import_asked) as asked:
        window.failures.retry.trigger()
    assert asked.args == [[Path("/旧稿/空.txt"), Path("/乙")]]


def test_a_folder_that_is_added_is_watched_and_read(
    window: LibraryWindow, engine: SilentEngine, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.import_asked) as asked:
        window.folders.added.emit(Path("/新稿"))
    assert asked.args == [[Path("/新稿")]]
    assert engine.last("watch").fields == {"verb": "watch", "path": "/新稿", "watched": True}
    engine.answer("watch", folders=["/旧稿", "/新稿"])
    assert _tabs(window)[2] == "跟踪的文件夹 2"


def test_each_folder_that_is_left_is_told_to_the_library(
    window: LibraryWindow, engine: SilentEngine
) -> None:
    window.folders.removed.emit([Path("/旧稿"), Path("/新稿")])
    left = [asked.fields["path"] for asked in engine.asked if asked.fields["verb"] == "watch"]
    assert left == ["/旧稿", "/新稿"]
    assert not any(a.fields["watched"] for a in engine.asked if a.fields["verb"] == "watch")


def test_folders_are_read_again_on_demand(window: LibraryWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.reread_asked):
        window.folders.reread.trigger()


def test_a_note_is_shown_beside_the_tabs_and_does_not_widen_the_window(
    window: LibraryWindow,
) -> None:
    before = window.minimumSizeHint().width()
    window.show_note("正在读入 " + "很长" * 200)
    assert window._note.text().startswith("正在读入")
    assert window.minimumSizeHint().width() == before
    window.close()
    window.open()
    assert window._note.text() == ""
