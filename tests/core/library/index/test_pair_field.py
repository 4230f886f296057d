from itertools import pairwise
from math import log

import numpy as np
import pytest

from desktop_app.core.library.index.pair_field import JoinedField, PairField
from desktop_app.core.text.units import encode_units

ROWS = ("抓好春耕生产，备足春耕农资", "管好水源，修好水渠", "春耕备耕两手抓", "")


def field(rows: tuple[str, ...]) -> JoinedField:
    text = "\n".join(rows) + "\n"
    ends = np.cumsum([len(row) + 1 for row in rows]) - 1
    starts = ends - [len(row) for row in rows]
    return JoinedField([PairField.build(encode_units(text), starts, ends)])


def pairs(text: str) -> list[str]:
    return [a + b for a, b in pairwise(text) if "，" not in a + b]


def naive_likeness(rows: tuple[str, ...], words: str) -> list[float]:
    """BM25 as it is written in books, with k1 = 1.2 and b = 0.75."""
    mean = sum(len(pairs(row)) for row in rows) / len(rows)
    spread = {pair: sum(pair in pairs(row) for row in rows) for pair in pairs("，".join(rows))}
    known = {pair for pair in pairs(words) if pair in spread}
    idf = {pair: log(1 + (len(rows) - n + 0.5) / (n + 0.5)) for pair, n in spread.items()}
    best = 1.6 * sum(idf[pair] for pair in known)

    def score(row: str, pair: str) -> float:
        times = pairs(row).count(pair)
        norm = 1.2 * (0.25 + 0.75 * len(pairs(row)) / mean)
        return idf[pair] * times * 2.2 / (times + norm)

    return [sum(score(row, pair) for pair in known) / best for row in rows]


@pytest.mark.parametrize(
    "words", ["春耕", "做好春耕生产", "水源，水渠", "抓好春耕生产，备足春耕农资"]
)
def test_likeness_is_bm25_over_pairs_of_characters(words: str) -> None:
    found = field(ROWS).likeness(words).tolist()
    assert found == pytest.approx(naive_likeness(ROWS, words), rel=1e-2)


def test_words_that_no_row_has_are_like_nothing() -> None:
    assert field(ROWS).likeness("数字经济").tolist() == [0, 0, 0, 0]
    assert field(ROWS).likeness("").tolist() == [0, 0, 0, 0]


def test_a_pair_does_not_reach_beyond_its_row() -> None:
    text = encode_units("春耕生产")
    halves = JoinedField([PairField.build(text, np.array([0, 2, 1]), np.array([2, 4, 1]))])
    assert (halves.likeness("春耕") > 0).tolist() == [True, False, False]
    assert (halves.likeness("耕生") > 0).tolist() == [False, False, False]


def test_a_field_of_no_rows_answers() -> None:
    nothing = np.zeros(0, np.int64)
    empty = JoinedField([PairField.build(encode_units("\0"), nothing, nothing)])
    assert len(empty.likeness("春耕")) == 0
