import numpy as np

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.neighbour_text import read_rows
from desktop_app.core.text.units import decode_units
from tests.core.library.index.papers import whole_text


def test_rows_are_read_in_the_order_asked_for(index: LibraryIndex) -> None:
    text = read_rows(index, np.array([3, 0]))
    lines = decode_units(text.units).split("\n")
    starts, ends = index.rows.start[[3, 0]], index.rows.end[[3, 0]]
    rows = [whole_text(index)[a:b] for a, b in zip(starts, ends, strict=True)]
    assert lines == [*rows, ""]
    assert text.owner.tolist() == [0] * (len(rows[0]) + 1) + [1] * (len(rows[1]) + 1)


def test_the_way_back_leads_to_the_librarys_text(index: LibraryIndex) -> None:
    text = read_rows(index, np.array([2, 4]))
    start = decode_units(text.units).index("\n") + 3
    origin = text.origin[start]
    assert whole_text(index)[origin : origin + 5] == text.string(start, start + 5)
