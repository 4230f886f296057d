"""The learned numbers of the continuation, read from a file and checked."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.node_features import NODE_FEATURES
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.vote_features import VOTE_FEATURES

FORMAT = 2
NOVELTY_SHAPE = (7, 10, 3)


@dataclass(frozen=True, eq=False)
class ContinuationWeights:
    """Everything learned.

    Attributes:
        vote: what a vote counts, as a logarithm, by its features.
        node: the log odds that a continuation is right, by its features.
        novelty: the chance that the next character is one that no vote has, by the number of votes
            left, the length of the match by then, and the kind of the last character.
    """

    vote: Rating
    node: Rating
    novelty: NDArray[np.float64]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the file that comes with the program, or one learned on a library.

        Raises:
            OSError: it cannot be read.
            ValueError: it has another format, or its numbers are of the wrong shape.
        """
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ValueError(f"the weights have not format {FORMAT}")
        try:
            novelty = np.array(data["novelty"], np.float64)
            vote = Rating.parse(data["vote"], VOTE_FEATURES)
            node = Rating.parse(data["node"], NODE_FEATURES)
        except (KeyError, TypeError) as error:
            raise ValueError(f"weights are missing: {error}") from error
        if novelty.shape != NOVELTY_SHAPE or not ((novelty >= 0) & (novelty <= 1)).all():
            raise ValueError("novelty has the wrong shape, or numbers that are no chances")
        return cls(vote, node, novelty)

    def write(self, path: Path) -> None:
        """Write them whole or not at all."""
        data = {
            "format": FORMAT,
            "vote": self.vote.told(VOTE_FEATURES),
            "node": self.node.told(NODE_FEATURES),
            "novelty": np.round(self.novelty, 3).tolist(),
        }
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        unfinished.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
        unfinished.replace(path)
