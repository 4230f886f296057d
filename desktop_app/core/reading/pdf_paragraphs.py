"""Paragraphs out of printed lines: where one ends tells by its indent and by its last line."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from desktop_app.core.reading.pdf_lines import Line, Page, blocks_of, columns_of

_TOP, _BOTTOM = 0.90, 0.12  # of the height: above and below stand running heads and page numbers
_PAGE_NUMBER = re.compile(
    r"(?=.*[\dIVXivx一二三四五六七八九十])[\s—\-–－·•.第页共/\dIVXivx一二三四五六七八九十]+"
)
_REPEATED = 0.4  # of the pages have a running head; at least three have, or both of two
_FULL = 12  # characters; shorter lines tell nothing about the edges of the text
_INDENT, _SHORT = 1.2, 1.6  # em from the left and from the right edge of the text
_SHORT_AT_STOP = 0.6  # em, where lines are justified and so end at the edge unless they are last
_JUSTIFIED = 0.6  # of the full lines end at the edge
_SPACED = 1.7  # times the usual distance between lines
_DISPLAY = 1.2  # times the size of the running text: a title
_SAME_SIZE = 0.1
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_STOP = re.compile(r"[。；：！？!?”）]$")
_HYPHEN = "\x02"  # what PDFium makes of one that breaks a word at the end of a line


class _Print(NamedTuple):
    """How the document is printed: its type size, the distance between lines, in points."""

    em: float
    pitch: float


class _Edges(NamedTuple):
    """Where lines of running text begin and end, and whether all are stretched to end there."""

    left: float
    right: float
    justified: bool


class _Placed(NamedTuple):
    """A line, what it is printed in, and the key of its column: lines with one have one width."""

    line: Line
    page: int
    column: tuple[int, int]


def joined_paragraphs(pages: Sequence[Page]) -> list[str]:
    """The paragraphs of a document, its lines joined across pages and columns."""
    lines = list(_placed(_without_running_heads(pages)))
    if not lines:
        return []
    print_ = _print(lines)
    edges = _edges(lines)
    paragraphs: list[str] = []
    previous: _Placed | None = None
    for placed in lines:
        if previous is None or _begins(placed, previous, edges, print_):
            paragraphs.append(placed.line.text)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], placed.line.text)
        previous = placed
    return [text.replace(_HYPHEN, "-") for text in paragraphs]


def _placed(pages: Iterable[Page]) -> Iterator[_Placed]:
    for number, page in enumerate(pages):
        for block in blocks_of(page.lines):
            for line in block.lines:
                yield _Placed(line, number, (block.column, round(page.width)))


def _without_running_heads(pages: Sequence[Page]) -> list[Page]:
    """The pages without page numbers and without what stands at the edge of many of them."""
    heads = Counter(
        head
        for page in pages
        for head in {_head(line) for line in page.lines if _outer(line, page)}
    )
    often = max(3 if len(pages) > 2 else 2, _REPEATED * len(pages))

    def stays(line: Line, page: Page) -> bool:
        if not _outer(line, page):
            return True
        return not _PAGE_NUMBER.fullmatch(line.text) and heads[_head(line)] < often

    return [page._replace(lines=[x for x in page.lines if stays(x, page)]) for page in pages]


def _outer(line: Line, page: Page) -> bool:
    return line.bottom < _BOTTOM * page.height or line.top > _TOP * page.height


def _head(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _print(lines: Sequence[_Placed]) -> _Print:
    full = [placed.line for placed in lines if len(placed.line.text) > _FULL]
    em = median(line.em for line in full or [placed.line for placed in lines])
    steps = [
        above.line.middle - below.line.middle
        for above, below in pairwise(lines)
        if above.page == below.page and above.line.bottom > below.line.bottom
    ]
    return _Print(em, median(steps) if steps else 2 * em)


def _edges(lines: Sequence[_Placed]) -> dict[tuple[int, int], _Edges]:
    """The edges of the text in each kind of column: where the most full lines begin and end."""
    by_column: dict[tuple[int, int], list[Line]] = {}
    for placed in lines:
        by_column.setdefault(placed.column, []).append(placed.line)
    return {column: _edges_of(found) for column, found in by_column.items()}


def _edges_of(lines: Sequence[Line]) -> _Edges:
    full = [line for line in lines if len(line.text) > _FULL] or lines
    left = Counter(round(line.left) for line in full)
    right = Counter(round(line.right) for line in full)
    edge = max(_commonest(right))
    at_edge = sum(count for place, count in right.items() if abs(place - edge) <= 2)
    return _Edges(min(_commonest(left)), edge, at_edge >= _JUSTIFIED * len(full))


def _commonest(counts: Counter[int]) -> list[int]:
    """Places nearly as common as the commonest; lines that are not justified end at several."""
    most = max(counts.values())
    return [place for place, count in counts.items() if 2 * count >= most]


def _begins(
    placed: _Placed, previous: _Placed, edges: dict[tuple[int, int], _Edges], print_: _Print
) -> bool:
    """Whether a line begins a paragraph."""
    line, before = placed.line, previous.line
    here, there = edges[placed.column], edges[previous.column]
    if _is_display(line, here, print_) and _is_display(before, there, print_):
        return abs(line.em - before.em) > _SAME_SIZE * line.em or bool(_STOP.search(before.text))
    if line.left > here.left + _INDENT * print_.em:
        return True
    if there.right - before.right > _slack(before, there) * print_.em:
        return True
    if placed.page == previous.page and before.middle - line.middle > _SPACED * print_.pitch:
        return True
    return bool(_NUMBERED.match(line.text) and _STOP.search(before.text))


def _slack(line: Line, edges: _Edges) -> float:
    """How far, in em, a line may fall short of the edge and yet not be the last of a paragraph."""
    return _SHORT_AT_STOP if edges.justified and _STOP.search(line.text) else _SHORT


def _is_display(line: Line, edges: _Edges, print_: _Print) -> bool:
    """Whether a line is one of a title: large and centred."""
    indent, rest = line.left - edges.left, edges.right - line.right
    centred = abs(indent - rest) < 2 * print_.em
    return centred and columns_of(line.text) > 2 and line.em > _DISPLAY * print_.em


def _joined(head: str, tail: str) -> str:
    """Two halves of a line; Latin words keep the space that the line break stood for."""
    if head.endswith(_HYPHEN):
        return head[:-1] + tail if tail[:1].islower() else f"{head[:-1]}-{tail}"
    latin = re.search(r"[A-Za-z0-9,.;:)]$", head) and re.match(r"[A-Za-z(]", tail)
    return f"{head} {tail}" if latin else head + tail
