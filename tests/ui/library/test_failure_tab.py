from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.library import failure_tab
from desktop_app.ui.library.failure_tab import FailureTab

pytestmark = pytest.mark.usefixtures("chinese")
_FAILED = (("/旧稿/空.txt", "文件是空的。"), ("/旧稿/2019/密.docx", "文件有密码。"))


@pytest.fixture
def tab(qtbot: QtBot) -> FailureTab:
    made = FailureTab()
    qtbot.addWidget(made)
    made.show()
    made.show_failures(_FAILED, 37)
    return made


def _note(tab: FailureTab) -> str:
    return tab.findChildren(QLabel)[0].text()


def test_each_file_stands_beside_its_reason_and_folder(
    tab: FailureTab, check_rules: Callable[[QAbstractItemModel], None]
) -> None:
    check_rules(tab.failures)
    cells = [tab.failures.index(1, column).data() for column in range(3)]
    assert cells == ["密.docx", "文件有密码。", "/旧稿/2019"]
    heads = [tab.failures.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["文件", "原因", "所在文件夹"]
    role = Qt.ItemDataRole.ToolTipRole
    tips = [tab.failures.index(1, column).data(role) for column in range(2)]
    assert tips == ["/旧稿/2019/密.docx", "文件有密码。"]


def test_what_was_passed_over_is_counted(tab: FailureTab) -> None:
    assert _note(tab) == "这些文件本身没有动过。  ·  另有 37 个文件不是文稿，已跳过。"
    tab.show_failures(_FAILED, 0)
    assert _note(tab) == "这些文件本身没有动过。"


def test_all_files_are_tried_again_if_none_is_chosen(tab: FailureTab, qtbot: QtBot) -> None:
    assert tab.retry.text() == "全部再试一次"
    with qtbot.waitSignal(tab.retry_asked) as asked:
        tab.retry.trigger()
    assert asked.args == [[Path("/旧稿/空.txt"), Path("/旧稿/2019/密.docx")]]


def test_the_chosen_files_are_tried_again(tab: FailureTab, qtbot: QtBot) -> None:
    tab.table.selectRow(1)
    assert tab.retry.text() == "再试这 1 份"
    with qtbot.waitSignal(tab.retry_asked) as asked:
        tab.retry.trigger()
    assert asked.args == [[Path("/旧稿/2019/密.docx")]]


def test_the_folder_of_one_file_is_opened(
    tab: FailureTab, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert not tab.folder.isEnabled()
    tab.table.selectRow(0)
    monkeypatch.setattr(failure_tab, "open_folder_of", lambda path: f"没有 {path}")
    with qtbot.waitSignal(tab.told) as told:
        tab.folder.trigger()
    assert told.args == ["没有 /旧稿/空.txt"]
    tab.table.selectAll()
    assert not tab.folder.isEnabled()


def test_without_failures_there_is_nothing_to_try(tab: FailureTab) -> None:
    tab.show_failures((), 0)
    assert not tab.retry.isEnabled()
    assert tab.table.hint == "没有读不了的文件。"
    assert _note(tab) == ""
