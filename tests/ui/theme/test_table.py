import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.table import Table


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table()
    qtbot.addWidget(made)
    made.setModel(QStandardItemModel(0, 2, made))
    made.resize(400, 300)
    made.show()
    return made


def _add_row(table: Table) -> None:
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    model.appendRow([QStandardItem("甲"), QStandardItem("乙")])


def test_a_sentence_stands_where_there_are_no_rows(table: Table) -> None:
    before = table.grab().toImage()
    table.show_hint("还没有文稿。")
    assert table.hint == "还没有文稿。"
    assert table.grab().toImage() != before
    _add_row(table)
    assert table.hint == ""


def test_all_rows_are_of_one_height_whatever_they_hold(table: Table) -> None:
    for _ in range(3):
        _add_row(table)
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    model.setItem(1, 0, QStandardItem("两\n行"))
    assert len({table.rowHeight(row) for row in range(3)}) == 1


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    table, line = Table(), QLineEdit()
    table.setModel(QStandardItemModel(2, 2, table))
    layout = QVBoxLayout(both)
    layout.addWidget(table)
    layout.addWidget(line)
    both.show()
    with qtbot.waitActive(both):
        both.activateWindow()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert line.hasFocus()
