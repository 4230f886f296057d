from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.joined_text import JoinedText
from desktop_app.core.library.index.sorted_text import SortedText, write_sorted_text
from desktop_app.core.text.units import decode_units, encode_units


def joined(folder: Path, *texts: str) -> JoinedText:
    parts = []
    for number, text in enumerate(texts):
        place = folder / str(number)
        place.mkdir()
        write_sorted_text(place, encode_units(text))
        parts.append(SortedText(place))
    return JoinedText(parts)


@pytest.mark.parametrize("texts", [("一" * 10,), ("一" * 4, "一" * 5, "一")])
def test_a_sample_is_all_or_evenly_spaced(tmp_path: Path, texts: tuple[str, ...]) -> None:
    library = joined(tmp_path, *texts)
    found = library.find(encode_units("一"))
    everywhere = library.sample(found, 10).tolist()
    assert sorted(everywhere) == list(range(10))
    assert library.sample(found, 5).tolist() == everywhere[1::2]
    assert library.sample(library.find(encode_units("二")), 5).tolist() == []


def test_a_window_does_not_reach_into_the_next_segment(tmp_path: Path) -> None:
    library = joined(tmp_path, "稳中\0", "求进\0")
    assert decode_units(library.around(np.array([1]), 0, 4)[0]) == "中\0\0\0"
    assert decode_units(library.around(np.array([4]), 3, 0)[0]) == "求求求"


def test_windows_come_in_the_order_of_their_positions(tmp_path: Path) -> None:
    library = joined(tmp_path, "稳中\0", "求进\0")
    rows = library.around(np.array([4, 1, 5]), 1, 1)
    assert [decode_units(row) for row in rows] == ["求进", "稳中", "进\0"]


def test_of_no_segments_nothing_is_found(tmp_path: Path) -> None:
    library = joined(tmp_path)
    assert len(library.find(encode_units("一"))) == 0
    assert library.around(np.zeros(0, np.int64), 0, 3).shape == (0, 3)
