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
        return self.samples([found], most)

    def samples(self, each: Sequence[Found], most: int) -> Positions:
        """The samples of several, one after another."""
        owners, ranks = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for found in each:
            count = min(len(found), most)
            members = ((np.arange(count) + 0.5) * (len(found) / max(1, count))).astype(np.int64)
            edges = np.cumsum([0, *map(len, found.parts)])
            owner = np.searchsorted(edges, members, "right") - 1
            first = np.array([part.start for part in found.parts], np.int64)
            owners.append(owner)
            ranks.append(members + (first - edges[:-1])[owner])
        rank = np.concatenate(ranks)
        places = np.empty(len(rank), np.int64)
        for text, start, inside in self._shared_out(np.concatenate(owners)):
            places[inside] = text.starts(rank[inside]) + start
        return places

    def at(self, positions: Positions) -> Units:
        """The characters at these positions."""
        units = np.zeros(len(positions), np.uint16)
        for text, start, inside in self._owners(positions):
            units[inside] = text.at(positions[inside] - start)
        return units

    def around(self, positions: Positions, before: int, after: int) -> Units:
        """For each position, which stands behind a character, a row of what is around it.

        Beyond either end of the segment that has the character before the position, and that begins
        and ends with a paper, its outermost character is repeated.
        """
        rows = np.zeros((len(positions), before + after), np.uint16)
        for text, start, inside in self._owners(positions - 1):
            rows[inside] = text.rows(positions[inside] - (before + start), before + after)
        return rows

    def _owners(
        self, positions: Positions
    ) -> Iterator[tuple[SortedText, int, NDArray[np.int64] | slice]]:
        """Each segment that has some of the positions, its start, and which they are."""
        if len(self._texts) == 1:
            yield self._texts[0], 0, slice(None)
            return
        yield from self._shared_out(
            np.maximum(np.searchsorted(self.starts, positions, "right") - 1, 0)
        )

    def _shared_out(
        self, owners: NDArray[np.int64]
    ) -> Iterator[tuple[SortedText, int, NDArray[np.int64]]]:
        """Each segment that owns something, its start, and what it owns."""
        for n, text in enumerate(self._texts):
            inside = np.flatnonzero(owners == n)
            if len(inside):
                yield text, self.starts.item(n), inside
