"""Learns the weights of the continuation by writing papers of the library with the others.

Each paper is typed by a simulated typist as if it were not in the library, and at every caret that
he comes to the votes are noted. From them is learned how much a vote counts, how often something
new comes, and when a continuation is to be believed.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.continuation import Completer
from desktop_app.core.suggest.examples import STRETCH, Effort, collect, stretches_of, without
from desktop_app.core.suggest.lessons import fit_nodes, fit_votes, judged_nodes, novelty_table
from desktop_app.core.suggest.node_features import NODE_FEATURES
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.typist import type_text
from desktop_app.core.suggest.vote_features import VOTE_FEATURES
from desktop_app.core.suggest.weights import NOVELTY_SHAPE, ContinuationWeights


def start_weights() -> ContinuationWeights:
    """What can be said before anything is learned: the longer the match the better."""
    vote = np.zeros(len(VOTE_FEATURES), np.float32)
    vote[VOTE_FEATURES.index("match")] = 0.5
    vote[VOTE_FEATURES.index("opener")] = -3
    vote[VOTE_FEATURES.index("shared_near_0")] = 1
    node = np.zeros(len(NODE_FEATURES), np.float32)
    node[NODE_FEATURES.index("log_odds")] = 1
    return ContinuationWeights(_sum(vote), _sum(node), np.full(NOVELTY_SHAPE, 0.4))


def learn(
    index: LibraryIndex,
    weights: ContinuationWeights,
    papers: Sequence[int],
    effort: Effort,
    seed: int = 1,
) -> ContinuationWeights:
    """Weights learned on papers of the library.

    Args:
        index: of the library.
        weights: to begin with.
        papers: their numbers in the index.
        effort: how much is learned from.
        seed: of chance.
    """
    examples = collect(index, weights, papers, effort, seed)
    if not examples:
        return weights
    vote = fit_votes(examples, None if effort.afresh else weights.vote, seed)
    novelty = novelty_table(examples, None if effort.afresh else weights.novelty)
    rows, right = judged_nodes(examples, vote, novelty)
    node = fit_nodes(rows, right, None if effort.afresh else weights.node, seed)
    return ContinuationWeights(vote, node, novelty)


def is_better(
    index: LibraryIndex,
    old: ContinuationWeights,
    new: ContinuationWeights,
    held_out: Sequence[int],
    effort: Effort,
) -> bool:
    """Whether papers that were not learned from take fewer keys with the new weights."""
    return keys_for(index, new, held_out, effort) < keys_for(index, old, held_out, effort)


def keys_for(
    index: LibraryIndex, weights: ContinuationWeights, papers: Sequence[int], effort: Effort
) -> float:
    """Keys for each character when these papers are written with the others."""
    characters = keys = 0
    for paper, text, start in stretches_of(index, papers, effort.stretches, seed=0):
        typed = type_text(Completer(without(index, paper), weights), text, start, start + STRETCH)
        characters, keys = characters + typed.characters, keys + typed.keys
    return keys / max(1, characters)


def _sum(linear: NDArray[np.float32]) -> Rating:
    """A plain sum of features as they are."""
    count = len(linear)
    zeros = np.zeros(count, np.float32)
    none = np.zeros(1, np.float32)
    return Rating(zeros, zeros + 1, linear, none[0], np.zeros((count, 1), np.float32), none, none)
