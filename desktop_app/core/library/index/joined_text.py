"""The texts of all segments as one: positions count on from one segment to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.places import Positions
from desktop_app.core.library.index.sorted_text import SortedText
from desktop_app.core.text.units import Units


@dataclass(frozen=True, slots=True)
class Found:
    """Where a string stands: for each segment, the ranks of the suffixes."""

    parts: tuple[range, ...]

    def __len__(self) -> int:
        return sum(map(len, self.parts))


class JoinedText:
    """The segments' texts one behind the other.

    Attributes:
        starts: where the text of each segment begins.
    """

    def __init__(self, texts: Sequence[SortedText]) -> None:
        self._texts = texts
        ends = np.cumsum([0, *(len(text.units) for text in texts)])
        self.starts: Positions = ends[:-1]
        self._length = int(ends[-1])

    def __len__(self) -> int:
        return self._length

    def find(self, wanted: Units, among: Found | None = None, within: Found | None = None) -> Found:
        """Where the wanted characters stand.

        Args:
            wanted: the characters, at least one.
            among: where their end stands; segments that lack it are not looked at.
            within: where their beginning stands, if that is known.
        """
        likely = among.parts if among else [range(1)] * len(self._texts)
        begun = within.parts if within else [None] * len(self._texts)
        each = zip(self._texts, likely, begun, strict=True)
        return Found(tuple(t.find(wanted, part) if some else range(0) for t, some, part in each))

    def sample(self, found: Found, most: int) -> Positions:
        """Where these suffixes start: all, or `most` evenly spaced ones, in their order."""
        count = min(len(found), most)
        members = ((np.arange(count) + 0.5) * (len(found) / max(1, count))).astype(np.int64)
        edges = np.cumsum([0, *map(len, found.parts)])
        bounds = np.searchsorted(members, edges)
        places = [np.zeros(0, np.int64)]
        for n, part in enumerate(found.parts):
            inside = members[bounds[n] : bounds[n + 1]] - edges[n] + part.start
            places.append(self._texts[n].starts(inside) + self.starts[n])
        return np.concatenate(places)

    def at(self, positions: Positions) -> Units:
        """The characters at these positions."""
        return self._windows(positions, np.zeros(1, np.int64))[:, 0]

    def following(self, positions: Positions, count: int) -> Units:
        """For each position a row of `count` characters from it on.

        Beyond the end of a segment, which ends with a paper, its last character is repeated.
        """
        return self._windows(positions, np.arange(count))

    def preceding(self, positions: Positions, count: int) -> Units:
        """For each position, which stands behind a character, the `count` characters before it."""
        return self._windows(positions - 1, np.arange(1 - count, 1))

    def _windows(self, anchors: Positions, offsets: NDArray[np.int64]) -> Units:
        windows = np.zeros((len(anchors), len(offsets)), np.uint16)
        for text, start, inside in self._owners(anchors):
            local = (anchors[inside] - start)[:, None] + offsets
            windows[inside] = text.at(local)
        return windows

    def _owners(
        self, anchors: Positions
    ) -> Iterator[tuple[SortedText, int, NDArray[np.bool_] | slice]]:
        """Each segment that has some of the anchors, its start, and which they are."""
        if len(self._texts) == 1:
            yield self._texts[0], 0, slice(None)
            return
        owners = np.maximum(np.searchsorted(self.starts, anchors, "right") - 1, 0)
        for n in np.unique(owners).tolist():
            yield self._texts[n], self.starts.item(n), owners == n
