from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.suggest.choice import Ballot, choose
from desktop_app.core.suggest.trie import Trie
from desktop_app.core.suggest.votes import REACH
from desktop_app.core.suggest.weights import ContinuationWeights
from desktop_app.core.text.units import decode_units, encode_units
from tests.core.suggest.county_papers import WEIGHTS

ROWS = st.lists(st.text("提质增效，。\n\ufffd\0", max_size=REACH), min_size=1, max_size=12)


def chosen(
    rows: list[str], limit: int = 5, match: int = 6, weights: ContinuationWeights = WEIGHTS
) -> list[str]:
    """What is chosen among equal votes with matches of equal length."""
    trie = Trie.build(np.stack([encode_units(row.ljust(REACH, "\0")) for row in rows]))
    count = len(rows)
    ballot = Ballot(trie, np.full(count, 1 / count), np.ones(count), np.full(count, match))
    return [decode_units(trie.string(node)) for node in choose(ballot, weights, limit)]


@given(ROWS)
def test_nothing_runs_on_beyond_a_mark_or_over_a_gap(rows: list[str]) -> None:
    for text in chosen(rows):
        assert not set(text[:-1]) & set("，。\n")
        assert not set(text) & set("\ufffd\0")


@given(ROWS, st.integers(0, 6))
def test_choices_are_different_beginnings_of_rows(rows: list[str], limit: int) -> None:
    texts = chosen(rows, limit)
    assert len(texts) == len(set(texts)) <= limit
    assert all(len(text) >= 2 and any(row.startswith(text) for row in rows) for text in texts)


def test_what_most_votes_say_comes_first() -> None:
    rows = ["增效，"] * 6 + ["提质，"] * 2
    assert chosen(rows, 1)[0].startswith("增效")


def test_a_beginning_is_offered_beside_the_whole() -> None:
    rows = ["提质增效，", "提质增收，", "提质扩面，", "提质增效，"]
    texts = chosen(rows)
    assert any(other.startswith(text) for text in texts for other in texts if other != text)


def test_a_beginning_counts_only_where_the_whole_goes_wrong() -> None:
    rows = ["提质增效，"] * 9 + ["扩面强基，"] * 3
    first, second = chosen(rows, 2, match=12)
    assert first == "提质增效，"
    assert second.startswith("扩面")


def test_the_further_a_few_votes_reach_the_less_they_are_believed() -> None:
    rows = ["推进改革开放不断深化", "推进营商环境持续优化", "推进城乡融合稳步发展"]
    assert chosen(rows, 1, match=3) == ["推进"]


def test_what_experience_distrusts_is_not_offered_first() -> None:
    rows = ["提质增效，"] * 9
    wary = replace(WEIGHTS, calibration=replace(WEIGHTS.calibration, mark=-9))
    assert chosen(rows, 1, match=12)[0].endswith("，")
    assert not chosen(rows, 1, match=12, weights=wary)[0].endswith("，")


def test_a_long_agreement_of_many_is_offered_to_its_end() -> None:
    assert "农民持续增收。" in chosen(["农民持续增收。"] * 12, match=12)
