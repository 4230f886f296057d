"""Headings taken over from one paper into another: their words, likeness and years."""

import re
from dataclasses import dataclass

from desktop_app.core.document.numbering import without_mark

_SPACE_AND_MARKS = re.compile(r"[\s，。、“”]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?=[%％万亿个件项])")
_YEAR_BLANK, _FIGURE_BLANK = "{{年份}}", "{{数}}"


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading as it is offered.

    Attributes:
        level: 1 or 2.
        words: without number.
        place: where in its paper it stands, 0 at the start and 1 at the end.
        paper_id: the paper it is from.
        pairs: its pairs of characters.
    """

    level: int
    words: str
    place: float
    paper_id: int
    pairs: frozenset[str]


def heading_pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters, marks and space left out."""
    bare = _SPACE_AND_MARKS.sub("", words)
    return frozenset(bare[n : n + 2] for n in range(len(bare) - 1))


def covers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether `one` has half or more of the other's pairs."""
    return 2 * len(one & other) >= len(other)


def move_heading(heading: str, years: int | None) -> str:
    """The heading's words for another paper.

    Args:
        heading: with or without its number.
        years: by how many years the other paper is later; None makes years blanks. Figures become
            blanks in any case.
    """

    def moved(year: re.Match[str]) -> str:
        return _YEAR_BLANK if years is None else str(int(year.group()) + years)

    return _FIGURE.sub(_FIGURE_BLANK, _YEAR.sub(moved, without_mark(heading)))
