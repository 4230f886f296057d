"""Contexts: where in the library the draft's last characters stand, be they one, two or more."""

from collections.abc import Iterator, Sequence

import numpy as np

from desktop_app.core.library.index.joined_text import Found, JoinedText
from desktop_app.core.text.units import Units

CONTEXT = 20  # the longest that is looked up, in characters
SAMPLE = 200  # places of one length that are looked at


class Contexts:
    """Looks contexts up; a key that is typed at the end narrows down those of the key before.

    Args:
        text: of the library.

    Attributes:
        found: where the draft's last character stands, its last two, and so on.
    """

    def __init__(self, text: JoinedText) -> None:
        self._text = text
        self._draft = np.zeros(0, np.uint16)
        self.found: Sequence[Found] = ()

    def move(self, draft: Units) -> None:
        """Look up the draft's last characters; nothing beyond the first length with few places."""
        last = draft[-CONTEXT:]
        known = self.found if _goes_on(self._draft, last) else ()
        self._draft, self.found = last, tuple(self._look_up(last, known))

    def _look_up(self, last: Units, known: Sequence[Found]) -> Iterator[Found]:
        """The places of each length.

        Args:
            last: characters.
            known: the places of all but the last character.
        """
        found = None
        for size in range(1, len(last) + 1):
            within = known[size - 2] if 1 < size < len(known) + 2 else None
            found = self._text.find(last[-size:], among=found, within=within)
            if not found:
                return
            yield found
            if len(found) <= SAMPLE:
                return


def _goes_on(before: Units, now: Units) -> bool:
    """Whether one character has been typed since."""
    common = min(len(before), len(now) - 1)
    return common > 0 and np.array_equal(before[-common:], now[-common - 1 : -1])
