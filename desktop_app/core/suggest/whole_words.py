"""Continuations that end with a whole word."""

from collections.abc import Callable, Iterable

_BEYOND = 6  # characters of the source behind an offer; few words are longer
_LEAST = 2  # characters; less is not worth a key


def ending_with_a_word(text: str, source: str, ends: Callable[[str], Iterable[int]]) -> str:
    """The text without a last word that its source goes on with.

    Args:
        text: of the offer.
        source: the paragraph that it is from.
        ends: tells where the words of a text end.
    """
    at = source.find(text)
    if at < 0:
        return text
    behind = at + len(text)
    kept = [n for n in ends(source[at : behind + _BEYOND]) if n <= len(text)]
    return text[: kept[-1]] if kept and kept[-1] >= _LEAST else text
