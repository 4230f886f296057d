"""BM25 over pairs of Han characters: how like a few words are to every row of a field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable
from desktop_app.core.library.index.places import Positions
from desktop_app.core.text.units import Units, encode_units, pair_codes, span_positions

_K1, _B = 1.2, 0.75
_STEP = np.float32(0.01)  # of a weight; the heaviest is _K1 + 1
_PERFECT = 1.6  # a row that says just the same scores about this times the rarity of its pairs


@dataclass(frozen=True, eq=False)
class PairField(ArrayTable):
    """Posting lists, one per pair; every row stands once in a list.

    Attributes:
        size: the number of rows, as an array of one.
        pair: the pairs that occur, ascending.
        edge: where in `row` and `weight` the list of each pair begins, and the end of the last.
        row: the rows of all lists, one list after another.
        weight: what the pair adds to the row's score, in hundredths of the pair's rarity.
    """

    size: NDArray[np.int64]
    pair: NDArray[np.uint32]
    edge: NDArray[np.int64]
    row: NDArray[np.int32]
    weight: NDArray[np.uint8]

    @classmethod
    def build(cls, text: Units, starts: Positions, ends: Positions) -> Self:
        """Index the rows text[start:end]; they may overlap and repeat. Empty: end <= start."""
        pairs, owners = _pairs_of_rows(text, starts, ends)
        keys, times = np.unique(pairs << np.uint64(32) | owners, return_counts=True)
        rows = (keys & np.uint64(0xFFFF_FFFF)).astype(np.int32)
        pair, first = np.unique((keys >> np.uint64(32)).astype(np.uint32), return_index=True)
        lengths = np.bincount(owners.astype(np.int64), minlength=len(starts))
        damping = _K1 * (1 - _B + _B * lengths / max(1.0, lengths.sum() / max(1, len(starts))))
        weight = times * (_K1 + 1) / (times + damping[rows])
        return cls(
            size=np.array([len(starts)]),
            pair=pair,
            edge=np.append(first, len(keys)),
            row=rows,
            weight=np.rint(weight / _STEP).astype(np.uint8),
        )

    def lists(self, wanted: NDArray[np.uint32]) -> tuple[Positions, Positions]:
        """Where the list of each wanted pair begins and ends; the same place if there is none."""
        at = np.searchsorted(self.pair, wanted)
        known = at < len(self.pair)
        known[known] = self.pair[at[known]] == wanted[known]
        start, end = np.zeros((2, len(wanted)), np.int64)
        start[known], end[known] = self.edge[at[known]], self.edge[at[known] + 1]
        return start, end


class JoinedField:
    """The fields of all segments as one; a pair is as rare as it is in all of them."""

    def __init__(self, fields: Sequence[PairField]) -> None:
        self._fields = fields
        self._rows = sum(int(field.size[0]) for field in fields)

    def likeness(self, words: str) -> NDArray[np.float32]:
        """For each row, about 1 where it says the same and 0 where it has no pair of the words.

        All pairs count: leaving out the frequent ones was measured to make suggestions worse.
        """
        wanted = np.unique(pair_codes(encode_units(words)))
        lists = [field.lists(wanted) for field in self._fields]
        spread = sum((end - start for start, end in lists), np.zeros(len(wanted), np.int64))
        rarity = np.log(1 + (self._rows - spread + 0.5) / (spread + 0.5)) * (spread > 0)
        scores = [
            _scores(field, *bounds, rarity)
            for field, bounds in zip(self._fields, lists, strict=True)
        ]
        joined: NDArray[np.float32] = np.concatenate([np.zeros(0, np.float32), *scores])
        joined /= np.float32(max(_PERFECT * float(rarity.sum()), 1e-6))
        return joined


def _scores(
    field: PairField, starts: Positions, ends: Positions, rarity: NDArray[np.float64]
) -> NDArray[np.float32]:
    """The sum of the weights of each row."""
    scores = np.zeros(int(field.size[0]), np.float32)
    for n in np.flatnonzero(ends > starts).tolist():
        part = slice(starts.item(n), ends.item(n))
        scores[field.row[part]] += field.weight[part] * np.float32(rarity[n] * _STEP)
    return scores


def _pairs_of_rows(
    text: Units, starts: Positions, ends: Positions
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Every pair of Han characters in the rows, and the row of each."""
    positions, owners = span_positions(starts, ends - 1)  # the second of a pair is in the row too
    codes = pair_codes(text)[positions] if len(positions) else np.zeros(0, np.uint32)
    han = codes > 0
    return codes[han].astype(np.uint64), owners[han].astype(np.uint64)
