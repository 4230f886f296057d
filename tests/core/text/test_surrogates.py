"""Lone surrogates."""

from desktop_app.core.text.surrogates import without_surrogates


def test_half_an_emoji_becomes_a_question_mark_of_the_same_length() -> None:
    assert without_surrogates("甲\ud83d乙") == "甲?乙"


def test_whole_characters_stay_as_they_are() -> None:
    assert without_surrogates("𠮷与😀\n") == "𠮷与😀\n"
