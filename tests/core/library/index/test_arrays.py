from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable, open_array, write_array


@dataclass(frozen=True, eq=False)
class Table(ArrayTable):
    numbers: NDArray[np.int64]
    shares: NDArray[np.float16]


def test_a_table_comes_back_from_disk(tmp_path: Path) -> None:
    Table(np.arange(3), np.array([0.5], np.float16)).write(tmp_path, "part")
    table = Table.open(tmp_path, "part")
    assert table.numbers.tolist() == [0, 1, 2]
    assert table.shares.dtype == np.float16


def test_arrays_are_mapped_and_cannot_be_changed(tmp_path: Path) -> None:
    write_array(tmp_path, "numbers", np.arange(3))
    array = open_array(tmp_path, "numbers")
    assert isinstance(array.base, np.memmap)
    assert not array.flags.writeable


def test_an_empty_array_can_be_opened(tmp_path: Path) -> None:
    write_array(tmp_path, "nothing", np.zeros(0, np.uint64))
    assert len(open_array(tmp_path, "nothing")) == 0
