from pathlib import Path

import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.votes import REACH, Votes, gather_votes
from desktop_app.core.text.units import decode_units, encode_units
from tests.core.library.index.papers import index_of, paper, whole_text


def votes_after(index: LibraryIndex, draft: str) -> Votes:
    return gather_votes(index.text, encode_units(draft))


def test_a_vote_is_what_follows_a_place_with_the_same_last_character(index: LibraryIndex) -> None:
    votes = votes_after(index, "完善联农")
    library = whole_text(index)
    expected = [n + 1 for n, character in enumerate(library) if character == "农"]
    assert sorted(votes.position.tolist()) == expected
    assert votes.stands_for.tolist() == [1] * len(expected)
    for position, follow in zip(votes.position.tolist(), votes.follow, strict=True):
        assert decode_units(follow).startswith(library[position : position + REACH])


def test_ends_of_paragraphs_and_papers_are_no_votes(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, "抓好春耕", "不误春耕", "春耕备耕")])
    assert [decode_units(row)[:2] for row in votes_after(index, "春耕").follow] == ["备耕"]


def test_a_common_context_is_sampled_and_longer_ones_come_whole(tmp_path: Path) -> None:
    lines = [f"增长{n}；" for n in range(1000, 1900)] + ["减少12；"]
    index = index_of(tmp_path, [paper(1, *lines)])
    votes = votes_after(index, "增长1")
    places = "".join(lines).count("1")
    assert votes.stands_for.sum() == pytest.approx(places, rel=0.1)
    assert len(votes) < places / 2
    assert {decode_units(row)[0] for row in votes.follow} >= {"0", "5", "8"}
    longest = votes_after(index, "增长180")
    assert longest.stands_for.min() == 1
    assert sum(row[1] == ord("；") for row in longest.follow) >= 10


def test_a_context_that_the_library_lacks_has_no_votes(index: LibraryIndex) -> None:
    assert len(votes_after(index, "增长龘")) == 0
    assert len(votes_after(index, "")) == 0
