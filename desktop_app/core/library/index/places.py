"""From a position in the library's text to the paper and the paragraph that stand there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import ArrayTable

Positions = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Places(ArrayTable):
    """Papers and paragraphs in the order of the text; their numbers count from 0.

    Attributes:
        paper_start: where in the text each paper begins.
        paper_id: its row in the store.
        paper_year: its year, 0 where unknown.
        start: where in the text each paragraph begins.
        end: where it ends.
        paragraph_id: its row in the store.
        indent: how many characters of white space stand before `start` in the stored paragraph.
        body: where in the text its running text begins, behind a heading that runs on; `end` if
            it has none.
    """

    paper_start: Positions
    paper_id: NDArray[np.int64]
    paper_year: NDArray[np.int64]
    start: Positions
    end: Positions
    paragraph_id: NDArray[np.int64]
    indent: NDArray[np.int64]
    body: Positions

    @classmethod
    def joined(cls, parts: Sequence[Self], shifts: Positions) -> Self:
        """The places of several texts as those of one in which each begins at its shift."""
        in_text = ("paper_start", "start", "end", "body")
        return cls.concatenated(parts, dict.fromkeys(in_text, shifts))

    @property
    def papers(self) -> int:
        """How many papers there are."""
        return len(self.paper_id)

    def paper_at(self, positions: Positions) -> NDArray[np.int64]:
        """The number of the paper at each position."""
        return np.searchsorted(self.paper_start, positions, "right") - 1

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph at a position, or of the one that the position ends."""
        return int(np.searchsorted(self.start, position, "right")) - 1

    def running_text(self, paragraph: int) -> tuple[int, int]:
        """Where the running text of a paragraph begins and ends; the same place if it has none."""
        return self.body.item(paragraph), self.end.item(paragraph)

    def offset(self, position: int, paragraph: int) -> int:
        """The position within a paragraph, in code points of its stored text."""
        return position - int(self.start[paragraph]) + int(self.indent[paragraph])
