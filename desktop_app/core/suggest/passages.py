"""Passages for the caret: whole clauses of the paragraphs that are most like its place.

The neighbours of the caret (`neighbours`) vote for their wording (`gram_votes`). Windows of whole
clauses (`clauses`) are taken by what their wording is worth (`window_choice`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.clauses import find_clauses, windows_within
from desktop_app.core.suggest.gram_votes import GRAM, GramVotes, count_votes
from desktop_app.core.suggest.neighbour_text import NeighbourText, read_rows
from desktop_app.core.suggest.neighbours import NeighbourFinder
from desktop_app.core.suggest.window_choice import Contest, take_windows

Unit = Literal["phrase", "passage"]

LONGEST = 120  # characters
_PHRASE_WIDTHS = (20, 30, 40, 60, 80, 100, LONGEST)
_SHORTEST_PHRASE = 12
_THRIFT = 0.8  # a phrase must earn its length
_MOST_OF_PAPER = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole clauses of a paragraph of the library, from `start` to `end` in code points."""

    paragraph_id: int
    start: int
    end: int
    paper_id: int


class PassageSuggester:
    """Suggests passages out of a library; what it keeps is only to answer faster."""

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._finder = NeighbourFinder(index)

    def suggest(
        self, headings: Sequence[str], before: str, limit: int, unit: Unit = "phrase"
    ) -> list[Passage]:
        """At most `limit` passages, the most useful first, no more than five of one paper.

        What the draft has already, word for word, is left out. A heading that runs on into its
        section may begin a passage to read, but is no phrase to drag.

        Args:
            headings: above the caret, outermost first.
            before: the draft up to the caret, one paragraph a line.
            limit: how many.
            unit: short phrases to drag, or passages of up to 120 characters to read.
        """
        index = self._index
        if not len(index.rows) or limit < 1:
            return []
        neighbours = self._finder.find(headings, before)
        if not len(neighbours.rows):
            return []
        text = read_rows(index, neighbours.rows)
        votes = count_votes(text.units, text.owner, neighbours, index.formulae)
        contest = _contest(text, votes, index.rows.paper[neighbours.rows], unit)

        def fits(start: int, stop: int) -> bool:
            origin = text.origin.item(start)
            body, end = index.places.running_text(index.places.paragraph_at(origin))
            runs = body < end and (unit == "passage" or origin >= body)
            return runs and text.string(start, stop).strip() not in before

        windows = take_windows(contest, _MOST_OF_PAPER, fits)
        return [self._passage(text, *window) for window in islice(windows, limit)]

    def _passage(self, text: NeighbourText, start: int, stop: int) -> Passage:
        """A window as a part of its stored paragraph, without space around it."""
        string = text.string(start, stop)
        start += len(string) - len(string.lstrip())
        stop -= len(string) - len(string.rstrip())
        places, origin = self._index.places, text.origin.item(start)
        paragraph = places.paragraph_at(origin)
        offset = places.offset(origin, paragraph)
        return Passage(
            paragraph_id=int(places.paragraph_id[paragraph]),
            start=offset,
            end=offset + stop - start,
            paper_id=int(places.paper_id[places.paper_at(text.origin[start])]),
        )


def _contest(
    text: NeighbourText, votes: GramVotes, papers: NDArray[np.int64], unit: Unit
) -> Contest:
    clauses = find_clauses(text.units)
    if unit == "phrase":
        windows = windows_within(clauses, _PHRASE_WIDTHS, _SHORTEST_PHRASE)
        worth, thrift = votes.worth_of_shared(), _THRIFT
    else:
        windows = windows_within(clauses, (LONGEST,), GRAM)
        worth, thrift = votes.worth, 0
    return Contest(windows, papers[text.owner[windows.start]], votes.gram_at, worth, thrift)
