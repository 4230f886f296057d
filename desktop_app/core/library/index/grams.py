"""Runs of characters that say something by how many papers have them: few, or very many."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable
from desktop_app.core.library.index.places import Places, Positions
from desktop_app.core.text.units import Units, encode_units, gram_hashes, holding_break

RARE_SIZE, FORMULA_SIZE = 8, 6
SAMPLED = 4  # of the rare grams one in so many is kept
_FEW = 6  # papers that may share a gram which shows kinship
_FORMULA_SHARE, _FORMULA_PAPERS = 0.1, 3
_FORMULA_SAMPLE = 300  # papers that are asked for formulae


@dataclass(frozen=True, eq=False)
class RareGrams(ArrayTable):
    """Hashes of long grams that only few papers have, ascending, and the papers that have them."""

    gram: NDArray[np.uint64]
    paper: NDArray[np.int32]

    @classmethod
    def build(cls, text: Units, places: Places) -> Self:
        """Sample the grams of the text by their hash, so that drafts are sampled alike."""
        grams, positions = _sampled_grams(text)
        papers = places.paper_at(positions)
        order = np.lexsort((papers, grams))
        grams, papers = grams[order], papers[order]
        first = np.ones(len(grams), np.bool_)
        first[1:] = (grams[1:] != grams[:-1]) | (papers[1:] != papers[:-1])
        grams, papers = grams[first], papers[first]
        _, inverse, spread = np.unique(grams, return_inverse=True, return_counts=True)
        rare = spread[inverse] <= _FEW
        return cls(gram=grams[rare], paper=papers[rare].astype(np.int32))

    def papers_sharing(self, line: str) -> NDArray[np.int32]:
        """A paper's number for each gram of the line that it has; a paper may come repeatedly."""
        wanted = np.unique(_sampled_grams(encode_units(line))[0])
        low = np.searchsorted(self.gram, wanted)
        high = np.searchsorted(self.gram, wanted, "right")
        found = np.flatnonzero(high > low)
        lists = [self.paper[low[n] : high[n]] for n in found]
        return np.concatenate(lists) if lists else np.zeros(0, np.int32)


def _sampled_grams(text: Units) -> tuple[NDArray[np.uint64], Positions]:
    """The sampled grams within lines, and where they begin."""
    grams = gram_hashes(text, RARE_SIZE)
    kept = grams % np.uint64(SAMPLED) == 0
    positions = np.flatnonzero(kept & ~holding_break(text, RARE_SIZE))
    return grams[positions], positions


def find_formulae(text: Units, places: Places) -> NDArray[np.uint64]:
    """Hashes of the grams that stand in a tenth of the papers, ascending: what everybody writes.

    Of a large library a sample of the papers is asked.
    """
    step = max(1, places.papers // _FORMULA_SAMPLE)
    ends = np.append(places.paper_start[1:], len(text))
    each = [
        _grams_within_lines(text[start:end])
        for start, end in zip(places.paper_start[::step], ends[::step], strict=False)
    ]
    grams, spread = np.unique(np.concatenate([np.zeros(0, np.uint64), *each]), return_counts=True)
    formulae: NDArray[np.uint64] = grams[spread >= max(_FORMULA_PAPERS, _FORMULA_SHARE * len(each))]
    return formulae


def _grams_within_lines(text: Units) -> NDArray[np.uint64]:
    return np.unique(gram_hashes(text, FORMULA_SIZE)[~holding_break(text, FORMULA_SIZE)])
