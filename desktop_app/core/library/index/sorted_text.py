"""The text of a segment with its suffix array: every place where a string stands."""

import mmap
from pathlib import Path

import numpy as np
import pydivsufsort
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import open_array, write_array
from desktop_app.core.text.units import Units

_TEXT, _ORDER = "text.bin", "text-order"
_POINTER = 3  # bytes; a segment has fewer than 16 million characters
_BIG_ENDIAN = np.dtype(">u2")  # bytes then sort like characters


def write_sorted_text(folder: Path, units: Units) -> None:
    """Write a text, which must not be empty, and the order of its suffixes."""
    units.astype(_BIG_ENDIAN).tofile(folder / _TEXT)
    if len(units) >= 1 << 8 * _POINTER:
        raise ValueError(f"{len(units)} characters are too many for a segment")
    order = pydivsufsort.divsufsort(np.ascontiguousarray(units)).astype("<i4")
    write_array(folder, _ORDER, order.view(np.uint8).reshape(-1, 4)[:, :_POINTER])


class SortedText:
    """The papers one after another, mapped into memory.

    Attributes:
        units: the text.
    """

    def __init__(self, folder: Path) -> None:
        with (folder / _TEXT).open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.units: Units = np.frombuffer(self._bytes, _BIG_ENDIAN)
        self._order: NDArray[np.uint8] = open_array(folder, _ORDER)
        self._pointers = self._order.data.cast("B")
        self._first: dict[bytes, range] = {}
        if len(self._order) != len(self.units):
            raise ValueError(f"{_TEXT} and its suffix array differ in length")

    def at(self, positions: NDArray[np.int64]) -> Units:
        """The characters at these positions; beyond either end, the outermost character."""
        return self.units[np.clip(positions, 0, len(self.units) - 1)].astype(np.uint16)

    def find(self, wanted: Units, within: range | None = None) -> range:
        """The ranks of the suffixes that start with the wanted characters, in the order of all.

        Args:
            wanted: the characters.
            within: the ranks of those that start with the first few of them, if that is known.
        """
        key = wanted.astype(_BIG_ENDIAN).tobytes()
        return self._narrow(key, self._starting_with(key[:2]) if within is None else within)

    def _starting_with(self, character: bytes) -> range:
        """The ranks of the suffixes that start with a character, kept for the next time."""
        if character not in self._first:
            self._first[character] = self._narrow(character, range(len(self._order)))
        return self._first[character]

    def _narrow(self, key: bytes, within: range) -> range:
        """Of these ranks those of the suffixes that start with the key."""
        size, end, step = len(key), within.stop, 1
        low = self._bound(key, within.start, end, behind=False)
        while low + step < end and self._opening(low + step, size) == key:  # most ranges are short
            step *= 2
        high = self._bound(key, low + step // 2, min(low + step, end), behind=True)
        return range(low, high)

    def starts(self, ranks: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where the suffixes of these ranks in their order start."""
        wide = np.zeros((len(ranks), 4), np.uint8)
        wide[:, :_POINTER] = self._order[ranks]
        return wide.view("<i4")[:, 0].astype(np.int64)

    def _bound(self, key: bytes, low: int, high: int, *, behind: bool) -> int:
        """From `low` to `high`, the first suffix not before the key, or the first behind it."""
        size = len(key)
        while low < high:
            middle = (low + high) >> 1
            here = self._opening(middle, size)
            if here < key or (behind and here == key):
                low = middle + 1
            else:
                high = middle
        return low

    def _opening(self, rank: int, size: int) -> bytes:
        """The first bytes of the suffix of that rank."""
        at = _POINTER * rank
        start = 2 * int.from_bytes(self._pointers[at : at + _POINTER], "little")
        return self._bytes[start : start + size]
