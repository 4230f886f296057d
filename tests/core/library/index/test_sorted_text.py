from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.index.sorted_text import SortedText, write_sorted_text
from desktop_app.core.text.units import encode_units

SMALL = st.text("一二丁\n\0a", max_size=30)


def sorted_text(folder: Path, text: str) -> SortedText:
    write_sorted_text(folder, encode_units(text))
    return SortedText(folder)


@given(SMALL, st.text("一二丁\na", min_size=1, max_size=4))
def test_search_finds_what_naive_search_finds(text: str, wanted: str) -> None:
    text += "\0"
    with TemporaryDirectory() as folder:
        library = sorted_text(Path(folder), text)
        found = library.find(encode_units(wanted))
        starts = library.starts(np.arange(found.start, found.stop)).tolist()
    assert sorted(starts) == [n for n in range(len(text)) if text.startswith(wanted, n)]


@pytest.mark.parametrize("characters", [1, 256, 257, 65_537])
def test_pointers_of_any_size_are_written_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, characters: int
) -> None:
    monkeypatch.setattr("desktop_app.core.library.index.sorted_text._TOGETHER", 1000)
    library = sorted_text(tmp_path, "丁" * characters)
    starts = library.starts(np.arange(characters))
    assert starts.tolist() == list(range(characters))[::-1]


@given(SMALL)
def test_suffixes_are_in_order(text: str) -> None:
    text += "\0"
    with TemporaryDirectory() as folder:
        order = sorted_text(Path(folder), text).starts(np.arange(len(text))).tolist()
    assert [text[n:] for n in order] == sorted(text[n:] for n in range(len(text)))


def test_beyond_the_ends_stand_the_outermost_characters(tmp_path: Path) -> None:
    library = sorted_text(tmp_path, "稳中求进")
    assert library.at(np.array([-3, 0, 3, 9])).tolist() == encode_units("稳稳进进").tolist()


def test_text_and_suffixes_must_belong_together(tmp_path: Path) -> None:
    sorted_text(tmp_path, "稳中求进")
    (tmp_path / "text.bin").write_bytes(b"\x4e\x00")
    with pytest.raises(ValueError, match="differ in length"):
        SortedText(tmp_path)
