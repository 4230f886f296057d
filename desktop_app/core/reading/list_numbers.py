"""The numbers that word processors put before paragraphs without writing them into the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.core.reading.list_numerals import numeral

BULLET = "bullet"
DEPTHS = 9  # levels of a list, in Word as in Writer's export; deeper ones count as the last
_PLACE = re.compile("%([1-9])")
_LONGEST = 100  # characters of a number; longer ones are built to fill the memory
_LARGEST = 99_999  # a start value beyond it is damage


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        text: the number with what surrounds it; %1 stands for the count of the first level.
        format_name: the numerals, see list_numerals.
        start: the first number.
        restart: so many of the levels above start this one anew; None for all of them.
        legal: whether the levels above show in plain digits, whatever their own numerals.
    """

    text: str
    format_name: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as the paragraphs of a document name it.

    Attributes:
        kin: lists of the same kin count on from each other.
        levels: how each depth is numbered, 0 for the outermost.
        depths: which depth the paragraphs of a style have.
        restarted: depths that do not count on from other lists of the kin.
    """

    kin: str
    levels: Mapping[int, Level]
    depths: Mapping[str, int] = field(default_factory=dict)
    restarted: frozenset[int] = frozenset()


class ListCounts:
    """The counts of all lists of a document, whose paragraphs must be shown to it in order."""

    def __init__(self) -> None:
        self._counts: dict[str, Count] = {}
        self._begun: set[tuple[str | int, int]] = set()

    def next(self, list_id: str | int, numbered: NumberedList, depth: int) -> str:
        """The number of the next paragraph of a list at a depth; empty for bullets."""
        depth = min(max(depth, 0), DEPTHS - 1)
        count = self._counts.setdefault(numbered.kin, Count())
        if depth in numbered.restarted and (list_id, depth) not in self._begun:
            count.start_anew(depth)
        self._begun.add((list_id, depth))
        return count.next(numbered.levels, depth)


class Count:
    """How far the numbers of one list have come."""

    def __init__(self) -> None:
        self._reached: dict[int, int] = {}

    def start_anew(self, depth: int) -> None:
        """Let the next item at this depth, 0 for the outermost, be the first again."""
        self._reached.pop(depth, None)

    def set_next(self, depth: int, number: int) -> None:
        """Let the next item at this depth have a number."""
        self._reached[depth] = number - 1

    def next(self, levels: Mapping[int, Level], depth: int) -> str:
        """Count one more item and return its number as it is shown; empty for bullets."""
        level = levels.get(depth)
        if level is None:
            return ""
        reached = self._reached.get(depth, _start(level) - 1)
        self._reached[depth] = reached + 1
        for deeper in range(depth + 1, DEPTHS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                self.start_anew(deeper)
        return "" if level.format_name == BULLET else self._shown(levels, level)

    def _shown(self, levels: Mapping[int, Level], level: Level) -> str:
        def replaced(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            above = levels.get(depth)
            if above is None or above.format_name in (BULLET, "none"):
                return ""
            reached = self._reached.get(depth, _start(above))
            return numeral(reached, "decimal" if level.legal else above.format_name)

        return _PLACE.sub(replaced, level.text[:_LONGEST])[:_LONGEST].strip()


def _start(level: Level) -> int:
    return min(max(level.start, 0), _LARGEST)


def with_number(number: str, text: str) -> str:
    """The paragraph with its number before it, unless its author has typed the same number."""
    bare = text.lstrip()
    if not number or not bare or bare.startswith(number):
        return text
    runs_in = number[-1].isalpha() or number[-1].isdecimal()  # 第一条 and 1.1, but not ①
    gap = " " if runs_in else ""
    return number + gap + bare
