"""Many short texts at once: how many pairs of characters each has in common with another text."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.text.units import encode_units, pair_codes

Shares = NDArray[np.float64]
Codes = NDArray[np.int64]


class PairIndex:
    """The pairs of neighbouring Chinese characters of many texts.

    Args:
        texts: marks, figures and space in them part the characters beside them.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        ends = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
        codes, places = _pairs("\n".join([*texts, ""]))
        owners = np.searchsorted(ends, places, side="right")
        distinct = _distinct(codes << 32 | owners)
        starts = _starts(distinct >> 32)
        self._codes = distinct[starts] >> 32
        self._ends = np.append(starts, len(distinct))
        self._owners = (distinct & 0xFFFFFFFF).astype(np.int32)
        self._sizes = np.bincount(self._owners, minlength=len(texts)).astype(np.float64)

    def alike(self, text: str) -> Shares:
        """For each text, the share of the pairs of both that they have in common."""
        wanted = _distinct(_pairs(text)[0])
        shared = self._shared(wanted)
        return shared / np.maximum(1.0, self._sizes + len(wanted) - shared)

    def covering(self, text: str) -> Shares:
        """For each text, the share of the given text's pairs that it has."""
        wanted = _distinct(_pairs(text)[0])
        return self._shared(wanted) / max(1, len(wanted))

    def _shared(self, wanted: Codes) -> Shares:
        found = [self._texts_with(code) for code in wanted]
        owners = np.concatenate([np.zeros(0, np.int32), *found])
        return np.bincount(owners, minlength=len(self._sizes)).astype(np.float64)

    def _texts_with(self, code: np.int64) -> NDArray[np.int32]:
        number = int(np.searchsorted(self._codes, code))
        if number == len(self._codes) or self._codes[number] != code:
            return np.zeros(0, np.int32)
        return self._owners[self._ends[number] : self._ends[number + 1]]


def _distinct(numbers: Codes) -> Codes:
    """The numbers in order, each once; several times as fast as `np.unique`."""
    ordered = np.sort(numbers)
    return ordered[_starts(ordered)]


def _starts(ordered: Codes) -> Codes:
    """Where each number first stands among numbers in order."""
    return np.flatnonzero(np.diff(ordered, prepend=-1))


def _pairs(text: str) -> tuple[Codes, Codes]:
    """The pairs of a text as numbers, and where they stand."""
    codes = pair_codes(encode_units(text)).astype(np.int64)
    places = np.flatnonzero(codes)
    return codes[places], places
