"""Remembers what was offered, so as not to insist."""

_REMEMBERED = 8


class OfferMemory:
    """The last offers and the texts before the caret for which they were made.

    A writer who types on instead of taking an offer that agrees with what is typed does not want
    the rest of it: had it been right, it would have been taken.
    """

    def __init__(self) -> None:
        self._replies: list[tuple[str, tuple[str, ...]]] = []

    def passed_over(self, before: str) -> set[str]:
        """What is left of offers that the draft has agreed with so far without taking them."""
        self._replies = [reply for reply in self._replies if _open_offers(*reply, before)]
        return {
            offer[len(before) - len(asked) :]
            for asked, offers in self._replies
            for offer in _open_offers(asked, offers, before)
            if len(before) > len(asked)  # asked again at the same place, nothing was passed over
        }

    def remember(self, before: str, offers: tuple[str, ...]) -> None:
        """Note what is offered now."""
        earlier = [reply for reply in self._replies if reply[0] != before]
        self._replies = [*earlier, (before, offers)][-_REMEMBERED:]


def _open_offers(asked: str, offers: tuple[str, ...], before: str) -> list[str]:
    """The offers of which the draft has typed a part, or nothing yet, and not the whole."""
    if not before.startswith(asked):
        return []
    typed = before[len(asked) :]
    return [offer for offer in offers if offer.startswith(typed) and len(offer) > len(typed)]
