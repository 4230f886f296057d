"""What is known of the wording of the neighbours, each run of six characters, for its chances."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.paper_pairs import BUCKETS
from desktop_app.core.suggest.gram_votes import GRAM, Floats, SortedGrams, differ_from_last
from desktop_app.core.suggest.neighbours import REASONS
from desktop_app.core.suggest.rating import Numbers
from desktop_app.core.suggest.scene import Scene
from desktop_app.core.text.units import (
    NEWLINE,
    Units,
    encode_units,
    gram_hashes,
    holding_break,
    pair_buckets,
    pair_codes,
    sums_before,
)

_OF_ROWS = ("opening", "heading", "previous", "kinship", "year")  # reasons, of the best that has it
GRAM_FEATURES = (
    "votes",  # of all neighbours that have it, as a logarithm
    "papers",  # the same
    "formula",
    "written",  # whether the draft has it
    *_OF_ROWS,
    "progress",  # how near its place in its paper is to the caret's place in the draft
    "place",  # in its row
    "behind",  # pairs of the caret's paragraph anywhere before it in its row
    "rarity",  # of its pairs together
    "rarest",  # of the rarest pair
    "recent",  # how many of its pairs stand in the last lines of the draft
)
_LATEST = 24  # characters of the caret's paragraph
_LAST_LINES = 400  # characters
_UNIT = 20  # characters; places in a row are counted in such
_HEAD = 300  # characters; at the head of a paper some more or less are no progress
_FEATHER = 1e-6  # beside a vote
_KNOWN = 1 << 20  # buckets for grams that are known; a draft fills a fiftieth of them

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class DescribedGrams:
    """The grams of a text, and what is known of each.

    Attributes:
        grams: their hashes, each once.
        gram_at: the number of the gram that begins at each position.
        spread: how many neighbours have each.
        broken: which of them hold the end of a line.
        features: one row for each, one column for each of `GRAM_FEATURES`.
    """

    grams: NDArray[np.uint64]
    gram_at: Whole
    spread: Whole
    broken: Mask
    features: Numbers


def describe_grams(scene: Scene) -> DescribedGrams:
    """What is known of each gram of the neighbours' text."""
    padded = np.append(scene.text.units, np.full(GRAM - 1, NEWLINE, np.uint16))
    found = SortedGrams(gram_hashes(padded, GRAM))
    gram, voter = found.of_each(scene.text.owner)
    spread = np.bincount(gram)
    columns = {
        "votes": np.log(np.bincount(gram, scene.neighbours.votes[voter]) + _FEATHER),
        "papers": np.log(spread - _repeated(scene, gram, voter, spread)),
        "formula": _are_among(scene.index.formulae, found.grams),
        "written": _are_among(gram_hashes(encode_units(scene.caret.before), GRAM), found.grams),
        **_of_best_row(scene, gram, voter),
        **_of_places(scene, found),
        **_of_pairs(scene, padded, found.first_places()),
    }
    features = np.stack([columns[name] for name in GRAM_FEATURES], 1).astype(np.float32)
    gram_at = found.at_positions()
    broken = np.zeros(len(found.grams), np.bool_)
    broken[gram_at[holding_break(padded, GRAM)]] = True
    return DescribedGrams(found.grams, gram_at, spread, broken, features)


def _repeated(scene: Scene, gram: Whole, voter: Whole, spread: Whole) -> Whole:
    """How many of the neighbours that have each gram are of the same paper as another."""
    several = spread[gram] > 1  # most grams have one neighbour, and so one paper
    papers = np.unique(scene.index.rows.paper[scene.neighbours.rows], return_inverse=True)[1]
    again = np.sort(gram[several] * len(papers) + papers[voter[several]])
    repeated = again[~differ_from_last(again)] // max(1, len(papers))
    return np.bincount(repeated, minlength=len(spread))


def _of_best_row(scene: Scene, gram: Whole, voter: Whole) -> dict[str, Numbers]:
    """For each gram the best that can be said of a neighbour that has it."""
    rows, places = scene.index.rows, scene.index.places
    papers = rows.paper[scene.neighbours.rows]
    written = rows.start[scene.neighbours.rows] - places.paper_start[papers]
    progress = -np.abs(np.log((written + _HEAD) / (len(scene.caret.before) + _HEAD)))
    said = scene.neighbours.reasons[[REASONS.index(name) for name in _OF_ROWS]]
    first = np.flatnonzero(differ_from_last(gram))
    each = np.vstack([said, progress]).astype(np.float32)
    best = np.maximum.reduceat(each.take(voter, axis=1), first, axis=1)
    return dict(zip((*_OF_ROWS, "progress"), best, strict=True))


def _of_places(scene: Scene, found: SortedGrams) -> dict[str, Floats]:
    """For each gram how near it stands to the beginning of a row, and what stands before it."""
    owner = scene.text.owner
    begin = np.searchsorted(owner, np.arange(len(scene.neighbours.rows)))[owner]
    place = -found.highest((begin - np.arange(len(owner))).astype(np.float64))
    behind = found.highest(_opening_before(scene, begin))
    return {"place": np.log1p(place / _UNIT), "behind": np.log1p(behind)}


def _opening_before(scene: Scene, begin: Whole) -> Floats:
    """How many pairs of the caret's paragraph stand before each position in its row."""
    latest = scene.caret.before.split("\n")[-1][-_LATEST:]
    pairs = pair_codes(encode_units(latest))
    of_text = pair_codes(np.append(scene.text.units, np.uint16(NEWLINE)))
    so_far = sums_before(np.isin(of_text, pairs[pairs > 0])).astype(np.float64)
    return so_far[:-1] - so_far[begin]


def _of_pairs(scene: Scene, text: Units, at: Whole) -> dict[str, NDArray[np.float32]]:
    """For each gram, which begins there in the text, what is known of its pairs."""
    pairs = pair_buckets(text)
    surprise = scene.index.paper_pairs.surprise[pairs]
    recent = np.zeros(BUCKETS, np.float32)
    recent[pair_buckets(encode_units(scene.caret.before[-_LAST_LINES:]))] = 1
    recent[0] = 0  # which is no pair
    return {
        "rarity": _over_grams(np.add, surprise)[at],
        "rarest": _over_grams(np.maximum, surprise)[at],
        "recent": _over_grams(np.add, recent[pairs])[at],
    }


def _over_grams(join: np.ufunc, of_pairs: NDArray[np.float32]) -> NDArray[np.float32]:
    """What is said of its pairs together, for the gram that begins at each position."""
    count = len(of_pairs) - GRAM + 2
    joined: NDArray[np.float32] = of_pairs[:count]
    for n in range(1, GRAM - 1):
        joined = join(joined, of_pairs[n : n + count])
    return joined


def _are_among(known: NDArray[np.uint64], grams: NDArray[np.uint64]) -> Mask:
    """Which grams are known, but for one in some dozens that is taken for another."""
    mask = np.uint64(_KNOWN - 1)
    seen = np.zeros(_KNOWN, np.bool_)
    seen[known & mask] = True
    found: Mask = seen[grams & mask]
    return found
