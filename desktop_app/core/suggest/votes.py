"""Votes: places in the library where the draft's last characters stand, and what follows there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.joined_text import Found, JoinedText
from desktop_app.core.suggest.draft import CONTEXT
from desktop_app.core.text.units import NEWLINE, Units

REACH = 24  # characters of what follows that are looked at; the longest continuation
_SAMPLE = 200  # votes taken from one length of context


@dataclass(frozen=True, eq=False)
class Votes:
    """One row per vote.

    Attributes:
        position: where in the library's text the continuation begins.
        stands_for: how many like places the vote was sampled from.
        follow: the next `REACH` characters.
    """

    position: NDArray[np.int64]
    stands_for: NDArray[np.float64]
    follow: Units

    def __len__(self) -> int:
        return len(self.position)

    def only(self, kept: NDArray[np.bool_]) -> Self:
        """The votes for which `kept` is true."""
        return type(self)(self.position[kept], self.stands_for[kept], self.follow[kept])


def gather_votes(text: JoinedText, draft: Units) -> Votes:
    """The places that agree with the draft's last character, its last two, and so on.

    A short context agrees with thousands of places. Such a group is sampled evenly in the order of
    what follows; the members that agree with a longer context too come with the longer one.
    """
    groups = list(_contexts(text, draft[-CONTEXT:]))
    positions, weights = [np.zeros(0, np.int64)], [np.zeros(0)]
    for n, found in enumerate(groups):
        size = n + 1
        places = text.sample(found, _SAMPLE)
        each = len(found) / len(places)
        if size < len(groups):
            places = places[text.preceding(places, 1)[:, 0] != draft[-size - 1]]
        positions.append(places + size)
        weights.append(np.full(len(places), each))
    position, stands_for = np.concatenate(positions), np.concatenate(weights)
    follow = text.following(position, REACH)
    votes = Votes(position, stands_for, follow)
    return votes.only((follow[:, 0] != NEWLINE) & (follow[:, 0] != 0))


def _contexts(text: JoinedText, context: Units) -> Iterator[Found]:
    """Where the last 1, 2, 3 … characters stand, up to the first length that few places have."""
    found = None
    for size in range(1, len(context) + 1):
        found = text.find(context[-size:], found)
        if not found:
            return
        yield found
        if len(found) <= _SAMPLE:
            return
