"""The printed lines of a page: characters put in rows, rows put in the order of reading."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_SAME_ROW = 0.45  # of the height: digits and marks sit a little higher or lower than their row
_GAP = 0.9  # of the height; a wider gap stands for a space that nobody typed
_UPWARD = 0.35  # of the steps from line to line may go up: tables are drawn cell by cell
_GUTTER = (0.35, 0.65)  # of the width of the text: where the gap between two columns may lie
_COLUMN_LINES = 6  # fewer on a side make no column
_CROSSING = 0.25  # of the lines may run across both columns: titles, heads, figures
_FILLED = 0.6  # of a column's width is filled by half of its lines, else it is one of a table


class Character(NamedTuple):
    """A character and its box, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Line(NamedTuple):
    """A printed line and its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Half-way between its lower and its upper edge."""
        return (self.bottom + self.top) / 2

    @property
    def em(self) -> float:
        """Width of one Chinese character, taken on average."""
        return (self.right - self.left) / columns_of(self.text)


class Page(NamedTuple):
    """A page's size in points, and its lines as they are drawn."""

    width: float
    height: float
    lines: Sequence[Line]


class Block(NamedTuple):
    """Lines that follow one another in one column: 0 is the whole page, 1 left, 2 right."""

    column: int
    lines: Sequence[Line]


def columns_of(text: str) -> float:
    """Width of a text in Chinese characters; letters and digits take half of one."""
    return sum(1 if character > "\u2000" else 0.5 for character in text)


@dataclass(slots=True)
class _Row:
    """A line while its characters are being gathered."""

    left: float
    bottom: float
    right: float
    top: float
    texts: list[str] = field(default_factory=list)

    def holds(self, character: Character) -> bool:
        height = max(character.top - character.bottom, self.top - self.bottom)
        apart = abs(self.bottom + self.top - character.bottom - character.top) / 2
        return apart < _SAME_ROW * height

    def add(self, character: Character) -> None:
        gap = character.left - self.right
        if gap > _GAP * (self.top - self.bottom) and self.texts[-1:] != [" "]:
            self.texts.append(" ")
        self.texts.append(character.text)
        self.left = min(self.left, character.left)
        self.bottom = min(self.bottom, character.bottom)
        self.top = max(self.top, character.top)
        if not character.text.isspace():
            self.right = max(self.right, character.right)

    def line(self) -> Line:
        text = "".join(self.texts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return Line(text.strip(), self.left, self.bottom, self.right, self.top)


def lines_of(characters: Iterable[Character]) -> list[Line]:
    """The lines that hold text, in the order in which they are drawn."""
    rows: list[_Row] = []
    for character in characters:
        if character.text.isspace() and not (rows and rows[-1].holds(character)):
            continue
        if not (rows and rows[-1].holds(character)):
            rows.append(_Row(character.left, character.bottom, character.left, character.top))
        rows[-1].add(character)
    lines = (row.line() for row in rows)
    return [line for line in lines if line.text and line.right > line.left]


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The lines of a page in the order in which they are read, column by column."""
    gutter = _gutter(lines)
    if gutter is None:
        return [Block(0, _in_order(lines))]
    blocks: list[Block] = []
    sides: dict[int, list[Line]] = {1: [], 2: []}
    for line in sorted(lines, key=lambda line: -line.middle):
        column = _column(line, gutter)
        if column:
            sides[column].append(line)
        else:
            blocks += [Block(side, found) for side, found in sides.items() if found]
            blocks.append(Block(0, [line]))
            sides = {1: [], 2: []}
    return blocks + [Block(side, found) for side, found in sides.items() if found]


def _in_order(lines: Sequence[Line]) -> Sequence[Line]:
    """As drawn, which keeps the cells of a table whole, unless the drawing jumps about."""
    upward = sum(above.top < below.bottom for above, below in pairwise(lines))
    orderly = upward <= _UPWARD * len(lines)
    return lines if orderly else sorted(lines, key=lambda line: -line.middle)


def _column(line: Line, gutter: float) -> int:
    if line.right <= gutter:
        return 1
    return 2 if line.left >= gutter else 0


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the gap between two columns of running text lies, if there are two."""
    if len(lines) < 2 * _COLUMN_LINES:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    first, last = (math.ceil(left + share * (right - left)) for share in _GUTTER)
    crossing = {x: sum(line.left < x < line.right for line in lines) for x in range(first, last)}
    fewest = min(crossing.values(), default=len(lines))
    if fewest > _CROSSING * len(lines):
        return None
    gutter = median(x for x, crossed in crossing.items() if crossed == fewest)
    sides = [[line for line in lines if _column(line, gutter) == side] for side in (1, 2)]
    widths = (gutter - left, right - gutter)
    running = all(map(_is_running, sides, widths))
    return gutter if running else None


def _is_running(lines: Sequence[Line], width: float) -> bool:
    """Whether lines fill a column as running text does and the cells of a table do not."""
    if len(lines) < _COLUMN_LINES:
        return False
    return median(line.right - line.left for line in lines) >= _FILLED * width
