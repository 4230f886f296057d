"""The library's paragraphs that are most like the place of the caret, and how much each counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.places import Places
from desktop_app.core.library.index.rows import LEAD
from desktop_app.core.suggest.kinship import Kinship

_VOTERS = 80
_TOPICAL = 400  # rows; only the likest in topic can become neighbours
_OLDEST = -3  # years; what is older than the newest paper by more counts the same
_PLACES = 8  # of the caret whose surroundings are kept

# Weights: directions learned on library papers written with the others as library, then fitted.
_OPENING_IN_ROW, _OPENING_IN_OPENING = 4.35, 1.9
_HEADING, _PREVIOUS_IN_PREVIOUS, _PREVIOUS_IN_ROW = 0.24, 1.9, 1.6
_KIN, _YEAR = 0.5, 0.3


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Rows of the passage index, the nearest first, and the vote of each, 1 for the nearest."""

    rows: NDArray[np.int64]
    votes: NDArray[np.float64]


class NeighbourFinder:
    """Finds neighbours; what does not change while a paragraph is written is kept."""

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._kinship = Kinship(index)
        self._age = _age(index.places)
        self._surroundings = lru_cache(maxsize=_PLACES)(partial(_surroundings, index))

    def find(self, headings: Sequence[str], before: str) -> Neighbours:
        """The rows that are likest to the caret's place.

        Args:
            headings: above the caret, outermost first.
            before: the draft up to the caret, one paragraph a line.
        """
        index, lines = self._index, before.split("\n")
        opening = lines[-1][:LEAD]
        previous = lines[-2][:LEAD] if len(lines) > 1 else ""
        topic = (
            _OPENING_IN_ROW * index.whole.likeness(opening)
            + _OPENING_IN_OPENING * index.opening.likeness(opening)
            + self._surroundings(headings[-1] if headings else "", previous)
        )
        topic[index.hidden[index.rows.paper]] = -np.inf
        topical = np.flatnonzero((topic >= _nth_largest(topic, _TOPICAL)) & (topic > -np.inf))
        by_paper = _KIN * self._kinship.with_draft(lines) + _YEAR * self._age
        scores = topic[topical] + by_paper[index.rows.paper[topical]]
        nearest = np.argsort(-scores, kind="stable")[:_VOTERS]
        return Neighbours(topical[nearest], np.exp(scores[nearest] - scores.max(initial=-np.inf)))


def _surroundings(index: LibraryIndex, heading: str, previous: str) -> NDArray[np.float32]:
    """What heading and previous paragraph tell about every row."""
    scores: NDArray[np.float32] = (
        _HEADING * index.heading.likeness(heading)
        + _PREVIOUS_IN_PREVIOUS * index.previous.likeness(previous)
        + _PREVIOUS_IN_ROW * index.whole.likeness(previous)
    )
    return scores


def _age(places: Places) -> NDArray[np.int64]:
    """For each paper, by how many years it is behind the newest; papers of no year are oldest."""
    newest = places.paper_year.max(initial=0)
    age: NDArray[np.int64] = np.maximum(places.paper_year - newest, _OLDEST)
    return age


def _nth_largest(values: NDArray[np.float32], n: int) -> float:
    last = min(n, len(values)) - 1
    return -float(np.partition(-values, last)[last])  # near the front numpy is steadily fast
