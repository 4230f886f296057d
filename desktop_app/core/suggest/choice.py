"""Chooses the few continuations that together spare the writer most keys."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.trie import Floats, Trie, Whole
from desktop_app.core.suggest.weights import Calibration, ContinuationWeights
from desktop_app.core.text.units import REPLACEMENT

_LEAST_LIKELY = 1e-3  # what is less likely is not worth a place
_MARK, _DIGIT = 1, 2


def _marked(characters: str, value: int, table: NDArray[np.int8]) -> NDArray[np.int8]:
    table[[ord(c) for c in characters]] = value
    return table


_ENDS = _marked("，。；：！？、\n", 1, np.zeros(1 << 16, np.int8)) == 1
_KIND = _marked("0123456789.%", _DIGIT, np.zeros(1 << 16, np.int8))
_marked("，。；：！？、\n“”（）《》", _MARK, _KIND)
_VOTES_EDGES = np.array([1.5, 2.5, 4.5, 8.5, 16.5, 64.5])
_LENGTH_BIN = np.array([0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 7] + [8] * 8 + [9] * 40)


@dataclass(frozen=True, eq=False)
class Ballot:
    """The votes, merged.

    Attributes:
        trie: what follows them.
        weight: what each row of the trie counts, 1 in all.
        votes: how many places it stands for.
        match: the length of its match with the draft.
    """

    trie: Trie
    weight: Floats
    votes: Floats
    match: Whole


def choose(ballot: Ballot, weights: ContinuationWeights, limit: int) -> list[int]:
    """Nodes of the trie, the most useful first.

    Greedy: each time the node that adds most to the expected length of the longest right offer. An
    offer may be the beginning of another: it is taken where the other goes wrong.
    """
    trie = ballot.trie
    offerable = _offerable(trie)
    chance = _chances(ballot, weights.novelty) * offerable
    likely = np.clip(trie.sums(chance), 1e-5, 0.999)
    trust = _calibrated(ballot, likely, weights.calibration) / likely
    first_cells = offerable.ravel()[trie.start]
    allowed = (trie.depth > 1) & (likely > _LEAST_LIKELY) & first_cells
    return _choose_greedily(trie, chance, trust, allowed, limit)


def _offerable(trie: Trie) -> NDArray[np.bool_]:
    """Plane: may the row be offered to this depth? Up to the first mark, and without gaps."""
    follow = trie.follow
    gap = np.cumsum((follow == 0) | (follow == REPLACEMENT), axis=1) > 0
    marks = np.cumsum(_ENDS[follow], axis=1)
    beyond = (marks > 1) | ((marks == 1) & ~_ENDS[follow])
    offerable: NDArray[np.bool_] = ~(gap | beyond).T
    return offerable


def _chances(ballot: Ballot, novelty: Floats) -> Floats:
    """Plane: the chance that the writer's next characters are this row's to this depth.

    At each further character the truth may be something that no vote has.
    """
    trie = ballot.trie
    votes, match = trie.sums_of_rows(ballot.votes), trie.largest_of_rows(ballot.match)
    bins = np.searchsorted(_VOTES_EDGES, votes), _LENGTH_BIN[match + trie.depth], _KIND[trie.last]
    survives: Floats = trie.plane(1 - novelty[bins])
    chance = np.tile(ballot.weight, (len(survives), 1))
    chance[1:] *= np.cumprod(survives[:-1], axis=0)
    return chance


def _calibrated(ballot: Ballot, likely: Floats, c: Calibration) -> Floats:
    """The chance of each node as experience corrects it."""
    trie, kind = ballot.trie, _KIND[ballot.trie.last]
    parents = trie.parents()
    log_votes = np.log(trie.sums_of_rows(ballot.votes))
    odds = np.log(likely / (1 - likely))
    child = _best_child(trie, likely, parents)
    share = np.clip(likely / np.where(trie.depth > 1, likely[parents], 1), 1e-4, 1)
    logit = (
        c.constant
        + odds * (c.log_odds + c.log_odds_squared * odds + c.log_votes_times_odds * log_votes)
        + c.log_votes * log_votes
        + c.match * (trie.largest_of_rows(ballot.match) + trie.depth)
        + c.mark * (kind == _MARK)
        + c.digit * (kind == _DIGIT)
        + child * (c.best_child + c.best_child_squared * child)
        + c.depth * trie.depth
        + c.log_depth * np.log(trie.depth)
        + c.share_of_parent * np.log(share)
        + c.single_vote * (trie.size == 1)
        + c.depth_2 * (trie.depth == 2)
    )
    believed: Floats = 1 / (1 + np.exp(-logit))
    return believed


def _best_child(trie: Trie, likely: Floats, parents: Whole) -> Floats:
    """The share of each node's chance that its likeliest continuation has."""
    best = np.zeros(len(likely))
    deep = trie.depth > 1
    np.maximum.at(best, parents[deep], likely[deep])
    return np.minimum(best / likely, 1)


def _choose_greedily(
    trie: Trie, chance: Floats, trust: Floats, allowed: NDArray[np.bool_], limit: int
) -> list[int]:
    """Repeatedly the node with the largest gain over those already chosen."""
    length = np.arange(1.0, len(chance) + 1)[:, None]
    covered = np.zeros_like(chance)  # length of the longest chosen beginning of the row
    passed = np.zeros_like(chance)  # chance that a longer chosen string is taken instead
    chosen: list[int] = []
    while len(chosen) < limit:
        useful = np.maximum(chance - passed, 0) * np.maximum(length - covered, 0)
        gain = np.where(allowed, trust * trie.sums(useful), 0)
        best = int(gain.argmax())
        if gain[best] <= 0:
            break
        chosen.append(best)
        allowed[best] = False
        depth, block = trie.depth.item(best), trie.block(best)
        covered[depth - 1 :, block] = np.maximum(covered[depth - 1 :, block], depth)
        instead = chance[depth - 1, block]
        passed[: depth - 1, block] = np.maximum(passed[: depth - 1, block], instead)
    return chosen
