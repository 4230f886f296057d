"""Continuations at the caret: strings of the library that may come next, with their source.

Every place of the library where the draft's last characters stand is a vote for what follows there
(`votes`), weighed by its likeness to the draft (`scoring`). The votes are merged into a trie, along
which the chance of each string is reckoned, and the most useful few are chosen (`choice`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.choice import Ballot, choose
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.offers import OfferMemory
from desktop_app.core.suggest.scoring import agreement, score_votes
from desktop_app.core.suggest.trie import Trie
from desktop_app.core.suggest.votes import REACH, Votes, gather_votes
from desktop_app.core.suggest.weights import ContinuationWeights
from desktop_app.core.text.units import Units, decode_units, encode_units


@dataclass(frozen=True, slots=True)
class Continuation:
    """A string that may come next.

    Attributes:
        text: the string; it may end with a punctuation mark or a line break, but never runs on
            beyond one.
        papers: how many papers have it at a place that was looked at; common contexts are sampled.
        paper_id: one of them, the likest to the draft.
        paragraph_id: the paragraph of that paper in which it stands.
    """

    text: str
    papers: int
    paper_id: int
    paragraph_id: int


class Completer:
    """Offers continuations of one draft; for another draft, or from another writer, make another.

    The same questions in the same order get the same answers.
    """

    def __init__(self, index: LibraryIndex, weights: ContinuationWeights) -> None:
        self._index = index
        self._weights = weights
        self._draft = Draft(index)
        self._memory = OfferMemory()

    def complete(self, before: str, limit: int) -> list[Continuation]:
        """At most `limit` strings that may come next, the most useful first.

        Args:
            before: the whole draft up to the caret.
            limit: how many.
        """
        if not before or limit < 1:
            return []
        self._draft.move(before)
        votes = gather_votes(self._index.text, self._draft.units)
        refused = _starting_with(votes.follow, self._memory.passed_over(before))
        wanted = ~(refused | self._index.hidden_at(votes.position))
        if not wanted.any():
            return []
        votes, ballot = self._weigh(votes, wanted)
        nodes = choose(ballot, self._weights, limit)
        offers = [self._continuation(votes, ballot, node) for node in nodes]
        self._memory.remember(before, tuple(offer.text for offer in offers))
        return offers

    def _weigh(self, votes: Votes, wanted: NDArray[np.bool_]) -> tuple[Votes, Ballot]:
        """The wanted votes, merged. Unwanted ones still count for how common a context is."""
        agreed = agreement(self._index, votes, self._draft)
        scores = score_votes(self._index, votes, self._draft, agreed, self._weights.vote)[wanted]
        kept = votes.only(wanted)
        trie = Trie.build(kept.follow)
        weight = np.exp(scores - scores.max())[trie.rows]
        match = agreed.match[wanted][trie.rows]
        return kept, Ballot(trie, weight / weight.sum(), kept.stands_for[trie.rows], match)

    def _continuation(self, votes: Votes, ballot: Ballot, node: int) -> Continuation:
        """A node as an offer, with the source that counts most."""
        trie, places = ballot.trie, self._index.places
        block = trie.block(node)
        positions = votes.position[trie.rows[block]]
        papers = places.paper_at(positions)
        best = int(ballot.weight[block].argmax())
        return Continuation(
            decode_units(trie.string(node)),
            papers=len(np.unique(papers)),
            paper_id=int(places.paper_id[papers[best]]),
            paragraph_id=int(places.paragraph_id[places.paragraph_at(positions[best])]),
        )


def _starting_with(follow: Units, strings: Iterable[str]) -> NDArray[np.bool_]:
    """Which rows start with one of the strings."""
    found = np.zeros(len(follow), np.bool_)
    for string in strings:
        units = encode_units(string)[:REACH]
        found |= (follow[:, : len(units)] == units).all(axis=1)
    return found
