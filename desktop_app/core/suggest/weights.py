"""The learned numbers of the continuation, read from a file and checked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

NOVELTY_SHAPE = (7, 10, 3)
_VOTE_SIZES = {"match": 10, "count": 5, "place": 1, "whole_clause": 1}  # the others have 3


@dataclass(frozen=True, eq=False)
class VoteWeights:
    """What a vote gains by each of its features.

    `match` goes by the length of the match, in ten bins; `count` by the same in five, times the
    logarithm of how common the matching context is; the others by three bins of it.

    Attributes:
        rank: the paper's place among the papers, ordered by likeness to the draft.
        likeness: how far its likeness stands out.
        shared: pairs of characters shared by what stands before the match and the draft's end.
        shared_near: the same, close to the match.
        aligned: equal characters at equal distance before the match.
        written: the draft already has the first characters of what follows.
        place: how far apart the places in paper and draft are.
        whole_clause: the match covers all of the draft's clause.
    """

    match: Numbers
    count: Numbers
    rank: Numbers
    likeness: Numbers
    shared: Numbers
    shared_near: Numbers
    aligned: Numbers
    written: Numbers
    place: Numbers
    whole_clause: Numbers

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Self:
        """Check names and lengths."""
        _check_names(data, {f.name for f in fields(cls)})
        return cls(**{k: _numbers(k, v, (_VOTE_SIZES.get(k, 3),)) for k, v in data.items()})


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic regression: how far the estimated chance of a continuation is to be believed."""

    constant: float
    log_odds: float
    log_odds_squared: float
    log_votes: float
    log_votes_times_odds: float
    match: float
    mark: float
    digit: float
    best_child: float
    best_child_squared: float
    depth: float
    log_depth: float
    share_of_parent: float
    single_vote: float
    depth_2: float

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Self:
        """Check names and values."""
        _check_names(data, {f.name for f in fields(cls)})
        return cls(**{k: float(_numbers(k, v, ())) for k, v in data.items()})


@dataclass(frozen=True, eq=False)
class ContinuationWeights:
    """Everything learned.

    Attributes:
        vote: weights of a vote's features.
        calibration: of the chances of continuations.
        novelty: the chance that the next character is one that no vote has, by the number of votes
            left, the length of the match by then, and the kind of the last character.
    """

    vote: VoteWeights
    calibration: Calibration
    novelty: Numbers

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the file that comes with the program.

        Raises:
            ValueError: a name is missing or unknown, or numbers are of the wrong shape.
        """
        data = json.loads(path.read_text(encoding="utf-8"))
        _check_names(data, {f.name for f in fields(cls)})
        novelty = _numbers("novelty", data["novelty"], NOVELTY_SHAPE)
        if (novelty < 0).any() or (novelty > 1).any():
            raise ValueError("novelty has numbers that are no chances")
        return cls(VoteWeights.parse(data["vote"]), Calibration.parse(data["calibration"]), novelty)


def _check_names(data: Mapping[str, Any], wanted: set[str]) -> None:
    if data.keys() != wanted:
        raise ValueError(f"missing or unknown weights: {sorted(data.keys() ^ wanted)}")


def _numbers(name: str, value: object, shape: tuple[int, ...]) -> Numbers:
    numbers = np.array(value, np.float64)
    if numbers.shape != shape or not np.isfinite(numbers).all():
        raise ValueError(f"{name} has shape {numbers.shape}, not {shape}, or is not finite")
    return numbers
