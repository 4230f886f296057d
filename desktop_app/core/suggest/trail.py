"""Where the draft's last wording stands in the library: who follows a paper goes on from there."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.places import Positions
from desktop_app.core.suggest.contexts import Contexts
from desktop_app.core.text.units import Units

TRAIL = ("trail_close", "trail_behind", "trail_beyond")
_WINDOWS = ((-60, -3), (-400, -60), (1, 300))  # characters from a place, as they are named
_BACK = 240  # characters of the draft that are looked up
_RUN = 6  # characters that are looked up at once
_STRIDE = 2  # characters from one run to the next
_LATEST = 2  # characters before the caret that are no part of a run; a match knows of them
_CUSTOM = 60  # places; a run that has more of them tells nothing
_AT_FIRST = 24  # runs that are looked up at a new place
_LOOK_UPS = 2  # at each key after; what is left comes later, the latest runs first


class Trail:
    """The places of the library where runs of the draft's last characters stand."""

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._bounds = np.append(index.places.paper_start, len(index.text))
        self._text = b""
        self._found: dict[bytes, Positions] = {}
        self._coming: dict[bytes, Positions] = {}  # runs that the caret has not left behind yet
        self._places: Positions = np.zeros(0, np.int64)
        self._weight_before = np.zeros(1)

    def move(self, units: Units, contexts: Contexts) -> None:
        """Look up the last runs of the draft that are not known yet.

        Args:
            units: the draft.
            contexts: where its last characters stand, which need not be looked up again.
        """
        text = units.tobytes()
        if text == self._text:
            return
        self._text = text
        self._note_coming(units, contexts)
        last = len(units) - _LATEST
        ends = range(last - last % _STRIDE, max(_RUN, last - _BACK) - 1, -_STRIDE)
        runs = dict.fromkeys(text[2 * (end - _RUN) : 2 * end] for end in ends)
        found = {run: self._found[run] for run in runs if run in self._found}
        most = _LOOK_UPS if found else _AT_FIRST
        lacking = [run for run in runs if run not in found][:most]
        if not lacking and len(found) == len(self._found):
            return
        new = {run: self._look_up(run) for run in lacking}
        self._found = found | new
        held = [places for places in self._found.values() if len(places)]
        places = np.concatenate([np.zeros(0, np.int64), *held])
        counts = np.array([len(places) for places in held], np.int64)
        weight = np.repeat(counts**-0.5, counts)
        order = np.argsort(places, kind="stable")
        self._places = places[order]
        self._weight_before = np.append(0.0, np.cumsum(weight[order]))

    def _note_coming(self, units: Units, contexts: Contexts) -> None:
        """Keep where the run that ends at the caret stands until the caret is past it."""
        if len(units) >= _RUN and len(units) % _STRIDE == 0:
            run = units[-_RUN:].tobytes()
            if len(self._coming) > _LATEST:
                del self._coming[next(iter(self._coming))]
            self._coming[run] = contexts.behind(_RUN, _CUSTOM)

    def _look_up(self, run: bytes) -> Positions:
        places = self._coming.get(run)
        if places is None:
            found = self._index.text.find(np.frombuffer(run, np.uint16))
            places = self._index.text.sample(found, _CUSTOM if len(found) <= _CUSTOM else 0) + _RUN
        shown: Positions = places[~self._index.hidden_at(places)]
        return shown

    def near(
        self, positions: Positions, paper: NDArray[np.int64]
    ) -> dict[str, NDArray[np.float64]]:
        """How much of the trail leads close to each position, past it, and on behind it.

        Args:
            positions: in the text of the library.
            paper: the number of the paper at each; what is in others is not its trail.
        """
        if not len(self._places):
            return {name: np.zeros(len(positions)) for name in TRAIL}
        begin, end = self._bounds[paper], self._bounds[paper + 1]
        return {
            name: np.log1p(
                self._weight_up_to(np.clip(positions + last, begin, end))
                - self._weight_up_to(np.clip(positions + first, begin, end))
            )
            for name, (first, last) in zip(TRAIL, _WINDOWS, strict=True)
        }

    def _weight_up_to(self, positions: Positions) -> NDArray[np.float64]:
        weight: NDArray[np.float64] = self._weight_before[np.searchsorted(self._places, positions)]
        return weight
