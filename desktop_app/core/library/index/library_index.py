"""The index of a library: its segments as one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.grams import JoinedGrams
from desktop_app.core.library.index.joined_text import JoinedText
from desktop_app.core.library.index.occurrences import Occurrences, find_occurrences
from desktop_app.core.library.index.pair_field import JoinedField
from desktop_app.core.library.index.paper_pairs import JoinedPairs
from desktop_app.core.library.index.places import Places, Positions
from desktop_app.core.library.index.rows import PassageRows
from desktop_app.core.library.index.segment import Segment


@dataclass(frozen=True, eq=False)
class LibraryIndex:
    """Everything that suggestions are ranked with.

    Attributes:
        segments: what it is joined from, by name.
        text: all papers, and where each string stands in them.
        places: which paper and paragraph stand at a position.
        hidden: which papers are not to be used any more.
        rows: the passages that can be neighbours of a caret.
        paper_pairs: what each paper is made of.
        rare_grams: what only few papers have.
        formulae: hashes of what everybody writes, ascending.
        whole: likeness to the rows,
        opening: to their first words,
        heading: to the headings above them,
        previous: and to the leads of the rows before them.
    """

    segments: Mapping[str, Segment]
    text: JoinedText
    places: Places
    hidden: NDArray[np.bool_]
    rows: PassageRows
    paper_pairs: JoinedPairs
    rare_grams: JoinedGrams
    formulae: NDArray[np.uint64]
    whole: JoinedField
    opening: JoinedField
    heading: JoinedField
    previous: JoinedField

    @classmethod
    def of(cls, named: Mapping[str, Segment], hidden_ids: Collection[int] = ()) -> Self:
        """Join segments, in which some papers may not be used any more."""
        segments = list(named.values())
        text = JoinedText([segment.text for segment in segments])
        each = [segment.places for segment in segments]
        places = Places.joined(each, text.starts)
        return cls(
            segments=named,
            text=text,
            places=places,
            hidden=np.isin(places.paper_id, list(hidden_ids)),
            rows=PassageRows.joined([segment.rows for segment in segments], each, text.starts),
            paper_pairs=JoinedPairs([segment.paper_pairs for segment in segments], len(text)),
            rare_grams=JoinedGrams(
                [segment.rare_grams for segment in segments], [held.papers for held in each]
            ),
            formulae=_formulae(segments),
            whole=JoinedField([segment.whole for segment in segments]),
            opening=JoinedField([segment.opening for segment in segments]),
            heading=JoinedField([segment.heading for segment in segments]),
            previous=JoinedField([segment.previous for segment in segments]),
        )

    def hidden_at(self, positions: Positions) -> NDArray[np.bool_]:
        """Whether a paper that is not to be used any more stands at each position."""
        return self.hidden[self.places.paper_at(positions)]

    def occurrences(self, text: str) -> Occurrences:
        """In which papers a text stands word for word."""
        return find_occurrences(self.text, self.places, self.hidden, text)


def _formulae(segments: Sequence[Segment]) -> NDArray[np.uint64]:
    """What everybody writes shows in the largest segment; small ones take chance for custom."""
    if not segments:
        return np.zeros(0, np.uint64)
    return max(segments, key=lambda segment: segment.places.papers).formulae
