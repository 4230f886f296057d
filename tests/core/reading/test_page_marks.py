import pytest

from desktop_app.core.reading.page_marks import page_numbers, running_heads
from tests.core.reading.papers import PAPER

TEXT = "各级各部门要切实提高认识，把思想和行动统一到市委的决策部署上来，抓好落实。"
SHEET = [TEXT] * 12  # about 450 characters


def sheets(count: int, *, head: str = "", foot: str = "") -> list[str]:
    """The lines of a printed paper with head and foot on each sheet; {} stands for its number."""
    lines: list[str] = []
    for number in range(1, count + 1):
        marks = [mark.format(number) for mark in (head, foot)]
        lines += [line for line in (marks[0], *SHEET, marks[1]) if line]
    return lines


@pytest.mark.parametrize(
    "number",
    [
        "- 1 -",
        "— 12 —",
        "－3－",
        "·4·",
        "第 3 页",
        "第3页 共 9 页",
        "第3页，共9页",
        "3/12",
        "3 / 12 页",
    ],
)
def test_a_number_that_says_so_is_a_page_number_anywhere(number: str) -> None:
    assert page_numbers([*PAPER[:2], number, *PAPER[2:]]) == {2}


@pytest.mark.parametrize(
    "line", ["1", "2024", "3.5", "-", "— 2024 —", "第3页说明", "12亿元", "1-2"]
)
def test_other_figures_are_none(line: str) -> None:
    assert page_numbers([*PAPER[:2], line, *PAPER[2:]]) == set()


def test_bare_figures_that_count_the_pages_are_page_numbers() -> None:
    assert page_numbers(sheets(4, foot="{}")) == {12, 25, 38, 51}


def test_two_figures_count_nothing() -> None:
    assert page_numbers(sheets(2, foot="{}")) == set()


def test_numbers_of_two_pages_may_stand_behind_a_paragraph_that_runs_over_both() -> None:
    lines = [*SHEET, "1", *SHEET, *SHEET, "2", "3", *SHEET, "4"]
    assert page_numbers(lines) == {n for n, line in enumerate(lines) if line.isdigit()}


def test_the_first_column_of_a_table_is_no_row_of_page_numbers() -> None:
    rows = [cell for n in range(1, 30) for cell in (str(n), "李明", "临江市青年志愿服务中心")]
    assert page_numbers(rows) == set()
    long_rows = [cell for n in range(1, 30) for cell in (str(n), *[TEXT] * 5)]
    assert page_numbers(long_rows) == set()


@pytest.mark.parametrize("foot", ["— {} —", "{}"])
def test_a_line_beside_the_page_numbers_is_a_running_head(foot: str) -> None:
    lines = sheets(4, head="临江市青年中心文件", foot=foot)[1:]  # the first sheet has none
    assert running_heads(lines) == {n for n, line in enumerate(lines) if "文件" in line}


def test_a_running_head_may_hold_the_page_number() -> None:
    lines = sheets(5, head="临江市青年志愿服务发展规划  第{}页")
    assert len(running_heads(lines)) == 4


def test_a_title_that_pages_repeat_keeps_its_own_place() -> None:
    title = "临江市青年志愿服务发展规划"
    lines = [*SHEET, title, *SHEET, title, *SHEET]
    assert running_heads([title, *lines]) == {13, 26}


@pytest.mark.parametrize("line", ["各位代表！", "（二）申报材料", "附件 3", "GB/T", "2024"])
def test_what_papers_themselves_repeat_is_kept(line: str) -> None:
    assert running_heads([*sheets(5), *sheets(5, head=line)]) == set()


def test_the_cells_of_a_table_are_no_running_heads() -> None:
    rows = [cell for n in range(1, 30) for cell in (TEXT * (n % 5 + 1), "市教育局", TEXT)]
    assert running_heads(rows) == set()


def test_the_heads_of_a_table_that_begins_the_paper_are_its_own() -> None:
    table = ["序号", "产品或活动名称", *[TEXT] * 5]
    assert running_heads([*table, *SHEET, *table, *SHEET[:5], *table]) == set()
