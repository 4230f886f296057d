from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.paper_filter import PaperFilter
from desktop_app.ui.library.paper_row import PaperState
from desktop_app.ui.library.paper_table_model import Column, PaperTableModel
from tests.ui.library.papers import paper

pytestmark = pytest.mark.usefixtures("chinese")
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model() -> PaperTableModel:
    made = PaperTableModel()
    made.show(
        [
            paper(1, title="在会议上的讲话", genre="讲话", year=2023, characters=12_000),
            paper(2, title="安全生产通知", year=2025, place="", state="missing"),
            paper(3, title="防汛通知", year=None, body="", state="excluded"),
        ]
    )
    return made


def _ids(model: PaperTableModel) -> list[int]:
    return [model.paper(number).id for number in range(model.rowCount())]


def _cells(model: PaperTableModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in Column]


def test_the_model_keeps_qts_rules(
    model: PaperTableModel, check_rules: Callable[[QAbstractItemModel], None]
) -> None:
    check_rules(model)


def test_each_paper_is_a_row(model: PaperTableModel) -> None:
    assert _cells(model, 1) == [
        "在会议上的讲话",
        "讲话",
        "2023",
        "青禾县人民政府",
        "青禾县",
        "12,000",
        "在用",
    ]


def test_what_is_not_known_is_left_empty(model: PaperTableModel) -> None:
    assert _cells(model, 2)[2:4] == ["", ""]
    assert _cells(model, 0)[4] == ""


def test_the_newest_papers_come_first_and_the_head_says_so(model: PaperTableModel) -> None:
    assert _ids(model) == [2, 1, 3]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["标题", "文种", "年份 ↓", "发文机关", "地区", "字数", "状态"]


@pytest.mark.parametrize(
    ("column", "order", "ids"),
    [
        (Column.TITLE, _UP, [2, 3, 1]),  # by pinyin: anquan, fangxun, zai
        (Column.TITLE, _DOWN, [1, 3, 2]),
        (Column.GENRE, _UP, [1, 2, 3]),
        (Column.YEAR, _UP, [3, 1, 2]),
        (Column.BODY, _UP, [3, 2, 1]),
        (Column.PLACE, _UP, [2, 1, 3]),
        (Column.CHARACTERS, _DOWN, [1, 3, 2]),
        (Column.STATE, _UP, [1, 3, 2]),
    ],
)
def test_papers_are_sorted_by_any_column(
    model: PaperTableModel, column: Column, order: Qt.SortOrder, ids: list[int]
) -> None:
    model.sort(column, order)
    assert _ids(model) == ids
    arrow = "↑" if order is _UP else "↓"
    assert model.headerData(column, Qt.Orientation.Horizontal).endswith(arrow)


def test_papers_that_are_alike_keep_the_order_they_had(model: PaperTableModel) -> None:
    model.show([paper(1, characters=5), paper(2, characters=9), paper(3, characters=7)])
    model.sort(Column.CHARACTERS, _DOWN)
    model.sort(Column.GENRE, _DOWN)
    assert _ids(model) == [2, 3, 1]


def test_figures_stand_at_the_right_under_their_heads(model: PaperTableModel) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    right = [c for c in Column if model.index(0, c).data(role) & Qt.AlignmentFlag.AlignRight]
    assert right == [Column.YEAR, Column.CHARACTERS]
    orientation = Qt.Orientation.Horizontal
    heads = [model.headerData(column, orientation, role) for column in Column]
    assert heads == [model.index(0, column).data(role) for column in Column]


def test_what_is_not_simply_in_use_is_paler(model: PaperTableModel) -> None:
    brushes = [model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) for row in range(3)]
    faint = QGuiApplication.palette().placeholderText()
    assert brushes == [faint, None, faint]


def test_the_tool_tip_has_what_a_narrow_column_hides(model: PaperTableModel) -> None:
    role = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, Column.TITLE).data(role) == "安全生产通知"
    assert "不在原处" in model.index(0, Column.STATE).data(role)


