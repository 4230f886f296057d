import pytest

from desktop_app.core.suggest.whole_words import ending_with_a_word
from desktop_app.core.text.words import Words

SOURCE = "我们坚持过紧日子，推动基层治理现代化。"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动基层治理现", "推动基层治理"),
        ("推动基层治", "推动基层"),
        ("推动基层治理", "推动基层治理"),
        ("推动基层治理现代化。", "推动基层治理现代化。"),
        ("坚持过紧日子，", "坚持过紧日子，"),
    ],
)
def test_a_word_that_is_cut_is_left_out(words: Words, text: str, expected: str) -> None:
    assert ending_with_a_word(text, SOURCE, words.ends) == expected


def test_something_is_left_to_offer(words: Words) -> None:
    assert ending_with_a_word("现代", "现代化", words.ends) == "现代"


def test_what_is_not_in_the_source_stays(words: Words) -> None:
    assert ending_with_a_word("基层治理。\n", SOURCE, words.ends) == "基层治理。\n"
    assert ending_with_a_word("守牢耕", SOURCE, words.ends) == "守牢耕"
