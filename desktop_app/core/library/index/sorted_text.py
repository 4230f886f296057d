"""The text of a segment with its suffix array: every place where a string stands."""

import mmap
from pathlib import Path

import numpy as np
import pydivsufsort
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import open_array, write_array
from desktop_app.core.text.units import Units

_TEXT, _ORDER = "text.bin", "text-order"
_BIG_ENDIAN = np.dtype(">u2")  # bytes then sort like characters
_STRIDE = 4  # times; by so much further it is looked each time how far equal suffixes go
_TOGETHER = 1 << 20  # suffixes that are written at a time: of all at once memory would be short


def write_sorted_text(folder: Path, units: Units) -> None:
    """Write a text, which must not be empty, and the order of its suffixes."""
    text = units.astype(_BIG_ENDIAN)
    text.tofile(folder / _TEXT)
    order = pydivsufsort.divsufsort(text.view(np.uint8))
    write_array(folder, _ORDER, _pointers_to_characters(order))


def _pointers_to_characters(order: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Of an order of bytes that of the characters, which have two each.

    Returns:
        a row for each, with as few bytes as hold them all, the lowest first.
    """
    characters = len(order) // 2
    size = max(1, (characters - 1).bit_length() + 7 >> 3)
    pointers = np.empty((characters, size), np.uint8)
    filled = 0
    for first in range(0, len(order), _TOGETHER):
        some = order[first : first + _TOGETHER]
        starts = (some[some & 1 == 0] >> 1).astype("<i4")
        here = slice(filled, filled + len(starts))
        pointers[here] = starts.view(np.uint8).reshape(-1, 4)[:, :size]
        filled = here.stop
    return pointers


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
        self._size = self._order.shape[1]  # of a pointer, in bytes
        self._first: dict[bytes, range] = {}
        if len(self._order) != len(self.units):
            raise ValueError(f"{_TEXT} and its suffix array differ in length")

    def at(self, positions: NDArray[np.int64]) -> Units:
        """The characters at these positions; beyond either end, the outermost character."""
        return self.units[np.clip(positions, 0, len(self.units) - 1)].astype(np.uint16)

    def rows(self, starts: NDArray[np.int64], count: int) -> Units:
        """A row of `count` characters from each place on; beyond either end as `at` has it."""
        last = len(self.units) - count
        if len(starts) and starts.min() >= 0 and starts.max() <= last:
            step = self.units.itemsize  # rows that overlap in memory are copied at one stroke each
            shape, steps = (last + 1, count), (step, step)
            overlapping: Units = np.ndarray(shape, _BIG_ENDIAN, self._bytes, 0, steps)
            return overlapping[starts].astype(np.uint16)
        return self.at(starts[:, None] + np.arange(count))

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
            step *= _STRIDE
        high = self._bound(key, low + step // _STRIDE, min(low + step, end), behind=True)
        return range(low, high)

    def starts(self, ranks: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where the suffixes of these ranks in their order start."""
        wide = np.zeros((len(ranks), 4), np.uint8)
        wide[:, : self._size] = self._order[ranks]
        return wide.view("<i4")[:, 0].astype(np.int64)

    def _bound(self, key: bytes, low: int, high: int, *, behind: bool) -> int:
        """From `low` to `high`, the first suffix not before the key, or the first behind it."""
        pointers, text, width, size = self._pointers, self._bytes, self._size, len(key)
        while low < high:  # a call for each look would cost as much as the look
            middle = (low + high) >> 1
            at = width * middle
            start = 2 * int.from_bytes(pointers[at : at + width], "little")
            here = text[start : start + size]
            if here < key or (behind and here == key):
                low = middle + 1
            else:
                high = middle
        return low

    def _opening(self, rank: int, size: int) -> bytes:
        """The first bytes of the suffix of that rank."""
        at = self._size * rank
        start = 2 * int.from_bytes(self._pointers[at : at + self._size], "little")
        return self._bytes[start : start + size]
