"""What tells whether a continuation is right: the votes for it, and what it looks like."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.trie import Floats, Trie, Whole
from desktop_app.core.suggest.wording import WORDING, Wording
from desktop_app.core.text.units import REPLACEMENT, Units, first_true, span_positions

AVERAGED = (  # over the votes for a node
    *("near", "opener", "own", "step", "repeats", "below_best", "whole_clause", "behind_mark"),
    *("behind_digit", "age", "kinship", "joint", "clause_gap", "written", "shared"),
    *("shared_near", "aligned", "rank", "likeness"),
)
NODE_FEATURES = (
    "log_odds",
    "log_odds_squared",
    "log_votes",
    "log_votes_times_odds",
    "match",
    "mark",
    "digit",
    "best_child",
    "best_child_squared",
    "depth",
    "log_depth",
    "share_of_parent",
    "single_vote",
    "depth_2",
    "papers",  # logarithm of how many papers vote for it
    "largest_paper",  # the share of the one that counts most
    "largest_vote",
    "near",  # the share of votes of the likest papers, of the draft, …
    "opener",
    "own",
    "step",
    "repeats",
    "written",
    "below_best",
    "shared",  # what counts for the votes, on the whole
    "shared_near",
    "aligned",
    "rank",
    "likeness",
    "age",
    "kinship",
    "joint",
    "behind_mark",
    "behind_digit",
    "whole_clause",
    "comma",
    "stop",
    "pause",
    "mark_next",  # the chance that a mark comes next
    "refused",  # what the writer has passed over counted so much
    "all_votes",
    "clause_gap",
    *WORDING,
    "rivals",  # what the likeliest other continuation of this length counts
)
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
        paper: the number of its paper, -1 for the draft.
        averaged: what is averaged over a node; columns named by `AVERAGED`.
        refused: the share of what was passed over.
        wording: what is known of the pairs of characters they are made of.
    """

    trie: Trie
    weight: Floats
    votes: Floats
    match: Whole
    paper: Whole
    averaged: NDArray[np.float32]
    refused: float
    wording: Wording


@dataclass(frozen=True, eq=False)
class Nodes:
    """The continuations that are worth a look.

    Attributes:
        node: their numbers in the trie.
        features: columns named by `NODE_FEATURES`.
    """

    node: Whole
    features: NDArray[np.float32]


def novelty_bins(
    votes: Floats, length: Whole, kind: NDArray[np.int8]
) -> tuple[Whole, Whole, Whole]:
    """Where in the table of novelty these are."""
    return np.searchsorted(_VOTES_EDGES, votes), _LENGTH_BIN[length], kind.astype(np.int64)


def kinds(units: NDArray[np.uint16]) -> NDArray[np.int8]:
    """0 for characters, 1 for marks, 2 for digits."""
    return _KIND[units]


def look_at(ballot: Ballot, novelty: Floats) -> Nodes:
    """The continuations that can be offered and are likely enough, with what is known of them."""
    trie = ballot.trie
    offerable = _offerable(trie)
    last = trie.last
    votes, match = trie.sums_of_rows(ballot.votes), trie.largest_of_rows(ballot.match)
    bins = novelty_bins(votes, match + trie.depth, kinds(last))
    chance = _chances(ballot, 1 - novelty[bins]) * offerable
    likely = np.clip(trie.sums(chance), 1e-5, 0.999)
    first_cells = offerable.ravel()[trie.start]
    node = np.flatnonzero((trie.depth > 1) & (likely > _LEAST_LIKELY) & first_cells)
    parents = trie.parents()
    columns = {
        **_of_chance(trie, likely, parents, node),
        **_of_votes(likely[node], votes[node], match[node] + trie.depth[node]),
        **_of_voters(ballot, node),
        **_of_looks(trie, last, likely, parents, node),
        **ballot.wording.columns(trie, node),
    }
    columns["refused"] = np.full(len(node), np.log1p(-min(ballot.refused, 0.999)))
    columns["all_votes"] = np.full(len(node), np.log(ballot.votes.sum()))
    features = np.empty((len(node), len(NODE_FEATURES)), np.float32)
    for n, name in enumerate(NODE_FEATURES):
        features[:, n] = columns[name]
    return Nodes(node, features)


def _offerable(trie: Trie) -> NDArray[np.bool_]:
    """Plane: may the row be offered to this depth? Up to the first mark, and without gaps."""
    follow = trie.follow
    gap = first_true((follow == 0) | (follow == REPLACEMENT))
    longest = np.minimum(gap, first_true(_ENDS[follow]) + 1)
    offerable: NDArray[np.bool_] = np.arange(follow.shape[1])[:, None] < longest
    return offerable


