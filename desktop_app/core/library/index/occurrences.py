"""In which papers of the library a text stands word for word."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.joined_text import JoinedText
from desktop_app.core.library.index.places import Places
from desktop_app.core.text.units import encode_units, is_exact

LOOKED_AT = 2000  # places; a text that stands more often is sampled


@dataclass(frozen=True, slots=True)
class Source:
    """A paper that has the text, and the first paragraph with it among those looked at."""

    paper_id: int
    paragraph_id: int


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a text stands.

    Attributes:
        times: how often it stands in the index.
        sources: one for each paper, in the order of the papers. Complete unless `times` is above
            `LOOKED_AT`.
    """

    times: int
    sources: tuple[Source, ...]


def find_occurrences(
    text: JoinedText, places: Places, hidden: NDArray[np.bool_], wanted: str
) -> Occurrences:
    """Look a text up, white space around it left aside; papers that are hidden do not count.

    A text with characters that the index does not hold (outside 16 bits) counts as not found.
    """
    wanted = wanted.strip()
    if not wanted or "\0" in wanted or not is_exact(wanted):
        return Occurrences(0, ())
    found = text.find(encode_units(wanted))
    positions = np.sort(text.sample(found, LOOKED_AT))
    owners = places.paper_at(positions)
    positions, owners = positions[~hidden[owners]], owners[~hidden[owners]]
    papers, first = np.unique(owners, return_index=True)
    paragraphs = np.searchsorted(places.start, positions[first], "right") - 1
    ids = places.paper_id[papers].tolist(), places.paragraph_id[paragraphs].tolist()
    return Occurrences(len(found), tuple(map(Source, *ids)))
