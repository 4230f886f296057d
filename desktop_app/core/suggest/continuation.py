"""Continuations at the caret: strings of the library that may come next, with their source.

Every place of the library where the draft's last characters stand is a vote for what follows there
(`votes`), and so are places about the same matter, the draft itself and lists that go on. Each is
weighed by its likeness to the draft (`vote_features`). The votes are merged into a trie, the chance
of each string is reckoned (`node_features`), and the most useful few are chosen (`choice`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.choice import choose
from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.listing import next_items
from desktop_app.core.suggest.node_features import AVERAGED, Ballot, Nodes, look_at
from desktop_app.core.suggest.offers import OfferMemory
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.standing import Standing, where_it_stands
from desktop_app.core.suggest.trie import Trie
from desktop_app.core.suggest.vote_features import VOTE_FEATURES, Described, describe
from desktop_app.core.suggest.votes import REACH, gather_votes
from desktop_app.core.suggest.weights import ContinuationWeights
from desktop_app.core.suggest.wording import Wording
from desktop_app.core.text.units import Units, decode_units, encode_units

_COUNTED = 300  # votes; the least weighty ones of a longer list change nothing
_TRIES = 4  # times as many strings as are wanted are looked for in the papers, at most
_GROUP_OF_MATCH = re.compile(r"_\d$")
_AVERAGED = np.array(  # row: a feature of votes; column: what of it is averaged
    [[_GROUP_OF_MATCH.sub("", name) == mark for mark in AVERAGED] for name in VOTE_FEATURES],
    np.float32,
)


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


@dataclass(frozen=True, eq=False)
class Poll:
    """The votes at a caret.

    Attributes:
        described: those that count.
        passed_over: of all votes, those for what the writer has passed over.
        wording: what is known of the pairs of characters they are made of.
    """

    described: Described
    passed_over: Described
    wording: Wording


class Completer:
    """Offers continuations of one draft; for another draft, or from another writer, make another.

    The same questions in the same order get the same answers.

    Args:
        index: of the library.
        weights: how much what counts.
        observe: is told the votes at every caret, to learn from.
    """

    def __init__(
        self,
        index: LibraryIndex,
        weights: ContinuationWeights,
        observe: Callable[[Poll], None] | None = None,
    ) -> None:
        self._index = index
        self._weights = weights
        self._observe = observe
        self._draft = Draft(index)
        self._memory = OfferMemory()
        self._leaning = np.zeros(index.places.papers + 1)  # the last one is the draft

    def lean(self, leaning: NDArray[np.float64]) -> None:
        """Let papers count more or less from now on, by how much the user leans to each."""
        self._leaning[:-1] = leaning

    def complete(self, before: str, limit: int) -> list[Continuation]:
        """At most `limit` strings that may come next, the most useful first.

        What the writer has seen of earlier ones and not taken is left out.

        Args:
            before: the whole draft up to the caret.
            limit: how many.
        """
        if not before or limit < 1 or not self._index.places.papers:
            return []
        self._draft.move(before)
        votes = gather_votes(self._index, self._draft)
        wording = Wording.of(self._draft)
        described = describe(self._index, votes, self._draft, wording)
        refused = _starting_with(votes.follow, self._memory.passed_over(before))
        kept = described.only(~refused) if refused.any() else described  # mostly nothing is
        poll = Poll(kept, described.only(refused), wording)
        if self._observe:
            self._observe(poll)
        if refused.all():
            return []
        ballot, counted = count_votes(poll, self._weights.vote, self._leaning)
        nodes = look_at(ballot, self._weights.novelty)
        return self._with_next_item(self._offers(counted, ballot, nodes, limit), limit)

    def saw(self, before: str, texts: Iterable[str]) -> None:
        """Take down which offers the writer has seen behind a text."""
        self._memory.remember(before, tuple(texts))

    def _offers(
        self, counted: Described, ballot: Ballot, nodes: Nodes, limit: int
    ) -> list[Continuation]:
        """The best, each of which stands in a paper."""
        rated = self._weights.node.of(nodes.features).astype(np.float64)
        chance = 1 / (1 + np.exp(-rated))
        found: dict[int, Continuation | None] = {}
        while True:
            chosen = choose(ballot.trie, nodes.node, chance, limit)
            for n in set(chosen) - found.keys():
                found[n] = self._continuation(counted, ballot, int(nodes.node[n]))
            lacking = [n for n in chosen if found[n] is None]
            if not lacking or len(found) > _TRIES * limit:
                return [offer for n in chosen if (offer := found[n])]
            chance[lacking] = 0

    def _continuation(self, counted: Described, ballot: Ballot, node: int) -> Continuation | None:
        """A node as an offer out of the likest paper; None if it stands in no paper."""
        trie = ballot.trie
        ranks = self._draft.ranks
        standing = _standing(counted, trie.rows[trie.block(node)], ranks) or where_it_stands(
            self._index, trie.string(node), ranks
        )
        return self._quoted(decode_units(trie.string(node)), standing) if standing else None

    def _quoted(self, text: str, standing: Standing) -> Continuation:
        """A string with the place where it stands."""
        places = self._index.places
        paper = int(places.paper_at(np.array([standing.position]))[0])
        return Continuation(
            text,
            papers=standing.papers,
            paper_id=int(places.paper_id[paper]),
            paragraph_id=int(places.paragraph_id[places.paragraph_at(standing.position)]),
        )

    def _with_next_item(self, offers: list[Continuation], limit: int) -> list[Continuation]:
        """The offers, and at the end what opens the next item of a list that the draft has begun.

        Lists are too rare in most papers for their items to win a place by votes.
        """
        for item in next_items(self._draft.text)[:1]:
            if not any(offer.text.startswith(item) for offer in offers):
                standing = where_it_stands(self._index, encode_units(item), self._draft.ranks)
                own = [self._quoted(item, standing)] if standing else []
                return [*offers[: limit - len(own)], *own]
        return offers


def _standing(
    counted: Described, rows: NDArray[np.int64], ranks: NDArray[np.float64]
) -> Standing | None:
    """Where the likest paper that votes for it has it; None if only the draft votes."""
    held = rows[counted.paper[rows] >= 0]
    if not len(held):
        return None
    papers = counted.paper[held]
    best = held[int(ranks[papers].argmax())]
    return Standing(int(counted.votes.position[best]), len(np.unique(papers)))


def count_votes(
    poll: Poll, rating: Rating, leaning: NDArray[np.float64] | None = None
) -> tuple[Ballot, Described]:
    """Merge the votes that count; the weightiest of them, in the order of the trie's rows.

    Args:
        poll: the votes.
        rating: how much what counts.
        leaning: by how much the user leans to each paper and, last, to the draft.
    """
    described = poll.described
    scores, refused = (_scores(votes, rating, leaning) for votes in (described, poll.passed_over))
    top = scores.max()
    weights = np.exp((scores - top).astype(np.float64))
    lost = float(np.exp(np.minimum(refused - top, 20).astype(np.float64)).sum())
    share = lost / (lost + float(weights.sum()))
    if len(weights) > _COUNTED:
        kept = np.sort(np.argpartition(-weights, _COUNTED)[:_COUNTED])
        described, weights = described.only(kept), weights[kept]
    return _ballot(described, weights / weights.sum(), share, poll.wording), described


def _scores(
    described: Described, rating: Rating, leaning: NDArray[np.float64] | None
) -> NDArray[np.floating]:
    """Of each vote the logarithm of its weight."""
    scores: NDArray[np.floating] = rating.of(described.features) + np.log(
        described.votes.stands_for
    )
    return scores if leaning is None else scores + leaning[described.paper]


def _ballot(
    described: Described, weights: NDArray[np.float64], refused: float, wording: Wording
) -> Ballot:
    trie = Trie.build(described.votes.follow)
    return Ballot(
        trie,
        weights[trie.rows],
        described.votes.stands_for[trie.rows],
        described.match[trie.rows],
        described.paper[trie.rows],
        described.features[trie.rows] @ _AVERAGED,
        refused,
        wording,
    )


def _starting_with(follow: Units, strings: Iterable[str]) -> NDArray[np.bool_]:
    """Which rows start with one of the strings."""
    found = np.zeros(len(follow), np.bool_)
    for string in strings:
        units = encode_units(string)[:REACH]
        found |= (follow[:, : len(units)] == units).all(axis=1)
    return found
