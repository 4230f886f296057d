from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.questions import (
    Leaving,
    ask_before_leaving,
    ask_to_forget_uses,
    ask_to_overwrite,
    ask_to_remove,
)

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _when_asked(act: Callable[[QMessageBox], None]) -> None:
    """Do something with the box as soon as it is shown."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        act(box)

    QTimer.singleShot(0, look)


def _press(text: str) -> Callable[[QMessageBox], None]:
    def press(box: QMessageBox) -> None:
        buttons = {button.text(): button for button in box.buttons()}
        button = buttons[text]
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press


def _key(key: Qt.Key) -> Callable[[QMessageBox], None]:
    return lambda box: QTest.keyClick(box, key)


@pytest.mark.parametrize(
    ("act", "choice"),
    [
        (_press("保存"), Leaving.SAVE),
        (_press("不保存"), Leaving.DISCARD),
        (_press("继续写"), Leaving.STAY),
        (_key(Qt.Key.Key_Return), Leaving.SAVE),
        (_key(Qt.Key.Key_Escape), Leaving.STAY),
    ],
)
def test_changes_are_saved_given_up_or_gone_on_with(
    parent: QWidget, act: Callable[[QMessageBox], None], choice: Leaving
) -> None:
    _when_asked(act)
    assert ask_before_leaving(parent, "讲话") is choice


def test_the_question_names_the_draft(parent: QWidget) -> None:
    told: list[str] = []

    def read(box: QMessageBox) -> None:
        told.append(box.text())
        box.reject()

    _when_asked(read)
    ask_before_leaving(parent, "在会议上的讲话")
    assert told == ["“在会议上的讲话”有改动还没有保存。"]


@pytest.mark.parametrize(
    ("act", "overwrite"),
    [
        (_press("覆盖"), True),
        (_press("取消"), False),
        (_key(Qt.Key.Key_Return), False),
        (_key(Qt.Key.Key_Escape), False),
    ],
)
def test_a_file_is_run_over_only_if_the_writer_says_so(
    parent: QWidget, act: Callable[[QMessageBox], None], *, overwrite: bool
) -> None:
    _when_asked(act)
    assert ask_to_overwrite(parent, "“讲话.md”已被改动。") is overwrite


@pytest.mark.parametrize(
    ("act", "removed"),
    [
        (_press("移除"), True),
        (_press("取消"), False),
        (_key(Qt.Key.Key_Return), True),
        (_key(Qt.Key.Key_Escape), False),
    ],
)
def test_papers_are_removed_only_if_the_user_says_so(
    parent: QWidget, act: Callable[[QMessageBox], None], *, removed: bool
) -> None:
    _when_asked(act)
    assert ask_to_remove(parent, 3, "通知") is removed


@pytest.mark.parametrize(
    ("count", "asked"),
    [(1, "从资料库里移除“<b>通知</b>”？"), (3, "从资料库里移除 3 篇文稿？")],
)
def test_before_papers_are_removed_it_says_that_the_files_stay(
    parent: QWidget, count: int, asked: str
) -> None:
    told: list[str] = []

    def read(box: QMessageBox) -> None:
        told.extend((box.text(), box.informativeText()))
        assert box.textFormat() is Qt.TextFormat.PlainText
        box.reject()

    _when_asked(read)
    ask_to_remove(parent, count, "<b>通知</b>")
    assert told == [asked, "文件本身不动，仍在原处。"]


@pytest.mark.parametrize(
    ("act", "forgotten"),
    [
        (_press("清除"), True),
        (_press("取消"), False),
        (_key(Qt.Key.Key_Return), False),
        (_key(Qt.Key.Key_Escape), False),
    ],
)
def test_the_use_of_suggestions_is_forgotten_only_if_the_writer_says_so(
    parent: QWidget, act: Callable[[QMessageBox], None], *, forgotten: bool
) -> None:
    _when_asked(act)
    assert ask_to_forget_uses(parent) is forgotten
