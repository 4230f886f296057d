"""What the pairs of characters that a continuation is made of tell about it."""

from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.draft import Draft
from desktop_app.core.suggest.trie import Trie, Whole
from desktop_app.core.text.units import Units, pair_buckets

Floats = NDArray[np.float32]

WORDING = (
    "topic",  # how much more usual its pairs are where the likest papers are about this matter
    "topic_most",
    "topic_joint",  # the same of the pair at the seam
    "known",  # the share of its pairs that the draft has
    "surprise",  # how seldom its pairs are
    "surprise_most",
    "pairs",  # how many it has
    "in_clause",  # how long the draft's clause is by now, as a logarithm
    "in_line",
)
_LOOKED_AT = 6  # characters of what follows a vote
_DOUBT = 0.15  # the share of what is not about this matter
_NEVER = 1e-7


@dataclass(frozen=True, eq=False)
class Wording:
    """What is known of pairs at a caret.

    Attributes:
        last: the character before the caret.
        buckets: the buckets of pairs that the other columns tell of, ascending; None for all.
        topic: how usual they are where the likest papers are about this matter, 1 in all.
        known: whether the draft has them.
        surprise: how seldom they are in the library.
        in_clause: characters since the last mark.
        in_line: characters since the line began.
    """

    last: int
    buckets: NDArray[np.uint16] | None
    topic: Floats
    known: NDArray[np.bool_]
    surprise: Floats
    in_clause: int
    in_line: int

    @classmethod
    def of(cls, draft: Draft) -> Self:
        """At the end of a draft that is not empty."""
        return cls(
            last=int(draft.units[-1]),
            buckets=None,
            topic=draft.topic,
            known=draft.known,
            surprise=draft.pairs.surprise,
            in_clause=draft.clause_length(),
            in_line=len(draft.text) - draft.text.rfind("\n"),
        )

    def of_pairs_in(self, follow: Units) -> Self:
        """What is known of the pairs of these rows alone."""
        found = np.unique(self._pairs(follow)).astype(np.uint16)
        return replace(
            self,
            buckets=found,
            topic=self.topic[found],
            known=self.known[found],
            surprise=self.surprise[found],
        )

    def topicality(self, follow: Units) -> Floats:
        """How much more usual the first pairs of each row are where papers are on the matter."""
        buckets = pair_buckets(follow[:, :_LOOKED_AT])
        more = self._topicality(self.topic[buckets], self.surprise[buckets])
        more[buckets == 0] = 0
        mean: Floats = more.sum(axis=1) / np.maximum((buckets > 0).sum(axis=1), 1)
        return mean

    def columns(self, trie: Trie, node: Whole) -> dict[str, NDArray[np.float64]]:
        """For each node of a trie of continuations, by the names of `WORDING`."""
        rows, row_of = np.unique(trie.first[node], return_inverse=True)
        buckets = self._pairs(trie.follow[rows])
        at = buckets if self.buckets is None else np.searchsorted(self.buckets, buckets)
        surprise = self.surprise[at]
        topic = self._topicality(self.topic[at], surprise)
        pair = buckets[:, 1:] > 0
        inside = row_of, trie.depth[node] - 2
        count = np.cumsum(pair, axis=1)[inside].astype(np.float64)

        def mean(values: NDArray[Any]) -> NDArray[np.float64]:
            sums: NDArray[np.float64] = np.cumsum(np.where(pair, values, 0), axis=1)[inside]
            return sums / np.maximum(count, 1)

        def most(values: Floats, least: float) -> NDArray[np.float64]:
            so_far = np.maximum.accumulate(np.where(pair, values, np.float32(least)), axis=1)
            found: NDArray[np.float64] = so_far[inside].astype(np.float64)
            return found

        return {
            "topic": mean(topic[:, 1:]),
            "topic_most": most(topic[:, 1:], -9.0),
            "topic_joint": topic[row_of, 0].astype(np.float64),
            "known": mean(self.known[at[:, 1:]]),
            "surprise": mean(surprise[:, 1:]),
            "surprise_most": most(surprise[:, 1:], 0.0),
            "pairs": count,
            "in_clause": np.full(len(node), np.log1p(self.in_clause)),
            "in_line": np.full(len(node), np.log1p(self.in_line)),
        }

    def _pairs(self, follow: Units) -> NDArray[np.uint32]:
        """The buckets of the pair at the seam and of those of each row."""
        seam = np.full((len(follow), 1), self.last, np.uint16)
        return pair_buckets(np.concatenate([seam, follow], axis=1))

    def _topicality(self, topic: Floats, surprise: Floats) -> Floats:
        usual = np.where(surprise > 0, np.exp(-surprise), 0) + np.float32(_NEVER)
        more: Floats = np.log((topic / usual + _DOUBT) / (1 + _DOUBT)).astype(np.float32)
        return more
