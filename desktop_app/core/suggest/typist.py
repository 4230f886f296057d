"""A typist who copies a text and takes a continuation wherever one is right."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.suggest.continuation import Completer

OFFERS = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """What typing a stretch of text took.

    Attributes:
        characters: its length.
        keys: pressed for it; a continuation takes one.
    """

    characters: int
    keys: int

    @property
    def saved(self) -> float:
        """The share of keys that the continuations spared."""
        return 1 - self.keys / self.characters if self.characters else 0.0


def carets(completer: Completer, text: str, start: int, end: int) -> Iterator[int]:
    """Type text[start:end] and yield each place at which a key is pressed, before it is.

    The longest right continuation of two characters or more is taken.
    """
    at = start
    while at < end:
        yield at
        right = 0
        if text[at] != "\n":
            offers = [offer.text for offer in completer.complete(text[:at], OFFERS)]
            completer.saw(text[:at], offers)
            longest = max((o for o in offers if text.startswith(o, at)), key=len, default="")
            right = len(longest) if len(longest) >= 2 else 0
        at += right or 1


def type_text(completer: Completer, text: str, start: int, end: int) -> Typed:
    """Type text[start:end]."""
    end = min(end, len(text))
    keys = sum(1 for _ in carets(completer, text, start, end))
    return Typed(max(0, end - start), keys)
