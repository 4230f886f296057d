"""Which pairs of characters each paper is made of, to tell papers that are like a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable
from desktop_app.core.library.index.places import Positions
from desktop_app.core.library.index.posting_lists import Lists
from desktop_app.core.text.units import Units, pair_buckets

BUCKETS = 1 << 16
GRAIN = 1 << 12  # weights are whole parts of it, of which a float64 adds up any without loss
_WEIGHT = np.rint(np.log2(1 + np.arange(256)) * GRAIN) / GRAIN  # by how often a paper has a pair
_MOST = (1 << 16) - 1
_TOGETHER = 128  # buckets, whose lists are read together
_OFTEN = 255  # times; what a paper says more often counts like this
_PAPER_AT, _ONCE_AT, _BUCKET_AT = 16, 32, 33  # bits of a key; the lowest 16 are the times


@dataclass(frozen=True, eq=False)
class Spread:
    """In how many of how many papers each bucket of pairs occurs."""

    papers: int
    of_bucket: NDArray[np.int64]

    @classmethod
    def none(cls) -> Self:
        """Of no papers."""
        return cls(0, np.zeros(BUCKETS, np.int64))

    def rarity(self) -> NDArray[np.float64]:
        """How few papers have each pair; 0 where none has."""
        return np.where(self.of_bucket > 0, np.log((self.papers + 1) / (self.of_bucket + 0.5)), 0.0)


@dataclass(frozen=True, eq=False)
class PaperPairs(ArrayTable):
    """How often the papers of a segment have each bucket of pairs; bucket 0 is empty.

    Attributes:
        edge: where in `paper` the list of each bucket begins, and the end of the last.
        paper: the numbers of the papers that have such a pair, first those that have it again.
        again: where in `times` the list of each bucket begins, and the end of the last.
        times: how often the first papers of each list have it; the others have it once.
        length: of the TF-IDF vector of each paper.
        total: how often each bucket occurs in all.
    """

    edge: NDArray[np.int64]
    paper: NDArray[np.uint16]
    again: NDArray[np.int64]
    times: NDArray[np.uint8]
    length: NDArray[np.float32]
    total: NDArray[np.int64]

    @classmethod
    def build(cls, text: Units, paper_start: Positions, known: Spread) -> Self:
        """Count the pairs of each paper; papers end where the next begins.

        Args:
            text: of the papers.
            paper_start: where in it each begins.
            known: of the papers that the library has besides.
        """
        counts = list(_counted(text, paper_start))
        spread, total = np.zeros((2, BUCKETS), np.int64)
        for found, times in counts:
            spread[found] += 1
            total[found] += times
        rarity = Spread(known.papers + len(counts), known.of_bucket + spread).rarity()
        lengths = [_length(times, rarity[found]) for found, times in counts]
        keys = _sorted_keys(counts)
        times = keys.astype(np.uint16)
        keys >>= np.uint64(_PAPER_AT)
        several = times > 1
        repeated = (keys[several] >> np.uint64(_BUCKET_AT - _PAPER_AT)).astype(np.int64)
        return cls(
            edge=np.append(0, np.cumsum(spread)),
            paper=keys.astype(np.uint16),
            again=np.append(0, np.cumsum(np.bincount(repeated, minlength=BUCKETS))),
            times=np.minimum(times[several], _OFTEN).astype(np.uint8),
            length=np.array(lengths, np.float32),
            total=total,
        )

    def products(
        self, buckets: NDArray[np.int64], worth: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """For each paper the sum of what these buckets are worth, times their weights in it."""
        times = Lists.numbered(self.again, buckets)
        start, end = self.edge[buckets], self.edge[buckets + 1]
        repeated, once = Lists(start, start + times.lengths), Lists(start + times.lengths, end)
        held = repeated.parts_of(self.paper) + once.parts_of(self.paper)
        papers = np.concatenate([np.zeros(0, np.uint16), *held])
        weight = np.repeat(np.concatenate([worth, worth]), np.append(times.lengths, once.lengths))
        weight[: int(times.lengths.sum())] *= _WEIGHT[times.taken_from(self.times)]
        return np.bincount(papers, weight, len(self.length)).astype(np.float64)


class JoinedPairs:
    """The pairs of all segments as one.

    Attributes:
        spread: of all papers.
        rarity: how few papers have such a pair; 0 where none has.
        surprise: how seldom the pair is in the whole text; 0 where it is not.
        length: of the TF-IDF vector of each paper.
    """

    def __init__(self, parts: Sequence[PaperPairs], characters: int) -> None:
        none = np.zeros(BUCKETS, np.int64)
        total = sum((part.total for part in parts), none)
        self._parts = parts
        self.length = np.concatenate([np.zeros(0, np.float32), *(part.length for part in parts)])
        self.spread = Spread(len(self.length), sum((np.diff(part.edge) for part in parts), none))
        self.rarity = self.spread.rarity().astype(np.float32)
        surprise = np.log(max(1, characters) / (total + 1))
        self.surprise = np.where(total > 0, surprise, 0).astype(np.float32)

    def products(
        self, buckets: NDArray[np.int64], worth: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """For each paper the sum of what these buckets are worth, times their weights in it.

        Divided by `length` it is a product with the paper's TF-IDF vector, up to a constant.

        Args:
            buckets: each once.
            worth: of each, in whole parts of `GRAIN`.
        """
        sums = np.zeros(self.spread.papers)
        for n in range(0, len(buckets), _TOGETHER):
            some, of_some = buckets[n : n + _TOGETHER], worth[n : n + _TOGETHER]
            parts = [part.products(some, of_some) for part in self._parts]
            sums += np.concatenate([np.zeros(0), *parts])
        return sums


_Counts = tuple[NDArray[np.uint16], NDArray[np.uint16]]


def _sorted_keys(counts: Sequence[_Counts]) -> NDArray[np.uint64]:
    """Every bucket of every paper in the order of the lists, as one number of all its columns.

    From the highest bit: the bucket, whether the paper has it once only, the paper, how often.
    """
    ends = np.cumsum([len(found) for found, _ in counts]).tolist()
    keys = np.empty(ends[-1] if ends else 0, np.uint64)
    for paper, ((found, times), end) in enumerate(zip(counts, ends, strict=True)):
        own = found.astype(np.uint64) << np.uint64(_BUCKET_AT)
        own |= (times == 1).astype(np.uint64) << np.uint64(_ONCE_AT)
        keys[end - len(own) : end] = own | np.uint64(paper << _PAPER_AT) | times
    keys.sort()
    return keys


def _length(times: NDArray[np.uint16], rarity: NDArray[np.float64]) -> float:
    """Of the TF-IDF vector of a paper."""
    weight = np.log1p(times, dtype=np.float32) * rarity.astype(np.float32)
    return float(np.sqrt((weight**2).sum(dtype=np.float64))) + 1e-9


def _counted(text: Units, paper_start: Positions) -> Iterator[_Counts]:
    """For each paper the buckets it has and how often it has them, 65,535 times at most."""
    ends = np.append(paper_start[1:], len(text))
    for start, end in zip(paper_start.tolist(), ends.tolist(), strict=False):
        counts = np.bincount(pair_buckets(text[start:end]), minlength=BUCKETS)
        counts[0] = 0
        found = np.flatnonzero(counts)
        yield found.astype(np.uint16), np.minimum(counts[found], _MOST).astype(np.uint16)
