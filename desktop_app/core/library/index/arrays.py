"""Arrays on disk, mapped into memory when opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray


def write_array(folder: Path, name: str, array: NDArray[Any]) -> None:
    """Write one array."""
    np.save(_file(folder, name), np.ascontiguousarray(array), allow_pickle=False)


def open_array(folder: Path, name: str) -> NDArray[Any]:
    """Map one array; nothing is read until it is used."""
    # A path would be resolved, link by link; an index has some hundred arrays.
    mapped = open_memmap(str(_file(folder, name)), mode="r")
    return np.asarray(mapped)  # a plain view: slices of a memmap cost several times as much


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.npy"


@dataclass(frozen=True, eq=False)
class ArrayTable:
    """Arrays that belong together; subclasses name them as fields, one file each.

    On disk whole numbers have as few bytes as hold them; tables that are opened have them so.
    """

    @classmethod
    def open(cls, folder: Path, part: str) -> Self:
        """Map the arrays that `write` has written under the same name."""
        return cls(**{f.name: open_array(folder, f"{part}-{f.name}") for f in fields(cls)})

    def write(self, folder: Path, part: str) -> None:
        """Write the arrays into an existing folder."""
        for field in fields(self):
            write_array(folder, f"{part}-{field.name}", _narrowed(getattr(self, field.name)))

    @classmethod
    def concatenated(cls, parts: Sequence[Self], shifts: Mapping[str, NDArray[np.int64]]) -> Self:
        """The tables one behind the other, in memory.

        Args:
            parts: the tables.
            shifts: for each of the named arrays, what is added to it in each table.
        """
        arrays = {}
        for field in fields(cls):
            each = shifts.get(field.name, np.zeros(len(parts), np.int64))
            held = [getattr(part, field.name) for part in parts]
            shifted = [array + by for array, by in zip(held, each, strict=True)]
            arrays[field.name] = np.concatenate([np.zeros(0, np.int64), *shifted])
        return cls(**arrays)


def _narrowed(array: NDArray[Any]) -> NDArray[Any]:
    """Whole numbers in the smallest type that holds them; other arrays as they are."""
    if array.dtype.kind != "i" or not len(array):
        return array
    least, largest = array.min(), array.max()
    kinds = (np.int16, np.int32) if least < 0 else (np.uint16, np.uint32)
    for kind in kinds:
        if np.iinfo(kind).min <= least and largest <= np.iinfo(kind).max:
            return array.astype(kind)
    return array
