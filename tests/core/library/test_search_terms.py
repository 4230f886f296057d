import pytest

from desktop_app.core.errors import QueryEmpty
from desktop_app.core.library.search_terms import match_expression, query_terms, spaced


def _pairs(text: str) -> list[str]:
    """A dictionary that knows only words of two characters."""
    return [text[n : n + 2] for n in range(0, len(text), 2)]


def test_each_han_character_is_a_token_and_each_latin_word_or_number_is_one() -> None:
    assert spaced("坚持“一件事一次办”，GDP增长5.6%") == "坚 持 一 件 事 一 次 办 gdp 增 长 5 6"
    assert spaced("𠮷林㐀") == "𠮷 林 㐀"
    assert spaced("，。！ \n") == ""


def test_a_question_is_cut_into_words_each_once() -> None:
    assert query_terms("群众工作群众", _pairs) == ["群众", "工作"]


def test_white_space_parts_words() -> None:
    assert query_terms("群众 工\u3000作", _pairs) == ["群众", "工", "作"]


@pytest.mark.parametrize("marks", ['""', "“”", "「」"])
def test_what_is_in_quotation_marks_stays_whole_and_comes_first(marks: str) -> None:
    asked = f"改革 {marks[0]}群众工作{marks[1]}"
    assert query_terms(asked, _pairs) == ["群众工作", "改革"]


def test_a_quotation_mark_that_is_not_closed_is_no_word() -> None:
    assert query_terms("“群众工作", lambda text: [text[0], *_pairs(text[1:])]) == ["群众", "工作"]


def test_words_that_tell_nothing_are_left_out_unless_there_is_nothing_else() -> None:
    assert query_terms("的 群众", _pairs) == ["群众"]
    assert query_terms("的", _pairs) == ["的"]
    assert query_terms("“的” 群众", _pairs) == ["的", "群众"]


@pytest.mark.parametrize("asked", ["", " \u3000\n", "，。？", "*", '""', "“”", "“，”", "😀", "\0"])
def test_a_question_without_a_word_is_refused(asked: str) -> None:
    with pytest.raises(QueryEmpty):
        query_terms(asked, _pairs)


def test_terms_are_phrases_to_the_full_text_search() -> None:
    assert match_expression(["群众", "GDP"], "AND") == '"群 众" AND "gdp"'
    assert match_expression(["群众"], "OR") == '"群 众"'
    assert match_expression(['a"b*'], "OR") == '"a b"'
