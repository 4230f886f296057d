"""Which papers of the library are like a draft, kept up to date as the draft changes."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.paper_pairs import BUCKETS, GRAIN, JoinedPairs

_LEAST, _MOST = -2.0, 3.0
_TELLING = 1000  # papers; of more, as many from all over the library tell what is usual
_COMMON = 1000  # papers; a pair that more have costs ten times as much and hardly tells them apart
_DEVIATION = 1.48  # times the median deviation is about the standard deviation


class PaperLikeness:
    """Cosine of TF-IDF vectors of character pairs, up to the draft's length and a constant.

    Of a large library only those pairs count that not too many papers have.

    The sums are exact, since weights and what they are multiplied with are rounded. So the likeness
    depends on the draft only, not on the order in which it was written, and what was counted can be
    taken back.

    Args:
        pairs: of the papers.
        papers: how many there are.
        hidden: which of them are not to be used; they rank last.
    """

    def __init__(
        self, pairs: JoinedPairs, papers: int, hidden: NDArray[np.bool_] | None = None
    ) -> None:
        self._hidden = np.zeros(papers, np.bool_) if hidden is None else hidden
        self._pairs = pairs
        self._counts = np.zeros(BUCKETS, np.int64)
        self._products = np.zeros(papers)
        self._order = np.arange(papers)
        self._ranks = -np.log1p(np.arange(papers))

    def count(self, buckets: NDArray[np.uint32], sign: Literal[1, -1]) -> None:
        """Add pairs that the draft has gained (1), or take back pairs that it has lost (-1)."""
        changed, times = np.unique(buckets[buckets > 0], return_counts=True)
        old = self._counts[changed]
        new = old + sign * times
        self._counts[changed] = new
        telling = self._pairs.spread.of_bucket[changed] <= _COMMON
        changed, old, new = changed[telling], old[telling], new[telling]
        gained = self._worth(changed, new) - self._worth(changed, old)
        self._products += self._pairs.products(changed.astype(np.int64), gained)

    def _worth(self, buckets: NDArray[np.uint32], times: NDArray[np.int64]) -> NDArray[np.float64]:
        """Of pairs that stand so often in the draft; rare ones are so in draft and paper."""
        exact = np.log1p(times) * self._pairs.rarity[buckets] ** 2
        return np.rint(exact * GRAIN) / GRAIN

    def _likeness(self) -> NDArray[np.float64]:
        likeness: NDArray[np.float64] = self._products / self._pairs.length
        return likeness

    def counted(self) -> NDArray[np.bool_]:
        """By bucket, whether the draft has such a pair."""
        return self._counts > 0

    def ranks(self) -> NDArray[np.float64]:
        """For each paper, minus the logarithm of its rank, the likest first."""
        ranks = np.empty(len(self._products))
        keys = np.where(self._hidden, np.inf, -self._likeness())
        self._order = _sorted(keys, self._order)
        ranks[self._order] = self._ranks
        return ranks

    def levels(self) -> NDArray[np.float64]:
        """For each paper, how far it stands out among the papers, in deviations, limited."""
        likeness = self._likeness()
        if not len(likeness):
            return likeness
        some = likeness[:: -(-len(likeness) // _TELLING)]
        middle = _median(some)
        spread = _DEVIATION * _median(np.abs(some - middle))
        return np.clip((likeness - middle) / (spread + 1e-6 * (1 + middle)), _LEAST, _MOST)


def _median(values: NDArray[np.float64]) -> float:
    """What numpy's own `median` gives, in a third of the time."""
    upper = len(values) // 2
    lower = (len(values) - 1) // 2
    parted = np.partition(values, (lower, upper))
    return float(parted[lower] + parted[upper]) / 2


def _sorted(keys: NDArray[np.float64], order: NDArray[np.int64]) -> NDArray[np.int64]:
    """The stable order of the keys.

    Args:
        keys: what to sort by.
        order: an older order of theirs; the nearer it is, the less there is to do.
    """
    order = order[np.argsort(keys[order], kind="stable")]
    ascending = keys[order]
    equal = np.concatenate([[False], ascending[1:] == ascending[:-1], [False]])
    tied = np.flatnonzero(equal[1:] | equal[:-1])  # they are in the older order still
    run = np.cumsum(~equal[:-1])[tied]
    order[tied] = order[tied][np.lexsort((order[tied], run))]
    return order
