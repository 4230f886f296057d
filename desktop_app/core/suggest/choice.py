"""Chooses the few continuations that together spare the writer most keys."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.trie import Floats, Trie, Whole


def choose(trie: Trie, node: Whole, chance: Floats, limit: int) -> list[int]:
    """Which of the nodes to offer, the most useful first.

    Greedy: each time the node that adds most to the expected length of the longest right offer. An
    offer may be the beginning of another: it is taken where the other goes wrong.

    Args:
        trie: of the continuations.
        node: the numbers of some of its nodes.
        chance: of each that it is right.
        limit: how many to choose.

    Returns:
        Places in `node`.
    """
    depth, first = trie.depth[node], trie.first[node]
    last = first + trie.size[node]
    shorter = np.zeros(len(node))  # length of the longest chosen beginning
    longer = np.zeros(len(node))  # chance that a chosen continuation of it is taken instead
    open_to_choice = np.ones(len(node), np.bool_)
    chosen: list[int] = []
    while len(chosen) < limit:
        gain = np.where(open_to_choice, (depth - shorter) * (chance - longer), 0.0)
        best = int(gain.argmax()) if len(gain) else 0
        if not len(gain) or gain[best] <= 0:
            break
        chosen.append(best)
        open_to_choice[best] = False
        above = _inside(first[best], last[best], first, last) & (depth < depth[best])
        below = _inside(first, last, first[best], last[best]) & (depth > depth[best])
        longer[above & (depth > shorter[best])] += chance[best] - longer[best]
        shorter[below] = np.maximum(shorter[below], depth[best])
    return chosen


def _inside(first: Whole, last: Whole, from_row: Whole, to_row: Whole) -> NDArray[np.bool_]:
    """Whether the rows first..last are among the rows from_row..to_row."""
    inside: NDArray[np.bool_] = (from_row <= first) & (last <= to_row)
    return inside
