import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.text.counting import count_characters


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \t\u3000\n", 0),
        ("今年，", 3),
        ("2025年", 2),
        ("GDP增长5.5万", 5),
        ("a b", 2),
        ("COVID-19", 1),
        ("don't", 1),
        ("“十四五”", 5),
        ("\U00020000字", 2),
    ],
)
def test_a_chinese_character_or_mark_counts_one_and_so_does_a_latin_word(
    text: str, count: int
) -> None:
    assert count_characters(text) == count


@given(st.text(alphabet="今年 ，a1\n\u3000", max_size=30))
def test_spaces_never_count(text: str) -> None:
    assert count_characters(f" {text}\u3000") == count_characters(text)


@given(st.text(alphabet="今年，。a1 ", max_size=20), st.text(alphabet="今年，。a1 ", max_size=20))
def test_paragraphs_add_up(one: str, other: str) -> None:
    assert count_characters(f"{one}\n{other}") == count_characters(one) + count_characters(other)
