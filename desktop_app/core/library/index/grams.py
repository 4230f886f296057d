"""Runs of characters that say something by how many papers have them: few, or very many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable
from desktop_app.core.library.index.places import Places, Positions
from desktop_app.core.library.index.posting_lists import Lists
from desktop_app.core.text.units import NEWLINE, Units, encode_units, gram_hashes, holding_break

RARE_SIZE, FORMULA_SIZE = 8, 6
SAMPLED = 8  # of the rare grams one in so many is kept
_TOGETHER = 1 << 20  # characters that are hashed at a time: of all at once memory would be short
_FEW = 6  # papers that may share a gram which shows kinship
_LINES = 4096  # whose papers are kept
_FORMULA_SHARE, _FORMULA_PAPERS = 0.1, 3
_FORMULA_SAMPLE = 300  # papers that are asked for formulae


@dataclass(frozen=True, eq=False)
class RareGrams(ArrayTable):
    """Long grams that only few papers have: 32 bits of their hashes, ascending, and the papers."""

    gram: NDArray[np.uint32]
    paper: NDArray[np.uint16]

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
        return cls(gram=grams[rare], paper=papers[rare].astype(np.uint16))

    def lists(self, wanted: NDArray[np.uint32]) -> Lists:
        """Where the papers of each wanted gram are in `paper`."""
        start = np.searchsorted(self.gram, wanted)
        end = start.copy()
        if len(self.gram):
            held = self.gram[np.minimum(start, len(self.gram) - 1)] == wanted
            end[held] = np.searchsorted(self.gram, wanted[held], "right")
        return Lists(start, end)


class JoinedGrams:
    """The rare grams of all segments as one; the lines of a draft are looked up once."""

    def __init__(self, parts: Sequence[RareGrams], papers: Sequence[int]) -> None:
        self._parts = parts
        self._first = np.cumsum([0, *papers]).tolist()
        self._known: dict[str, NDArray[np.int64]] = {}

    def papers_sharing(self, lines: Sequence[str]) -> list[NDArray[np.int64]]:
        """For each line a paper's number for each gram of it that the paper has.

        A paper may come repeatedly.
        """
        if len(self._known) > _LINES:
            self._known.clear()
        lacking = [line for line in dict.fromkeys(lines) if line not in self._known]
        if lacking:
            self._known |= zip(lacking, self._look_up(lacking), strict=True)
        return [self._known[line] for line in lines]

    def _look_up(self, lines: Sequence[str]) -> list[NDArray[np.int64]]:
        text = encode_units("\n".join(lines))
        grams, positions = _sampled_grams(text)
        line = np.searchsorted(np.flatnonzero(text == NEWLINE), positions)
        keys = np.unique((line.astype(np.uint64) << np.uint64(32)) | grams)
        wanted, line = keys.astype(np.uint32), (keys >> np.uint64(32)).astype(np.int64)
        lists = [part.lists(wanted) for part in self._parts]
        spread = sum((found.lengths for found in lists), np.zeros(len(wanted), np.int64))
        papers, owners = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for part, first, found in zip(self._parts, self._first, lists, strict=False):
            few = spread <= _FEW
            papers.append(found.only(few).taken_from(part.paper).astype(np.int64) + first)
            owners.append(np.repeat(line[few], found.lengths[few]))
        owner = np.concatenate(owners)
        order = np.argsort(owner, kind="stable")
        edges = np.searchsorted(owner[order], np.arange(1, len(lines)))
        return np.split(np.concatenate(papers)[order], edges)


def _sampled_grams(text: Units) -> tuple[NDArray[np.uint32], Positions]:
    """The sampled grams within lines, and where they begin."""
    each = [
        _sampled_within(text[start : start + _TOGETHER + RARE_SIZE - 1])
        for start in range(0, max(1, len(text)), _TOGETHER)
    ]
    positions = [found + n * _TOGETHER for n, (_, found) in enumerate(each)]
    return np.concatenate([grams for grams, _ in each]), np.concatenate(positions)


def _sampled_within(text: Units) -> tuple[NDArray[np.uint32], Positions]:
    hashes = gram_hashes(text, RARE_SIZE)
    kept = hashes % np.uint64(SAMPLED) == 0
    positions = np.flatnonzero(kept & ~holding_break(text, RARE_SIZE))
    # Of 64 bits 32 are enough: by chance a gram is taken for another in one case of a thousand.
    return (hashes[positions] // np.uint64(SAMPLED)).astype(np.uint32), positions


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
