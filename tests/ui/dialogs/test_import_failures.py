import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.import_failures import ImportFailuresDialog

_FAILED = (("/旧稿/空.txt", "文件是空的，里面没有文字。"), ("/旧稿/坏.docx", "文件已损坏。"))


@pytest.fixture
def dialog(qtbot: QtBot, chinese: None) -> ImportFailuresDialog:
    assert chinese is None
    shown = ImportFailuresDialog(_FAILED)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_each_file_is_listed_with_its_reason(dialog: ImportFailuresDialog) -> None:
    rows = dialog.findChildren(QTreeWidget)[0]
    listed = [rows.topLevelItem(n) for n in range(rows.topLevelItemCount())]
    assert [(item.text(0), item.text(1)) for item in listed if item] == [
        ("空.txt", "文件是空的，里面没有文字。"),
        ("坏.docx", "文件已损坏。"),
    ]
    assert [item.toolTip(0) for item in listed if item] == ["/旧稿/空.txt", "/旧稿/坏.docx"]


def test_it_says_how_many_and_that_the_files_are_untouched(dialog: ImportFailuresDialog) -> None:
    assert dialog.windowTitle() == "没有导入的文件"
    assert dialog.findChildren(QLabel)[0].text() == "读不了的有 2 份，文件本身没有改动。"


def test_it_is_closed_by_its_button_and_by_escape(
    dialog: ImportFailuresDialog, qtbot: QtBot
) -> None:
    button = dialog.findChildren(QDialogButtonBox)[0].buttons()[0]
    with qtbot.waitSignal(dialog.rejected):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
