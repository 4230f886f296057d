from desktop_app.core.reading.pdf_lines import (
    Block,
    Character,
    Line,
    blocks_of,
    columns_of,
    lines_of,
)


def characters(text: str, x: float, y: float, size: float = 10) -> list[Character]:
    return [Character(c, x + n * size, y, x + (n + 1) * size, y + size) for n, c in enumerate(text)]


def line(text: str, x: float, y: float, width: float = 0) -> Line:
    return Line(text, x, y, x + (width or 10 * len(text)), y + 10)


def texts(blocks: list[Block]) -> list[list[str]]:
    return [[line.text for line in block.lines] for block in blocks]


def test_characters_of_one_height_make_a_line() -> None:
    drawn = characters("工作", 50, 700) + characters("2024", 70, 702) + characters("报告", 50, 680)
    assert [line.text for line in lines_of(drawn)] == ["工作2024", "报告"]


def test_spaces_make_no_line_and_do_not_widen_one() -> None:
    (found,) = lines_of(characters(" ", 10, 700) + characters("工作  ", 50, 700))
    assert (found.text, found.left, found.right) == ("工作", 50, 70)


def test_a_character_written_in_two_halves_is_one() -> None:
    high, low = "\ud842", "\udfb7"
    drawn = [Character(high, 50, 700, 60, 710), Character(low, 60, 700, 60, 710)]
    assert [line.text for line in lines_of(drawn)] == ["𠮷"]
    assert lines_of(drawn[:1])[0].text == "\ufffd"


def test_letters_and_digits_are_half_as_wide_as_han() -> None:
    assert columns_of("工作2024") == 4
    assert line("工作2024", 0, 0, 40).em == 10


def test_a_page_of_one_column_is_read_as_it_is_drawn() -> None:
    cells = [line("甲", 50, 700), line("乙", 50, 680), line("丙", 200, 700), line("丁", 200, 680)]
    assert texts(blocks_of(cells)) == [["甲", "乙", "丙", "丁"]]


def test_a_page_that_is_drawn_from_below_is_read_from_above() -> None:
    lines = [line(str(n), 50, 500 + 20 * n) for n in range(5)]
    assert texts(blocks_of(lines)) == [["4", "3", "2", "1", "0"]]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [line(f"左{n}" + "字" * 18, 50, 700 - 20 * n) for n in range(8)]
    right = [line(f"右{n}" + "字" * 18, 290, 700 - 20 * n) for n in range(8)]
    title = line("题" * 30, 120, 740)
    mixed = [title, *(line for pair in zip(left, right, strict=True) for line in pair)]
    blocks = blocks_of(mixed)
    assert [block.column for block in blocks] == [0, 1, 2]
    assert [block.lines for block in blocks] == [[title], left, right]


def test_two_columns_of_short_cells_are_a_table() -> None:
    names = [line("姓名", 50, 700 - 20 * n) for n in range(8)]
    posts = [line("职务", 400, 700 - 20 * n) for n in range(8)]
    assert [block.column for block in blocks_of(names + posts)] == [0]
