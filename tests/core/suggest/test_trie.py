import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.suggest.trie import Trie
from desktop_app.core.text.units import decode_units, encode_units

ROWS = st.lists(st.text("一二丁", min_size=3, max_size=3), min_size=1, max_size=8)


def trie_of(rows: list[str]) -> Trie:
    return Trie.build(np.stack([encode_units(row) for row in rows]))


@given(ROWS)
def test_the_nodes_are_the_beginnings_of_the_rows(rows: list[str]) -> None:
    trie = trie_of(rows)
    strings = [decode_units(trie.string(node)) for node in range(len(trie.start))]
    beginnings = [sorted({row[:depth] for row in rows}) for depth in (1, 2, 3)]
    assert strings == [string for depth in beginnings for string in depth]


@given(ROWS)
def test_a_node_holds_the_rows_that_begin_with_it(rows: list[str]) -> None:
    trie = trie_of(rows)
    for node in range(len(trie.start)):
        string = decode_units(trie.string(node))
        held = sorted(trie.rows[trie.block(node)].tolist())
        assert held == [n for n, row in enumerate(rows) if row.startswith(string)]
        assert trie.last[node] == ord(string[-1])


@given(ROWS)
def test_sums_and_maxima_go_over_the_rows_of_a_node(rows: list[str]) -> None:
    trie = trie_of(rows)
    values = np.arange(len(rows), dtype=np.float64)
    blocks = [values[trie.block(node)] for node in range(len(trie.start))]
    assert trie.sums_of_rows(values).tolist() == [block.sum() for block in blocks]
    assert trie.largest_of_rows(np.arange(len(rows))).tolist() == [block.max() for block in blocks]
    assert trie.sums(np.tile(values, (3, 1))).tolist() == [block.sum() for block in blocks]


@given(ROWS)
def test_a_parent_is_one_character_shorter(rows: list[str]) -> None:
    trie = trie_of(rows)
    for node, parent in enumerate(trie.parents().tolist()):
        if trie.depth[node] == 1:
            assert parent == -1
        else:
            string = decode_units(trie.string(node))
            assert decode_units(trie.string(parent)) == string[:-1]


def test_a_plane_has_the_value_of_the_node_in_every_cell() -> None:
    trie = trie_of(["一一丁", "一二丁"])
    plane = trie.plane(np.array([decode_units(trie.string(n)) for n in range(len(trie.start))]))
    assert plane.tolist() == [["一", "一"], ["一一", "一二"], ["一一丁", "一二丁"]]
