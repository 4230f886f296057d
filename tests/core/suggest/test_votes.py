from pathlib import Path

import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest import votes as votes_module
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.votes import AHEAD, REACH, Origin, Votes, gather_votes
from desktop_app.core.text.units import decode_units
from tests.core.library.index.papers import index_of, joined_index, paper, whole_text


def votes_after(index: LibraryIndex, text: str) -> Votes:
    draft = Draft(index)
    draft.move(text)
    return gather_votes(index, draft)


def of(votes: Votes, origin: Origin) -> Votes:
    return votes.only(votes.origin == origin)


def follows(votes: Votes) -> list[str]:
    return [decode_units(row) for row in votes.follow]


def test_a_vote_is_what_follows_a_place_with_the_same_last_character(index: LibraryIndex) -> None:
    votes = votes_after(index, "完善联农")
    library = whole_text(index)
    expected = [n + 1 for n, character in enumerate(library) if character == "农"]
    assert sorted(votes.position.tolist()) == expected
    assert votes.stands_for.tolist() == [1] * len(expected)
    for position, follow, ahead in zip(
        votes.position.tolist(), votes.follow, votes.ahead, strict=True
    ):
        assert decode_units(follow).startswith(library[position : position + REACH])
        assert decode_units(ahead).endswith(library[max(0, position - AHEAD) : position])


def test_ends_of_paragraphs_and_papers_are_no_votes(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, "抓好春耕", "不误春耕", "春耕备耕")])
    assert [text[:2] for text in follows(votes_after(index, "春耕"))] == ["备耕"]


def test_a_common_context_is_sampled_and_longer_ones_come_whole(tmp_path: Path) -> None:
    lines = [f"增长{n}；" for n in range(1000, 1900)] + ["减少12；"]
    index = index_of(tmp_path, [paper(1, *lines)])
    votes = votes_after(index, "增长1")
    sampled = of(votes, Origin.CONTEXT)
    places = "".join(lines).count("1")
    assert len(votes) < places / 2
    assert sampled.stands_for.max() > 2
    assert {text[0] for text in follows(votes)} >= {"0", "5", "8"}
    longest = votes_after(index, "增长180")
    assert longest.stands_for.min() == 1
    assert sum(row[1] == ord("；") for row in longest.follow) >= 10


def test_the_more_lengths_are_looked_up_the_fewer_votes_each_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"第{n}年增长；" for n in range(900)] + [f"又增长{n}；" for n in range(900)]
    index = index_of(tmp_path, [paper(1, *lines)])
    all_votes = of(votes_after(index, "又增长"), Origin.CONTEXT)
    monkeypatch.setattr(votes_module, "_BY_CONTEXT", 60)
    few = of(votes_after(index, "又增长"), Origin.CONTEXT)
    assert len(few) <= 60 < len(all_votes)
    assert few.stands_for.sum() == pytest.approx(all_votes.stands_for.sum(), rel=0.1)


def test_a_place_that_is_found_in_two_ways_votes_once(index: LibraryIndex) -> None:
    position = votes_after(index, "守牢耕地保护红线，").position.tolist()
    assert len(position) == len(set(position)) > 0


def test_behind_a_mark_the_likest_papers_open_clauses_from_other_marks(
    index: LibraryIndex,
) -> None:
    votes = of(votes_after(index, "守牢耕地保护红线；"), Origin.OPENER)
    library = whole_text(index)
    assert len(votes)
    assert {library[n - 1] for n in votes.position.tolist()} <= set("，。：\n")
    assert not len(of(votes_after(index, "守牢耕地保护"), Origin.OPENER))


def test_the_draft_votes_too(index: LibraryIndex) -> None:
    before = "建设口袋公园，守牢耕地保护红线，健全联农带农机制，再建口袋"
    votes = of(votes_after(index, before), Origin.DRAFT)
    assert [text.rstrip("\0") for text in follows(votes)] == [before[4:28]]
    assert votes.position.tolist() == [4]


def test_the_next_item_of_a_list_has_votes(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, "一是改作风，二是转职能；三是提效率。")])
    votes = of(votes_after(index, "重点抓三件事。一是强基础。"), Origin.STEP)
    assert [text[:5] for text in follows(votes)] == ["二是转职能"]


def test_papers_that_are_not_to_be_used_have_no_votes(tmp_path: Path) -> None:
    papers = [paper(1, "抓好春耕备耕"), paper(2, "抓好春耕生产")]
    index = joined_index(tmp_path, papers[:1], papers[1:], hidden=[1])
    assert [text[:2] for text in follows(votes_after(index, "抓好春耕"))] == ["生产"]


@pytest.mark.parametrize("text", ["增长龘", ""])
def test_a_context_that_the_library_lacks_has_no_votes(index: LibraryIndex, text: str) -> None:
    assert len(votes_after(index, text)) == 0
