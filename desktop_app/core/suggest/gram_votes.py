"""What the wording of the neighbours is worth: each run of six characters, by who has it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.grams import FORMULA_SIZE
from desktop_app.core.suggest.neighbours import Neighbours
from desktop_app.core.text.units import NEWLINE, Units, among, gram_hashes, holding_break

GRAM = FORMULA_SIZE
_FORMULA = 0.35  # what is left of the worth of a formula
_ALONE = 0.3  # what is left in the short unit, if only one neighbour has it
_MIXING = np.uint64(0x9E37_79B9_7F4A_7C15)  # 2**64 over the golden ratio

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class GramVotes:
    """The grams of a text.

    Attributes:
        gram_at: the number of the gram that begins at each position.
        worth: of each gram.
        spread: how many neighbours have it.
        likely: whether it is likely enough to offer wording for.
    """

    gram_at: NDArray[np.int64]
    worth: Floats
    spread: NDArray[np.int64]
    likely: NDArray[np.bool_]

    @property
    def shared(self) -> NDArray[np.bool_]:
        """Whether more than one neighbour has a gram."""
        return self.spread > 1

    def mean_spread(self, start: int, stop: int) -> float:
        """How many neighbours have the wording of a part of the text, on the average."""
        return float(self.spread[self.gram_at[start : max(start + 1, stop - GRAM + 1)]].mean())

    def worth_of_shared(self) -> Floats:
        """The worth for short passages: mostly what recurs."""
        worth: Floats = np.where(self.shared, self.worth, _ALONE * self.worth)
        return worth


class SortedGrams:
    """The positions of a text by the gram that begins there, equal ones in the order of the text.

    Attributes:
        grams: their hashes, each once.
        order: the positions.
        gram: the number of the gram at each of these.
    """

    def __init__(self, hashes: NDArray[np.uint64]) -> None:
        self.order = _order(hashes)
        ordered = hashes[self.order]
        new = differ_from_last(ordered)
        self._first = np.flatnonzero(new)
        self.grams = ordered[new]
        self.gram = np.cumsum(new) - 1

    def at_positions(self) -> NDArray[np.int64]:
        """The number of the gram at each position."""
        at = np.empty(len(self.order), np.int64)
        at[self.order] = self.gram
        return at

    def first_places(self) -> NDArray[np.int64]:
        """Where in the text each gram stands first."""
        return self.order[self._first]

    def highest(self, values: NDArray[np.floating]) -> Floats:
        """The highest of each gram's values, which are given by position."""
        return np.maximum.reduceat(values[self.order], self._first).astype(np.float64)

    def of_each(self, owners: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Grams and who has them, each pair once; owners are given by position, ascending."""
        owner = owners[self.order]
        once = differ_from_last(self.gram) | differ_from_last(owner)
        return self.gram[once], owner[once]


def count_votes(
    text: Units, owners: NDArray[np.int64], neighbours: Neighbours, formulae: NDArray[np.uint64]
) -> GramVotes:
    """Add up the votes of the neighbours for each gram.

    Args:
        text: the neighbours' lines, each with a line break at its end.
        owners: for each position of the text, which neighbour it belongs to.
        neighbours: their votes.
        formulae: grams that everybody writes, ascending.
    """
    padded = np.append(text, np.full(GRAM - 1, NEWLINE, np.uint16))
    found = SortedGrams(gram_hashes(padded, GRAM))
    gram, voter = found.of_each(owners)  # a neighbour votes once for a gram
    worth = np.bincount(gram, weights=neighbours.votes[voter]).astype(np.float64)
    worth[among(found.grams, formulae)] *= _FORMULA
    gram_at = found.at_positions()
    worth[gram_at[holding_break(padded, GRAM)]] = 0
    return GramVotes(gram_at, worth, np.bincount(gram), np.ones(len(worth), np.bool_))


def _order(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """An order in which equal hashes stand together, the first places first.

    A key holds its place in its last bits, so it need not be sorted with it, which is much faster.
    Grams that differ in their last character only have hashes that do in their last bits only, so
    these are mixed first; that two share all other bits then happens once in a million texts.
    """
    place = np.uint64((1 << len(hashes).bit_length()) - 1)
    keys = hashes * _MIXING & ~place | np.arange(len(hashes), dtype=np.uint64)
    keys.sort()
    return (keys & place).astype(np.int64)


def differ_from_last(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Where a value is another than the one before it; the first is."""
    differ = np.ones(len(values), np.bool_)
    differ[1:] = values[1:] != values[:-1]
    return differ
