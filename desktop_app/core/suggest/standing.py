"""Whether a string that the draft has stands in a paper of the library as well, and where."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.text.units import Units

_LOOKED_AT = 64  # places


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a string stands.

    Attributes:
        position: in the text of the library.
        papers: how many of the papers that were looked at have it.
    """

    position: int
    papers: int


def where_it_stands(
    index: LibraryIndex, units: Units, ranks: NDArray[np.float64]
) -> Standing | None:
    """A place in the likest paper that has the string; None where no paper in use has it.

    Args:
        index: of the library.
        units: the string.
        ranks: for each paper minus the logarithm of its rank.
    """
    found = index.text.find(units)
    if not found:
        return None
    places = index.text.sample(found, _LOOKED_AT)
    places = places[~index.hidden_at(places)]
    if not len(places):
        return None
    papers = index.places.paper_at(places)
    return Standing(int(places[ranks[papers].argmax()]), len(np.unique(papers)))
