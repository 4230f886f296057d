"""Near duplicates: papers that share most of their text, found by MinHash.

Broder, "On the resemblance and containment of documents", 1997: the share of permutations under
which two sets have the same least member is, on average, their Jaccard likeness.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Signature = NDArray[np.uint32]

NEAR = 0.85  # papers that share at least so much of their text are one paper in two versions

_SHINGLE = 5  # characters
_BANDS, _ROWS = 20, 6  # a pair of likeness 0.85 meets in some band in 99.99 of 100 cases
PERMUTATIONS = _BANDS * _ROWS
# Four standard errors of an estimate by 120 permutations: what is farther off is sure.
_DOUBT = range(round(0.72 * PERMUTATIONS), round(0.97 * PERMUTATIONS) + 1)
_MARKS_AND_SPACE = re.compile(r"[\W_]+")
_PRIME = 1_099_511_628_211  # of FNV-1a in 64 bits; any odd number of many bits does


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each bit of the result depends on all bits of the number (the finish of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _constants(first: int, count: int) -> NDArray[np.uint64]:
    # Signatures are stored: these numbers must never change, as numpy's random ones may.
    return _mixed(np.arange(first, first + count, dtype=np.uint64)) | np.uint64(1)


_FACTORS, _OFFSETS = (_constants(n * 1000, PERMUTATIONS).astype(np.uint32) for n in (1, 2))
_BAND_FACTORS = _constants(3000, PERMUTATIONS).reshape(_BANDS, _ROWS)


def signature(texts: Iterable[str]) -> Signature:
    """What is kept of a paper to compare it with others.

    Args:
        texts: its paragraphs. Marks, spaces and the borders of paragraphs do not count.

    Returns:
        120 numbers, the same on every machine; store them in little-endian order.
    """
    hashes = (shingles(texts) >> np.uint64(32)).astype(np.uint32)
    permuted = np.empty_like(hashes)
    least = np.empty(PERMUTATIONS, dtype=np.uint32)
    for n, (factor, offset) in enumerate(zip(_FACTORS, _OFFSETS, strict=True)):
        np.multiply(hashes, factor, out=permuted)
        np.add(permuted, offset, out=permuted)
        least[n] = permuted.min()
    return least


def similar(one: Signature, other: Signature) -> float:
    """The estimated Jaccard likeness of two papers; its standard error is at most 0.046."""
    return float(np.count_nonzero(one == other)) / PERMUTATIONS


def jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    """The exact likeness: common runs of five characters as a share of all runs of both."""
    ours, theirs = np.unique(shingles(one)), np.unique(shingles(other))
    common = len(np.intersect1d(ours, theirs, assume_unique=True))
    return common / (len(ours) + len(theirs) - common)


def verdict(estimate: float) -> bool | None:
    """Whether papers of that estimated likeness are near duplicates; None: read their texts."""
    agreeing = round(estimate * PERMUTATIONS)
    return None if agreeing in _DOUBT else agreeing >= _DOUBT.stop


def are_near(estimate: float, one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two papers are near duplicates, by their texts where the estimate leaves a doubt."""
    sure = verdict(estimate)
    return jaccard(one, other) >= NEAR if sure is None else sure


def meetings(signatures: Sequence[Signature]) -> list[tuple[int, int]]:
    """The pairs of papers that may be near duplicates, by their places, each pair once.

    Each signature is cut into twenty bands; papers that agree in a whole band are compared.
    """
    if not signatures:
        return []
    keys = _band_keys(np.stack(signatures)).ravel()
    order = np.argsort(keys, kind="stable")
    edges = np.flatnonzero(np.diff(keys[order], prepend=~keys[order[:1]], append=~keys[order[-1:]]))
    shared = np.flatnonzero(np.diff(edges) > 1)
    pairs: set[tuple[int, int]] = set()
    for start, end in zip(edges[shared].tolist(), edges[shared + 1].tolist(), strict=True):
        papers = np.unique(order[start:end] // _BANDS).tolist()
        pairs.update(combinations(papers, 2))
    likely = (
        (a, b) for a, b in pairs if verdict(similar(signatures[a], signatures[b])) is not False
    )
    return sorted(likely)


def families(papers: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The papers in families: whoever is near to a member belongs to it.

    Args:
        papers: every paper once.
        pairs: near duplicates.

    Returns:
        families with their members in the order given, each by its first member's place.
    """
    head = {paper: paper for paper in papers}

    def head_of(paper: int) -> int:
        while head[paper] != paper:
            head[paper] = head[head[paper]]
            paper = head[paper]
        return paper

    for one, other in pairs:
        head[head_of(other)] = head_of(one)
    members: dict[int, list[int]] = {}
    for paper in head:
        members.setdefault(head_of(paper), []).append(paper)
    return list(members.values())


def _band_keys(signatures: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """A number for each band of each signature."""
    rows = signatures.astype(np.uint64).reshape(-1, _BANDS, _ROWS)
    keys: NDArray[np.uint64] = (rows * _BAND_FACTORS).sum(axis=2, dtype=np.uint64)
    return keys


def shingles(texts: Iterable[str], size: int = _SHINGLE) -> NDArray[np.uint64]:
    """A 64-bit number for each run of so many letters, figures or Han characters; at least one."""
    bare = _MARKS_AND_SPACE.sub("", "".join(texts)).ljust(size, "\0")
    # A lone surrogate, as a damaged file may hold, is a character like any other here.
    codes = np.frombuffer(bare.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    points = codes.astype(np.uint64)
    count = len(points) - size + 1
    runs = np.zeros(count, dtype=np.uint64)
    for n in range(size):
        runs = (runs ^ points[n : n + count]) * np.uint64(_PRIME)
    return _mixed(runs)
