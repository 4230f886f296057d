"""Headings taken over from one paper into another: their words, likeness and years."""

import re
from dataclasses import dataclass

_NO_WORDS = re.compile(r"\{\{[^{}]*\}\}|(?:19|20)\d\d\s*(?:年度?)?|[\s，。、“”\d.%％]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?=[%％万亿个件项])")
_YEAR_BLANK, _FIGURE_BLANK = "{{年份}}", "{{数}}"
_PLAN = re.compile(r"(?<=十)[一二三四五六七八九](?=五(?:”|规划|时期|期间))")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading in its paper.

    Attributes:
        level: 1 or 2.
        words: without number.
        place: where in its paper it stands, 0 at the start and 1 at the end.
        above: the number of the heading above it in its paper; -1 where there is none.
    """

    level: int
    words: str
    place: float
    above: int = -1


def bare_words(words: str) -> str:
    """The words by which headings are compared: years, figures, blanks and marks are left out."""
    return _NO_WORDS.sub("", words)


def move_heading(words: str, year: int | None, later: int | None) -> str:
    """A heading's words for another paper.

    Args:
        words: without number.
        year: the year of the paper that it is from, where known.
        later: that of the other paper. Where one of them is unknown, years become blanks. Figures
            become blanks in any case, and the five-year plan is that of the other paper's year.
    """

    def moved(match: re.Match[str]) -> str:
        return str(int(match.group()) + later - year) if year and later else _YEAR_BLANK

    def planned(match: re.Match[str]) -> str:
        plan = _DIGITS.index(match.group()) + (_plan(later) - _plan(year) if year and later else 0)
        return _DIGITS[plan] if 0 < plan < len(_DIGITS) else match.group()

    return _FIGURE.sub(_FIGURE_BLANK, _YEAR.sub(moved, _PLAN.sub(planned, words)))


def _plan(year: int) -> int:
    """The five-year plan that a year is in: the tenth began in 2001."""
    return (year - 2001) // 5 + 10
