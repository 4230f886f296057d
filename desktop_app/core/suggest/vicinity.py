"""The papers likest to the draft, close at hand: where in them is it about the same matter?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.paper_pairs import BUCKETS
from desktop_app.core.library.index.places import Positions
from desktop_app.core.text.units import Units, pair_buckets

_PAPERS = 6
_CHARACTERS = 90_000  # in all; what reading them costs must not grow with the library
_BLOCK = 8  # characters that are weighed together
_WINDOW = 5  # blocks before a place that tell what it is about
_BEFORE, _AFTER = 7, 6  # blocks around one that tell what it is about
_TOPICAL = 150  # blocks that are most about a matter
_TINY = 1e-9


@dataclass(frozen=True, eq=False)
class _Stretch:
    """A paper, or the beginning of a long one."""

    start: int
    units: Units
    buckets: NDArray[np.int64]


class Vicinity:
    """The text of the likest papers; what stays from one caret to the next is kept.

    Attributes:
        papers: the numbers of these papers.
    """

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._stretches: dict[int, _Stretch] = {}
        self._shifts: Positions = np.zeros(0, np.int64)
        self._starts: Positions = np.zeros(0, np.int64)
        self._units: Units = np.zeros(0, np.uint16)
        self._buckets: NDArray[np.int64] = np.zeros(0, np.int64)
        self.papers: tuple[int, ...] = ()

    def move(self, ranks: NDArray[np.float64]) -> None:
        """Go to the papers that now rank first.

        Args:
            ranks: for each paper minus the logarithm of its rank.
        """
        likest = np.flatnonzero((ranks > -np.log1p(_PAPERS)) & ~self._index.hidden)
        papers = tuple(likest.tolist())
        if papers != self.papers:
            self._enter(papers)

    def _enter(self, papers: tuple[int, ...]) -> None:
        share = _CHARACTERS // max(1, len(papers))
        known = self._stretches
        self._stretches = {n: known.get(n) or self._stretch(n, share) for n in papers}
        held = list(self._stretches.values())
        self.papers = papers
        self._units = np.concatenate([np.zeros(0, np.uint16), *(s.units for s in held)])
        self._buckets = np.concatenate([np.zeros(0, np.int64), *(s.buckets for s in held)])
        ends = np.cumsum([0, *(len(s.units) for s in held)])
        self._starts = ends[:-1]
        self._shifts = np.array([s.start for s in held], np.int64) - self._starts

    def _stretch(self, paper: int, most: int) -> _Stretch:
        starts = self._index.places.paper_start
        start = starts.item(paper)
        end = starts.item(paper + 1) if paper + 1 < len(starts) else len(self._index.text)
        units = self._index.text.at(np.arange(start, min(end, start + most)))
        return _Stretch(start, units, np.append(0, pair_buckets(units).astype(np.int64)))

    def topic(self, matter: NDArray[np.float32]) -> NDArray[np.float32]:
        """By bucket, how usual pairs are where these papers are about the same matter, 1 in all.

        Args:
            matter: by bucket, how much a pair of characters has to do with the draft's end.
        """
        if not len(self._buckets):
            return np.zeros(BUCKETS, np.float32)
        told = _around(np.take(matter, self._buckets))
        count = min(_TOPICAL, len(told))
        best = np.flatnonzero(told >= np.partition(told, -count)[-count])
        places = (best[:, None] * _BLOCK + np.arange(_BLOCK)).ravel()
        weight = np.repeat(told[best].astype(np.float64) ** 2, _BLOCK)
        pairs = np.take(self._buckets, places, mode="clip")
        weight[(pairs == 0) | (places >= len(self._buckets))] = 0
        weight /= weight.sum() + _TINY
        shares = np.bincount(pairs, weights=weight, minlength=BUCKETS)
        return shares.astype(np.float32)

    def behind(self, characters: Units, recent: NDArray[np.float32], most: int) -> Positions:
        """Where the text goes on after one of these characters, about the draft's last matter.

        Args:
            characters: one or a few.
            recent: by bucket, how much a pair of characters has to do with the draft's end.
            most: so many places, those that have most to do with it.
        """
        if not len(self._units):
            return np.zeros(0, np.int64)
        places = np.flatnonzero(_any_of(self._units[:-1], characters)) + 1
        if len(places) > most:
            told = _window_sums(np.take(recent, self._buckets), places // _BLOCK)
            places = places[np.argpartition(-told, most)[:most]]
            places.sort()
        return places + self._shifts[np.searchsorted(self._starts, places, "right") - 1]


def _window_sums(weight: NDArray[np.float32], block: NDArray[np.int64]) -> NDArray[np.float32]:
    """For each block, the weight of the text from a few blocks before it to its end."""
    so_far = np.concatenate([np.zeros(_WINDOW, np.float32), np.cumsum(_block_sums(weight))])
    found: NDArray[np.float32] = so_far[block + _WINDOW] - so_far[block]
    return found


def _around(weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each block, the weight of it and of the blocks around it."""
    sums = np.cumsum(_block_sums(weight))
    so_far = np.concatenate([np.zeros(_BEFORE + 1, np.float32), sums])
    so_far = np.append(so_far, np.full(_AFTER, so_far[-1]))
    found: NDArray[np.float32] = so_far[_BEFORE + _AFTER + 1 :] - so_far[: -_BEFORE - _AFTER - 1]
    return found


def _block_sums(weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weight of each block; the last may be short."""
    whole = len(weight) // _BLOCK * _BLOCK
    sums: NDArray[np.float32] = weight[:whole].reshape(-1, _BLOCK) @ np.ones(_BLOCK, np.float32)
    return np.append(sums, weight[whole:].sum()) if whole < len(weight) else sums


def _any_of(units: Units, characters: Units) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = units == characters[0]
    for character in characters[1:]:
        found |= units == character
    return found
