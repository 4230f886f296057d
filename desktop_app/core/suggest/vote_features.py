"""What tells how much a vote counts: its match with the draft, its paper and its surroundings."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.contexts import CONTEXT
from desktop_app.core.suggest.draft import NEARBY, WRITTEN, Draft
from desktop_app.core.suggest.votes import AHEAD, REACH, Origin, Votes
from desktop_app.core.suggest.wording import Wording
from desktop_app.core.text.units import Units, first_true, pair_buckets

_MATCHES = 10  # bins by length of match, 0 to CONTEXT characters
_MATCH_BIN = np.array([0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9])
_COUNTS = 5
_COUNT_BIN = np.array([0, 0, 1, 2, 3, 3, 3] + [4] * 14)
_GROUP = np.array([0, 0, 0, 1, 1] + [2] * 16)
_GROUPED = ("rank", "likeness", "shared", "shared_near", "aligned", "written")
_SINGLE = (
    "place",  # how far apart the places in paper and draft are
    "whole_clause",  # the match covers all of the draft's clause
    "match",  # its length
    "below_best",  # how much shorter it is than the longest
    "stands_for",
    "near",
    "opener",
    "own",
    "step",
    "own_distance",  # in the draft, how far back
    "repeats",  # the last lines of the draft have the first two characters already
    "age",  # years by which newer papers are newer
    "behind_mark",
    "behind_digit",
    "kinship",  # of paper and draft
    "joint",  # how usual the pair is that the draft's last character and the first make
    "clause_gap",  # how much longer or shorter the clause is than the draft's by now
    "topic",  # how much more usual what follows is where the likest papers are about this matter
)
VOTE_FEATURES = (
    *(f"match_{n}" for n in range(_MATCHES)),
    *(f"count_{n}" for n in range(_COUNTS)),
    *(f"{name}_{group}" for name in _GROUPED for group in range(3)),
    *_SINGLE,
)
_NEAR = 16  # of the pairs that are compared, so many are close to the match
_HEAD_START = 200  # characters; the first pages of two papers count as about the same place

_OWN_LIKENESS = 3.0  # nothing is liker to the draft than itself

_MARK = np.zeros(1 << 16, np.bool_)
_MARK[[ord(c) for c in "，。；：！？、\n“”（）《》"]] = True
_DIGIT = np.zeros(1 << 16, np.bool_)
_DIGIT[[ord(c) for c in "0123456789.%"]] = True

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Described:
    """Votes with what is known of them.

    Attributes:
        votes: one row each.
        features: columns named by `VOTE_FEATURES`.
        match: how many of the draft's last characters stand before each, at most `CONTEXT`.
        paper: the number of its paper, -1 for the draft.
    """

    votes: Votes
    features: Floats
    match: NDArray[np.int64]
    paper: NDArray[np.int64]

    def only(self, kept: NDArray[np.bool_] | NDArray[np.int64]) -> "Described":
        """Those for which `kept` is true, or with these numbers."""
        return Described(
            self.votes.only(kept), self.features[kept], self.match[kept], self.paper[kept]
        )


def describe(index: LibraryIndex, votes: Votes, draft: Draft, wording: Wording) -> Described:
    """What is known of each vote."""
    last = np.zeros(REACH, np.uint16)
    tail = draft.units[-REACH:]
    last[REACH - len(tail) :] = tail
    same = votes.ahead[:, -REACH:] == last
    match = np.minimum(first_true(~same[:, ::-1]), CONTEXT)
    paper = np.where(votes.in_library, index.places.paper_at(votes.position), -1)
    features = np.zeros((len(votes), len(VOTE_FEATURES)), np.float32)
    row = np.arange(len(votes))
    features[row, _MATCH_BIN[match]] = 1
    features[row, _MATCHES + _COUNT_BIN[match]] = _log_count(votes, match)
    _fill_grouped(features, row, _GROUP[match], _grouped(votes, draft, match, same, paper))
    single = _single(index, votes, draft, match, paper)
    single["topic"] = wording.topicality(votes.follow)
    for n, name in enumerate(_SINGLE, start=len(VOTE_FEATURES) - len(_SINGLE)):
        features[:, n] = single[name]
    return Described(votes, features, match, paper)


def _fill_grouped(
    features: Floats, row: NDArray[np.int64], group: NDArray[np.int64], columns: list[Floats]
) -> None:
    """What counts differently for short and long matches stands in a column of its own for each."""
    first = _MATCHES + _COUNTS
    for n, column in enumerate(columns):
        features[row, first + 3 * n + group] = column


def _grouped(
    votes: Votes,
    draft: Draft,
    match: NDArray[np.int64],
    same: NDArray[np.bool_],
    paper: NDArray[np.int64],
) -> list[Floats]:
    """In the order of `_GROUPED`."""
    own = paper < 0
    shared, near = _shared_pairs(votes, draft, match)
    ranks, levels = draft.ranks, draft.levels
    columns = [
        np.where(own, 0, ranks[paper]) if len(ranks) else np.zeros(len(paper)),
        np.where(own, _OWN_LIKENESS, levels[paper]) if len(levels) else np.zeros(len(paper)),
        shared * 5,
        near * 5,
        (same.sum(axis=1) - match) * 0.2,
        draft.has_written(votes.follow[:, :WRITTEN]),
    ]
    return [np.asarray(column, np.float32) for column in columns]


def _single(
    index: LibraryIndex,
    votes: Votes,
    draft: Draft,
    match: NDArray[np.int64],
    paper: NDArray[np.int64],
) -> dict[str, NDArray[Any] | float]:
    """By the names of `_SINGLE`."""
    own = votes.origin == Origin.DRAFT
    caret = len(draft.units)
    return {
        "place": np.where(own, 0, _distance(index, votes, paper, caret)),
        "whole_clause": (match > draft.clause_length()) | (match == CONTEXT),
        "match": match,
        "below_best": match.max(initial=0) - match,
        "stands_for": np.log(votes.stands_for),
        "near": votes.origin == Origin.NEAR,
        "opener": votes.origin == Origin.OPENER,
        "own": own,
        "step": votes.origin == Origin.STEP,
        "own_distance": np.where(own, np.log1p(np.maximum(caret - votes.position, 0)), 0),
        "repeats": draft.has_lately(votes.follow[:, :2]),
        "age": _age(index, paper),
        "kinship": np.where(own, _OWN_LIKENESS, draft.kinship[paper]) if len(draft.kinship) else 0,
        "behind_mark": _MARK[draft.units[-1]],
        "behind_digit": _DIGIT[draft.units[-1]],
        "joint": _surprise(index, draft.units[-1], votes.follow[:, 0]),
        "clause_gap": _clause_gap(votes, draft),
    }


def _log_count(votes: Votes, match: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many places of the library match at least as far, as a logarithm."""
    sampled = votes.origin == Origin.CONTEXT
    by_length = np.bincount(
        match[sampled], weights=votes.stands_for[sampled], minlength=CONTEXT + 1
    )
    at_least = np.cumsum(by_length[::-1])[::-1]
    counts: NDArray[np.float64] = np.log(np.maximum(at_least, 1))[match]
    return counts


