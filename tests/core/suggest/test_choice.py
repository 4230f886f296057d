import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.suggest.choice import choose
from desktop_app.core.suggest.trie import Trie
from desktop_app.core.text.units import decode_units, encode_units

TEXTS = st.lists(st.text("提质增", min_size=4, max_size=4), min_size=1, max_size=9)


def trie_of(rows: list[str]) -> Trie:
    return Trie.build(np.stack([encode_units(row) for row in rows]))


def chosen(rows: list[str], chances: dict[str, float], limit: int = 5) -> list[str]:
    """What is chosen when these beginnings have these chances, and others none."""
    trie = trie_of(rows)
    strings = [decode_units(trie.string(n)) for n in range(len(trie.start))]
    node = np.array([n for n, text in enumerate(strings) if text in chances], np.int64)
    chance = np.array([chances[strings[n]] for n in node])
    return [strings[node[n]] for n in choose(trie, node, chance, limit)]


def worth(texts: list[str], chances: dict[str, float], limit: int) -> float:
    """The expected length of the longest right one of the first few."""
    offered = texts[:limit]
    shorter = {
        text: max((len(t) for t in offered if t != text and text.startswith(t)), default=0)
        for text in offered
    }
    return sum(chances[text] * (len(text) - shorter[text]) for text in offered)


def test_length_and_chance_both_count() -> None:
    rows = ["提质增效", "增收扩面"]
    assert chosen(rows, {"提质增效": 0.3, "增收": 0.5}, 1) == ["提质增效"]
    assert chosen(rows, {"提质增效": 0.2, "增收": 0.5}, 1) == ["增收"]


def test_a_beginning_counts_only_where_the_whole_goes_wrong() -> None:
    rows = ["提质增效", "扩面强基"]
    chances = {"提质增效": 0.5, "提质": 0.6, "扩面": 0.15}
    assert chosen(rows, chances, 2) == ["提质增效", "扩面"]


def test_the_whole_counts_only_by_what_it_adds_to_its_beginning() -> None:
    rows = ["提质增效", "扩面强基"]
    chances = {"提质": 0.8, "提质增效": 0.35, "扩面": 0.3, "扩面强基": 0.1}
    assert chosen(rows, chances, 2) == ["提质", "提质增效"]
    assert chosen(rows, chances | {"提质增效": 0.2}, 2) == ["提质", "扩面"]


def test_what_can_never_be_right_is_not_chosen() -> None:
    assert chosen(["提质增效"], {"提质": 0.0, "提质增效": 0.0}) == []
    assert chosen(["提质增效"], {}) == []


@given(TEXTS, st.integers(0, 4), st.data())
def test_each_choice_adds_most_to_the_expected_length(
    rows: list[str], limit: int, data: st.DataObject
) -> None:
    strings = sorted({row[:n] for row in rows for n in (2, 3, 4)})
    of_row = {row: data.draw(st.floats(0.01, 1)) / len(set(rows)) for row in sorted(set(rows))}
    chances = {
        text: sum(chance for row, chance in of_row.items() if row.startswith(text))
        for text in strings
    }
    texts = chosen(rows, chances, limit)
    assert len(texts) == len(set(texts)) <= limit
    for count in range(1, len(texts) + 1):
        reached = worth(texts, chances, count)
        others = (
            worth([*texts[: count - 1], other], chances, count)
            for other in strings
            if other not in texts[: count - 1]
        )
        assert reached == pytest.approx(max(others))
