import pytest

from desktop_app.core.suggest.whole_words import ending_with_a_word, word_ends
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
        ("坚持过紧日子", "坚持过紧日子"),
    ],
)
def test_a_word_that_is_cut_is_left_out(words: Words, text: str, expected: str) -> None:
    assert ending_with_a_word("", text, SOURCE, words.cut) == expected


def test_something_is_left_to_offer(words: Words) -> None:
    assert ending_with_a_word("", "现代", "现代化", words.cut) == "现代"


def test_what_is_not_in_the_source_stays(words: Words) -> None:
    assert ending_with_a_word("", "基层治理。\n", SOURCE, words.cut) == "基层治理。\n"
    assert ending_with_a_word("", "守牢耕", SOURCE, words.cut) == "守牢耕"


def test_the_rest_of_a_word_is_cut_as_that_and_no_other(words: Words) -> None:
    assert words.ends("品零售总额")[0] == 1
    assert word_ends("社会消费", "品零售总额", words.ends) == (1, 5)
    assert word_ends("一行\n", "品零售总额", words.ends) == words.ends("品零售总额")


def test_a_quotation_is_not_only_opened(words: Words) -> None:
    source = "推进滨海站“于响”商务区建设。"
    assert ending_with_a_word("推进滨", "海站“", source, words.cut) == "海站"
