"""BM25 over pairs of Han characters: how like a few words are to every row of a field."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable
from desktop_app.core.library.index.places import Positions
from desktop_app.core.text.units import Units, encode_units, pair_codes, span_positions

_K1, _B = 1.2, 0.75
_PERFECT = 1.6  # a row that says just the same scores about this times the rarity of its pairs


@dataclass(frozen=True, eq=False)
class PairField(ArrayTable):
    """Posting lists, one per pair; every row stands once in a list.

    Attributes:
        size: the number of rows, as an array of one.
        pair: the pairs that occur, ascending.
        edge: where in `row` and `weight` the list of each pair begins, and the end of the last.
        rarity: of each pair.
        row: the rows of all lists, one list after another.
        weight: what the pair adds to the row's score.
    """

    size: NDArray[np.int64]
    pair: NDArray[np.uint32]
    edge: NDArray[np.int64]
    rarity: NDArray[np.float32]
    row: NDArray[np.int32]
    weight: NDArray[np.float16]

    @classmethod
    def build(cls, text: Units, starts: Positions, ends: Positions) -> Self:
        """Index the rows text[start:end]; they may overlap and repeat. Empty: end <= start."""
        pairs, owners = _pairs_of_rows(text, starts, ends)
        keys, times = np.unique(pairs << np.uint64(32) | owners, return_counts=True)
        rows = (keys & np.uint64(0xFFFF_FFFF)).astype(np.int32)
        pair, first, spread = np.unique(
            (keys >> np.uint64(32)).astype(np.uint32), return_index=True, return_counts=True
        )
        rarity = np.log(1 + (len(starts) - spread + 0.5) / (spread + 0.5))
        lengths = np.bincount(owners.astype(np.int64), minlength=len(starts))
        damping = _K1 * (1 - _B + _B * lengths / max(1.0, lengths.sum() / max(1, len(starts))))
        weight = times * (_K1 + 1) / (times + damping[rows]) * np.repeat(rarity, spread)
        return cls(
            size=np.array([len(starts)]),
            pair=pair,
            edge=np.append(first, len(keys)),
            rarity=rarity.astype(np.float32),
            row=rows,
            weight=weight.astype(np.float16),
        )

    def likeness(self, words: str) -> NDArray[np.float32]:
        """For each row, about 1 where it says the same and 0 where it has no pair of the words.

        All pairs count: leaving out the frequent ones was measured to make suggestions worse.
        """
        scores = np.zeros(int(self.size[0]), np.float32)
        wanted = np.unique(pair_codes(encode_units(words)))
        at = np.searchsorted(self.pair, wanted)
        at, wanted = at[at < len(self.pair)], wanted[at < len(self.pair)]
        known = at[self.pair[at] == wanted]
        for start, end in zip(self.edge[known], self.edge[known + 1], strict=True):
            np.add.at(scores, self.row[start:end], self.weight[start:end].astype(np.float32))
        return scores / np.float32(max(_PERFECT * float(self.rarity[known].sum()), 1e-6))


def _pairs_of_rows(
    text: Units, starts: Positions, ends: Positions
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Every pair of Han characters in the rows, and the row of each."""
    positions, owners = span_positions(starts, ends - 1)  # the second of a pair is in the row too
    codes = pair_codes(text)[positions] if len(positions) else np.zeros(0, np.uint32)
    han = codes > 0
    return codes[han].astype(np.uint64), owners[han].astype(np.uint64)
