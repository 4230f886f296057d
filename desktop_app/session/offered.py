"""Which papers the latest suggestions came from."""

from collections import OrderedDict

_KEPT = 1000


class OfferedTexts:
    """The texts that were offered last, each with the paper that was named as its source."""

    def __init__(self) -> None:
        self._papers: OrderedDict[str, int] = OrderedDict()

    def remember(self, text: str, paper_id: int) -> None:
        """Note an offer."""
        self._papers[text] = paper_id
        self._papers.move_to_end(text)
        if len(self._papers) > _KEPT:
            self._papers.popitem(last=False)

    def paper_of(self, text: str) -> int | None:
        """The paper of an offer, of which a part may have been taken; None if it is forgotten."""
        if text in self._papers:
            return self._papers[text]
        whole = (offer for offer in reversed(self._papers) if text and text in offer)
        return next((self._papers[offer] for offer in whole), None)
