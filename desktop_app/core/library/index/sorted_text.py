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


def write_sorted_text(folder: Path, units: Units) -> None:
    """Write a text, which must not be empty, and the order of its suffixes."""
    units.astype(_BIG_ENDIAN).tofile(folder / _TEXT)
    order = pydivsufsort.divsufsort(np.ascontiguousarray(units))
    write_array(folder, _ORDER, np.asarray(order, np.int32))


class SortedText:
    """The papers one after another, mapped into memory.

    Attributes:
        units: the text.
        order: the starts of its suffixes in the order of the suffixes.
    """

    def __init__(self, folder: Path) -> None:
        with (folder / _TEXT).open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.units: Units = np.frombuffer(self._bytes, _BIG_ENDIAN)
        self.order: NDArray[np.int32] = open_array(folder, _ORDER)
        if len(self.order) != len(self.units):
            raise ValueError(f"{_TEXT} and its suffix array differ in length")

    def at(self, positions: NDArray[np.int64]) -> Units:
        """The characters at these positions; beyond either end, the outermost character."""
        return self.units[np.clip(positions, 0, len(self.units) - 1)].astype(np.uint16)

    def find(self, wanted: Units) -> range:
        """The part of `order` whose suffixes start with the wanted characters."""
        key = wanted.astype(_BIG_ENDIAN).tobytes()
        low = self._bound(key, 0, behind=False)
        return range(low, self._bound(key, low, behind=True))

    def _bound(self, key: bytes, low: int, *, behind: bool) -> int:
        """The first suffix that is not before the key, or the first that is behind it."""
        text, order, size, high = self._bytes, self.order, len(key), len(self.order)
        while low < high:
            middle = (low + high) >> 1
            start = 2 * order.item(middle)
            here = text[start : start + size]
            if here < key or (behind and here == key):
                low = middle + 1
            else:
                high = middle
        return low
