from desktop_app.core.reading.pdf_lines import Line, Page
from desktop_app.core.reading.pdf_paragraphs import joined_paragraphs

EM, WIDTH = 10, 20  # characters a line; the text stands between 50 and 250 on a page of 300 × 400
FULL = "今年以来我们坚持统筹发展和安全全力做好各"  # 20 characters


def line(text: str, row: float, indent: float = 0, size: float = EM) -> Line:
    width = sum(size if c > "\u2000" else size / 2 for c in text)
    left, bottom = 50 + EM * indent, 330 - 20 * row
    return Line(text, left, bottom, left + width, bottom + size)


def page(*lines: Line) -> Page:
    return Page(300, 400, lines)


def joined(*lines: Line) -> list[str]:
    return joined_paragraphs([page(*lines)])


def test_nothing_makes_nothing() -> None:
    assert joined_paragraphs([]) == []
    assert joined_paragraphs([page()]) == []


def test_an_indent_begins_a_paragraph() -> None:
    body = [line(FULL[2:], 0, 2), line(FULL, 1), line(FULL[2:], 2, 2), line(FULL, 3)]
    assert joined(*body) == [FULL[2:] + FULL] * 2


def test_a_short_line_ends_a_paragraph() -> None:
    body = [line(FULL, 0), line(FULL[:12] + "。", 1), line(FULL, 2), line(FULL, 3)]
    assert joined(*body) == [FULL + FULL[:12] + "。", FULL * 2]


def test_a_line_that_ends_a_little_early_ends_a_paragraph_if_all_others_are_stretched() -> None:
    short = FULL[:18] + "。"
    assert joined(*(line(FULL, n) for n in range(4)), line(short, 4), line(FULL, 5)) == [
        FULL * 4 + short,
        FULL,
    ]


def test_a_wider_space_between_lines_parts_paragraphs() -> None:
    body = [line(FULL, 0), line(FULL, 1), line(FULL, 3), line(FULL, 4)]
    assert joined(*body) == [FULL * 2] * 2


def test_a_number_after_a_stop_begins_a_paragraph() -> None:
    stopped, numbered = FULL[:-1] + "。", "一、" + FULL[2:]
    assert joined(line(stopped, 0), line(numbered, 1)) == [stopped, numbered]
    assert joined(line(FULL, 0), line(numbered, 1)) == [FULL + numbered]


def test_the_lines_of_a_centred_title_are_one() -> None:
    title = [line("关于印发工作方案", 0, 3.2, 17), line("的通知", 1.2, 7.45, 17)]
    assert joined(*title, *(line(FULL, n) for n in range(4, 8)))[0] == "关于印发工作方案的通知"


def test_latin_words_are_parted_by_the_space_that_a_line_break_stands_for() -> None:
    first, second = "Minutes of the meeting, held on the", "fifth of May in the room of the"
    assert joined(line(first, 0), line(second, 1)) == [f"{first} {second}"]


def test_a_word_that_is_broken_at_the_end_of_a_line_is_whole_again() -> None:
    first, second = "Minutes of the annual meet\x02", "ing of the whole office"
    assert joined(line(first, 0), line(second, 1)) == [
        "Minutes of the annual meeting of the whole office"
    ]
    assert joined(line("COVID\x02", 0), line("19", 1)) == ["COVID-19"]


def test_page_numbers_and_running_heads_go() -> None:
    head = Line("内部资料 第3期", 50, 370, 120, 380)
    pages = [
        page(
            head._replace(text=f"内部资料 第{n}期"),
            line(FULL, 0),
            line(FULL, 1),
            Line(number, 140, 20, 160, 30),
        )
        for n, number in enumerate(("- 1 -", "第2页 共3页", "— 3 —", "iv"))
    ]
    assert joined_paragraphs(pages) == [FULL * 8]


def test_what_stands_once_at_the_edge_of_a_page_stays() -> None:
    note = Line("附注", 50, 20, 70, 30)
    assert joined(line(FULL, 0), line(FULL, 1), note) == [FULL * 2, "附注"]


def test_each_column_has_its_own_edges() -> None:
    left = [Line(FULL[:13], 50, 330 - 20 * n, 142, 340 - 20 * n) for n in range(8)]
    right = [Line(FULL[:13], 158, 330 - 20 * n, 250, 340 - 20 * n) for n in range(8)]
    assert joined(*left, *right) == [FULL[:13] * 16]
