from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.occurrences import Source
from desktop_app.core.text.units import decode_units, encode_units
from tests.core.library.index.papers import index_of, joined_index, paper, whole_text

PAPERS = [
    paper(1, "# 一、强农业", "抓好春耕生产，备足农资。", "春耕不误农时。"),
    paper(2, "管好水源。", "# 二、修道路", "打通断头路，抓好春耕。", year=2024),
    paper(3, "守好粮仓，抓好春耕生产。", "# 一、强农业", "修好水渠，管好水源。", year=2023),
]


@pytest.fixture
def whole(tmp_path: Path) -> LibraryIndex:
    return index_of(tmp_path / "whole", PAPERS)


@pytest.fixture
def parted(tmp_path: Path) -> LibraryIndex:
    return joined_index(tmp_path, PAPERS[:1], PAPERS[1:])


def test_a_library_of_several_segments_reads_like_one(
    whole: LibraryIndex, parted: LibraryIndex
) -> None:
    assert len(whole.text) == len(parted.text)
    assert whole_text(whole) == whole_text(parted)
    for name in ("paper_start", "paper_id", "paper_year", "start", "end", "paragraph_id", "body"):
        assert getattr(whole.places, name).tolist() == getattr(parted.places, name).tolist()
    for name in ("start", "end", "paper", "paragraph", "heading"):
        assert getattr(whole.rows, name).tolist() == getattr(parted.rows, name).tolist()


@pytest.mark.parametrize("words", ["抓好春耕", "管好水源", "守好"])
def test_likeness_is_about_that_of_one_segment(
    whole: LibraryIndex, parted: LibraryIndex, words: str
) -> None:
    """A pair is as rare as in the whole library; only mean lengths are those of the segment."""
    found, expected = parted.whole.likeness(words), whole.whole.likeness(words)
    assert np.flatnonzero(found).tolist() == np.flatnonzero(expected).tolist()
    assert found.tolist() == pytest.approx(expected.tolist(), rel=0.35)


def test_places_are_found_in_all_segments(whole: LibraryIndex, parted: LibraryIndex) -> None:
    wanted = encode_units("春耕")
    each = [index.text.sample(index.text.find(wanted), 10) for index in (whole, parted)]
    assert sorted(each[0].tolist()) == sorted(each[1].tolist())
    assert len(each[0]) == 4
    some = parted.text.sample(parted.text.find(wanted), 2)
    assert len(some) == 2
    assert set(some.tolist()) <= set(each[1].tolist())


def test_a_longer_context_is_looked_up_only_where_the_shorter_one_stands(
    parted: LibraryIndex,
) -> None:
    shorter = parted.text.find(encode_units("断头路"))
    assert [len(part) for part in shorter.parts] == [0, 1]
    assert len(parted.text.find(encode_units("通断头路"), shorter)) == 1
    assert len(parted.text.find(encode_units("农资"), shorter)) == 0  # it stands in the first


def test_what_stands_before_and_behind_a_place(parted: LibraryIndex) -> None:
    (place,) = parted.text.sample(parted.text.find(encode_units("断头路")), 9).tolist()
    at = np.array([place])
    assert decode_units(parted.text.around(at, 2, 3)[0]) == "打通断头路"


def test_pairs_are_counted_over_all_segments(whole: LibraryIndex, parted: LibraryIndex) -> None:
    assert parted.paper_pairs.rarity.tolist() == whole.paper_pairs.rarity.tolist()
    assert parted.paper_pairs.surprise.tolist() == whole.paper_pairs.surprise.tolist()
    for bucket in np.flatnonzero(whole.paper_pairs.rarity).tolist():
        one = np.array([bucket]), np.ones(1)
        assert np.array_equal(
            parted.paper_pairs.products(*one) > 0, whole.paper_pairs.products(*one) > 0
        )


def test_kin_is_found_in_all_segments(whole: LibraryIndex, parted: LibraryIndex) -> None:
    for line in ("抓好春耕生产，备足农资", "修好水渠，管好水源"):
        shared = sorted(whole.rare_grams.papers_sharing([line])[0].tolist())
        assert sorted(parted.rare_grams.papers_sharing([line])[0].tolist()) == shared


def test_wording_of_many_papers_shows_no_kinship_in_several_segments_either(
    tmp_path: Path,
) -> None:
    stock = "坚持以人民为中心的发展思想，在发展中保障和改善民生"
    papers = [paper(n, stock) for n in range(8)]
    index = joined_index(tmp_path, papers[:4], papers[4:])
    assert len(index.rare_grams.papers_sharing([stock])[0]) == 0


def test_a_hidden_paper_is_no_source_any_more(tmp_path: Path) -> None:
    index = joined_index(tmp_path, PAPERS[:1], PAPERS[1:], hidden=[3])
    assert index.occurrences("抓好春耕").sources == (Source(1, 101), Source(2, 202))
    assert index.hidden.tolist() == [False, False, True]
    assert index.hidden_at(index.places.start).tolist() == [False] * 6 + [True] * 3


def test_no_segments_are_an_empty_library() -> None:
    index = LibraryIndex.of({})
    assert index.places.papers == len(index.rows) == len(index.text) == 0
    assert index.occurrences("春耕").times == 0
    assert (
        len(index.whole.likeness("春耕")) == len(index.rare_grams.papers_sharing(["春耕"])[0]) == 0
    )
