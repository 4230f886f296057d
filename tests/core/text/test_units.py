import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.text.units import (
    decode_units,
    encode_units,
    gram_hashes,
    holding_break,
    is_exact,
    pair_buckets,
    pair_codes,
    span_positions,
)

ANY_TEXT = st.text(st.characters(), max_size=40)


@given(ANY_TEXT)
def test_every_code_point_becomes_one_number(text: str) -> None:
    assert len(encode_units(text)) == len(text)


@given(ANY_TEXT)
def test_exact_text_comes_back(text: str) -> None:
    assert (decode_units(encode_units(text)) == text) == is_exact(text) or "\ufffd" in text


def test_what_sixteen_bits_cannot_hold_is_replaced() -> None:
    assert decode_units(encode_units("镇𬭚\U0001f600业\ud800")) == "镇\ufffd\ufffd业\ufffd"
    assert not is_exact("𬭚")
    assert not is_exact("\ufffd")
    assert is_exact("青溪县，2025年")


def test_only_pairs_of_han_characters_have_a_code() -> None:
    codes = pair_codes(encode_units("工作，作5工作"))
    assert [code > 0 for code in codes] == [True, False, False, False, False, True]
    assert codes[0] == codes[5]
    assert len(pair_codes(encode_units("工"))) == len(pair_codes(encode_units(""))) == 0


def test_buckets_are_zero_where_codes_are() -> None:
    units = encode_units("工作，作5工作")
    assert ((pair_buckets(units) == 0) == (pair_codes(units) == 0)).all()
    assert pair_buckets(units).max() < 1 << 16


def test_equal_runs_have_equal_hashes_and_others_do_not() -> None:
    hashes = gram_hashes(encode_units("稳中求进，稳中求好"), 3)
    assert hashes[0] == hashes[5]
    assert len(set(hashes.tolist())) == len(hashes) - 1


def test_hashes_of_rows_are_those_of_each_row() -> None:
    rows = np.stack([encode_units("稳中求进"), encode_units("提质增效")])
    assert (gram_hashes(rows, 2)[1] == gram_hashes(encode_units("提质增效"), 2)).all()


def test_a_text_shorter_than_the_gram_has_none() -> None:
    assert len(gram_hashes(encode_units("稳中"), 3)) == 0
    assert len(holding_break(encode_units("稳中"), 3)) == 0


def test_grams_over_the_end_of_a_line_are_told() -> None:
    assert holding_break(encode_units("一二\n三四五\0"), 2).tolist() == [
        False, True, True, False, False, True,
    ]  # fmt: skip


def test_positions_of_spans_follow_one_another_and_empty_spans_have_none() -> None:
    positions, owners = span_positions(np.array([5, 9, 0, 2]), np.array([7, 9, 3, 1]))
    assert positions.tolist() == [5, 6, 0, 1, 2]
    assert owners.tolist() == [0, 0, 2, 2, 2]
