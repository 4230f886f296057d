from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.editor.offsets import code_points, utf16_length


def test_a_rare_han_character_and_an_emoji_count_two_in_qt() -> None:
    assert utf16_length("𠮷野家😀") == 6


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_length_is_that_of_utf_16(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_counting_there_and_back_gives_the_same_place(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert code_points(text, utf16_length(text[:place])) == place


def test_half_a_rare_character_counts_as_none() -> None:
    assert code_points("𠮷野", 1) == 0