def test_a_filter_narrows_the_rows_and_keeps_their_order(model: PaperTableModel) -> None:
    model.narrow(PaperFilter.of("通知"))
    assert _ids(model) == [2, 3]
    model.sort(Column.TITLE, _DOWN)
    assert _ids(model) == [3, 2]
    model.narrow(PaperFilter.of("通知", state=PaperState.MISSING))
    assert (_ids(model), model.total) == ([2], 3)
    model.narrow(PaperFilter())
    assert _ids(model) == [1, 3, 2]


def test_the_same_filter_again_changes_nothing(model: PaperTableModel, qtbot: QtBot) -> None:
    model.narrow(PaperFilter.of("通知"))
    with qtbot.assertNotEmitted(model.modelReset):
        model.narrow(PaperFilter.of(" 通知 "))


def test_papers_read_anew_pass_the_same_filter(model: PaperTableModel) -> None:
    model.narrow(PaperFilter.of("通知"))
    model.show([paper(8, title="讲话", name="八.txt", genre=""), paper(9)])
    assert _ids(model) == [9]


def test_a_paper_that_has_changed_stays_where_it_is(model: PaperTableModel, qtbot: QtBot) -> None:
    model.narrow(PaperFilter.of("通知"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.replace([paper(2, title="改了", year=1999, genre="函")])
    assert changed.args is not None
    top, bottom, *_ = changed.args
    assert isinstance(top, QModelIndex)
    assert isinstance(bottom, QModelIndex)
    assert (top.row(), bottom.row(), bottom.column()) == (0, 0, Column.STATE)
    assert _cells(model, 0)[:3] == ["改了", "函", "1999"]
    assert _ids(model) == [2, 3]


def test_a_changed_paper_is_found_by_its_new_words_only(model: PaperTableModel) -> None:
    model.narrow(PaperFilter.of("安全"))
    model.replace([paper(2, title="改了")])
    model.narrow(PaperFilter.of("改了"))
    assert _ids(model) == [2]
    model.narrow(PaperFilter.of("安全"))
    assert _ids(model) == []


def test_a_paper_that_the_filter_hides_changes_too(model: PaperTableModel) -> None:
    model.narrow(PaperFilter.of("讲话"))
    model.replace([paper(3, title="讲话稿")])
    model.narrow(PaperFilter.of("讲话稿"))
    assert _ids(model) == [3]


def test_removed_papers_are_gone_for_good(model: PaperTableModel) -> None:
    model.remove([2, 77])
    assert (_ids(model), model.total) == ([1, 3], 2)
    model.narrow(PaperFilter.of("安全"))
    assert _ids(model) == []


def test_genres_are_offered_the_most_frequent_first(model: PaperTableModel) -> None:
    assert model.genres() == ["通知", "讲话"]
    model.show([paper(1, genre="")])
    assert model.genres() == []


def test_papers_are_found_again_by_their_numbers(model: PaperTableModel) -> None:
    assert model.numbers([3, 2, 77]) == [0, 2]


def test_ten_thousand_papers_are_filled_in_filtered_and_sorted() -> None:
    rows = [
        paper(n, title=f"第{n}号", year=1990 + n * 7 % 36, place="南溪镇" if n % 7 else "")
        for n in range(10_000)
    ]
    model, resets = PaperTableModel(), list[int]()
    model.modelReset.connect(lambda: resets.append(1))
    model.show(rows)
    assert (model.rowCount(), len(resets)) == (10_000, 1)
    years = [model.paper(number).year or 0 for number in range(10_000)]
    assert years == sorted(years, reverse=True)
    model.narrow(PaperFilter.of("南溪 99"))
    wanted = {row.id for row in rows if row.place and "99" in f"{row.title}{row.name}{row.year} "}
    wanted |= {row.id for row in rows if row.place and "99" in str(row.characters)}
    assert set(_ids(model)) == wanted
    model.sort(Column.TITLE, _UP)
    assert _ids(model) == sorted(wanted)  # figures in titles count as numbers
