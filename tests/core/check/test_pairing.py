from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.check.pairing import Pair, matches, pair_marks


def test_inner_pairs_know_the_mark_around_them() -> None:
    pairing = pair_marks("（《》）")
    assert pairing.pairs == [Pair(1, 2, 0), Pair(0, 3, -1)]
    assert pairing.single == []


def test_a_closing_mark_skips_opening_marks_of_other_kinds() -> None:
    pairing = pair_marks("“《”")
    assert pairing.pairs == [Pair(0, 2, -1)]
    assert pairing.single == [1]


def test_brackets_of_both_widths_are_partners() -> None:
    assert matches("(", "）")
    assert matches("（", ")")
    assert not matches("（", "》")


@given(st.text(alphabet="（()）《》〈〉“”‘’〔〕【】甲,", max_size=40))
def test_every_mark_is_either_paired_or_single(text: str) -> None:
    pairing = pair_marks(text)
    places = [*pairing.single, *(p for pair in pairing.pairs for p in (pair.start, pair.end))]
    assert sorted(places) == [n for n, character in enumerate(text) if character not in "甲,"]
    assert all(matches(text[pair.start], text[pair.end]) for pair in pairing.pairs)
