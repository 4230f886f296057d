"""Passages for the caret: whole clauses of the paragraphs that are most like its place.

The neighbours of the caret (`neighbours`) vote for their wording (`gram_votes`). Windows of whole
clauses (`clauses`) are taken by what their wording is worth (`window_choice`), if they are fit to
be offered (`fitness`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.genre import genre_family, infer_genre
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.contests import (
    best_within,
    count_votes,
    passage_contest,
    phrase_contest,
)
from desktop_app.core.suggest.fitness import LONGEST, Fitness, Offer
from desktop_app.core.suggest.gram_votes import Floats, GramVotes
from desktop_app.core.suggest.neighbour_text import read_rows
from desktop_app.core.suggest.neighbours import REASONS, NeighbourFinder, Neighbours
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.scene import Caret, Scene
from desktop_app.core.suggest.sentence_functions import SentenceFunctions
from desktop_app.core.suggest.uses import Wishes, allowed_rows, uses_of
from desktop_app.core.suggest.window_choice import take_windows
from desktop_app.core.text.sentences import Span

__all__ = ["LONGEST", "Caret", "Passage", "PassageSuggester", "Signal", "Unit", "Wishes"]

Unit = Literal["phrase", "passage"]

_MOST_OF_PAPER = {"phrase": 4, "passage": 5}
_SHARED = 0.5  # how much wording that many have counts among the reasons
_TELLING = 0.05  # a reason with a smaller share is not named


@dataclass(frozen=True, slots=True)
class Signal:
    """A reason for a suggestion, by its name, and its share of all reasons."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole clauses of a paragraph of the library, from `start` to `end` in code points.

    Attributes:
        paragraph_id, start, end: where it stands.
        paper_id: of its paper.
        pick: the part of it that fits best, counted from `start`.
        parts: of a parallel set that it holds, counted from `start`; else empty.
        signals: why it is suggested, the strongest first.
    """

    paragraph_id: int
    start: int
    end: int
    paper_id: int
    pick: Span
    parts: tuple[Span, ...] = ()
    signals: tuple[Signal, ...] = ()


class PassageSuggester:
    """Suggests passages out of a library; what it keeps is only to answer faster.

    Args:
        index: of the library.
        sentences: what its sentences do; without it no function is known.
        chances: what was learned of the grams that come true; without it votes alone count.
    """

    def __init__(
        self,
        index: LibraryIndex,
        sentences: SentenceFunctions | None = None,
        chances: Rating | None = None,
    ) -> None:
        self._index = index
        self._chances = chances
        self._sentences = sentences
        self._finder = NeighbourFinder(index)

    def lean(self, leaning: NDArray[np.float64]) -> None:
        """Let papers count more or less from now on, by how much the user leans to each."""
        self._finder.lean(leaning)

    def suggest(
        self, caret: Caret, limit: int, unit: Unit = "phrase", wishes: Wishes | None = None
    ) -> list[Passage]:
        """At most `limit` passages, the most useful first, only a few of one paper.

        What the draft has already is left out, and so is what cannot stand alone. A heading that
        runs on into its section may begin a passage to read, but is no phrase to drag. For a page
        on which nothing is written the openings of papers with a like title are suggested, none of
        a report for a speech.

        Args:
            caret: where.
            limit: how many.
            unit: phrases to drag, or passages of up to 120 characters to read.
            wishes: what to suggest only.
        """
        scene = self.scene(caret, wishes) if limit > 0 else None
        if scene is None:
            return []
        votes = count_votes(scene, self._chances)
        return [_passage(scene, *chosen) for chosen in islice(_chosen(scene, votes, unit), limit)]

    def scene(self, caret: Caret, wishes: Wishes | None = None) -> Scene | None:
        """What of the library is near the caret; None if nothing is."""
        index = self._index
        if not len(index.rows):
            return None
        wishes = _wished(caret, wishes or Wishes())
        neighbours = self._neighbours(caret, wishes)
        if not len(neighbours.rows):
            return None
        text = read_rows(index, neighbours.rows)
        uses = uses_of(index, self._sentences, neighbours.rows, text)
        return Scene(index, caret, wishes, neighbours, text, uses)

    def _neighbours(self, caret: Caret, wishes: Wishes) -> Neighbours:
        allowed = allowed_rows(self._index, self._sentences, wishes)
        if allowed is None or not _is_blank(caret):
            return self._finder.find(caret.headings, caret.before, allowed, caret.title)
        return self._finder.find_openings(caret.title, allowed)


def _is_blank(caret: Caret) -> bool:
    """Whether nothing is written yet but the title."""
    return not caret.headings and caret.before.strip() in ("", caret.title.strip())


def _wished(caret: Caret, wishes: Wishes) -> Wishes:
    """On a blank page an opening is wished for, of a paper of the kind that the title names."""
    if wishes.functions or not _is_blank(caret):
        return wishes
    genre = wishes.genre or genre_family(infer_genre(caret.title or caret.before))
    return replace(wishes, functions=frozenset({Function.OPENING}), genre=genre)


def _chosen(scene: Scene, votes: GramVotes, unit: Unit) -> Iterator[tuple[Offer, Span, float]]:
    """What is offered, the part of it that fits best, and how many neighbours share its wording."""
    phrases = phrase_contest(scene, votes)
    contest = phrases if unit == "phrase" else passage_contest(scene, votes)
    fitness = Fitness(scene.index, scene.text, scene.caret.before, alone=unit == "phrase")
    for window in take_windows(contest, _MOST_OF_PAPER[unit], fitness.flaw):
        offer = fitness.taken[window]
        pick = Span(offer.start, offer.stop)
        if unit == "passage":
            pick = best_within(phrases, pick, scene.text)
        yield offer, pick, votes.mean_spread(*window)


def _passage(scene: Scene, offer: Offer, pick: Span, spread: float) -> Passage:
    """An offer as a part of its stored paragraph, without space around it."""
    text, places = scene.text, scene.index.places
    string = text.string(offer.start, offer.stop)
    start = offer.start + len(string) - len(string.lstrip())
    stop = offer.stop - len(string) + len(string.rstrip())
    origin = text.origin.item(start)
    paragraph = places.paragraph_at(origin)
    offset = places.offset(origin, paragraph)

    def within(span: Span) -> Span:
        return Span(max(span.start, start) - start, min(span.end, stop) - start)

    return Passage(
        paragraph_id=int(places.paragraph_id[paragraph]),
        start=offset,
        end=offset + stop - start,
        paper_id=int(places.paper_id[places.paper_at(text.origin[start])]),
        pick=within(pick),
        parts=tuple(within(part) for part in offer.parts),
        signals=_signals(scene.neighbours.reasons[:, text.owner[start]], spread),
    )


def _signals(reasons: Floats, spread: float) -> tuple[Signal, ...]:
    """The reasons by their share of all."""
    shared = ("shared", _SHARED * float(np.log(max(1.0, spread))))
    strengths = dict([*zip(REASONS, reasons.clip(0).tolist(), strict=True), shared])
    total = sum(strengths.values()) or 1.0
    shares = [Signal(name, round(strength / total, 3)) for name, strength in strengths.items()]
    telling = [signal for signal in shares if signal.weight >= _TELLING]
    return tuple(sorted(telling, key=lambda signal: -signal.weight))
