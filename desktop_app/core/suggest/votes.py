"""Votes: places where the draft's last characters stand, or that are like, and what follows there.

Most are places of the library. The draft itself votes too; what only it has is not offered unless
a paper of the library has it as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.places import Positions
from desktop_app.core.suggest.contexts import SAMPLE
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.echoes import echoes
from desktop_app.core.suggest.listing import next_items
from desktop_app.core.text.units import NEWLINE, Units, encode_units

REACH = 24  # characters of what follows that are looked at; the longest continuation
AHEAD = 64  # characters of what stands before that are looked at
_BY_CONTEXT = 600  # votes by contexts; the more lengths of them there are, the fewer of each
_NEAR = 300  # votes out of the likest papers
_ECHOES = 60  # votes out of the draft
_STEPS = 12  # votes for the next item of a list
_MARKS = encode_units("，。；：！？、\n")
_OPENERS = encode_units("，。；：\n")


class Origin(IntEnum):
    """Why a place has a vote."""

    CONTEXT = 0  # the draft's last characters stand before it
    NEAR = 1  # at least the last one does, in one of the likest papers
    OPENER = 2  # it opens a clause like the caret's, behind another mark
    DRAFT = 3  # it is in the draft
    STEP = 4  # it is the next item of a list


@dataclass(frozen=True, eq=False)
class Votes:
    """One row per vote.

    Attributes:
        position: where the continuation begins, in the library's text or in the draft.
        stands_for: how many like places the vote was sampled from.
        origin: why it has a vote.
        around: the `AHEAD` characters before and the `REACH` next ones; what is beyond a beginning
            is not to be relied on.
    """

    position: Positions
    stands_for: NDArray[np.float64]
    origin: NDArray[np.int8]
    around: Units

    def __len__(self) -> int:
        return len(self.position)

    @property
    def ahead(self) -> Units:
        """The `AHEAD` characters before."""
        return self.around[:, :-REACH]

    @property
    def follow(self) -> Units:
        """The next `REACH` characters."""
        return self.around[:, -REACH:]

    @property
    def in_library(self) -> NDArray[np.bool_]:
        """Which are places of the library."""
        inside: NDArray[np.bool_] = self.origin != Origin.DRAFT
        return inside

    def only(self, kept: NDArray[np.bool_] | NDArray[np.int64]) -> Self:
        """The votes for which `kept` is true, or with these numbers."""
        return type(self)(
            self.position[kept],
            self.stands_for[kept],
            self.origin[kept],
            self.around[kept],
        )

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The votes of all parts."""
        return cls(
            np.concatenate([part.position for part in parts]),
            np.concatenate([part.stands_for for part in parts]),
            np.concatenate([part.origin for part in parts]),
            np.concatenate([part.around for part in parts]),
        )


def gather_votes(index: LibraryIndex, draft: Draft) -> Votes:
    """All votes for what follows the draft, none twice and none of a paper that is not used."""
    if not len(draft.units):
        return _library_votes(index, *_without_doubles([]))
    near = draft.vicinity.behind(_openers(draft.units[-1]), draft.recent, _NEAR)
    steps = _steps(index, draft)
    position, stands_for = _by_context(index, draft)
    found = [
        (steps, np.ones(len(steps)), Origin.STEP),
        (position, stands_for, Origin.CONTEXT),
        (near, np.ones(len(near)), Origin.NEAR),
    ]
    library = _library_votes(index, *_without_doubles(found))
    foreign = (library.origin == Origin.NEAR) & (library.ahead[:, -1] != draft.units[-1])
    library.origin[foreign] = Origin.OPENER
    library = library.only(~index.hidden_at(library.position))
    votes = Votes.joined([library, _own(draft)])
    return votes.only((votes.follow[:, 0] != NEWLINE) & (votes.follow[:, 0] != 0))


def _openers(last: np.uint16) -> Units:
    """The character; for a mark that opens a clause, all such marks."""
    one = np.array([last], np.uint16)
    return np.union1d(one, _OPENERS) if last in _MARKS else one


def _library_votes(
    index: LibraryIndex,
    position: Positions,
    stands_for: NDArray[np.float64],
    origin: NDArray[np.int8],
) -> Votes:
    return Votes(position, stands_for, origin, index.text.around(position, AHEAD, REACH))


def _by_context(index: LibraryIndex, draft: Draft) -> tuple[Positions, NDArray[np.float64]]:
    """The places that agree with the draft's last character, its last two, and so on.

    A short context agrees with thousands of places. Such a group is sampled evenly in the order of
    what follows; the members that agree with a longer context too come with the longer one. The
    more lengths there are, the fewer places are taken of each.
    """
    groups, text = draft.contexts.found, index.text
    found = [0, *map(len, groups), 0]
    # Where just as many places agree with one character more, none agrees with so many only.
    sizes = [n for n in range(1, len(groups) + 1) if found[n] != found[n + 1]]
    most = min(SAMPLE, _BY_CONTEXT // max(1, len(sizes)))
    starts = text.samples([groups[n - 1] for n in sizes], most)
    counts = [min(found[n], most) for n in sizes]
    size = np.repeat(np.array(sizes, np.int64), counts)
    each = np.repeat([found[n] / count for n, count in zip(sizes, counts, strict=True)], counts)
    longer = np.append(0, draft.units)[np.maximum(len(draft.units) - size, 0)]
    alone = text.at(starts - 1) != longer
    kept = alone | (size == len(groups))
    return (starts + size)[kept], each[kept]


def _own(draft: Draft) -> Votes:
    """Places in the draft."""
    places = echoes(draft.units, _ECHOES)
    padded = np.concatenate([np.zeros(AHEAD, np.uint16), draft.units, np.zeros(REACH, np.uint16)])
    return Votes(
        places,
        np.ones(len(places)),
        np.full(len(places), Origin.DRAFT, np.int8),
        padded[places[:, None] + np.arange(AHEAD + REACH)],
    )


def _steps(index: LibraryIndex, draft: Draft) -> Positions:
    """Places where the next item of a list of the draft begins."""
    items = next_items(draft.text)
    places = (index.text.sample(index.text.find(encode_units(item)), _STEPS) for item in items)
    return np.concatenate([np.zeros(0, np.int64), *places])


def _without_doubles(
    found: Sequence[tuple[Positions, NDArray[np.float64], Origin]],
) -> tuple[Positions, NDArray[np.float64], NDArray[np.int8]]:
    """A place that was found in two ways votes once, as the first of them.

    A sampled one then stands only for itself.
    """
    position = np.concatenate([np.zeros(0, np.int64), *(places for places, _, _ in found)])
    stands_for = np.concatenate([np.zeros(0), *(each for _, each, _ in found)])
    origin = np.repeat(
        np.array([way for _, _, way in found], np.int8), [len(places) for places, _, _ in found]
    )
    order = np.lexsort((stands_for, position))
    ordered = position[order]
    first = np.ones(len(order), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    kept = order[first]
    return position[kept], stands_for[kept], origin[kept]
