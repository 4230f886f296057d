"""Continuations that end with a whole word."""

from collections.abc import Callable, Iterable
from itertools import accumulate

_BEYOND = 6  # characters of the source behind an offer; few words are longer
_LEAST = 2  # characters; less is not worth a key
_OPENING, _OTHER_MARKS = "“‘（《「『【", "，。；：、！？”’）》」』】…—"


def in_whole_words(
    text: str, source: str, cut: Callable[[str], Iterable[str]]
) -> tuple[str, tuple[int, ...]]:
    """An offer without a last word that its source goes on with, if enough is left.

    Args:
        text: of the offer.
        source: the paragraph that it is from.
        cut: cuts a text into words.

    Returns:
        what is left, and where in it words end; marks belong to the word before or behind them.
    """
    at = source.find(text)
    longer = source[at : at + len(text) + _BEYOND] if at >= 0 else text
    places = accumulate(map(len, cut(longer)))
    ends = [n for n in places if n <= len(text) and text[n - 1] not in _OPENING]
    last = max((n for n in ends if n >= _LEAST), default=len(text))
    within = (n for n in ends if n < last and text[n] not in _OTHER_MARKS)
    return text[:last], (*within, last)
