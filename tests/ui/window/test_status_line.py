import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.status_line import StatusLine
from tests.ui.conftest import draft

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    shown = StatusLine()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _told(status: StatusLine) -> list[str]:
    """What can be read, from left to right."""
    return [label.text() for label in status.findChildren(QLabel) if label.isVisible()]


def _library(status: StatusLine) -> QPushButton:
    return status.findChildren(QPushButton)[0]


def _open(status: StatusLine, editor: PageEditor, *texts: str) -> None:
    editor.open_draft(draft(*texts))
    status.follow(editor)


def test_characters_are_counted_as_chinese_offices_do(
    status: StatusLine, editor: PageEditor
) -> None:
    _open(status, editor, "在会议上的讲话", "2025年，我县GDP增长5.2%。")
    assert "18 字" in _told(status)


def test_what_is_selected_is_counted_beside_the_whole(
    status: StatusLine, editor: PageEditor
) -> None:
    _open(status, editor, "标题四个", "正文😀在这里。")
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(2)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    status.follow(editor)
    assert "选中 4 字 / 共 11 字" in _told(status)


def test_large_figures_are_set_in_groups(status: StatusLine, editor: PageEditor) -> None:
    _open(status, editor, "字" * 12_345)
    status.show_library(10_000)
    assert "12,345 字" in _told(status)
    assert _library(status).text() == "资料库 10,000 篇"


def test_the_time_to_speak_is_told_when_there_is_something_to_say(
    status: StatusLine, editor: PageEditor
) -> None:
    _open(status, editor, "字" * 99)
    assert not any("分钟" in text for text in _told(status))
    _open(status, editor, "字" * 100)
    assert "讲话约 1 分钟" in _told(status)
    _open(status, editor, "字" * 3100)
    assert "讲话约 16 分钟" in _told(status)


def test_zoom_and_saving_are_shown_as_they_are_told(status: StatusLine) -> None:
    status.show_zoom(125)
    status.show_saved("已保存 12:30")
    assert _told(status)[-2:] == ["125%", "已保存 12:30"]


def test_it_counts_what_stands_on_the_page_now(status: StatusLine, editor: PageEditor) -> None:
    _open(status, editor, "四个字的")
    editor.selectAll()
    editor.insert_text("两个")
    editor.draft.read_structure()
    status.follow(editor)
    assert "2 字" in _told(status)


def test_the_library_is_opened_where_its_papers_are_counted(
    status: StatusLine, editor: PageEditor, qtbot: QtBot
) -> None:
    assert not _library(status).isVisible()
    status.show_library(3)
    editor.setFocus()
    with qtbot.waitSignal(status.library_asked):
        QTest.mouseClick(_library(status), Qt.MouseButton.LeftButton)
    assert not _library(status).hasFocus()  # the caret stays in the page
