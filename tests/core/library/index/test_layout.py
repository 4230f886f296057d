from desktop_app.core.library.index.layout import lay_out
from desktop_app.core.library.index.rows import NO_HEADING
from desktop_app.core.text.units import decode_units
from tests.core.library.index.papers import paper


def test_paragraphs_end_with_a_line_break_and_papers_with_nul() -> None:
    layout = lay_out([paper(1, "抓好春耕。", "管好水源。"), paper(2, "修好道路。")])
    assert decode_units(layout.text) == "抓好春耕。\n管好水源。\n\0修好道路。\n\0"
    assert layout.places.paper_start.tolist() == [0, 13]
    assert layout.places.start.tolist() == [0, 6, 13]
    assert layout.places.end.tolist() == [5, 11, 18]
    assert layout.places.paragraph_id.tolist() == [100, 101, 200]


def test_blank_paragraphs_are_left_out() -> None:
    layout = lay_out([paper(1, "抓好春耕。", "", " \u3000", "管好水源。")])
    assert layout.places.paragraph_id.tolist() == [100, 103]


def test_space_around_a_paragraph_is_left_out_and_counted() -> None:
    layout = lay_out([paper(1, "\u3000\u3000抓好春耕。 ")])
    assert decode_units(layout.text) == "抓好春耕。\n\0"
    assert layout.places.indent.tolist() == [2]


def test_a_row_knows_its_paragraph_its_paper_and_the_heading_above() -> None:
    papers = [paper(1, "各位同志：", "# 一、强农业", "抓好春耕。"), paper(2, "修好道路。")]
    rows = lay_out(papers).rows
    assert rows.paragraph.tolist() == [0, 2, 3]
    assert rows.paper.tolist() == [0, 0, 1]
    assert rows.heading.tolist() == [NO_HEADING, 1, NO_HEADING]


def test_breaks_inside_a_paragraph_do_not_part_the_text() -> None:
    layout = lay_out([paper(1, "抓好\n春耕\0。")])
    assert decode_units(layout.text) == "抓好\ufffd春耕\ufffd。\n\0"


def test_a_paper_of_no_year_and_no_paragraph_is_there() -> None:
    layout = lay_out([paper(1, year=None), paper(2, "修好道路。")])
    assert layout.places.paper_year.tolist() == [0, 2025]
    assert layout.places.paper_start.tolist() == [0, 1]


def test_a_library_of_no_papers_still_has_a_text() -> None:
    layout = lay_out([])
    assert decode_units(layout.text) == "\0"
    assert layout.places.papers == len(layout.rows) == 0
