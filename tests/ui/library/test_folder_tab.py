from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.library import folder_tab
from desktop_app.ui.library.folder_tab import FolderTab

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def tab(qtbot: QtBot) -> FolderTab:
    made = FolderTab()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_folders(["/旧稿", "/文稿"])
    return made


def _listed(tab: FolderTab) -> list[str]:
    return [tab.list.item(row).text() for row in range(tab.list.count())]


def test_the_folders_are_listed(tab: FolderTab) -> None:
    assert _listed(tab) == ["/旧稿", "/文稿"]
    tab.show_folders(["/文稿"])
    assert _listed(tab) == ["/文稿"]


def test_what_following_means_is_said(tab: FolderTab) -> None:
    note = tab.findChildren(QLabel)[0]
    assert "新增和改动" in note.text()
    tab.show_folders([])
    assert "自动跟踪" in note.text()


def test_a_folder_is_added(tab: FolderTab, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(folder_tab, "ask_folder_to_import", lambda *_: Path("/新稿"))
    with qtbot.waitSignal(tab.added) as added:
        tab.add.trigger()
    assert added.args == [Path("/新稿")]


def test_without_an_answer_none_is_added(
    tab: FolderTab, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(folder_tab, "ask_folder_to_import", lambda *_: None)
    with qtbot.assertNotEmitted(tab.added):
        tab.add.trigger()


def test_chosen_folders_are_followed_no_longer_by_button_and_by_key(
    tab: FolderTab, qtbot: QtBot
) -> None:
    assert not tab.remove.isEnabled()
    tab.list.selectAll()
    with qtbot.waitSignal(tab.removed) as removed:
        tab.remove.trigger()
    assert removed.args == [[Path("/旧稿"), Path("/文稿")]]
    tab.list.setFocus()
    tab.list.setCurrentRow(1)
    with qtbot.waitSignal(tab.removed) as removed:
        QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert removed.args == [[Path("/文稿")]]


def test_they_are_read_again_now_if_there_are_any(tab: FolderTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.reread_asked):
        tab.reread.trigger()
    tab.show_folders([])
    assert not tab.reread.isEnabled()
