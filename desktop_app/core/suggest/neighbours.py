"""The library's paragraphs that are most like the place of the caret, and how much each counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.places import Places
from desktop_app.core.library.index.rows import LEAD
from desktop_app.core.suggest.kinship import kinship

_VOTERS = 80
_TOPICAL = 400  # rows; only the likest in topic can become neighbours
_OLD = 3  # years; what is older than the newest paper by more counts the same
_PLACES = 8  # of the caret whose surroundings are kept

# Weights learned on library papers written with the others as library, policies among them.
_OPENING_IN_ROW, _OPENING_IN_OPENING = 2.9, 2.17
_HEADING, _PREVIOUS_IN_PREVIOUS, _PREVIOUS_IN_ROW = 0.58, 1.72, 1.05
_ALONE = 3.3  # times as much the heading tells while nothing of its section is written
_KIN, _YEAR = 0.6, 0.15
_USE = 0.4  # of how much the user leans to a paper
_BEGINNING = 8  # rows of a paper; what opens anything further on opens no paper
_LONG_LINE = 0.75  # of a paragraph that is well under way the opening alone tells less
_LIKE_TITLE = 1.0  # papers about the same matter, or of the same kind, are mostly called alike
_TITLE, _FRONT = 6.0, 2  # the title stands in the first rows of a paper
_LEAST_LIKENESS = 0.35  # of a row; what has less in common with the caret is not about its matter


# What makes a row a neighbour, in the order of `Neighbours.reasons`.
REASONS = ("opening", "heading", "previous", "kinship", "year", "use")
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Rows of the passage index, the nearest first.

    Attributes:
        rows: their numbers.
        votes: of each, 1 for the nearest.
        reasons: for each of `REASONS`, what it adds to the score of each row.
    """

    rows: NDArray[np.int64]
    votes: NDArray[np.float64]
    reasons: NDArray[np.float64]


class NeighbourFinder:
    """Finds neighbours; what does not change while a paragraph is written is kept."""

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._shown = ~index.hidden[index.rows.paper]
        self._youth = _youth(index.places)
        self._leaning = np.zeros(index.places.papers)
        self._surroundings = lru_cache(maxsize=_PLACES)(partial(_surroundings, index))
        self._leads = lru_cache(maxsize=_PLACES)(partial(_leads, index))
        self._titles = lru_cache(maxsize=_PLACES)(partial(_likeness_of_titles, index))

    def lean(self, leaning: NDArray[np.float64]) -> None:
        """Let papers count more or less from now on, by how much the user leans to each."""
        self._leaning = leaning

    def find(
        self, headings: Sequence[str], before: str, allowed: Mask | None = None, title: str = ""
    ) -> Neighbours:
        """The rows that are likest to the caret's place.

        Unless it is said which rows are allowed, none that has nothing in common with it.

        Args:
            headings: above the caret, outermost first.
            before: the draft up to the caret, one paragraph a line.
            allowed: which rows may be neighbours; None if all may.
            title: of the draft; if it is not given, the first line is taken for it.
        """
        index, lines = self._index, before.split("\n")
        opening = lines[-1][:LEAD]
        previous = lines[-2][:LEAD] if len(lines) > 1 else ""
        by_opening = self._likeness_to_line(lines[-1])
        by_heading, by_previous = self._surroundings(headings[-1] if headings else "", previous)
        if not opening.strip():
            by_heading = by_heading * _ALONE
        topic = by_opening + by_heading + by_previous
        topic[~self._usable(allowed)] = -np.inf
        least = _LEAST_LIKENESS if allowed is None else np.finfo(np.float32).min
        topical = np.flatnonzero(topic >= least)
        topical = topical[_are_largest(topic[topical], _TOPICAL)]
        papers = index.rows.paper[topical]
        return _nearest(
            topical,
            by_opening[topical],
            by_heading[topical] + _LIKE_TITLE * self._titles(title or lines[0])[papers],
            by_previous[topical],
            _KIN * kinship(index, lines)[papers],
            _YEAR * self._youth[papers],
            _USE * self._leaning[papers],
        )

    def find_openings(self, title: str, allowed: Mask) -> Neighbours:
        """Of the allowed rows those at the beginning of papers whose titles are like this one."""
        index = self._index
        first, by_title = _first_rows(index), self._titles(title)
        rows = np.flatnonzero(self._usable(allowed))
        papers = index.rows.paper[rows]
        near = (by_title[papers] > 0) & (rows < first[papers] + _BEGINNING)
        rows, papers = rows[near], papers[near]
        nothing = np.zeros(len(rows))
        titles = _TITLE * by_title[papers]
        by_paper = _YEAR * self._youth[papers], _USE * self._leaning[papers]
        return _nearest(rows, nothing, titles, nothing, nothing, *by_paper)

    def _likeness_to_line(self, line: str) -> NDArray[np.float32]:
        """How like the rows are to the caret's paragraph: how it opens and what comes last."""
        in_row, in_opening = self._leads(line[:LEAD])
        if len(line) > LEAD:
            in_row = _LONG_LINE * (in_row + self._index.whole.likeness(line[-LEAD:]))
        joined: NDArray[np.float32] = _OPENING_IN_ROW * in_row + _OPENING_IN_OPENING * in_opening
        return joined

    def _usable(self, allowed: Mask | None) -> Mask:
        return self._shown if allowed is None else self._shown & allowed


def _nearest(rows: NDArray[np.int64], *reasons: NDArray[np.floating]) -> Neighbours:
    """The rows of the highest scores."""
    each = np.stack(reasons).astype(np.float64)
    scores = each.sum(axis=0)
    nearest = np.argsort(-scores, kind="stable")[:_VOTERS]
    votes = np.exp(scores[nearest] - scores.max(initial=-np.inf))
    return Neighbours(rows[nearest], votes, each[:, nearest])


def _leads(index: LibraryIndex, lead: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How like every row, and every row's opening, is to the first words of a paragraph."""
    return index.whole.likeness(lead), index.opening.likeness(lead)


def _likeness_of_titles(index: LibraryIndex, title: str) -> NDArray[np.float32]:
    """For each paper, how like its beginning is to a title."""
    likeness = index.whole.likeness(title[:LEAD])
    fronts = np.minimum(_first_rows(index)[:, None] + np.arange(_FRONT), len(likeness) - 1)
    highest: NDArray[np.float32] = likeness[fronts].max(axis=1)
    return highest


def _first_rows(index: LibraryIndex) -> NDArray[np.int64]:
    """The number of each paper's first row."""
    return np.searchsorted(index.rows.paper, np.arange(index.places.papers))


def _surroundings(
    index: LibraryIndex, heading: str, previous: str
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """What the heading and what the previous paragraph tell about every row."""
    by_previous: NDArray[np.float32] = _PREVIOUS_IN_PREVIOUS * index.previous.likeness(
        previous
    ) + _PREVIOUS_IN_ROW * index.whole.likeness(previous)
    return _HEADING * index.heading.likeness(heading), by_previous


def _youth(places: Places) -> NDArray[np.int64]:
    """For each paper, by how many years it is newer than old ones; papers of no year are old."""
    newest = places.paper_year.max(initial=0)
    youth: NDArray[np.int64] = np.maximum(places.paper_year - newest + _OLD, 0)
    return youth


def _are_largest(values: NDArray[np.float32], n: int) -> Mask:
    """Which of the values are among the `n` largest, with all that equal the last of these."""
    if len(values) <= n:
        return np.ones(len(values), np.bool_)
    last = -np.partition(-values, n - 1)[n - 1]  # near the front numpy is steadily fast
    largest: Mask = values >= last
    return largest
