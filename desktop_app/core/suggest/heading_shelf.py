"""The headings of many papers, made ready to be compared with a place in a draft."""

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np

from desktop_app.core.suggest.heading_frames import Key
from desktop_app.core.suggest.heading_library import LibraryHeading, PaperShare
from desktop_app.core.suggest.heading_place import HeadingPlace
from desktop_app.core.suggest.pair_index import PairIndex, Shares

# How much it counts that the headings above and the caret's own are alike, that the chapter does
# the same, and that the draft has the frame already.
_PARENT, _OWN, _FUNCTION, _FRAME = 0.8, 0.6, 0.5, 0.5


class Shelf:
    """The headings of some papers.

    Args:
        shares: what each paper brings.

    Attributes:
        singles: all of them.
        sets: the parallel ones.
        worths: of each set, how parallel it sounds.
        spread: of each level and pattern, how many papers have a set of it.
        around_singles, around_sets: where they stand.
    """

    def __init__(self, shares: Sequence[PaperShare]) -> None:
        self.singles = [heading for share in shares for heading in share.singles]
        self.sets = [parallel for share in shares for parallel in share.sets]
        self.worths = np.array([parallel.worth for parallel in self.sets])
        kinds = {(s.headings[0].level, s.pattern, s.headings[0].paper) for s in self.sets}
        self.spread = Counter((level, pattern) for level, pattern, _ in kinds)
        self.around_singles = Surroundings(self.singles, [h.words for h in self.singles])
        self.around_sets = Surroundings(
            [parallel.headings[0] for parallel in self.sets],
            [parallel.text for parallel in self.sets],
            [parallel.key for parallel in self.sets],
        )


class Surroundings:
    """Where many headings stand: how well each fits a place in a draft.

    Args:
        headings: one for each entry.
        words: what the entry says in all.
        keys: the frame of each entry; none where they are no sets.
    """

    def __init__(
        self, headings: Sequence[LibraryHeading], words: Sequence[str], keys: Sequence[Key] = ()
    ) -> None:
        self.papers = np.array([heading.paper for heading in headings], np.int32)
        self._levels = np.array([heading.level for heading in headings], np.int8)
        self._functions = np.array([heading.function or "" for heading in headings])
        self._keys = np.array(["".join(key) for key in keys])
        parents = sorted({heading.parent for heading in headings})
        number = {parent: n for n, parent in enumerate(parents)}
        self._parents = PairIndex(parents)
        self._parent = np.array([number[heading.parent] for heading in headings], np.int32)
        self._words = PairIndex(words)

    def fit(self, place: HeadingPlace, keys: Collection[Key] = ()) -> Shares:
        """How well each fits, 0 and more; minus infinity for another level.

        Args:
            place: in the draft.
            keys: what the draft's headings there share, as far as known.
        """
        wanted = place.function or ""
        score: Shares = _PARENT * self._parents.alike(place.parent)[self._parent]
        score += _OWN * self._words.covering(place.own)
        score += _FUNCTION * (self._functions == wanted)
        if keys:
            score += _FRAME * np.isin(self._keys, ["".join(key) for key in keys])
        score[self._levels != place.level] = -np.inf
        return score
