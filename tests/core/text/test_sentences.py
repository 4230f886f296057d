from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.text.sentences import Span, clause_spans, sentence_spans

Cut = Callable[[str], list[Span]]


def parts(cut: Cut, text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text)]


def test_a_sentence_ends_with_its_stop() -> None:
    assert parts(sentence_spans, "要提高认识。要狠抓落实！怎么办？靠实干") == [
        "要提高认识。",
        "要狠抓落实！",
        "怎么办？",
        "靠实干",
    ]


def test_closing_marks_belong_to_the_sentence_before_them() -> None:
    assert parts(sentence_spans, "他说：“要落实。”大家鼓掌。（见附件。）完") == [
        "他说：“要落实。”",
        "大家鼓掌。",
        "（见附件。）",
        "完",
    ]


def test_stops_side_by_side_end_one_sentence() -> None:
    assert parts(sentence_spans, "真的吗？！是的。") == ["真的吗？！", "是的。"]


def test_a_clause_ends_at_a_comma_or_colon_too() -> None:
    assert parts(clause_spans, "会议指出：坚持“稳中求进”，狠抓落实。") == [
        "会议指出：",
        "坚持“稳中求进”，",
        "狠抓落实。",
    ]


def test_an_enumeration_is_not_cut() -> None:
    assert parts(clause_spans, "教育、医疗、养老") == ["教育、医疗、养老"]


@pytest.mark.parametrize("cut", [sentence_spans, clause_spans])
def test_an_empty_text_has_no_parts(cut: Cut) -> None:
    assert cut("") == []


@given(st.text(alphabet="甲乙，：。；！？”’）》】 \n", max_size=40))
def test_sentences_together_are_the_text(text: str) -> None:
    assert "".join(parts(sentence_spans, text)) == text


@given(st.text(alphabet="甲乙，：。；！？”’）》】 \n", max_size=40))
def test_clauses_together_are_the_text(text: str) -> None:
    assert "".join(parts(clause_spans, text)) == text
    assert all(start < end for start, end in clause_spans(text))
