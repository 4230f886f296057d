import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.library.index import paper_pairs
from desktop_app.core.library.index.layout import lay_out
from desktop_app.core.library.index.paper_pairs import BUCKETS, JoinedPairs, PaperPairs, Spread
from desktop_app.core.text.units import encode_units, pair_buckets
from tests.core.library.index.papers import paper

LAYOUT = lay_out(
    [
        paper(1, "抓好春耕生产。", "春耕不误农时。"),
        paper(2, "管好水源。"),
        paper(3, "修水渠，抓好春耕。"),
    ]
)
PART = PaperPairs.build(LAYOUT.text, LAYOUT.places.paper_start, Spread.none())
PAIRS = JoinedPairs([PART], len(LAYOUT.text))


def bucket(pair: str) -> int:
    return int(pair_buckets(encode_units(pair))[0])


def parts(pairs: JoinedPairs, number: int) -> NDArray[np.float64]:
    """For each paper its part of the bucket."""
    worth = np.log(2) * pairs.rarity[[number]].astype(np.float64)
    found: NDArray[np.float64] = pairs.products(np.array([number]), worth) / pairs.length
    return found


def papers_with(number: int) -> list[int]:
    return np.flatnonzero(parts(PAIRS, number)).tolist()


def test_a_bucket_lists_the_papers_that_have_the_pair() -> None:
    assert papers_with(bucket("春耕")) == [0, 2]
    assert papers_with(bucket("水源")) == [1]
    assert papers_with(bucket("数字")) == []


def test_the_vector_of_a_paper_has_length_one() -> None:
    squares = np.zeros(3)
    for number in range(BUCKETS):
        squares += parts(PAIRS, number) ** 2
    assert np.allclose(squares, 1, atol=2e-3)


def test_a_small_part_weighs_its_pairs_by_the_whole_library() -> None:
    alone = lay_out([paper(9, "修水渠，抓好春耕。")])
    part = PaperPairs.build(alone.text, alone.places.paper_start, PAIRS.spread)
    weights = parts(JoinedPairs([PART, part], 99), bucket("水渠"))
    assert np.flatnonzero(weights).tolist() == [2, 3]
    assert weights[2] < weights[3] < 1.6 * weights[2]  # by itself it would be three times that


def test_products_add_up_over_many_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    buckets = np.flatnonzero(PAIRS.rarity)
    worth = np.random.default_rng(3).integers(-4, 5, len(buckets)).astype(np.float64)
    each = [PAIRS.products(buckets[n : n + 1], worth[n : n + 1]) for n in range(len(buckets))]
    monkeypatch.setattr(paper_pairs, "_TOGETHER", 4)
    assert PAIRS.products(buckets, worth).tolist() == np.sum(each, axis=0).tolist()


def test_what_is_said_very_often_counts_like_255_times() -> None:
    often = lay_out([paper(1, "春耕，" * 300)])
    part = PaperPairs.build(often.text, often.places.paper_start, Spread.none())
    assert part.times.max() == 255
    assert part.total[bucket("春耕")] == 300


def test_a_pair_of_few_papers_is_rarer_and_one_of_many_places_less_surprising() -> None:
    assert PAIRS.rarity[bucket("水源")] > PAIRS.rarity[bucket("春耕")] > 0
    assert PAIRS.surprise[bucket("水源")] > PAIRS.surprise[bucket("春耕")] > 0
    assert PAIRS.rarity[bucket("数字")] == PAIRS.surprise[bucket("数字")] == 0


def test_what_is_no_pair_is_not_kept() -> None:
    assert papers_with(0) == []


def test_a_library_of_no_papers_has_empty_lists() -> None:
    empty = lay_out([])
    pairs = PaperPairs.build(empty.text, empty.places.paper_start, Spread.none())
    assert len(pairs.edge) == BUCKETS + 1
    assert len(pairs.paper) == 0
