"""BM25 over pairs of Han characters: how like a few words are to every row of a field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable, open_array, write_array
from desktop_app.core.library.index.places import Positions
from desktop_app.core.library.index.posting_lists import Lists
from desktop_app.core.text.units import Units, encode_units, pair_codes, span_positions

_LONE, _ONCE, _AGAIN = "lone", "once", "again"
_STORED = np.float16  # of which 190,000 rows need 0.4 MB a field on disk
_K1, _B = 1.2, 0.75
_COMMON, _FEW = 0.3, 1000  # a pair that more of the rows have, and more than so many, is left out
_TOGETHER = 2048  # rows, whose pairs are read together
_SHARES = 8  # in which they are sorted
_PERFECT = 1.6  # a row that says just the same scores about this times the rarity of its pairs


@dataclass(frozen=True, eq=False)
class Postings(ArrayTable):
    """Posting lists, one per pair; every row stands once in a list.

    Attributes:
        pair: the pairs that occur, ascending.
        edge: where in `row` the list of each pair begins, and the end of the last.
        row: the rows of all lists, one list after another.
        times: how often each of them has the pair; empty if each has it once.
    """

    pair: NDArray[np.uint32]
    edge: NDArray[np.int64]
    row: NDArray[np.int32]
    times: NDArray[np.uint8]

    @classmethod
    def of(cls, keys: NDArray[np.uint64], times: NDArray[np.uint8]) -> Self:
        """The lists of these keys: pair times 2**32 plus row, ascending."""
        pairs, rows = (keys >> np.uint64(32)).astype(np.uint32), keys.astype(np.uint32)
        first = _starts_of_runs(pairs)
        edge = np.append(first, len(keys))
        return cls(pair=pairs[first], edge=edge, row=rows.view(np.int32), times=times)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """One behind the other; the pairs of each are all above those of the one before."""
        before = np.cumsum([0, *(len(part.row) for part in parts)])
        edges = [part.edge[:-1] + start for part, start in zip(parts, before, strict=False)]
        return cls(
            pair=np.concatenate([part.pair for part in parts]),
            edge=np.concatenate([*edges, before[-1:]]),
            row=np.concatenate([part.row for part in parts]),
            times=np.concatenate([part.times for part in parts]),
        )

    def lists(self, wanted: NDArray[np.uint32]) -> Lists:
        """Where the list of each wanted pair is; the same place twice if there is none."""
        if not len(self.pair):
            return Lists(*np.zeros((2, len(wanted)), np.int64))
        at = np.minimum(np.searchsorted(self.pair, wanted), len(self.pair) - 1)
        found = Lists.numbered(self.edge, at)
        return Lists(found.start, np.where(self.pair[at] == wanted, found.end, found.start))


@dataclass(frozen=True, eq=False)
class PairField:
    """Which rows have which pairs: most of them once, which needs no number beside the row.

    Attributes:
        lone: for each row, what a pair that it has once adds to its score, in parts of the pair's
            rarity.
        once: the rows that have a pair once.
        again: those that have it several times.
    """

    lone: NDArray[np.float32]
    once: Postings
    again: Postings

    @classmethod
    def build(cls, text: Units, starts: Positions, ends: Positions) -> Self:
        """Index the rows text[start:end]; they may overlap and repeat. Empty: end <= start."""
        lengths, shares = np.zeros(len(starts), np.int64), _shares_of_pairs(text, starts, ends)
        once, again = [], []
        while shares:  # each is given back when it has been counted
            keys = shares.pop(0)
            lengths += np.bincount(keys.astype(np.uint32), minlength=len(starts))
            keys.sort()
            first = _starts_of_runs(keys)
            times = np.minimum(np.diff(first, append=len(keys)), 255).astype(np.uint8)
            keys, several = keys[first], times > 1
            once.append(Postings.of(keys[~several], np.zeros(0, np.uint8)))
            again.append(Postings.of(keys[several], times[several]))
        damping = _K1 * (1 - _B + _B * lengths / max(1.0, lengths.sum() / max(1, len(starts))))
        lone = ((_K1 + 1) / (1 + damping)).astype(_STORED).astype(np.float32)
        return cls(lone, Postings.joined(once), Postings.joined(again))

    @classmethod
    def open(cls, folder: Path, part: str) -> Self:
        """Map the arrays that `write` has written under the same name."""
        once, again = (Postings.open(folder, f"{part}-{kind}") for kind in (_ONCE, _AGAIN))
        lone = open_array(folder, f"{part}-{_LONE}")
        return cls(lone.astype(np.float32), once, again)  # numpy is slow with half precision

    def write(self, folder: Path, part: str) -> None:
        """Write the arrays into an existing folder."""
        write_array(folder, f"{part}-{_LONE}", self.lone.astype(_STORED))
        self.once.write(folder, f"{part}-{_ONCE}")
        self.again.write(folder, f"{part}-{_AGAIN}")

    def find(self, wanted: NDArray[np.uint32]) -> "FoundPairs":
        """The lists of the wanted pairs."""
        return FoundPairs(self.once.lists(wanted), self.again.lists(wanted))

    def score(
        self, found: "FoundPairs", rarity: NDArray[np.float64], scores: NDArray[np.float32]
    ) -> None:
        """Set the score of each row: the sum of what these pairs, of such rarity, add to it."""
        lists = found.once.parts_of(self.once.row) + found.again.parts_of(self.again.row)
        rows = np.concatenate([np.zeros(0, np.intp), *lists])
        lengths = np.concatenate([found.once.lengths, found.again.lengths])
        weight = np.repeat(np.concatenate([rarity, rarity]), lengths)
        again = slice(int(found.once.lengths.sum()), None)
        times = found.again.taken_from(self.again.times).astype(np.float32)
        # What a pair adds, K1 + 1 times n over n + damping, in parts of what it adds once.
        weight[again] *= (_K1 + 1) * times / (_K1 + 1 + (times - 1) * self.lone[rows[again]])
        sums = np.bincount(rows, weight, len(self.lone)).astype(np.float32)
        np.multiply(sums, self.lone, out=scores)


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """The lists of some pairs, of rows that have them once and of those that have them again."""

    once: Lists
    again: Lists

    @property
    def spread(self) -> NDArray[np.int64]:
        """How many rows have each pair."""
        return self.once.lengths + self.again.lengths

    def only(self, kept: NDArray[np.bool_]) -> "FoundPairs":
        """Those of some of the pairs."""
        return FoundPairs(self.once.only(kept), self.again.only(kept))


class JoinedField:
    """The fields of all segments as one; a pair is as rare as it is in all of them."""

    def __init__(self, fields: Sequence[PairField]) -> None:
        self._fields = fields
        self._rows = sum(len(field.lone) for field in fields)

    def likeness(self, words: str) -> NDArray[np.float32]:
        """For each row, about 1 where it says the same and 0 where it has no pair of the words.

        Pairs that a third of the rows have tell nothing and cost the most. Leaving out those of
        fewer rows was measured to make suggestions worse.
        """
        wanted = np.unique(pair_codes(encode_units(words)))
        found = [field.find(wanted) for field in self._fields]
        spread = sum((pairs.spread for pairs in found), np.zeros(len(wanted), np.int64))
        telling = (spread > 0) & (spread <= max(_FEW, _COMMON * self._rows))
        spread = spread[telling]
        rarity = np.log(1 + (self._rows - spread + 0.5) / (spread + 0.5))
        rarity /= max(_PERFECT * float(rarity.sum()), 1e-6)
        scores, first = np.empty(self._rows, np.float32), 0
        for field, pairs in zip(self._fields, found, strict=True):
            last = first + len(field.lone)
            field.score(pairs.only(telling), rarity, scores[first:last])
            first = last
        return scores


def _starts_of_runs(ascending: NDArray[np.unsignedinteger]) -> NDArray[np.int64]:
    """Where each run of equal numbers begins."""
    begins = np.ones(len(ascending), np.bool_)
    begins[1:] = ascending[1:] != ascending[:-1]
    return np.flatnonzero(begins)


def _shares_of_pairs(text: Units, starts: Positions, ends: Positions) -> list[NDArray[np.uint64]]:
    """Every pair of Han characters in the rows, times 2**32, plus the number of its row.

    Returns:
        about equal shares, the pairs of each above those of the one before: counted one after
        another they take less memory.
    """
    bounds: NDArray[np.uint64] | None = None
    shares: list[list[NDArray[np.uint64]]] = [[np.zeros(0, np.uint64)] for _ in range(_SHARES)]
    for keys in _pairs_of_rows(text, starts, ends):
        if bounds is None:
            at = np.linspace(0, len(keys), _SHARES, endpoint=False)[1:].astype(np.int64)
            bounds = np.sort(keys)[at] & ~np.uint64(0xFFFF_FFFF)
        share = np.searchsorted(bounds, keys, "right")
        for n in range(_SHARES):
            shares[n].append(keys[share == n])
    joined = []
    while shares:
        joined.append(np.concatenate(shares.pop(0)))
    return joined


def _pairs_of_rows(text: Units, starts: Positions, ends: Positions) -> Iterator[NDArray[np.uint64]]:
    for first in range(0, len(starts), _TOGETHER):
        part = slice(first, first + _TOGETHER)
        # The second of a pair is in the row too.
        positions, owners = span_positions(starts[part], ends[part] - 1)
        codes = pair_codes(text[positions[:, None] + np.arange(2)])[:, 0]
        keys = codes.astype(np.uint64) << np.uint64(32) | (owners + first).astype(np.uint64)
        if (codes > 0).any():
            yield keys[codes > 0]
