"""Arrays on disk, mapped into memory when opened."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


def write_array(folder: Path, name: str, array: NDArray[Any]) -> None:
    """Write one array."""
    np.save(_file(folder, name), np.ascontiguousarray(array), allow_pickle=False)


def open_array(folder: Path, name: str) -> NDArray[Any]:
    """Map one array; nothing is read until it is used."""
    mapped = np.load(_file(folder, name), mmap_mode="r", allow_pickle=False)
    return np.asarray(mapped)  # a plain view: slices of a memmap cost several times as much


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.npy"


@dataclass(frozen=True, eq=False)
class ArrayTable:
    """Arrays that belong together; subclasses name them as fields, one file each."""

    @classmethod
    def open(cls, folder: Path, part: str) -> Self:
        """Map the arrays that `write` has written under the same name."""
        return cls(**{f.name: open_array(folder, f"{part}-{f.name}") for f in fields(cls)})

    def write(self, folder: Path, part: str) -> None:
        """Write the arrays into an existing folder."""
        for field in fields(self):
            write_array(folder, f"{part}-{field.name}", getattr(self, field.name))
