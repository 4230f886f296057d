from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.reading.plain_text import columns, text_paragraphs, unwrap
from tests.core.reading.papers import PAPER

Layout = Callable[[str], list[str]]


def typed_columns(text: str) -> int:
    return sum(2 if character > "\u2000" else 1 for character in text)


def cut(text: str, width: int, measure: Callable[[str], int] = len) -> list[str]:
    """Break a text into lines of at most `width`, as an editor without hyphenation does."""
    lines = [""]
    for character in text:
        if measure(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines


LAYOUTS: dict[str, Layout] = {
    "one line a paragraph": lambda text: [text],
    "indented, empty line between": lambda text: ["　　" + text, ""],
    "28 characters, indented": lambda text: cut("　　" + text, 28),
    "35 characters, empty line between": lambda text: [*cut(text, 35), ""],
    "40 characters, page breaks": lambda text: [*cut("　　" + text, 40), "\f"],
    "76 columns, indented": lambda text: cut("    " + text, 76, typed_columns),
    "60 columns, spaces behind": lambda text: [
        line + "  " for line in cut("　　" + text, 60, typed_columns)
    ],
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "mac"])
def test_a_paper_is_the_same_in_every_layout(layout: Layout, line_end: str) -> None:
    text = line_end.join(line for paragraph in PAPER for line in layout(paragraph))
    assert text_paragraphs(text) == list(PAPER)


def test_sentences_of_one_length_are_not_one_paragraph() -> None:
    lines = ["坚持党的领导，把牢正确方向。"] * 20
    assert unwrap(lines) == lines


WRAPPED = "各级各部门要切实提高认识，把思想和行动统一到市委的决策部署上"


@pytest.mark.parametrize(
    "number",
    [["— 1 —"], ["", "- 12 -", ""], ["第 3 页 共 9 页", ""]],
    ids=["alone", "between empty lines", "counted"],
)
def test_a_page_number_does_not_part_a_paragraph(number: list[str]) -> None:
    lines = [*[WRAPPED] * 4, *number, *[WRAPPED] * 4, "来，抓好落实。"]
    page_number = "".join(number).strip()
    assert unwrap(lines) == [WRAPPED * 8 + "来，抓好落实。", page_number]


def test_bare_page_numbers_and_running_heads_do_not_part_paragraphs() -> None:
    head = "临江市志愿服务发展规划"
    lines = []
    for page in range(1, 5):
        lines += [head, *[WRAPPED] * 12, str(page), ""]
    found = unwrap([*lines, "来，抓好落实。"])
    assert WRAPPED * 48 + "来，抓好落实。" in found
    assert found.count(head) == 4


def test_a_paragraph_that_ends_with_the_page_is_not_joined_to_the_next() -> None:
    full = "把思想和行动统一到市委的决策部署上来，不折不扣抓好落实。"
    lines = [*[WRAPPED[:-2]] * 6, full, "", "— 1 —", "", "今年要抓好三件事。"]
    assert unwrap(lines)[-1] == "今年要抓好三件事。"


def test_a_page_break_alone_parts_nothing() -> None:
    text = "\n".join([*[WRAPPED] * 4, "\f" + WRAPPED, *[WRAPPED] * 4, "来，抓好落实。"])
    assert text_paragraphs(text) == [WRAPPED * 9 + "来，抓好落实。"]


def test_lines_of_a_table_of_contents_are_not_joined() -> None:
    entries = [f"第{n}章 总则{'.' * 20} {n}" for n in "123"]
    assert unwrap([*entries, *[WRAPPED] * 9])[:3] == entries


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_columns_are_counted_as_a_typewriter_does(text: str) -> None:
    assert columns(text) == typed_columns(text)


def test_a_few_lines_tell_nothing_about_a_width() -> None:
    lines = ["坚持改革创新，激发内生动力，"] * 5
    assert unwrap(lines) == lines


def test_latin_words_keep_the_space_of_the_line_break() -> None:
    line = "the meeting of the town council was opened by the mayor and"
    assert unwrap([line] * 8) == [" ".join([line] * 8)]


def test_figures_are_joined_without_a_space() -> None:
    full = "全年完成固定资产投资增长百分之十二，规上企业达到2024"
    assert unwrap([full] * 7 + ["00家。"])[0].endswith("202400家。")


def test_a_numbered_line_of_a_wrapped_text_begins_a_paragraph() -> None:
    wrapped = ["各级各部门要切实提高认识，把思想和行动统一到市委的决策部署上"] * 6
    found = unwrap([*wrapped, "来，抓好落实。", "（一）加强领导", "一、压实责任"])
    assert found[1:] == ["（一）加强领导", "一、压实责任"]


def test_no_paragraph_begins_with_a_comma() -> None:
    full = "各级各部门要切实提高认识，把思想和行动统一到市委的决策部署上"
    lines = [*[full] * 8, "来，抓好", "，确保落实。"]
    assert unwrap(lines) == [full * 8 + "来，抓好，确保落实。"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), max_size=30))
def test_no_character_but_white_space_is_lost(lines: list[str]) -> None:
    def visible(texts: list[str]) -> list[str]:
        return sorted("".join("".join(texts).split()))  # page numbers go behind their paragraph

    assert visible(unwrap(lines)) == visible(lines)
    assert all(paragraph.strip() == paragraph != "" for paragraph in unwrap(lines))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_paragraph_of_a_text_holds_no_line_break(text: str) -> None:
    assert all(len(paragraph.splitlines()) == 1 for paragraph in text_paragraphs(text))
