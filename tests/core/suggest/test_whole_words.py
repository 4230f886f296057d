import pytest

from desktop_app.core.suggest.whole_words import in_whole_words
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
    assert in_whole_words(text, SOURCE, words.cut)[0] == expected


def test_something_is_left_to_offer(words: Words) -> None:
    assert in_whole_words("现代", "现代化", words.cut) == ("现代", (2,))
    assert in_whole_words("，", "。，现", words.cut) == ("，", (1,))


@pytest.mark.parametrize("text", ["基层治理。\n", "守牢耕", "𠮷林😀"])
def test_what_is_not_in_the_source_stays(words: Words, text: str) -> None:
    left, ends = in_whole_words(text, SOURCE, words.cut)
    assert left == text
    assert ends[-1] == len(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("群众工作，重于泰山。", (2, 5, 10)),
        ("推进“平安社区”建设", (2, 5, 8, 10)),
        ("强基。”", (4,)),
    ],
)
def test_it_is_told_where_words_end_a_mark_belongs_to_the_word_beside_it(
    words: Words, text: str, ends: tuple[int, ...]
) -> None:
    assert in_whole_words(text, f"{text}会议", words.cut) == (text, ends)


def test_a_quotation_is_not_only_opened(words: Words) -> None:
    source = "推进滨海站“于响”商务区建设。"
    assert in_whole_words("海站“", source, words.cut)[0] == "海站"
