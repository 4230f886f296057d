"""The chance that the writer goes on with a gram: by who has it, and by what stands before it.

A sum of votes takes a neighbour as a whole. Here what stands behind the words that open the caret's
paragraph counts more than what stands before them, what kin papers have more than what strangers
have, and what the draft has already less.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.gram_votes import (
    GRAM,
    Floats,
    GramVotes,
    SortedGrams,
    differ_from_last,
)
from desktop_app.core.suggest.neighbours import REASONS
from desktop_app.core.suggest.rating import Numbers, Rating
from desktop_app.core.suggest.scene import Scene
from desktop_app.core.text.units import (
    NEWLINE,
    encode_units,
    gram_hashes,
    holding_break,
    pair_codes,
)

GRAM_FEATURES = (
    "votes",  # of all neighbours that have it; this and what is counted as logarithms
    "highest_vote",
    "spread",  # how many neighbours have it
    "papers",
    "formula",
    "written",  # whether the draft has it
    "kinship",  # of the paper that is most kin
    "place",  # in its row
    "near",  # pairs of the caret's paragraph close before it
    "behind",  # and anywhere before it in its row
)
_LATEST = 24  # characters of the caret's paragraph
_NEAR = 30  # characters
_UNIT = 20  # characters; places in a row are counted in such
_FEATHER = 1e-6  # beside a vote
_BUCKETS = 1 << 20  # for grams that are known; a draft fills a fiftieth of them

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


def read_chances(path: Path) -> Rating:
    """What was learned of grams, from the file that comes with the program.

    Raises:
        OSError: it cannot be read.
        ValueError: it belongs to other features, or its numbers are of the wrong shape.
    """
    return Rating.parse(json.loads(path.read_text(encoding="utf-8")), GRAM_FEATURES)


def grams_by_chance(scene: Scene, rating: Rating) -> GramVotes:
    """The grams of the neighbours' text, worth what they will probably bring."""
    described = describe_grams(scene)
    worth = 1 / (1 + np.exp(-rating.of(described.features).astype(np.float64)))
    worth[described.broken] = 0
    return GramVotes(described.gram_at, worth, described.spread)


def describe_grams(scene: Scene) -> DescribedGrams:
    """What is known of each gram of the neighbours' text."""
    padded = np.append(scene.text.units, np.full(GRAM - 1, NEWLINE, np.uint16))
    found = SortedGrams(gram_hashes(padded, GRAM))
    owner = scene.text.owner
    begin = np.searchsorted(owner, np.arange(len(scene.neighbours.rows)))[owner]
    near, behind = _opening_before(scene, begin)
    votes, spread, papers = _counted(scene, found)
    kinship = scene.neighbours.reasons[REASONS.index("kinship")]
    columns = {
        "votes": np.log(votes + _FEATHER),
        "highest_vote": np.log(found.highest(scene.neighbours.votes[owner]) + _FEATHER),
        "spread": np.log(spread),
        "papers": np.log(papers),
        "formula": _are_among(scene.index.formulae, found.grams),
        "written": _are_among(gram_hashes(encode_units(scene.caret.before), GRAM), found.grams),
        "kinship": found.highest(kinship[owner]),
        "place": np.log1p(
            -found.highest((begin - np.arange(len(owner))).astype(np.float64)) / _UNIT
        ),
        "near": np.log1p(found.highest(near)),
        "behind": np.log1p(found.highest(behind)),
    }
    features = np.stack([columns[name] for name in GRAM_FEATURES], 1).astype(np.float32)
    gram_at = found.at_positions()
    broken = np.zeros(len(found.grams), np.bool_)
    broken[gram_at[holding_break(padded, GRAM)]] = True
    return DescribedGrams(found.grams, gram_at, spread, broken, features)


def _counted(scene: Scene, found: SortedGrams) -> tuple[Floats, Whole, Whole]:
    """For each gram the votes for it, how many neighbours have it, and how many papers."""
    gram, voter = found.of_each(scene.text.owner)
    votes = np.bincount(gram, scene.neighbours.votes[voter]).astype(np.float64)
    spread = np.bincount(gram)
    several = spread[gram] > 1  # most grams have one neighbour, and so one paper
    papers = np.unique(scene.index.rows.paper[scene.neighbours.rows], return_inverse=True)[1]
    again = np.sort(gram[several] * len(papers) + papers[voter[several]])
    repeated = again[~differ_from_last(again)] // max(1, len(papers))
    return votes, spread, spread - np.bincount(repeated, minlength=len(spread))


def _opening_before(scene: Scene, begin: Whole) -> tuple[Floats, Floats]:
    """How many pairs of the caret's paragraph stand before each position: close by, in its row."""
    latest = scene.caret.before.split("\n")[-1][-_LATEST:]
    pairs = pair_codes(encode_units(latest))
    of_text = pair_codes(np.append(scene.text.units, np.uint16(NEWLINE)))
    so_far = np.concatenate([[0], np.cumsum(np.isin(of_text, pairs[pairs > 0]))]).astype(np.float64)
    positions = np.arange(len(begin))
    here = so_far[positions]
    return here - so_far[np.maximum(positions - _NEAR, begin)], here - so_far[begin]


def _are_among(known: NDArray[np.uint64], grams: NDArray[np.uint64]) -> Mask:
    """Which grams are known, but for one in some dozens that is taken for another."""
    mask = np.uint64(_BUCKETS - 1)
    seen = np.zeros(_BUCKETS, np.bool_)
    seen[known & mask] = True
    found: Mask = seen[grams & mask]
    return found
