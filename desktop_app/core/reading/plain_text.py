"""Paragraphs of plain text, hard-wrapped lines joined again."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from desktop_app.core.reading.contents_list import has_leader
from desktop_app.core.reading.page_marks import page_numbers, running_heads

Measure = tuple[Callable[[str], int], int]

_HAN = "[一二三四五六七八九十]{1,3}"
_BEGINNING = re.compile(rf"[\u3000 \t]|{_HAN}、|[（(]{_HAN}[）)]")
_CONTINUATION = re.compile(r"[，。；：！？、,;:!?”’）》】]")  # no paragraph begins with these
_FORM_FEED = re.compile(r"(?:\r\n?|\n)?\f(?:\r\n?|\n)?")
_WIDE = re.compile("[\u2001-\U0010ffff]+")
_STOP = re.compile(r"[。；：！？!?”）]$")
# How lines of a wrapped text are measured, how far full lines may fall short of the widest, and
# which share of the lines is full then. Characters and columns differ where digits are half-width.
_MEASURES = (("characters", 0, 0.3), ("columns", 3, 0.3), ("columns", 8, 0.5))
_WIDTHS = {"characters": range(10, 56), "columns": range(20, 111)}
_WIDEST = 110  # columns or characters
_FEWEST = 6  # lines; fewer tell nothing about a width
_WIDER_SHARE = 0.25  # so many lines may be wider: tables, and lines that are joined already
_NEARLY_FULL = 0.65  # a line of so much of the width, without a stop at its end, goes on


def text_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: its lines, or what wrapped lines make when joined."""
    return unwrap([line.rstrip() for line in _FORM_FEED.sub("\n", text).splitlines()])


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join lines that were broken at a fixed width; empty lines end a paragraph and vanish.

    A text is wrapped if many of its lines end at nearly the same width. In such a text a
    paragraph begins after an empty line, after a line that is not full, and at an indented or
    numbered line. Page numbers and running heads do not part a paragraph: they follow it.
    """
    filled = [line for line in lines if line.strip()]
    measure = _line_measure(filled)
    if measure is None:
        return [line.strip() for line in filled]
    return _join(lines, measure)


def _join(lines: Sequence[str], measure: Measure) -> list[str]:
    printed = _printed(lines)
    paragraphs: list[list[str]] = []  # each the pieces of one
    aside: list[list[str]] = []  # what pages print between the lines of the paragraph
    previous, blank = "", False
    for n, line in enumerate(lines):
        text = line.strip()
        if not text:
            blank = True
            continue
        if n in printed:
            aside.append([text])
            continue
        if blank and (not aside or _STOP.search(previous)):
            previous = ""
        if not paragraphs or _begins(line, previous, *measure):
            paragraphs += [*aside, [text]]
            aside.clear()
        else:
            paragraphs[-1] += [" ", text] if _parts_words(paragraphs[-1][-1], text) else [text]
        previous, blank = line, False
    return ["".join(pieces) for pieces in paragraphs + aside]


def _printed(lines: Sequence[str]) -> set[int]:
    """Which lines pages print besides the text: their numbers and heads."""
    places = [n for n, line in enumerate(lines) if line.strip()]
    texts = [lines[n].strip() for n in places]
    return {places[n] for n in page_numbers(texts) | running_heads(texts)}


def _begins(line: str, previous: str, width: Callable[[str], int], full: int) -> bool:
    """Whether a line of a wrapped text begins a paragraph."""
    if not previous or _BEGINNING.match(line) or has_leader(previous):
        return True
    if width(previous) >= full or _CONTINUATION.match(line):
        return False
    goes_on = width(previous) >= _NEARLY_FULL * full and not _STOP.search(previous)
    return not goes_on or _BEGINNING.match(previous) is not None


def _line_measure(lines: Sequence[str]) -> Measure | None:
    """How to measure lines, and from which measure on one is full; None if none are wrapped."""
    most_wider = _WIDER_SHARE * len(lines)
    # A character takes a column at least: such lines are wider by any measure.
    if len(lines) < _FEWEST or sum(len(line) > _WIDEST for line in lines) > most_wider:
        return None
    by_unit = {"characters": [len(line) for line in lines]}
    for unit, slack, least_share in _MEASURES:
        if unit not in by_unit:
            by_unit[unit] = [columns(line) for line in lines]
        widths = by_unit[unit]
        count = Counter(widths)
        within = {w: sum(count[w - n] for n in range(slack + 1)) for w in count}
        usual = max(within, key=lambda w: (within[w], w))
        wider = sum(number for w, number in count.items() if w > usual)
        if usual not in _WIDTHS[unit] or wider > most_wider:
            continue
        full = [n for n, w in enumerate(widths) if usual - slack <= w <= usual]
        complete = sum(_STOP.search(lines[n]) is not None for n in full)
        if len(full) >= least_share * len(lines) and complete <= len(full) / 2:
            return (len if unit == "characters" else columns), usual - slack
    return None


def columns(line: str) -> int:
    """Width of a line on a typewriter grid, where a Chinese character takes two columns."""
    return 2 * len(line) - len(_WIDE.sub("", line))


def _parts_words(head: str, tail: str) -> bool:
    """Whether a line break stands for the space between two Latin words."""
    return head[-1:].isascii() and head[-1:].isalnum() and tail[:1].isascii() and tail[:1].isalpha()
