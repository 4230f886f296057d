import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.paper_filter import PaperFilter
from desktop_app.ui.library.paper_row import PaperRow
from desktop_app.ui.library.paper_table import PaperTable
from desktop_app.ui.library.paper_table_model import Column
from tests.ui.library.papers import paper

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def table(qtbot: QtBot) -> PaperTable:
    made = PaperTable()
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitActive(made):
        made.show()
    made.papers.show([paper(n, year=2000 + n) for n in (4, 3, 2, 1)])
    made.setFocus()
    QApplication.processEvents()
    return made


def _selected(table: PaperTable) -> list[int]:
    return [row.id for row in table.selected()]


def _current(table: PaperTable) -> int | None:
    row = table.current()
    return row.id if row else None


def test_the_first_paper_is_chosen_to_begin_with(table: PaperTable) -> None:
    assert (_current(table), _selected(table)) == (4, [4])


def test_the_paper_under_the_keyboard_is_told_once(table: PaperTable, qtbot: QtBot) -> None:
    told: list[PaperRow | None] = []
    table.chosen.connect(told.append)
    with qtbot.waitSignal(table.chosen):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert told == [paper(3, year=2003)]


def test_several_papers_are_chosen_by_keyboard(table: PaperTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert _selected(table) == [4, 3]
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert _selected(table) == [4, 3, 2, 1]


def test_what_is_chosen_stays_chosen_in_another_order(table: PaperTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (_current(table), _selected(table)) == (2, [3, 2])
    table.sortByColumn(Column.YEAR, Qt.SortOrder.AscendingOrder)
    assert (_current(table), _selected(table)) == (2, [2, 3])


def test_what_is_chosen_stays_chosen_while_the_filter_lets_it_through(table: PaperTable) -> None:
    table.selectRow(2)
    table.papers.narrow(PaperFilter.of("2002"))
    assert (_current(table), _selected(table)) == (2, [2])
    table.papers.narrow(PaperFilter())
    assert (_current(table), _selected(table)) == (2, [2])


def test_gaps_between_the_chosen_papers_stay_gaps(table: PaperTable) -> None:
    table.selectAll()
    flag = QItemSelectionModel.SelectionFlag
    index = table.papers.index(2, 0)
    table.selectionModel().select(index, flag.Deselect | flag.Rows)
    assert _selected(table) == [4, 3, 1]
    table.papers.show([paper(n, year=2000 + n) for n in (5, 4, 3, 2, 1)])
    assert _selected(table) == [4, 3, 1]


def test_in_place_of_a_paper_that_is_gone_the_next_one_is_chosen(table: PaperTable) -> None:
    table.selectRow(1)
    table.papers.remove([3])
    assert (_current(table), _selected(table)) == (2, [2])
    table.selectRow(2)
    table.papers.remove([1])
    assert _current(table) == 2


def test_without_papers_none_is_chosen(table: PaperTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        table.papers.show([])
    assert chosen.args == [None]
    assert (_current(table), _selected(table)) == (None, [])


def test_a_paper_that_has_changed_is_told_anew(table: PaperTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        table.papers.replace([paper(4, title="改了")])
    assert chosen.args == [paper(4, title="改了")]


def test_enter_and_a_double_click_open_the_paper(table: PaperTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.papers.index(2, 0)).center()
    with qtbot.waitSignal(table.opened):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _current(table) == 2


def test_delete_asks_to_remove_what_is_chosen(table: PaperTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.removal_asked):
        QTest.keyClick(table, Qt.Key.Key_Delete)
    table.papers.show([])
    with qtbot.assertNotEmitted(table.removal_asked), qtbot.assertNotEmitted(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Delete)
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_the_menu_has_what_can_be_done_and_sorts_without_a_mouse(table: PaperTable) -> None:
    action = QAction("打开原件", table)
    table.addAction(action)
    menu = table.menu()
    assert action in menu.actions()
    [order] = menu.findChildren(QMenu)
    by_year = order.actions()[Column.YEAR]
    assert by_year.text() == "年份"
    order.triggered.emit(by_year)
    assert table.papers.order == (Column.YEAR, Qt.SortOrder.AscendingOrder)
    order.triggered.emit(by_year)
    assert table.papers.order == (Column.YEAR, Qt.SortOrder.DescendingOrder)
