"""How much each vote counts: by its match with the draft, its paper and its surroundings."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.draft import CONTEXT, NEARBY, WRITTEN, Draft
from desktop_app.core.suggest.votes import REACH, Votes
from desktop_app.core.suggest.weights import VoteWeights
from desktop_app.core.text.units import pair_buckets

_NEAR = 16  # of the pairs that are compared, so many are close to the match
_HEAD_START = 200  # characters; the first pages of two papers count as about the same place

# Bins by length of match, 0 to CONTEXT characters.
_MATCH_BIN = np.array([0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9])
_COUNT_BIN = np.array([0, 0, 1, 2, 3, 3, 3] + [4] * 14)
_GROUP = np.array([0, 0, 0, 1, 1] + [2] * 16)

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Agreement:
    """How far what stands before a vote agrees with the draft's end.

    Attributes:
        match: equal characters in a row, at most `CONTEXT`.
        aligned: equal characters at equal distance further ahead.
    """

    match: NDArray[np.int64]
    aligned: NDArray[np.int64]


def agreement(index: LibraryIndex, votes: Votes, draft: Draft) -> Agreement:
    """Compare the last characters before each vote with the draft's."""
    last = np.zeros(REACH, np.uint16)
    tail = draft.units[-REACH:]
    last[REACH - len(tail) :] = tail
    same = index.text.preceding(votes.position, REACH) == last
    match = np.minimum(np.cumprod(same[:, ::-1], axis=1).sum(axis=1), CONTEXT)
    return Agreement(match, same.sum(axis=1) - match)


def score_votes(
    index: LibraryIndex, votes: Votes, draft: Draft, agreed: Agreement, weights: VoteWeights
) -> Floats:
    """The logarithm of what each vote counts, up to a constant."""
    match, group = agreed.match, _GROUP[agreed.match]
    paper = index.places.paper_at(votes.position)
    shared, near = _shared_pairs(index, votes, draft, match)
    whole = (match > draft.clause_length()) | (match == CONTEXT)
    scores: Floats = (
        np.log(votes.stands_for)
        + weights.match[_MATCH_BIN[match]]
        + weights.count[_COUNT_BIN[match]] * _log_count(votes, match)
        + weights.rank[group] * draft.likeness.ranks()[paper]
        + weights.likeness[group] * draft.likeness.levels()[paper]
        + weights.shared[group] * shared * 5
        + weights.shared_near[group] * near * 5
        + weights.aligned[group] * agreed.aligned * 0.2
        + weights.written[group] * draft.has_written(votes.follow[:, :WRITTEN])
        + weights.place * _distance(index, votes, paper, len(draft.units))
        + weights.whole_clause * whole
    )
    return scores


def _log_count(votes: Votes, match: NDArray[np.int64]) -> Floats:
    """How many places of the library match at least as far, as a logarithm."""
    by_length = np.bincount(match, weights=votes.stands_for, minlength=CONTEXT + 1)
    at_least = np.cumsum(by_length[::-1])[::-1]
    counts: Floats = np.log(np.maximum(at_least, 1))[match]
    return counts


def _shared_pairs(
    index: LibraryIndex, votes: Votes, draft: Draft, match: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The share of the draft's last pairs that stand ahead of the match, and close to it."""
    before = index.text.preceding(votes.position - match, NEARBY)
    shared = draft.recent_pairs()[pair_buckets(before)]
    return shared.sum(axis=1), shared[:, -_NEAR:].sum(axis=1)


def _distance(index: LibraryIndex, votes: Votes, paper: NDArray[np.int64], caret: int) -> Floats:
    """How far the place in the paper is from the caret's place in the draft, as a log ratio."""
    place = votes.position - index.places.paper_start[paper]
    distance: Floats = np.abs(np.log((place + _HEAD_START) / (caret + _HEAD_START)))
    return distance
