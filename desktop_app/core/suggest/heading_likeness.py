"""How like the headings of a family of papers are, all of them compared at once."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

_CERTAIN, _MOST = 0.8, 0.8  # where a match is as sure as it can be, and how sure that is
_TWIN = 0.6  # of the words of the shorter one
_LINE_END = 10
_TINY = 1e-3


class HeadingLikeness:
    """The headings of a family, compared by their pairs of neighbouring characters.

    A pair that comes again and again in the headings of one paper belongs to its pattern
    (在…上下功夫) or its tone (推动, 发展) and counts the less; what it has once is a topic.

    Args:
        headings: their bare words, by which they are compared.
        papers: the number of the paper of each, counted from 0.
    """

    def __init__(self, headings: Sequence[str], papers: Numbers) -> None:
        self._size = len(headings)
        self._owner, self._kind = _distinct_pairs(headings)
        kinds = int(self._kind.max(initial=-1)) + 1
        occurrences = np.bincount(self._kind, minlength=kinds)
        both = _distinct(papers[self._owner] * kinds + self._kind)
        spread = np.bincount(both % max(1, kinds), minlength=kinds)
        self._weight = np.sqrt(spread / np.maximum(1, occurrences)).astype(np.float32)
        weights = self._weight[self._kind]
        self._weights = self._sum(self._owner, weights)
        usual = self._sum(self._owner, weights * (spread > 1)[self._kind])
        self._usual = usual

    @cached_property
    def matches(self) -> Floats:
        """[i, j]: how sure it is that heading i serves who wants heading j.

        It sinks with the third power of the share of j's pairs that i has: with a few words in
        common they are seldom the same section, with half of them it is likely.
        """
        full = np.float32(_CERTAIN) * np.maximum(np.float32(_TINY), self._weights)
        share = np.minimum(self._shared / full[np.newaxis, :], np.float32(1))
        matches: Floats = np.float32(_MOST) * share * share * share
        return matches

    @property
    def usual(self) -> Floats:
        """For each heading the share of its words that other papers have too."""
        usual: Floats = (self._usual / np.maximum(_TINY, self._weights)).astype(np.float32)
        return usual

    @property
    def wordless(self) -> Flags:
        """The headings that have no pair of characters."""
        wordless: Flags = self._weights == 0
        return wordless

    def twins(self, heading: int) -> Flags:
        """The headings that say the same as this one or a part of it; itself among them."""
        least = np.minimum(self._weights, self._weights[heading])
        twins: Flags = self._shared[heading] >= _TWIN * np.maximum(_TINY, least)
        twins[heading] = True
        return twins

    @cached_property
    def _shared(self) -> Floats:
        """[i, j]: the weight of the pairs that two headings have in common."""
        order = np.argsort(self._kind, kind="stable")
        owner, kind = self._owner[order], self._kind[order]
        lengths = np.bincount(kind)
        starts = np.cumsum(lengths) - lengths
        # Each entry meets all entries of its group of equal pairs.
        meets = lengths[kind]
        first = starts[kind] - (np.cumsum(meets) - meets)
        other = np.repeat(first, meets) + np.arange(int(meets.sum()))
        cells = np.repeat(owner * self._size, meets) + owner[other]
        weights = np.repeat(self._weight[kind].astype(np.float64), meets)
        counts = np.bincount(cells, weights, self._size**2).astype(np.float32)
        return counts.reshape(self._size, self._size)

    def _sum(self, owner: Numbers, weights: Floats) -> Floats:
        sums: Floats = np.bincount(owner, weights, self._size).astype(np.float32)
        return sums


def _distinct_pairs(headings: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Each pair of each heading once: the heading's number, and that of the kind of pair."""
    text = "".join(heading + "\n" for heading in headings)
    units = np.frombuffer(text.encode("utf-16-le"), "<u2").astype(np.int64)
    ends = units == _LINE_END
    owner = np.cumsum(ends) - ends
    within = ~(ends[:-1] | ends[1:])
    pair = (units[:-1] << 16 | units[1:])[within]
    both = _distinct(owner[:-1][within] << 32 | pair)
    _, kind = np.unique(both & 0xFFFFFFFF, return_inverse=True)
    return both >> 32, kind


def _distinct(numbers: Numbers) -> Numbers:
    """In order; by sorting, which is faster here than numpy's table of values."""
    numbers.sort()
    return numbers[np.diff(numbers, prepend=-1) > 0]
