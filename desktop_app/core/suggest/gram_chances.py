"""The chance that the writer goes on with a gram: by who has it, and by what stands before it.

A sum of votes takes a neighbour as a whole. Here what stands behind the words that open the caret's
paragraph counts more than what stands before them, what kin papers have more than what strangers
have, and what the draft has already less. Where nothing is likely nothing is offered.
"""

import json
from pathlib import Path

import numpy as np

from desktop_app.core.suggest.gram_features import GRAM_FEATURES, describe_grams
from desktop_app.core.suggest.gram_votes import GRAM, GramVotes
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.scene import Scene
from desktop_app.core.suggest.uses import Wishes

# Of phrases without a likelier gram none came true, and hardly any is about the matter. From twice
# as much on many are, in drafts that have only begun: their chances are the lower throughout.
_LEAST = 0.001
_BEGUN = GRAM  # characters of the caret's paragraph; before them chances are too low throughout


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
    likely = worth >= (_LEAST if _is_telling(scene) else 0)
    return GramVotes(described.gram_at, worth, described.spread, likely)


def _is_telling(scene: Scene) -> bool:
    """Whether chances are those of what goes on here, not of what is wished for."""
    begun = scene.caret.before.rpartition("\n")[2]
    return len(begun) >= _BEGUN and scene.wishes == Wishes()
