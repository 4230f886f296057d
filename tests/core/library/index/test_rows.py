import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.index.layout import lay_out
from desktop_app.core.library.index.rows import LONGEST, row_spans
from desktop_app.core.text.units import decode_units
from tests.core.library.index.papers import paper


def test_a_paragraph_of_usual_length_is_one_row() -> None:
    text = "抓好春耕生产。" * 80
    assert row_spans(text) == [(0, len(text))]


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    text = "抓好春耕生产，备足农资。" * 120
    pieces = [text[start:end] for start, end in row_spans(text)]
    assert "".join(pieces) == text
    assert all(piece.endswith("。") and len(piece) <= LONGEST for piece in pieces)
    assert len(pieces) == 3


def test_a_sentence_that_is_too_long_stays_whole() -> None:
    text = "备足农资。" + "抓好春耕生产，" * 100 + "。备足农资。"
    assert [text[start:end][-1] for start, end in row_spans(text)] == ["。", "。", "。"]


@given(st.lists(st.integers(1, 900), min_size=1, max_size=8))
def test_the_rows_together_are_the_paragraph(lengths: list[int]) -> None:
    text = "".join("抓" * length + "。" for length in lengths)
    assert "".join(text[start:end] for start, end in row_spans(text)) == text


def test_the_lead_of_the_row_before_stays_in_the_paper() -> None:
    layout = lay_out([paper(1, "抓好春耕。", "# 一、强农业", "管好水源。"), paper(2, "修好道路。")])
    starts, ends = layout.rows.previous_leads()
    leads = [decode_units(layout.text[a:b]) for a, b in zip(starts, ends, strict=True)]
    assert leads == ["", "抓好春耕。", ""]


def test_openings_and_leads_are_short() -> None:
    rows = lay_out([paper(1, "备足农资，" * 40, "管好水源。")]).rows
    assert (rows.opening_ends() - rows.start).tolist() == [30, 5]
    starts, ends = rows.previous_leads()
    assert (ends - starts).tolist() == [0, 60]


def test_everything_that_is_in_no_row_can_be_blanked_out() -> None:
    layout = lay_out([paper(1, "# 一、强农业", "抓好春耕。"), paper(2, "修好道路。")])
    blanked = decode_units(layout.rows.blank_others(layout.text))
    assert blanked.split() == ["抓好春耕。", "修好道路。"]
    assert len(blanked) == len(layout.text)
    assert np.flatnonzero(layout.text == 0).tolist() == [len("一、强农业\n抓好春耕。\n"), 19]
