import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.numbering import (
    Mark,
    mark_text,
    next_ordinal,
    section_mark,
    without_mark,
)


@pytest.mark.parametrize(
    ("text", "level", "ordinal", "words"),
    [
        ("一、工作回顾", 1, 1, "工作回顾"),
        ("二十一、附则", 1, 21, "附则"),
        ("第三章 监督管理", 1, 3, "监督管理"),
        ("第二部分　主要任务", 1, 2, "主要任务"),
        ("第一章", 1, 1, ""),
        ("（二）加强领导", 2, 2, "加强领导"),
        ("(十)完善机制", 2, 10, "完善机制"),
        ("第二节　职责", 2, 2, "职责"),
        ("3.压实责任", 3, 3, "压实责任"),
        ("3．压实责任", 3, 3, "压实责任"),
        ("12、压实责任", 3, 12, "压实责任"),
        ("（4）建立台账", 4, 4, "建立台账"),
        ("　　（一） 加强领导", 2, 1, "加强领导"),
    ],
)
def test_a_number_is_read_with_its_level_and_ordinal(
    text: str, level: int, ordinal: int, words: str
) -> None:
    mark = section_mark(text)
    assert mark is not None
    assert (mark.level, mark.ordinal) == (level, ordinal)
    assert text[mark.end :] == words
    assert without_mark(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "工作回顾",
        "3.5万人参加培训",
        "2025.工作",
        "第三条 为了规范管理",
        "第一章程序",
        "一是提高认识",
        "（综合）材料",
        "0.总则",
        "二三、",
    ],
)
def test_text_without_a_number_has_no_mark(text: str) -> None:
    assert section_mark(text) is None
    assert without_mark(text) == text


@given(st.integers(1, 4), st.integers(1, 99))
def test_a_written_number_is_read_again(level: int, ordinal: int) -> None:
    typed = mark_text(level, ordinal)
    assert section_mark(typed + "标题") == Mark(level, ordinal, len(typed))


def test_the_forms_are_those_of_the_standard() -> None:
    assert [mark_text(level, 3) for level in (1, 2, 3, 4)] == ["三、", "（三）", "3.", "（3）"]


@pytest.mark.parametrize(
    ("lines", "level", "ordinal"),
    [
        ([], 2, 1),
        (["一、形势", "二、任务", "正文。"], 1, 3),
        (["一、形势", "（一）成绩", "（二）问题", "正文。"], 2, 3),
        (["一、形势", "（一）成绩", "二、任务"], 2, 1),
        (["一、形势", "（一）成绩", "1.第一件"], 2, 2),
    ],
)
def test_a_heading_goes_on_from_the_last_of_its_level_in_its_section(
    lines: list[str], level: int, ordinal: int
) -> None:
    assert next_ordinal(lines, level) == ordinal
