"""Continuations that end with a whole word."""

from collections.abc import Callable, Iterable
from itertools import accumulate

from desktop_app.core.text.words import OPENING_MARKS

_BEFORE = 6  # characters of the draft; without them the rest of a word is cut as another
_BEYOND = 6  # characters of the source behind an offer; few words are longer
_LEAST = 2  # characters; less is not worth a key


def word_ends(before: str, text: str, ends: Callable[[str], Iterable[int]]) -> tuple[int, ...]:
    """Where in a text its words end, the first of which may have begun in the draft before it.

    Args:
        before: the draft.
        text: what comes behind it.
        ends: tells where the words of a text end.
    """
    line = _last_line(before)
    return tuple(n - len(line) for n in ends(line + text) if n > len(line))


def ending_with_a_word(
    before: str, text: str, source: str, cut: Callable[[str], Iterable[str]]
) -> str:
    """The text without a last word that its source goes on with, if enough is left.

    Args:
        before: the draft.
        text: of the offer.
        source: the paragraph that it is from.
        cut: cuts a text into words.
    """
    at = source.find(text)
    if at < 0:
        return text
    line, longer = _last_line(before), source[at : at + len(text) + _BEYOND]
    places = (n - len(line) for n in accumulate(map(len, cut(line + longer))))
    whole = (n for n in places if _LEAST <= n <= len(text) and text[n - 1] not in OPENING_MARKS)
    return text[: max(whole, default=len(text))]


def _last_line(before: str) -> str:
    return before[-_BEFORE:].rpartition("\n")[2]
