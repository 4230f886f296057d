"""What the continuation knows of the text before the caret."""

import re
from bisect import bisect_left
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.paper_pairs import BUCKETS
from desktop_app.core.suggest.contexts import CONTEXT, Contexts
from desktop_app.core.suggest.kinship import kinship
from desktop_app.core.suggest.likeness import PaperLikeness
from desktop_app.core.suggest.vicinity import Vicinity
from desktop_app.core.text.units import Units, among, encode_units, gram_hashes, pair_buckets

NEARBY = 40  # characters before a match that are compared with the draft's last ones
WRITTEN = 4  # so many characters make out that the draft has a wording already
_MATTER, _FADING = 220, 70.0  # characters
_LATELY = 120  # characters; about what a writer still has in mind
_SHORT, _TURN = 200, 4  # characters; a longer draft is weighed anew every few only
_CLAUSE_MARK = re.compile(r"[，。；：！？、\n“”（）《》]")


class Draft:
    """The text before the caret; a call counts only what has changed since the last one.

    What changes slowly is told of the draft up to one of its last few characters, so that not all
    of it comes due at the same key. Where the caret was before does not matter to that.

    Attributes:
        text: the text.
        units: the same as numbers.
        likeness: how like the papers of the library are to it.
        ranks: minus the logarithm of each paper's rank by likeness.
        levels: how far each paper stands out by likeness.
        vicinity: the text of the likest papers.
        topic: by bucket, how usual pairs are where these are about the draft's last matter.
        recent: by bucket, the share of the pair among the draft's last pairs, weighed by surprise.
        known: by bucket, whether the draft has the pair.
        contexts: where its last characters stand in the library.
        pairs: which pairs of characters the papers are made of.
        kinship: of each paper, by the whole lines of the draft.
    """

    def __init__(self, index: LibraryIndex) -> None:
        self.pairs = index.paper_pairs
        self.text = ""
        self.units: Units = encode_units("")
        self.likeness = PaperLikeness(index.paper_pairs, index.places.papers, index.hidden)
        self.ranks = self.likeness.ranks()
        self.levels = self.likeness.levels()
        self.vicinity = Vicinity(index)
        self.topic = np.zeros(BUCKETS, np.float32)
        self.contexts = Contexts(index.text)
        self.kinship = np.zeros(index.places.papers)
        self._index = index
        self._whole_lines: str | None = None
        self.recent = np.zeros(BUCKETS, np.float32)
        self.known = self.likeness.counted()
        self._weighed = 0  # characters, for the likeness
        self._looked_at: object = None  # what the topic was read from
        self._grams = gram_hashes(self.units, WRITTEN)  # ascending; repeated ones come repeatedly

    def move(self, before: str) -> None:
        """Take the text before the caret, wherever the caret has gone."""
        kept = _shared_length(self.text, before)
        weighed = _in_turn(len(before), 1)
        agreed = min(kept, weighed, self._weighed)
        changed = agreed < max(weighed, self._weighed)
        self._weigh(agreed, self._weighed, -1)
        self._forget(kept)
        self._extend(before[kept:])
        self.text = before
        self._weigh(agreed, weighed, 1)
        self._weighed = weighed
        if changed:
            self.ranks, self.levels = self.likeness.ranks(), self.likeness.levels()
            self.known = self.likeness.counted()
            self.vicinity.move(self.ranks)
        self._read_topic()
        self.recent = self._share_of_recent()
        self.contexts.move(self.units)
        whole_lines = before[: before.rfind("\n") + 1]
        if whole_lines != self._whole_lines:
            self.kinship = kinship(self._index, before.split("\n"))
            self._whole_lines = whole_lines

    def _weigh(self, start: int, end: int, sign: Literal[1, -1]) -> None:
        """Count what the draft has from `start` to `end`, or take it back."""
        if start < end:
            self.likeness.count(pair_buckets(self.units[max(0, start - 1) : end]), sign)

    def _forget(self, kept: int) -> None:
        """Drop everything behind the first `kept` characters."""
        if kept < len(self.units):
            self.units = self.units[:kept]
            self._grams = np.sort(gram_hashes(self.units, WRITTEN))

    def _extend(self, added: str) -> None:
        known = len(self.units)
        self.units = np.concatenate([self.units, encode_units(added)])
        new = np.sort(gram_hashes(self.units[max(0, known - WRITTEN + 1) :], WRITTEN))
        self._grams = np.insert(self._grams, np.searchsorted(self._grams, new), new)

    def _read_topic(self) -> None:
        """See what is usual where the likest papers are about the draft's last matter."""
        last = self.text[: _in_turn(len(self.text), 3)][-_MATTER:]
        if (last, self.vicinity.papers) != self._looked_at:
            self._looked_at = last, self.vicinity.papers
            self.topic = self.vicinity.topic(self._matter(encode_units(last)))

    def has_written(self, openings: Units) -> NDArray[np.bool_]:
        """For each row of `WRITTEN` characters, whether the draft has them in a row."""
        return among(gram_hashes(openings, WRITTEN)[:, 0], self._grams)

    def has_lately(self, pairs: Units) -> NDArray[np.bool_]:
        """For each row of two characters, whether the last lines have them in a row."""
        lately = np.zeros(1 << 16, np.bool_)
        lately[_folded(self.units[-_LATELY:])] = True
        return lately[_folded(pairs)[:, 0]]

    def _share_of_recent(self) -> NDArray[np.float32]:
        recent = pair_buckets(self.units[-NEARBY - 1 :])
        surprise = self.pairs.surprise[recent]
        shares = np.zeros(BUCKETS, np.float32)
        shares[recent] = surprise / np.float32(surprise.sum() + 1e-6)
        shares[0] = 0
        return shares

    def _matter(self, last: Units) -> NDArray[np.float32]:
        """By bucket, how much the pair tells what these are about: the last ones most."""
        recent = pair_buckets(last)
        fading = np.exp((np.arange(len(recent)) - len(recent)) / _FADING)
        matter = np.zeros(BUCKETS, np.float32)
        np.maximum.at(matter, recent, (self.pairs.surprise[recent] * fading).astype(np.float32))
        matter[0] = 0
        return matter

    def clause_length(self) -> int:
        """Characters since the last mark, or about as many as a context has."""
        return len(_CLAUSE_MARK.split(self.text[-CONTEXT - 10 :])[-1])


def _in_turn(length: int, turn: int) -> int:
    """The last of the places up to here that take their turn; in a short draft, all do."""
    return length if length < _SHORT else length - (length - turn) % _TURN


def _shared_length(one: str, other: str) -> int:
    """How many characters both texts begin with."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    return bisect_left(range(1, shorter + 1), 1, key=lambda n: int(one[:n] != other[:n]))


def _folded(units: Units) -> NDArray[np.uint16]:
    """A number for each pair of neighbours; few pairs share one."""
    folded: NDArray[np.uint16] = units[..., :-1] * np.uint16(40_503) + units[..., 1:]
    return folded
