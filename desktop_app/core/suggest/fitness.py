"""Whether a window is fit to be offered: whole, new to the draft, unlike what is offered."""

import re
from dataclasses import dataclass, field

import numpy as np

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.neighbour_text import NeighbourText
from desktop_app.core.suggest.parallel_sets import ParallelSet, parallel_sets
from desktop_app.core.suggest.standing_alone import is_whole, stands_alone
from desktop_app.core.text.sentences import Span, clause_spans

_TELLING = 6  # characters of a clause that a writer would notice twice
_ALIKE = 0.7  # of the character pairs of the shorter one; above it two phrases say the same
_MARKS = re.compile(r"[，：。；！？\s]+$")
_VARIABLE = re.compile(r"\d[\d.,]*|[^\u4e00-\u9fff\d]")
LONGEST = 120  # characters of what is no numbered set
_LONGEST_SET = 300  # characters; a numbered set is dragged whole


@dataclass(frozen=True, slots=True)
class Offer:
    """A part of the neighbours' text, and the parts of the parallel set in it, if it holds one."""

    start: int
    stop: int
    parts: tuple[Span, ...] = ()


@dataclass
class Fitness:
    """Judges the windows of one question; what was taken is remembered.

    Attributes:
        index: of the library.
        text: of the neighbours.
        before: the draft up to the caret.
        alone: whether a window must make sense alone, as a phrase must.
    """

    index: LibraryIndex
    text: NeighbourText
    before: str
    alone: bool
    taken: dict[tuple[int, int], Offer] = field(default_factory=dict)
    _said: list[set[str]] = field(default_factory=list)
    _sound: dict[str, bool] = field(default_factory=dict)
    _sets: dict[int, list[ParallelSet]] = field(default_factory=dict)

    def fits(self, start: int, stop: int) -> bool:
        """Whether a window may be offered; if so, `taken` has what is offered for it."""
        if not self._runs(start):
            return False
        offer = self._whole_sets(start, stop) if self.alone else self._with_parts(start, stop)
        if offer is None or not self._runs(offer.start):
            return False
        if not self._is_sound(self.text.string(offer.start, offer.stop).strip()):
            return False
        self.taken[start, stop] = offer
        return True

    def _runs(self, start: int) -> bool:
        """Whether running text is there; a phrase does not begin in a heading that runs on."""
        places, origin = self.index.places, self.text.origin.item(start)
        body, end = places.running_text(places.paragraph_at(origin))
        return body < end and (not self.alone or origin >= body)

    def _is_sound(self, words: str) -> bool:
        if words not in self._sound:  # the same words stand in many papers
            whole = stands_alone(words) if self.alone else is_whole(words)
            self._sound[words] = whole and not self._is_written(words)
        return self._sound[words] and self._is_new(words)

    def _is_written(self, words: str) -> bool:
        """Whether the draft has it: a clause of a phrase, or half of a passage to read."""
        if words in self.before:
            return True
        clauses = [_MARKS.sub("", words[a:b]) for a, b in clause_spans(words)]
        written = sum(len(c) for c in clauses if len(c) >= _TELLING and c in self.before)
        return written > (0 if self.alone else len(words) / 2)

    def _is_new(self, words: str) -> bool:
        """Whether nothing was taken that says the same but for figures and names."""
        key = _VARIABLE.sub("", words)
        pairs = {key[n : n + 2] for n in range(len(key) - 1)}
        if any(_are_alike(pairs, said) for said in self._said):
            return False
        self._said.append(pairs)
        return True

    def _with_parts(self, start: int, stop: int) -> Offer:
        inside = (s for s, a, b in self._sets_near(start) if start <= a and b <= stop)
        parts = next((s.parts for s in inside), ())
        begin = self._begin(start)
        return Offer(start, stop, tuple(Span(begin + a, begin + b) for a, b in parts))

    def _whole_sets(self, start: int, stop: int) -> Offer | None:
        """The window, widened to the set that it would cut; None where that is too long."""
        begin = self._begin(start)
        for found, first, last in self._sets_near(start):
            parts = tuple(Span(begin + a, begin + b) for a, b in found.parts)
            touched = sum(a < stop and start < b for a, b in parts)
            if touched > (0 if found.numbered else 1):
                most = _LONGEST_SET if found.numbered else LONGEST
                offer = Offer(min(start, first), max(stop, last), parts)
                return offer if offer.stop - offer.start <= most else None
        return Offer(start, stop)

    def _begin(self, position: int) -> int:
        """Where the row at a position begins."""
        return int(np.searchsorted(self.text.owner, self.text.owner[position]))

    def _sets_near(self, position: int) -> list[tuple[ParallelSet, int, int]]:
        """The sets of the row at a position, with start and end in the neighbours' text."""
        owner = int(self.text.owner[position])
        begin, end = np.searchsorted(self.text.owner, [owner, owner + 1]).tolist()
        if owner not in self._sets:
            self._sets[owner] = parallel_sets(self.text.string(begin, end).rstrip("\n"))
        return [(s, begin + s.span.start, begin + s.span.end) for s in self._sets[owner]]


def _are_alike(pairs: set[str], others: set[str]) -> bool:
    return len(pairs & others) >= _ALIKE * min(len(pairs), len(others))
