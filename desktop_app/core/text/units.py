"""Text as arrays of 16-bit numbers, one per character, and what numpy can read off them."""

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

Units = NDArray[np.uint16]

NEWLINE = 0x0A
REPLACEMENT = 0xFFFD
_OUTSIDE = re.compile(r"[\ud800-\udfff\U00010000-\U0010ffff]")
_FIRST_HAN, _LAST_HAN = np.uint16(0x4E00), np.uint16(0x9FFF)
_SECOND_OF_PAIR = np.uint32(2_654_435_761)
_FIRST_OF_PAIR = np.uint32(40_503 * 2_654_435_761 % (1 << 32))
_MULTIPLIER = np.uint64(1_000_003)


def encode_units(text: str) -> Units:
    """One number per code point, so that offsets are those of the string.

    What 16 bits cannot hold (rare Han characters, emoji, lone surrogates) becomes U+FFFD.
    """
    narrow = _OUTSIDE.sub("\ufffd", text)
    return np.frombuffer(narrow.encode("utf-16-le"), "<u2").astype(np.uint16)


def decode_units(units: Units) -> str:
    """The string of these numbers."""
    return units.astype("<u2").tobytes().decode("utf-16-le")


def is_exact(text: str) -> bool:
    """Whether `encode_units` loses nothing, so that equal numbers mean equal text."""
    return "\ufffd" not in text and _OUTSIDE.search(text) is None


def pair_codes(units: Units) -> NDArray[np.uint32]:
    """A number for each pair of neighbours on the last axis; 0 unless both are Han characters."""
    wide = units.astype(np.uint32)
    codes = wide[..., :-1] << np.uint32(16)
    codes |= wide[..., 1:]
    codes *= _are_han(units)
    return codes


def pair_buckets(units: Units) -> NDArray[np.uint32]:
    """The pairs folded into 65,536 buckets; 0 still means: no pair."""
    wide = units.astype(np.uint32)
    mixed = wide[..., :-1] * _FIRST_OF_PAIR
    mixed += (wide * _SECOND_OF_PAIR)[..., 1:]
    mixed >>= np.uint32(16)
    mixed *= _are_han(units)
    return mixed


def _are_han(units: Units) -> NDArray[np.bool_]:
    """For each pair of neighbours on the last axis, whether both are Han characters."""
    han = (units - _FIRST_HAN) <= _LAST_HAN - _FIRST_HAN  # below the first, it wraps around
    both: NDArray[np.bool_] = han[..., :-1] & han[..., 1:]
    return both


def gram_hashes(units: Units, size: int) -> NDArray[np.uint64]:
    """A 64-bit hash of each run of `size` neighbours along the last axis."""
    count = max(0, units.shape[-1] - size + 1)
    hashes = np.zeros((*units.shape[:-1], count), np.uint64)
    for offset in range(size):
        hashes = hashes * _MULTIPLIER + units[..., offset : offset + count]
    return hashes


def first_true(rows: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where in each row the first true value is; the length of the row where it has none."""
    first: NDArray[np.int64] = np.where(rows.any(axis=1), rows.argmax(axis=1), rows.shape[1])
    return first


def among(values: NDArray[np.uint64], ascending: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which values an ascending array has."""
    if not len(ascending):
        return np.zeros(len(values), np.bool_)
    at = np.minimum(np.searchsorted(ascending, values), len(ascending) - 1)
    found: NDArray[np.bool_] = ascending[at] == values
    return found


def holding_break(units: Units, size: int) -> NDArray[np.bool_]:
    """For each run of `size` neighbours, whether a line or a paper ends in it."""
    count = max(0, len(units) - size + 1)
    breaks = sums_before((units == NEWLINE) | (units == 0))
    crossing: NDArray[np.bool_] = breaks[size : size + count] > breaks[:count]
    return crossing


def sums_before(values: NDArray[Any]) -> NDArray[Any]:
    """The sum of all values before each, and at the end of all."""
    return np.concatenate([[0], np.cumsum(values)])


def span_positions(
    starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All positions of the spans start..end, one span after another, and the span of each."""
    lengths = np.maximum(ends - starts, 0)
    owners = np.repeat(np.arange(len(starts)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(owners)) + (starts - before)[owners], owners
