from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.blanks import blank_spans, placeholder_spans


def test_blanks_are_found_with_their_braces() -> None:
    text = "{{市名}}2025年完成投资{{}}亿元"
    assert [text[start:end] for start, end in blank_spans(text)] == ["{{市名}}", "{{}}"]


@pytest.mark.parametrize("text", ["{市名}", "{{市名", "{{市\n名}}", "{{" + "长" * 21 + "}}", "{{}"])
def test_braces_that_do_not_close_in_reach_are_no_blank(text: str) -> None:
    assert blank_spans(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("XX市××局某某同志", ["XX", "××", "某某"]),
        ("20xx年x月x日", ["xx", "x", "x"]),
        ("**书记强调", ["**"]),
        ("x市和×县", ["x", "×"]),
    ],
)
def test_placeholders_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in placeholder_spans(text)] == found


@pytest.mark.parametrize("text", ["MAXX牌", "3×5米", "xxiv", "某市某单位", "x轴", "×"])
def test_letters_of_words_and_signs_of_multiplication_are_no_placeholders(text: str) -> None:
    assert placeholder_spans(text) == []


@given(st.text(alphabet="甲{}x×某年*", max_size=30))
def test_spans_lie_in_order_without_touching_each_other(text: str) -> None:
    for spans in (blank_spans(text), placeholder_spans(text)):
        assert all(start < end for start, end in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
