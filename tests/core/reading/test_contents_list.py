import pytest

from desktop_app.core.reading.contents_list import contents_lines, has_leader
from tests.core.reading.papers import PAPER

HEADINGS = [line for line in PAPER if line.startswith(("一、", "二、"))]
ENTRIES = [*HEADINGS, "（一）队伍不断壮大", "（二）机制逐步健全"]


@pytest.mark.parametrize("heading", ["目录", "目　录", "目  次", "【目录】", "目录："])
@pytest.mark.parametrize("page", ["", "\t3", " 12", "......3", "…………… 12", "····(4)"])
def test_a_table_of_contents_is_found(heading: str, page: str) -> None:
    lines = [PAPER[0], heading, *(entry + page for entry in ENTRIES), *PAPER[1:]]
    assert contents_lines(lines) == {1, 2, 3, 4, 5}


def test_a_list_with_leaders_needs_no_heading() -> None:
    lines = [PAPER[0], *(entry + "……………2" for entry in ENTRIES), *PAPER[1:]]
    assert contents_lines(lines) == {1, 2, 3, 4}


def test_two_leaders_make_no_list() -> None:
    assert contents_lines([PAPER[0], "项目……2", "资金……3", *PAPER[1:]]) == set()


def test_the_word_alone_takes_nothing_with_it() -> None:
    lines = [PAPER[0], "目录", *PAPER[1:]]
    assert contents_lines(lines) == set()


def test_a_catalogue_is_no_table_of_contents() -> None:
    lines = [*PAPER, "目录", "医疗器械类", "体外诊断试剂类", "消毒产品类", "其他类"]
    assert contents_lines(lines) == set()


def test_an_entry_broken_in_two_is_part_of_the_list() -> None:
    entries = [ENTRIES[0] + "\t1", "二、突出重点，推动志愿", "服务再上台阶\t2", ENTRIES[2] + "\t3"]
    lines = [PAPER[0], "目录", *entries, *PAPER[1:]]
    assert contents_lines(lines) == {1, 2, 3, 4, 5}


def test_the_list_ends_where_its_first_heading_comes_again() -> None:
    chapters = ["第一章 总则", "第二章 志愿者", "第三章 附则"]
    lines = ["管理办法", "目录", *chapters, *chapters, "本办法自公布之日起施行。"]
    assert contents_lines(lines) == {1, 2, 3, 4}


def test_sections_of_one_name_do_not_end_the_list() -> None:
    entries = ["第一章 总则", "第一节 一般规定", "第二章 程序", "第一节 一般规定", "第三章 附则"]
    lines = ["程序规定", "目录", *entries, *entries, "本规定自公布之日起施行。"]
    assert contents_lines(lines) == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("line", ["总则......1", "总则 …… 12", "总则…………"])
def test_dots_lead_to_a_page_number(line: str) -> None:
    assert has_leader(line)


@pytest.mark.parametrize("line", ["等等……", "增长6.5", "总则 1", ""])
def test_other_dots_lead_nowhere(line: str) -> None:
    assert not has_leader(line)
