from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
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


@pytest.mark.parametrize(
    ("numbers", "size"),
    [([0, 65_535], 2), ([0, 65_536], 4), ([-1, 32_767], 2), ([-1, 32_768], 4), ([1 << 40], 8)],
)
def test_whole_numbers_have_as_few_bytes_as_hold_them(
    tmp_path: Path, numbers: list[int], size: int
) -> None:
    Table(np.array(numbers, np.int64), np.zeros(0, np.float16)).write(tmp_path, "part")
    table = Table.open(tmp_path, "part")
    assert table.numbers.tolist() == numbers
    assert table.numbers.dtype.itemsize == size


def test_tables_one_behind_the_other_are_shifted_without_overflow(tmp_path: Path) -> None:
    Table(np.array([0, 65_535]), np.array([0.5], np.float16)).write(tmp_path, "part")
    part = Table.open(tmp_path, "part")
    joined = Table.concatenated([part, part], {"numbers": np.array([0, 65_536])})
    assert joined.numbers.tolist() == [0, 65_535, 65_536, 131_071]
    assert joined.shares.tolist() == [0.5, 0.5]


def test_arrays_are_mapped_and_cannot_be_changed(tmp_path: Path) -> None:
    write_array(tmp_path, "numbers", np.arange(3))
    array = open_array(tmp_path, "numbers")
    assert isinstance(array.base, np.memmap)
    assert not array.flags.writeable


def test_an_empty_array_can_be_opened(tmp_path: Path) -> None:
    write_array(tmp_path, "nothing", np.zeros(0, np.uint64))
    assert len(open_array(tmp_path, "nothing")) == 0
