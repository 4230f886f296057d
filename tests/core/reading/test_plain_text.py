from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.reading.plain_text import text_paragraphs, unwrap
from tests.core.reading.papers import PAPER

Layout = Callable[[str], list[str]]


def columns(text: str) -> int:
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
    "76 columns, indented": lambda text: cut("    " + text, 76, columns),
    "60 columns, spaces behind": lambda text: [
        line + "  " for line in cut("　　" + text, 60, columns)
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
    def visible(texts: list[str]) -> str:
        return "".join("".join(texts).split())

    assert visible(unwrap(lines)) == visible(lines)
    assert all(paragraph.strip() == paragraph != "" for paragraph in unwrap(lines))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_paragraph_of_a_text_holds_no_line_break(text: str) -> None:
    assert all(len(paragraph.splitlines()) == 1 for paragraph in text_paragraphs(text))
