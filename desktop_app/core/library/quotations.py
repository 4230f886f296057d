"""Papers that quote another one nearly whole, such as the news report of a speech.

A sample is kept of each paper's long runs of characters: those whose hash falls below a bound, so
that all papers are sampled alike (Broder, "On the resemblance and containment of documents", 1997).
The share of the shorter paper's sample that the longer one has too estimates how much of it is
quoted.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.near_duplicates import shingles

Sample = NDArray[np.uint32]

QUOTED = 0.85  # of the shorter paper's runs stand in the longer one, or it is a paper of its own

_RUN = 12  # characters; shorter ones stand in many papers
_SAMPLED = 64  # of all runs one in so many is kept
_LEAST_RATIO = 0.5  # of the lengths; a volume that holds many speeches is no report of one
_FEWEST = 8  # runs in a sample that can tell
_LIKELY = 0.6  # of a sample; with eight runs and .85 quoted less is seen in one case of thirty
_MOST_PAPERS = 8  # that share a run; what more papers say is a formula


def sample_runs(texts: Iterable[str]) -> Sample:
    """What is kept of a paper's runs: 32 bits of the hash of one in 64, ascending."""
    runs = shingles(texts, _RUN)
    sampled = runs[runs % np.uint64(_SAMPLED) == 0] >> np.uint64(32)
    return np.unique(sampled.astype(np.uint32))


def quoting(samples: Sequence[Sample]) -> list[tuple[int, int]]:
    """The pairs of papers of which one may quote the other nearly whole, by their places."""
    if not samples:
        return []
    sizes = np.array([len(sample) for sample in samples])
    sharing = _pairs_sharing(samples) @ [len(samples), 1]  # a number for each pair
    numbers, common = np.unique(sharing, return_counts=True)
    pairs = np.stack(np.divmod(numbers, len(samples)), axis=1)
    shorter, longer = np.sort(sizes[pairs], axis=1).T
    likely = (
        (shorter >= _FEWEST) & (common >= _LIKELY * shorter) & (shorter >= _LEAST_RATIO * longer)
    )
    return [(one, other) for one, other in pairs[likely].tolist()]


def quoted(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether the shorter of two papers stands nearly whole in the longer, and makes most of it.

    Args:
        one: the paragraphs of a paper.
        other: those of another one.
    """
    ours, theirs = np.unique(shingles(one)), np.unique(shingles(other))
    common = len(np.intersect1d(ours, theirs, assume_unique=True))
    shorter, longer = sorted((len(ours), len(theirs)))
    return common >= QUOTED * shorter and shorter >= _LEAST_RATIO * longer


def _pairs_sharing(samples: Sequence[Sample]) -> NDArray[np.intp]:
    """A row of two papers, ascending, for each run that both have and not too many others."""
    runs = np.concatenate(samples).astype(np.uint64)
    owners = np.repeat(np.arange(len(samples)), [len(sample) for sample in samples])
    keys = np.sort(runs << np.uint64(32) | owners.astype(np.uint64))  # as numbers: much faster
    ordered, owners = (keys >> np.uint64(32)).astype(np.int64), keys.astype(np.uint32)
    edges = np.flatnonzero(np.diff(ordered, prepend=-1, append=-1))
    spread = np.diff(edges)
    found = [np.zeros((0, 2), np.intp)]
    for papers in range(2, _MOST_PAPERS + 1):
        first = edges[:-1][spread == papers]
        having = owners[first[:, None] + np.arange(papers)].astype(np.intp)
        found += [having[:, list(pair)] for pair in combinations(range(papers), 2)]
    return np.concatenate(found)
