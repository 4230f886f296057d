"""The neighbours' paragraphs as one text, and the way back from it to the library."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.text.units import NEWLINE, Units, decode_units, span_positions


@dataclass(frozen=True, eq=False)
class NeighbourText:
    """Rows of the passage index one after another, each with a line break at its end.

    Attributes:
        units: the text.
        owner: for each position, the number of the row among the neighbours.
        origin: for each position, where it stands in the library's text.
    """

    units: Units
    owner: NDArray[np.int64]
    origin: NDArray[np.int64]

    def string(self, start: int, stop: int) -> str:
        """A part of the text."""
        return decode_units(self.units[start:stop])


def read_rows(index: LibraryIndex, rows: NDArray[np.int64]) -> NeighbourText:
    """The text of these rows, which are only now read."""
    ends = index.rows.end[rows] + 1
    origin, owner = span_positions(index.rows.start[rows], ends)
    units = index.text.at(origin)
    units[np.flatnonzero(np.diff(owner, append=len(rows)))] = NEWLINE
    return NeighbourText(units, owner, origin)
