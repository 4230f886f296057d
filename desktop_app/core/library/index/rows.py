"""The rows of the passage index: body paragraphs, long ones cut at sentence ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable
from desktop_app.core.library.index.places import Places, Positions
from desktop_app.core.text.sentences import Span, sentence_spans
from desktop_app.core.text.units import NEWLINE, Units

LONGEST = 600  # characters; a caret's neighbour is to be a place in a paper, not a chapter
OPENING = 30
LEAD = 60  # of the row before, what shows where the paper has come to
NO_HEADING = -1


@dataclass(frozen=True, eq=False)
class PassageRows(ArrayTable):
    """Rows in the order of the text.

    Attributes:
        start: where in the text each row begins.
        end: where it ends.
        paper: the number of its paper.
        paragraph: the number of its paragraph.
        heading: the number of the last heading above it, `NO_HEADING` if there is none.
    """

    start: Positions
    end: Positions
    paper: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    heading: NDArray[np.int64]

    @classmethod
    def joined(cls, parts: Sequence[Self], places: Sequence[Places], shifts: Positions) -> Self:
        """The rows of several texts, each with its places, as those of one."""
        papers = np.cumsum([0, *(held.papers for held in places)])[:-1]
        paragraphs = np.cumsum([0, *(len(held.start) for held in places)])[:-1]
        joined = cls.concatenated(
            parts,
            {
                "start": shifts,
                "end": shifts,
                "paper": papers,
                "paragraph": paragraphs,
                "heading": paragraphs,
            },
        )
        lacking = np.concatenate([np.zeros(0, np.bool_), *(p.heading == NO_HEADING for p in parts)])
        joined.heading[lacking] = NO_HEADING
        return joined

    def __len__(self) -> int:
        return len(self.start)

    def blank_others(self, text: Units) -> Units:
        """The text with line breaks in place of everything that is in no row."""
        steps = np.zeros(len(text) + 1, np.int8)
        np.add.at(steps, self.start, 1)
        np.add.at(steps, self.end, -1)
        inside = np.cumsum(steps[:-1]) > 0
        kept: Units = np.where(inside, text, np.uint16(NEWLINE))
        return kept

    def opening_ends(self) -> Positions:
        """Where the first few words of each row end."""
        return np.minimum(self.start + OPENING, self.end)

    def previous_leads(self) -> tuple[Positions, Positions]:
        """Start and end of the lead of the row before, in the same paper; empty for a first row."""
        before = np.maximum(np.arange(len(self)) - 1, 0)
        same = self.paper[before] == self.paper
        same[:1] = False
        start = self.start[before]
        return start, np.where(same, np.minimum(start + LEAD, self.end[before]), start)


def row_spans(text: str) -> list[Span]:
    """The paragraph, or its pieces of at most about `LONGEST` characters cut at sentence ends."""
    if len(text) <= LONGEST:
        return [Span(0, len(text))]
    cuts = [0]
    for sentence in sentence_spans(text):
        if sentence.start > cuts[-1] and sentence.end - cuts[-1] > LONGEST:
            cuts.append(sentence.start)
    return [Span(a, b) for a, b in pairwise([*cuts, len(text)])]
