"""Paragraphs of plain text, hard-wrapped lines joined again."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

_HAN = "[一二三四五六七八九十]{1,3}"
_BEGINNING = re.compile(rf"[\u3000 \t]|{_HAN}、|[（(]{_HAN}[）)]")
_CONTINUATION = re.compile(r"[，。；：！？、,;:!?”’）》】]")  # no paragraph begins with these
_STOP = re.compile(r"[。；：！？!?”）]$")
# How lines of a wrapped text are measured, how far full lines may fall short of the widest, and
# which share of the lines is full then. Characters and columns differ where digits are half-width.
_MEASURES = (("characters", 0, 0.3), ("columns", 3, 0.3), ("columns", 8, 0.5))
_WIDTHS = {"characters": range(10, 56), "columns": range(20, 111)}
_FEWEST = 6  # lines; fewer tell nothing about a width
_WIDER_SHARE = 0.25  # so many lines may be wider: tables, and lines that are joined already
_NEARLY_FULL = 0.65  # a line of so much of the width, without a stop at its end, goes on


def text_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: its lines, or what wrapped lines make when joined."""
    lines = [line.rstrip() for line in text.replace("\f", "\n").splitlines()]
    return unwrap(lines)


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join lines that were broken at a fixed width; empty lines end a paragraph and vanish.

    A text is wrapped if many of its lines end at nearly the same width. In such a text a
    paragraph begins after an empty line, after a line that is not full, and at an indented or
    numbered line.
    """
    filled = [line for line in lines if line.strip()]
    measure = _line_measure(filled)
    if measure is None:
        return [line.strip() for line in filled]
    paragraphs: list[str] = []
    previous = ""
    for line in lines:
        if line.strip() and _begins(line, previous, *measure):
            paragraphs.append(line.strip())
        elif line.strip():
            paragraphs[-1] = _joined(paragraphs[-1], line.strip())
        previous = line if line.strip() else ""
    return paragraphs


def _begins(line: str, previous: str, width: Callable[[str], int], full: int) -> bool:
    """Whether a line of a wrapped text begins a paragraph."""
    if not previous or _BEGINNING.match(line):
        return True
    if width(previous) >= full or _CONTINUATION.match(line):
        return False
    goes_on = width(previous) >= _NEARLY_FULL * full and not _STOP.search(previous)
    return not goes_on or _BEGINNING.match(previous) is not None


def _line_measure(lines: Sequence[str]) -> tuple[Callable[[str], int], int] | None:
    """How to measure lines, and from which measure on one is full; None if none are wrapped."""
    if len(lines) < _FEWEST:
        return None
    for unit, slack, least_share in _MEASURES:
        width = len if unit == "characters" else _columns
        count = Counter(map(width, lines))
        within = {w: sum(count[w - n] for n in range(slack + 1)) for w in count}
        usual = max(within, key=lambda w: (within[w], w))
        wider = sum(number for w, number in count.items() if w > usual)
        wrapped = usual in _WIDTHS[unit] and wider <= _WIDER_SHARE * len(lines)
        full = [line for line in lines if usual - slack <= width(line) <= usual]
        complete = sum(_STOP.search(line) is not None for line in full)
        if wrapped and len(full) >= least_share * len(lines) and complete <= len(full) / 2:
            return width, usual - slack
    return None


def _columns(line: str) -> int:
    """Width of a line on a typewriter grid, where a Chinese character takes two columns."""
    return sum(2 if character > "\u2000" else 1 for character in line)


def _joined(head: str, tail: str) -> str:
    """Two halves of a line; Latin words keep the space that the line break stood for."""
    latin = (
        head[-1:].isascii() and head[-1:].isalnum() and tail[:1].isascii() and tail[:1].isalpha()
    )
    return f"{head} {tail}" if latin else head + tail
