import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.contexts import CONTEXT
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.vote_features import VOTE_FEATURES, Described, describe
from desktop_app.core.suggest.votes import Origin, gather_votes
from desktop_app.core.suggest.wording import Wording
from desktop_app.core.text.units import decode_units
from tests.core.library.index.papers import whole_text
from tests.core.suggest.county_papers import LINHE_2025, WEIGHTS

LINHE_DRAFT = "临港产业园引进项目，规模以上工业增加值增长，渔光互补示范区。粮食总产稳定在"


class Looked:
    """The votes for a draft that the library has, and what is known of them by name."""

    def __init__(self, index: LibraryIndex, before: str) -> None:
        draft = Draft(index)
        draft.move(before)
        self.all: Described = describe(index, gather_votes(index, draft), draft, Wording.of(draft))
        described = self.all.only(self.all.votes.origin == Origin.CONTEXT)
        self.described = described
        self.match = described.match.tolist()
        self.papers = described.paper.tolist()
        self.follows = [decode_units(row) for row in described.votes.follow]

    def by(self, name: str) -> list[float]:
        """A feature; one that has a column for each group of matches is put together."""
        columns = [
            n for n, known in enumerate(VOTE_FEATURES) if known.rstrip("_0123456789") == name
        ]
        sums = self.described.features[:, columns].sum(axis=1, dtype=np.float64)
        rounded: list[float] = sums.round(4).tolist()
        return rounded


def common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length


def test_the_match_is_the_common_end_of_draft_and_library(index: LibraryIndex) -> None:
    before = "坚持过紧日子，健全联农"
    looked = Looked(index, before)
    library = whole_text(index)
    ends = [common_end(before, library[:n]) for n in looked.described.votes.position.tolist()]
    assert looked.match == ends
    assert max(ends) == len("，健全联农")


def test_a_match_is_counted_to_twenty_characters(index: LibraryIndex) -> None:
    before = "政府自身建设永远在路上。坚持过紧日子，严控一般性支出，把更多"
    assert max(Looked(index, before).match) == CONTEXT


def test_characters_at_equal_distance_are_told_apart_from_the_match(index: LibraryIndex) -> None:
    looked = Looked(index, "坚持过苦日子，严控一般性")
    best = int(np.argmax(looked.match))
    assert looked.match[best] == len("日子，严控一般性")
    assert looked.by("aligned")[best] == pytest.approx(0.2 * len("坚持过"))


def test_papers_count_by_their_rank_and_by_how_far_they_stand_out(index: LibraryIndex) -> None:
    looked = Looked(index, LINHE_DRAFT)
    ranks = dict(zip(looked.papers, looked.by("rank"), strict=True))
    assert sorted(ranks.values()) == [-1.0986, -0.6931, 0]
    assert ranks[2] == 0
    levels = dict(zip(looked.papers, looked.by("likeness"), strict=True))
    assert max(levels, key=levels.__getitem__) == 2


def test_a_context_counts_by_how_many_places_have_it(index: LibraryIndex) -> None:
    looked = Looked(index, "健全联农")
    library = whole_text(index)
    for match, count in zip(looked.match, looked.by("count"), strict=True):
        assert count == pytest.approx(np.log(library.count("健全联农"[-match:])), abs=1e-3)


def test_pairs_that_stand_ahead_of_the_match_count(index: LibraryIndex) -> None:
    looked = Looked(index, "守牢耕地保护红线，抓好春耕备耕，大力健全")
    far, near = looked.by("shared"), looked.by("shared_near")
    assert looked.papers[int(np.argmax(far))] == looked.papers[int(np.argmax(near))] == 2
    assert all(0 <= close <= wide <= 5 for close, wide in zip(near, far, strict=True))


def test_a_wording_that_the_draft_has_already_is_told(index: LibraryIndex) -> None:
    def written(before: str) -> set[str]:
        looked = Looked(index, before)
        told = zip(looked.follows, looked.by("written"), strict=True)
        return {follow[:4] for follow, x in told if x}

    assert written("要让群众放心，也要让") == set()
    assert written("办好让群众就近的事，让") == {"群众就近"}


def test_the_first_two_characters_may_be_a_repetition(index: LibraryIndex) -> None:
    def repeated(before: str) -> set[str]:
        looked = Looked(index, before)
        told = zip(looked.follows, looked.by("repeats"), strict=True)
        return {follow[:2] for follow, x in told if x}

    assert repeated("为了群众，让") == {"群众"}
    assert repeated("为了农民，让") == {"农民"}


def test_a_place_far_from_the_carets_counts_as_distance(index: LibraryIndex) -> None:
    looked = Looked(index, "过去一年，全县")
    starts = index.places.paper_start[looked.papers]
    expected = np.abs(np.log((looked.described.votes.position - starts + 200) / (7 + 200)))
    assert looked.by("place") == pytest.approx(expected.tolist(), abs=1e-3)


def test_a_match_that_covers_the_clause_is_told(index: LibraryIndex) -> None:
    looked = Looked(index, "别处另有一句。办好")
    whole = looked.by("whole_clause")
    assert whole == [float(match > 2) for match in looked.match]
    assert 0 < sum(whole) < len(whole)


def test_clauses_of_equal_length_have_no_gap(index: LibraryIndex) -> None:
    looked = Looked(index, "一年来，健全联农")
    best = int(np.argmax(looked.match))
    assert looked.follows[best].startswith("带农")
    assert looked.by("clause_gap")[best] == 0
    longer = Looked(index, "大力健全联农")
    best = int(np.argmax(longer.match))
    assert longer.by("clause_gap")[best] == pytest.approx(np.log(8 / 6), abs=1e-3)


def test_the_newest_papers_have_no_age(index: LibraryIndex) -> None:
    looked = Looked(index, "守牢耕地保护红线")
    ages = dict(zip(looked.papers, looked.by("age"), strict=True))
    assert ages[1] == ages[2] == 0
    assert ages[0] == pytest.approx(np.log(2), abs=1e-3)


def test_a_vote_of_the_draft_belongs_to_no_paper(index: LibraryIndex) -> None:
    looked = Looked(index, "新城绿道连片成网，守牢耕地保护红线，健全联农带农机制，新城")
    own = looked.all.votes.origin == Origin.DRAFT
    assert looked.all.paper[own].tolist() == [-1]
    assert looked.all.features[own][0, VOTE_FEATURES.index("own")] == 1
    assert looked.all.features[~own][:, VOTE_FEATURES.index("own")].sum() == 0


def test_a_long_match_counts_more_than_a_short_one(index: LibraryIndex) -> None:
    looked = Looked(index, "让农民更多分享产业增值收")
    rated = WEIGHTS.vote.of(looked.described.features)
    assert looked.follows[int(np.argmax(rated))].startswith("益。")


def test_of_equal_matches_a_new_paper_like_the_draft_counts_more_than_an_old_one(
    index: LibraryIndex,
) -> None:
    looked = Looked(index, "\n".join([*LINHE_2025[1:4], LINHE_DRAFT]))
    rated = WEIGHTS.vote.of(looked.described.features).tolist()
    longest = max(looked.match)
    told = zip(looked.papers, rated, looked.match, strict=True)
    full = {paper: value for paper, value, match in told if match == longest}
    assert len(full) == 3
    assert full[2] > full[0]
