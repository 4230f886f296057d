import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.text.han_numerals import from_han, to_han


@given(st.integers(1, 99))
def test_a_number_comes_back_from_its_numeral(number: int) -> None:
    assert from_han(to_han(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_numerals_are_written_as_papers_write_them(number: int, numeral: str) -> None:
    assert to_han(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 100])
def test_numbers_that_no_paper_counts_to_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_han(number)


@pytest.mark.parametrize("numeral", ["", "十十", "一二", "二三十", "十二三", "百", "1", "〇", "两"])
def test_what_is_no_numeral_has_no_number(numeral: str) -> None:
    assert from_han(numeral) is None


@given(st.text(alphabet="一二九十百章 ", max_size=5))
def test_only_the_written_form_of_a_number_is_read(text: str) -> None:
    number = from_han(text)
    assert number is None or to_han(number) == text or text == "一十" + text[2:]
