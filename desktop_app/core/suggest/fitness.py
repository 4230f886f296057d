"""Whether a window is fit to be offered: whole, new to the draft, unlike what is offered."""

import re
from dataclasses import dataclass, field

import numpy as np

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.neighbour_text import NeighbourText
from desktop_app.core.suggest.parallel_sets import ParallelSet, parallel_sets
from desktop_app.core.suggest.standing_alone import is_whole, stands_alone
from desktop_app.core.text.sentences import Span, clause_spans

_OF_THIS = Span(0, 0)  # a flaw of one window that others need not have
_TELLING = 6  # characters of a clause that a writer would notice twice
_LATELY = 300  # characters of the paragraph in which a writer says nothing twice
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


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the neighbours' text.

    Attributes:
        running: where its running text begins; None if it has none.
        sets: its parallel sets, counted from the beginning of the neighbours' text.
    """

    running: int | None
    sets: tuple[ParallelSet, ...]


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
    _flaws: dict[str, Span | None] = field(default_factory=dict)
    _clauses: dict[str, bool] = field(default_factory=dict)
    _rows: dict[int, _Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A phrase does not say again, with a word more or less, what the paragraph has said."""
        if self.alone:
            paragraph = self.before[-_LATELY:].rpartition("\n")[2]
            clauses = (paragraph[start:end] for start, end in clause_spans(paragraph))
            whole = (c for c in clauses if len(c) > _TELLING and _MARKS.search(c))
            self._said.extend(map(_pairs, whole))

    def flaw(self, start: int, stop: int) -> Span | None:
        """Why a window may not be offered.

        Returns:
            the part of the text that spoils every window with it, or an empty one if only this
            window is unfit. None for one that is fit: `taken` has what is offered for it.
        """
        row = self._row_at(start)
        if not self._runs(row, start):
            return _OF_THIS
        offer = _whole_sets(row, start, stop) if self.alone else _with_parts(row, start, stop)
        if offer is None or not self._runs(row, offer.start):
            return _OF_THIS
        string = self.text.string(offer.start, offer.stop)
        found = self._flaw_of(string.strip())
        if found is None:
            self.taken[start, stop] = offer
            return None
        begin = offer.start + len(string) - len(string.lstrip())
        return Span(begin + found.start, begin + found.end)

    def _runs(self, row: _Row, start: int) -> bool:
        """Whether running text is there; a phrase does not begin in a heading that runs on."""
        return row.running is not None and (not self.alone or start >= row.running)

    def _flaw_of(self, words: str) -> Span | None:
        if words not in self._flaws:  # the same words stand in many papers
            whole = stands_alone(words) if self.alone else is_whole(words)
            self._flaws[words] = self._written(words) if whole else _OF_THIS
        found = self._flaws[words]
        return _OF_THIS if found is None and not self._is_new(words) else found

    def _written(self, words: str) -> Span | None:
        """What of the words the draft has already: a clause of a phrase, or half of a passage."""
        bare = (Span(a, a + len(_MARKS.sub("", words[a:b]))) for a, b in clause_spans(words))
        clauses = [span for span in bare if self._has_draft(words[span.start : span.end])]
        if self.alone and clauses:
            return clauses[0]
        much = sum(end - start for start, end in clauses) > len(words) / 2
        return _OF_THIS if much or words in self.before else None

    def _has_draft(self, clause: str) -> bool:
        if clause not in self._clauses:  # the draft may be long
            self._clauses[clause] = len(clause) >= _TELLING and clause in self.before
        return self._clauses[clause]

    def _is_new(self, words: str) -> bool:
        """Whether nothing was taken that says the same but for figures and names."""
        pairs = _pairs(words)
        if any(_are_alike(pairs, said) for said in self._said):
            return False
        self._said.append(pairs)
        return True

    def _row_at(self, position: int) -> _Row:
        owner = self.text.owner.item(position)
        if owner not in self._rows:
            begin, end = np.searchsorted(self.text.owner, [owner, owner + 1]).tolist()
            places, origin = self.index.places, self.text.origin.item(begin)
            body, last = places.running_text(places.paragraph_at(origin))
            running = begin + max(0, body - origin) if body < last else None
            found = parallel_sets(self.text.string(begin, end).rstrip("\n"))
            self._rows[owner] = _Row(running, tuple(_moved(s, begin) for s in found))
        return self._rows[owner]


def _with_parts(row: _Row, start: int, stop: int) -> Offer:
    inside = (s for s in row.sets if start <= s.span.start and s.span.end <= stop)
    return Offer(start, stop, next((s.parts for s in inside), ()))


def _whole_sets(row: _Row, start: int, stop: int) -> Offer | None:
    """The window, widened to the set that it would cut; None where that is too long."""
    for found in row.sets:
        touched = sum(a < stop and start < b for a, b in found.parts)
        if touched > (0 if found.numbered else 1):
            most = _LONGEST_SET if found.numbered else LONGEST
            offer = Offer(min(start, found.span.start), max(stop, found.span.end), found.parts)
            return offer if offer.stop - offer.start <= most else None
    return Offer(start, stop)


def _moved(found: ParallelSet, by: int) -> ParallelSet:
    """The set, counted from a place so much before."""
    parts = tuple(Span(start + by, end + by) for start, end in found.parts)
    return ParallelSet(Span(found.span.start + by, found.span.end + by), parts, found.numbered)


def _pairs(words: str) -> set[str]:
    """The pairs of neighbouring characters, without figures, names in letters, and marks."""
    key = _VARIABLE.sub("", words)
    return {key[n : n + 2] for n in range(len(key) - 1)}


def _are_alike(pairs: set[str], others: set[str]) -> bool:
    return len(pairs & others) >= _ALIKE * min(len(pairs), len(others))
