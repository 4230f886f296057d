"""The headings of a paper as an outline has them: two levels, no appendix, each under another."""

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.core.document.numbering import section_mark, without_mark
from desktop_app.core.suggest.headings import PlacedHeading

Headings = Sequence[tuple[int, str, float]]

_MOST = 60  # headings of a paper that has more
_APPENDIX = re.compile(r"\W*(?:名词解释|名词注释|附[件录表注]|注释)")
_POINTS = re.compile(r"[（(]\d+(?:\.\d+)?分[）)]$")  # what a section is worth in an assessment
_CHAPTER = re.compile(r"\s*第[^、，。]{1,4}[章编部]")


def outline_headings(headings: Headings) -> tuple[PlacedHeading, ...]:
    """The headings of levels 1 and 2, in order.

    Args:
        headings: level, words with or without number, and place in the paper of each.
    """
    placed, above = list[PlacedHeading](), -1
    for level, heading, place in _regular(_without_appendix(headings)):
        if level <= 2 and len(placed) < _MOST:
            above = len(placed) if level == 1 else above
            words = _POINTS.sub("", without_mark(heading)).strip()
            placed.append(PlacedHeading(level, words, place, -1 if level == 1 else above))
    return tuple(placed)


def has_chapters(headings: Headings) -> bool:
    """Whether the first level counts chapters: 第一章 in place of 一、."""
    return any(level == 1 and _CHAPTER.match(heading) for level, heading, _ in headings)


def _without_appendix(headings: Headings) -> Iterator[tuple[int, str, float]]:
    for level, heading, place in headings:
        if _APPENDIX.match(heading):
            return
        yield level, heading, place


def _regular(headings: Iterable[tuple[int, str, float]]) -> Iterator[tuple[int, str, float]]:
    """What counts 一、 below headings without numbers is of the second level."""
    found = list(headings)
    bare = [level == 1 and section_mark(heading) is None for level, heading, _ in found]
    numbered = any(level == 1 and not b for (level, _, _), b in zip(found, bare, strict=True))
    lower = numbered and sum(bare) > 1
    for (level, heading, place), is_bare in zip(found, bare, strict=True):
        yield level + (lower and not is_bare), heading, place
