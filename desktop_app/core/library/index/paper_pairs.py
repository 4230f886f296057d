"""Which pairs of characters each paper is made of, to tell papers that are like a draft."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable
from desktop_app.core.library.index.places import Positions
from desktop_app.core.text.units import Units, pair_buckets

BUCKETS = 1 << 16


@dataclass(frozen=True, eq=False)
class PaperPairs(ArrayTable):
    """TF-IDF vectors of the papers, kept by bucket of pairs; bucket 0 is empty.

    Attributes:
        edge: where in `paper` and `weight` the list of each bucket begins, and the end of the last.
        paper: the numbers of the papers that have such a pair.
        weight: the pair's part of the paper's vector, whose length is 1.
        rarity: how few papers have such a pair; 0 where none has.
        surprise: how seldom the pair is in the whole text; 0 where it is not.
    """

    edge: NDArray[np.int64]
    paper: NDArray[np.int32]
    weight: NDArray[np.float16]
    rarity: NDArray[np.float32]
    surprise: NDArray[np.float32]

    @classmethod
    def build(cls, text: Units, paper_start: Positions) -> Self:
        """Weigh the pairs of each paper; papers end where the next begins."""
        counts = list(_counted(text, paper_start))
        owner = np.repeat(np.arange(len(counts)), [len(found) for found, _ in counts])
        bucket = np.concatenate([np.zeros(0, np.int64), *(found for found, _ in counts)])
        times = np.concatenate([np.zeros(0, np.int64), *(n for _, n in counts)])
        spread = np.bincount(bucket, minlength=BUCKETS)
        total = np.bincount(bucket, weights=times, minlength=BUCKETS)
        rarity = np.where(spread > 0, np.log((len(counts) + 1) / (spread + 0.5)), 0)
        weight = np.log1p(times) * rarity[bucket]
        length = np.sqrt(np.bincount(owner, weights=weight**2, minlength=len(counts))) + 1e-9
        by_bucket = np.argsort(bucket, kind="stable")
        return cls(
            edge=np.append(0, np.cumsum(spread)),
            paper=owner[by_bucket].astype(np.int32),
            weight=(weight / length[owner])[by_bucket].astype(np.float16),
            rarity=rarity.astype(np.float32),
            surprise=np.where(total > 0, np.log(len(text) / (total + 1)), 0).astype(np.float32),
        )

    def papers_with(self, bucket: int) -> tuple[NDArray[np.int32], NDArray[np.float16]]:
        """The papers that have such a pair, and its weight in each."""
        start, end = self.edge.item(bucket), self.edge.item(bucket + 1)
        return self.paper[start:end], self.weight[start:end]


def _counted(
    text: Units, paper_start: Positions
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """For each paper the buckets it has and how often it has them."""
    ends = np.append(paper_start[1:], len(text))
    for start, end in zip(paper_start.tolist(), ends.tolist(), strict=False):
        counts = np.bincount(pair_buckets(text[start:end]), minlength=BUCKETS)
        counts[0] = 0
        found = np.flatnonzero(counts)
        yield found, counts[found]
