import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.reading.glued import split_glued
from tests.core.reading.papers import PAPER

TITLE, SALUTATION, *REST = PAPER
BODY = "各级各部门要提高认识，加强领导，明确责任，抓好落实。" * 8


def test_a_short_paragraph_is_left_alone() -> None:
    text = "一、提高认识。二、加强领导。三、抓好落实。"
    assert split_glued(text) == [text]


def test_a_long_paragraph_without_any_break_is_one() -> None:
    assert split_glued(BODY * 2) == [BODY * 2]


def test_title_and_salutation_are_cut_from_the_text() -> None:
    assert split_glued(f"{TITLE} {SALUTATION} {BODY}{BODY}")[:2] == [TITLE, SALUTATION]


@pytest.mark.parametrize("salutation", ["各位代表：", "同志们:", "老师们："])
def test_a_text_may_begin_with_its_salutation(salutation: str) -> None:
    assert split_glued(salutation + BODY * 2) == [salutation, BODY * 2]


def test_indents_that_are_left_cut_the_paragraphs() -> None:
    assert split_glued("　　".join([BODY, BODY, "一、抓好产业"])) == [BODY, BODY, "一、抓好产业"]


def test_sections_are_cut_where_their_numbers_follow_each_other() -> None:
    sections = [f"{numeral}、抓好第{numeral}件事。{BODY}" for numeral in "一二三"]
    assert split_glued(f"今年工作安排如下。{''.join(sections)}") == [
        "今年工作安排如下。",
        *sections,
    ]


def test_a_single_number_or_a_jump_cuts_nothing() -> None:
    for text in (f"一、抓好产业。{BODY}{BODY}", f"一、抓好产业。{BODY}三、抓好民生。{BODY}"):
        assert split_glued(text) == [text]


def test_numerals_inside_a_sentence_cut_nothing() -> None:
    text = f"要处理好一、二、三产业的关系。{BODY}{BODY}"
    assert split_glued(text) == [text]


def test_lines_whose_breaks_became_spaces_are_unwrapped() -> None:
    lines = [BODY[n : n + 30] for n in range(0, len(BODY), 30)]
    glued = " ".join([*lines, *lines, *lines])
    assert split_glued(glued) == [BODY, BODY, BODY]


def test_spaces_around_figures_are_no_line_breaks() -> None:
    text = "全市实施 120 个项目，完成投资 350 亿元，" * 25
    assert split_glued(text) == [text]


@given(st.text(alphabet="一二三、。；：　 同志们各位代表1中", max_size=900))
def test_no_character_but_white_space_is_lost(text: str) -> None:
    pieces = split_glued(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
