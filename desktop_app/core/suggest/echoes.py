"""Votes out of the draft itself: what it has once written in such a place it may write again."""

import numpy as np

from desktop_app.core.library.index.places import Positions
from desktop_app.core.text.units import Units

_TOO_NEAR = 20  # characters; nobody says a thing again in the same breath


def echoes(draft: Units, most: int) -> Positions:
    """Where in the draft the text goes on after its last two characters; `most` places."""
    if len(draft) <= _TOO_NEAR + 1:
        return np.zeros(0, np.int64)
    pairs = (draft[: -_TOO_NEAR - 1] == draft[-2]) & (draft[1:-_TOO_NEAR] == draft[-1])
    return np.flatnonzero(pairs)[-most:] + 2
