"""In which papers a phrase stands: word for word, or with other figures, places and names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.core.document.particulars import Particular
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.text.units import decode_units, encode_units

_TELLING = 6  # characters that a phrase must have in a row without a particular
_LOOKED_AT = 60  # places where these stand
_MOST = 14  # characters that may stand in place of a particular
_MARK = re.compile(r"[，：。；！？\n]")  # and which may not


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper that has the phrase, where, and whether word for word."""

    paper_id: int
    paragraph_id: int
    verbatim: bool = True


def papers_with(
    index: LibraryIndex, text: str, particulars: Sequence[Particular]
) -> list[Standing]:
    """The papers that have a phrase, those first that have it word for word."""
    same = [Standing(s.paper_id, s.paragraph_id) for s in index.occurrences(text).sources]
    known = {standing.paper_id for standing in same}
    for standing in _variants(index, text, particulars) if particulars else ():
        if standing.paper_id not in known:
            known.add(standing.paper_id)
            same.append(standing)
    return same


def _variants(index: LibraryIndex, text: str, particulars: Sequence[Particular]) -> list[Standing]:
    """Where the phrase stands with other particulars, found by its longest run without one."""
    edges = [0, *(edge for p in particulars for edge in (p.start, p.end)), len(text)]
    pieces = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    start, end = max(pieces, key=lambda piece: piece[1] - piece[0])
    if end - start < _TELLING:
        return []
    before = [text[a:b][::-1] for a, b in reversed(pieces) if b <= start]
    behind = [text[a:b] for a, b in pieces if a >= end]
    room = len(text) + _MOST * len(particulars)
    found = index.text.find(encode_units(text[start:end]))
    anchors = index.text.sample(found, _LOOKED_AT)
    anchors = anchors[~index.hidden_at(anchors)]
    around = decode_units(index.text.around(anchors, room, room).ravel())
    return [
        _standing(index, anchor)
        for anchor, at in zip(anchors.tolist(), range(room, len(around), 2 * room), strict=True)
        if _goes_on(around[at + end - start : at + room], behind)
        and _goes_on(around[at - room : at][::-1], before)
    ]


def _goes_on(text: str, pieces: Iterable[str]) -> bool:
    """Whether a text goes on with these pieces, and something else of a clause before each."""
    at = 0
    for piece in pieces:
        found = text.find(piece, at + 1, at + _MOST + len(piece))
        if found < 0 or _MARK.search(text, at, found):
            return False
        at = found + len(piece)
    return True


def _standing(index: LibraryIndex, position: int) -> Standing:
    places = index.places
    paper = int(places.paper_start.searchsorted(position, "right")) - 1
    paragraph = places.paragraph_at(position)
    return Standing(
        int(places.paper_id[paper]), int(places.paragraph_id[paragraph]), verbatim=False
    )