def _chances(ballot: Ballot, familiar: Floats) -> Floats:
    """Plane: the chance that the writer's next characters are this row's to this depth.

    Args:
        ballot: the votes.
        familiar: of each node, the chance that the truth goes on with something that votes have.
    """
    survives: Floats = ballot.trie.plane(familiar)
    chance = np.tile(ballot.weight, (len(survives), 1))
    chance[1:] *= np.cumprod(survives[:-1], axis=0)
    return chance


def _of_votes(likely: Floats, votes: Floats, match: Whole) -> dict[str, Floats]:
    """How likely the votes make it, how many they are, and how far the best agrees with it."""
    odds, log_votes = np.log(likely / (1 - likely)), np.log(votes)
    return {
        "log_odds": odds,
        "log_odds_squared": odds**2,
        "log_votes": log_votes,
        "log_votes_times_odds": log_votes * odds,
        "match": match.astype(np.float64),
    }


def _of_chance(trie: Trie, likely: Floats, parents: Whole, node: Whole) -> dict[str, Floats]:
    """How likely it is beside those that it begins, that begin it, or that are as long."""
    child = np.minimum(_best_child(trie, likely, parents) / likely, 1)[node]
    depth = trie.depth[node]
    above = np.where(depth > 1, likely[parents[node]], 1)
    return {
        "best_child": child,
        "best_child_squared": child**2,
        "depth": depth.astype(np.float64),
        "log_depth": np.log(depth),
        "share_of_parent": np.log(np.clip(likely[node] / above, 1e-4, 1)),
        "single_vote": (trie.size[node] == 1).astype(np.float64),
        "depth_2": (depth == 2).astype(np.float64),
        "rivals": _rivals(likely[node], depth),
    }


def _best_child(trie: Trie, likely: Floats, parents: Whole) -> Floats:
    """The chance of each node's likeliest continuation."""
    best = np.zeros(len(likely))
    deep = trie.depth > 1
    np.maximum.at(best, parents[deep], likely[deep])
    return best


def _rivals(likely: Floats, depth: Whole) -> Floats:
    """The logarithm of the largest chance of another node of this depth."""
    best, second = np.full((2, int(depth.max(initial=0)) + 1), 1e-4)
    np.maximum.at(best, depth, likely)
    below = likely < best[depth]
    np.maximum.at(second, depth[below], likely[below])
    rivals: Floats = np.log(np.where(below, best[depth], second[depth]))
    return rivals


def _of_voters(ballot: Ballot, node: Whole) -> dict[str, Floats]:
    """Who votes for it."""
    trie = ballot.trie
    size = trie.size[node]
    start = np.cumsum(size) - size
    rows, owners = span_positions(trie.first[node], trie.first[node] + size)
    weight = ballot.weight[rows]
    total = np.add.reduceat(weight, start) + 1e-12
    key = owners * (int(ballot.paper.max(initial=0)) + 2) + ballot.paper[rows] + 1
    _, pair_first, pair_of = np.unique(key, return_index=True, return_inverse=True)
    of_pair = np.bincount(pair_of, weights=weight)
    largest_paper = np.zeros(len(node))
    np.maximum.at(largest_paper, owners[pair_first], of_pair)
    papers = np.bincount(owners[pair_first], minlength=len(node))
    sums = np.add.reduceat(weight[:, None] * ballot.averaged[rows], start)
    return {
        "papers": np.log(np.maximum(papers, 1)),
        "largest_paper": largest_paper / total,
        "largest_vote": np.maximum.reduceat(weight, start) / total,
        **dict(zip(AVERAGED, sums.T / total, strict=True)),
    }


def _of_looks(
    trie: Trie, last: Units, likely: Floats, parents: Whole, node: Whole
) -> dict[str, Floats]:
    """How it ends, and what may come after it."""
    kind = _KIND[last]
    marks_next = np.zeros(len(likely))
    ends = (trie.depth > 1) & (kind == _MARK)
    np.add.at(marks_next, parents[ends], likely[ends])
    here = last[node]
    return {
        "mark": (kind[node] == _MARK).astype(np.float64),
        "digit": (kind[node] == _DIGIT).astype(np.float64),
        "comma": (here == ord("，")).astype(np.float64),
        "stop": ((here == ord("。")) | (here == ord("；"))).astype(np.float64),
        "pause": (here == ord("、")).astype(np.float64),
        "mark_next": np.minimum((marks_next / likely)[node], 1),
    }
