"""Brackets and quotation marks that lack their partner or are of the wrong kind.

GB/T 15834-2011: inside its own kind a mark changes to the inner kind (“‘’” and 《〈〉》); a
quotation of several paragraphs opens each of them and closes only the last.
"""

import re
from collections.abc import Iterator, Sequence

from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.pairing import PARTNERS, Pairing, matches, pair_marks
from desktop_app.core.check.passages import Passage
from desktop_app.core.check.patterns import HAN
from desktop_app.core.check.quote_shapes import curled, quote_shape_findings
from desktop_app.core.check.rule import Rule
from desktop_app.core.text.sentences import Span

HALF_WIDTH_BRACKET = Rule(
    "half-width-bracket",
    Severity.ERROR,
    "中文里不用半角括号，应把“{found}”改为“{right}”。",
    "Brackets round Chinese words are full-width; write “{right}” instead of “{found}”.",
)
NESTED_MARKS = Rule(
    "nested-marks",
    Severity.ERROR,
    "“{outer}”里面再用时改为“{inner}”，此处应写“{right}”。",
    "Inside “{outer}” the marks are “{inner}”; write “{right}” here.",
)
UNPAIRED_MARK = Rule(
    "unpaired-mark",
    Severity.ERROR,
    "“{found}”没有与之配对的“{partner}”，应补上或删去。",
    "“{found}” lacks its partner “{partner}”; add that or delete this.",
)

_HAN = re.compile(f"[{HAN}]")
_STOP = re.compile("[。！？；]")
_OPERATOR = re.compile("[=＝+＋×÷*/]")  # brackets of a formula
_FULL_WIDTH = {"(": "（", ")": "）"}
_INNER = {"“": "‘’", "《": "〈〉"}
_OPENERS = {closing: opening for opening, closing in PARTNERS.items()}
_LINE = 40  # characters in a line of a title that is broken by hand, at most


def pair_findings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """What is wrong with the marks that come in pairs, paragraph by paragraph."""
    curls = [curled(passage.text) for passage in passages]
    pairings = [pair_marks(text) for text in curls]
    legal = _legal_singles(passages, pairings)
    for n, (passage, pairing) in enumerate(zip(passages, pairings, strict=True)):
        yield from quote_shape_findings(passage, curls[n])
        yield from _half_width(passage, pairing)
        yield from _nested(passage, pairing)
        yield from (_unpaired(passage, p) for p in pairing.single if (n, p) not in legal)


def _legal_singles(
    passages: Sequence[Passage], pairings: Sequence[Pairing]
) -> set[tuple[int, int]]:
    """Marks, by paragraph and place, whose partner may stand in another paragraph."""
    legal: set[tuple[int, int]] = set()
    waiting: list[tuple[int, int]] = []  # opened in lines of a title that have not ended yet
    for n, (passage, pairing) in enumerate(zip(passages, pairings, strict=True)):
        for place in pairing.single:
            mark = passage.text[place]
            if waiting and matches(passages[waiting[-1][0]].text[waiting[-1][1]], mark):
                legal.update(((n, place), waiting.pop()))
            elif mark in PARTNERS:
                waiting.append((n, place))
                if mark == "“" and _opens_with_quote(passages[n + 1 : n + 2]):
                    legal.add((n, place))
        if len(passage.text) > _LINE or _STOP.search(passage.text):
            waiting.clear()
    return legal


def _opens_with_quote(following: Sequence[Passage]) -> bool:
    return any(passage.text.lstrip().startswith("“") for passage in following)


def _half_width(passage: Passage, pairing: Pairing) -> Iterator[Finding]:
    for pair in pairing.pairs:
        around = (
            passage.text[max(0, pair.start - 1) : pair.start] + passage.text[pair.end + 1 :][:1]
        )
        if _HAN.search(passage.text, pair.start, pair.end) and not _OPERATOR.search(around):
            for place in (pair.start, pair.end):
                if right := _FULL_WIDTH.get(passage.text[place]):
                    yield HALF_WIDTH_BRACKET.finding(passage, Span(place, place + 1), right)


def _nested(passage: Passage, pairing: Pairing) -> Iterator[Finding]:
    """A pair directly inside a pair of its own kind."""
    paired = {pair.start for pair in pairing.pairs}
    for pair in pairing.pairs:
        opening = passage.text[pair.start]
        inner = _INNER.get(opening)
        if inner and pair.around in paired and passage.text[pair.around] == opening:
            for place, right in zip((pair.start, pair.end), inner, strict=True):
                outer = opening + PARTNERS[opening]
                spot = Span(place, place + 1)
                yield NESTED_MARKS.finding(passage, spot, right, outer=outer, inner=inner)


def _unpaired(passage: Passage, place: int) -> Finding:
    mark = passage.text[place]
    partner = PARTNERS.get(mark) or _OPENERS[mark]
    return UNPAIRED_MARK.finding(passage, Span(place, place + 1), partner=partner)