def _shared_pairs(votes: Votes, draft: Draft, match: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """The share of the draft's last pairs that stand ahead of the match, and close to it."""
    offset = AHEAD - NEARBY - match
    before = sliding_window_view(votes.around, NEARBY, axis=1)[np.arange(len(match)), offset]
    shared = draft.recent[pair_buckets(before)]
    return shared.sum(axis=1), shared[:, -_NEAR:].sum(axis=1)


def _distance(
    index: LibraryIndex, votes: Votes, paper: NDArray[np.int64], caret: int
) -> NDArray[np.float64]:
    """How far the place in the paper is from the caret's place in the draft, as a log ratio."""
    if not len(index.places.paper_start):
        return np.zeros(len(paper))
    place = np.maximum(votes.position - index.places.paper_start[paper], 0)
    distance: NDArray[np.float64] = np.abs(np.log((place + _HEAD_START) / (caret + _HEAD_START)))
    return distance


def _age(index: LibraryIndex, paper: NDArray[np.int64]) -> NDArray[np.float64]:
    """Years since the newest paper, as a logarithm; 0 where the year is not known."""
    years = index.places.paper_year
    if not len(years):
        return np.zeros(len(paper))
    known = (paper >= 0) & (years[paper] > 0)
    newest = years[~index.hidden].max(initial=0)
    age: NDArray[np.float64] = np.where(known, np.log1p(np.maximum(newest - years[paper], 0)), 0)
    return age


def _clause_gap(votes: Votes, draft: Draft) -> NDArray[np.float64]:
    """How far the place in the clause is from the caret's place in its clause, as a log ratio."""
    length = first_true(_MARK[votes.ahead[:, : -CONTEXT - 12 : -1]])
    gap: NDArray[np.float64] = np.abs(np.log((length + 2) / (draft.clause_length() + 2)))
    return gap


def _surprise(index: LibraryIndex, last: int, first: Units) -> Floats:
    """How seldom the library has the pair of characters at the seam."""
    pairs = np.stack([np.full(len(first), last, np.uint16), first], axis=1)
    seldom: Floats = index.paper_pairs.surprise[pair_buckets(pairs)[:, 0]]
    return seldom
