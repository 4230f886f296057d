"""Quotes of a wrong shape round Chinese words: GB/T 15834-2011 knows “” and, inside them, ‘’."""

import re
from collections.abc import Collection, Iterator

from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.pairing import pair_marks
from desktop_app.core.check.passages import Passage, foreign_spans
from desktop_app.core.check.patterns import HAN
from desktop_app.core.check.rule import Rule
from desktop_app.core.text.sentences import Span

QUOTE_SHAPE = Rule(
    "quote-shape",
    Severity.ERROR,
    "中文的引号是弯引号，应把“{found}”改为“{right}”。",
    "Quotes in Chinese text are curled; write “{right}” instead of “{found}”.",
)
ODD_QUOTE = Rule(
    "odd-quote",
    Severity.ERROR,
    "中文的引号是弯引号，本段的“{found}”又不成对，应改为成对的“”。",
    "Quotes in Chinese text are curled, and one of these lacks its partner; write “”.",
)

_HAN = re.compile(f"[{HAN}]")
_ANY = re.compile("[\"'＂〝〞]")
_DOUBLE = re.compile('["＂〝〞]')
# an apostrophe and the sign of minutes are no quotes
_SINGLE = re.compile(r"(?<![A-Za-z\d])'|'(?![A-Za-z\d])")


def curled(text: str) -> str:
    """The text with right quotes for wrong ones where that is certain; its length stays."""
    return _curl_pairs(_curl_pairs(text, _DOUBLE), _SINGLE)


def quote_shape_findings(passage: Passage, right: str) -> Iterator[Finding]:
    """Quotes of a wrong shape beside Chinese words.

    Args:
        passage: a paragraph.
        right: its text as `curled` gives it.
    """
    foreign = foreign_spans(passage.text)
    for match in _ANY.finditer(passage.text):
        place = match.start()
        spot = Span(place, place + 1)
        if right[place] != match.group():
            yield QUOTE_SHAPE.finding(passage, spot, right[place])
        elif (
            match.group() != "'"
            and _HAN.search(passage.text, max(0, place - 1), place + 2)
            and not any(start <= place < end for start, end in foreign)
        ):
            yield ODD_QUOTE.finding(passage, spot)


def _curl_pairs(text: str, quote: re.Pattern[str]) -> str:
    foreign = foreign_spans(text)
    places = [
        match.start()
        for match in quote.finditer(text)
        if not any(start <= match.start() < end for start, end in foreign)
    ]
    if not places:
        return text
    curly = pair_marks(text)
    if quote is _DOUBLE and any(text[place] in "“”" for place in curly.single):
        return _curl_in_turn(text, set(places))
    if len(places) % 2:
        return text
    outer = [pair for pair in curly.pairs if text[pair.start] == "“"]
    characters = list(text)
    for start, end in zip(places[::2], places[1::2], strict=True):
        if _HAN.search(text, max(0, start - 1), end + 2):
            inside = any(pair.start < start and end < pair.end for pair in outer)
            characters[start], characters[end] = "‘’" if inside else "“”"
    return "".join(characters)


def _curl_in_turn(text: str, places: Collection[int]) -> str:
    """Where “ and " are mixed, they open and close in turn; unchanged if that does not come out."""
    characters = list(text)
    is_open = False
    for place, character in enumerate(text):
        if place in places:
            characters[place] = "”" if is_open else "“"
        if place in places or character in "“”":
            if (characters[place] == "”") is not is_open:
                return text
            is_open = not is_open
    return text if is_open else "".join(characters)
