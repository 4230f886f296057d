"""The headings of a paper by section, those that other papers can use, and the parallel ones."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop_app.core.document.function import chapter_function
from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.numbering import without_mark
from desktop_app.core.suggest.heading_frames import Key, best_frame, frame_name

_LEVELS = range(1, 4)
_LENGTHS = range(4, 33)
# Names, figures but years, Latin, blanks, and what is no heading of its own or runs on into text.
_PARTICULAR = re.compile(
    r"[《》“”A-Za-z{}（）]|\d(?!\d*年)|^第.{1,4}[章节条]|[，、：；]$|[^，\s]{21}"
)
_YEAR = re.compile(r"\d")  # headings that every paper has: 2024年工作回顾, 2025年重点工作


@dataclass(frozen=True, slots=True)
class LibraryHeading:
    """A heading: the number of its paper, and where it stands there."""

    paper: int
    level: int
    words: str
    parent: str
    function: Function | None


@dataclass(frozen=True, slots=True)
class ParallelSet:
    """Headings of one section that share a frame, which is written down in `pattern`."""

    headings: tuple[LibraryHeading, ...]
    key: Key
    pattern: str
    worth: float

    @property
    def text(self) -> str:
        """All its headings."""
        return "，".join(heading.words for heading in self.headings)


@dataclass(frozen=True, slots=True)
class PaperShare:
    """What a paper brings: all its usable headings, and the parallel ones."""

    singles: tuple[LibraryHeading, ...]
    sets: tuple[ParallelSet, ...]


def paper_share(number: int, title: str, headings: Iterable[tuple[int, str, float]]) -> PaperShare:
    """What a paper brings.

    Args:
        number: of the paper.
        title: of the paper.
        headings: level, words with or without number, and place, in order.
    """
    sections = list(_sections(number, title, headings))
    sets = (parallel_set(siblings) for siblings in sections)
    singles = tuple(heading for siblings in sections for heading in siblings)
    return PaperShare(singles, tuple(filter(None, sets)))


def _sections(
    number: int, title: str, headings: Iterable[tuple[int, str, float]]
) -> Iterator[list[LibraryHeading]]:
    """The headings of a paper that stand beside each other, without those of no use elsewhere."""
    above = [""] * (_LEVELS.stop + 1)
    found: list[tuple[tuple[int, int], LibraryHeading]] = []
    section, function = 0, Function.MEASURE
    for level, heading, _ in headings:
        if level not in _LEVELS:
            continue
        words = without_mark(heading).strip()
        above[level:] = [words] * (len(above) - level)
        if level == 1:
            section, function = section + 1, chapter_function(words, title)
        if len(words) in _LENGTHS and not _PARTICULAR.search(words):
            heads = LibraryHeading(number, level, words, "", None)
            if level > 1:
                heads = LibraryHeading(number, level, words, above[level - 1], function)
            found.append(((level, section if level > 1 else 0), heads))
    found.sort(key=lambda entry: entry[0])
    for _, group in groupby(found, key=lambda entry: (entry[0], entry[1].parent)):
        yield [heading for _, heading in group]


def parallel_set(siblings: Sequence[LibraryHeading]) -> ParallelSet | None:
    """Those of the siblings that share the best frame; None if they are not parallel."""
    timeless = [heading for heading in siblings if not _YEAR.search(heading.words)]
    frame = best_frame([heading.words for heading in timeless])
    if frame is None:
        return None
    chosen = tuple(timeless[number] for number in frame.members)
    if len({heading.words for heading in chosen}) < len(chosen):
        return None  # a row of a table, or a paper that repeats itself
    label = frame_name([heading.words for heading in chosen], frame.key)
    return ParallelSet(chosen, frame.key, label, frame.worth)
