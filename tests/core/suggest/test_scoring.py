import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.draft import CONTEXT, Draft
from desktop_app.core.suggest.scoring import Agreement, agreement, score_votes
from desktop_app.core.suggest.votes import Votes, gather_votes
from desktop_app.core.suggest.weights import VoteWeights
from desktop_app.core.text.units import decode_units
from tests.core.library.index.papers import whole_text
from tests.core.suggest.county_papers import WEIGHTS

LINHE_DRAFT = "临港产业园引进项目，规模以上工业增加值增长，渔光互补示范区。粮食总产稳定在"


class Weighed:
    """The votes for a draft, with one feature counting and all others not."""

    def __init__(self, index: LibraryIndex, before: str) -> None:
        self._index = index
        self._draft = Draft(index)
        self._draft.move(before)
        self.votes: Votes = gather_votes(index.text, self._draft.units)
        self.agreed: Agreement = agreement(index, self.votes, self._draft)
        self.papers = index.places.paper_at(self.votes.position).tolist()
        self.follows = [decode_units(row) for row in self.votes.follow]

    def by(self, feature: str) -> list[float]:
        sizes = {"match": 10, "count": 5, "place": 1, "whole_clause": 1}
        names = VoteWeights.__dataclass_fields__
        weights = {name: np.zeros(sizes.get(name, 3)) for name in names}
        weights[feature] += 1
        return self.with_weights(VoteWeights(**weights))

    def with_weights(self, weights: VoteWeights) -> list[float]:
        scores = score_votes(self._index, self.votes, self._draft, self.agreed, weights)
        return [round(float(score), 4) for score in scores - np.log(self.votes.stands_for)]


def common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length


def test_the_match_is_the_common_end_of_draft_and_library(index: LibraryIndex) -> None:
    before = "坚持过紧日子，健全联农"
    weighed = Weighed(index, before)
    library = whole_text(index)
    ends = [common_end(before, library[:n]) for n in weighed.votes.position.tolist()]
    assert weighed.agreed.match.tolist() == ends
    assert max(ends) == len("，健全联农")


def test_a_match_is_counted_to_twenty_characters(index: LibraryIndex) -> None:
    before = "政府自身建设永远在路上。坚持过紧日子，严控一般性支出，把更多"
    assert Weighed(index, before).agreed.match.max() == CONTEXT


def test_characters_at_equal_distance_are_told_apart_from_the_match(index: LibraryIndex) -> None:
    weighed = Weighed(index, "坚持过苦日子，严控一般性")
    best = weighed.agreed.match.argmax()
    assert weighed.agreed.match[best] == len("日子，严控一般性")
    assert weighed.agreed.aligned[best] == len("坚持过")
    assert weighed.by("aligned")[best] == pytest.approx(0.2 * len("坚持过"))


def test_papers_count_by_their_rank_and_by_how_far_they_stand_out(index: LibraryIndex) -> None:
    weighed = Weighed(index, LINHE_DRAFT)
    ranks = dict(zip(weighed.papers, weighed.by("rank"), strict=True))
    assert sorted(ranks.values()) == [-1.0986, -0.6931, 0]
    assert ranks[2] == 0
    levels = dict(zip(weighed.papers, weighed.by("likeness"), strict=True))
    assert max(levels, key=levels.__getitem__) == 2


def test_a_context_counts_by_how_many_places_have_it(index: LibraryIndex) -> None:
    weighed = Weighed(index, "健全联农")
    library = whole_text(index)
    for match, count in zip(weighed.agreed.match.tolist(), weighed.by("count"), strict=True):
        assert count == pytest.approx(np.log(library.count("健全联农"[-match:])), abs=1e-3)


def test_pairs_that_stand_ahead_of_the_match_count(index: LibraryIndex) -> None:
    weighed = Weighed(index, "守牢耕地保护红线，抓好春耕备耕，大力健全")
    far, near = weighed.by("shared"), weighed.by("shared_near")
    assert weighed.papers[int(np.argmax(far))] == weighed.papers[int(np.argmax(near))] == 2
    assert all(0 <= close <= wide <= 5 for close, wide in zip(near, far, strict=True))


def test_a_wording_that_the_draft_has_already_is_told(index: LibraryIndex) -> None:
    weighed = Weighed(index, "要让群众放心，也要让")
    told = [
        follow[:4] for follow, x in zip(weighed.follows, weighed.by("written"), strict=True) if x
    ]
    assert told == []
    weighed = Weighed(index, "办好让群众就近的事，让")
    told = [
        follow[:4] for follow, x in zip(weighed.follows, weighed.by("written"), strict=True) if x
    ]
    assert set(told) == {"群众就近"}


def test_a_place_far_from_the_carets_counts_as_distance(index: LibraryIndex) -> None:
    weighed = Weighed(index, "过去一年，全县")
    starts = index.places.paper_start[weighed.papers]
    expected = np.abs(np.log((weighed.votes.position - starts + 200) / (7 + 200)))
    assert weighed.by("place") == pytest.approx(expected.tolist(), abs=1e-3)


def test_a_match_that_covers_the_clause_is_told(index: LibraryIndex) -> None:
    weighed = Weighed(index, "别处另有一句。办好")
    whole = weighed.by("whole_clause")
    assert whole == [float(match > 2) for match in weighed.agreed.match.tolist()]
    assert 0 < sum(whole) < len(whole)


def test_a_long_match_counts_more_than_a_short_one(index: LibraryIndex) -> None:
    weighed = Weighed(index, "让农民更多分享产业增值收")
    scores = weighed.with_weights(WEIGHTS.vote)
    assert weighed.follows[int(np.argmax(scores))].startswith("益。")
    assert weighed.by("match") == [1.0] * len(scores)


def test_of_equal_matches_the_paper_like_the_draft_counts_more(index: LibraryIndex) -> None:
    weighed = Weighed(index, LINHE_DRAFT)
    scores, match = weighed.with_weights(WEIGHTS.vote), weighed.agreed.match.tolist()
    full = {p: s for p, s, m in zip(weighed.papers, scores, match, strict=True) if m == max(match)}
    assert max(full, key=full.__getitem__) == 2
    assert len(full) == 3
