"""The windows of the neighbours' text that compete for being offered: phrases and passages."""

import numpy as np

from desktop_app.core.suggest import gram_votes
from desktop_app.core.suggest.caret_function import caret_function, misplaced_at
from desktop_app.core.suggest.clauses import (
    Windows,
    find_clauses,
    windows_of_clauses,
    windows_within,
)
from desktop_app.core.suggest.fitness import LONGEST
from desktop_app.core.suggest.gram_chances import grams_by_chance
from desktop_app.core.suggest.gram_votes import GRAM, Floats, GramVotes
from desktop_app.core.suggest.neighbour_text import NeighbourText
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.scene import Scene
from desktop_app.core.suggest.standing_alone import SHORTEST, stands_alone
from desktop_app.core.suggest.uses import bits_of
from desktop_app.core.suggest.window_choice import Contest
from desktop_app.core.text.sentences import Span
from desktop_app.core.text.units import Units, sums_before

_CLAUSES = 8  # of a phrase, at most
_THRIFT = 0.95  # a phrase must earn its length
_COMMA = 0.85  # what is left of the worth of a phrase that ends within its sentence
_SENTENCE_ENDS = np.array([ord(mark) for mark in "。；！？"], np.uint16)
_PLAN_IN_REVIEW, _PLAN_READ_IN_REVIEW = 0.0, 0.85  # what is left of the worth there
_PICKS = 6  # spans of a passage that are looked at for the best that stands alone


def count_votes(scene: Scene, chances: Rating | None = None) -> GramVotes:
    """What the neighbours' wording is worth: its chances if these were learned, else its votes."""
    if chances is not None:
        return grams_by_chance(scene, chances)
    text, formulae = scene.text, scene.index.formulae
    return gram_votes.count_votes(text.units, text.owner, scene.neighbours, formulae)


def phrase_contest(scene: Scene, votes: GramVotes) -> Contest:
    """Phrases to drag: a few clauses whose wording recurs, and not more of them than needed."""
    units = scene.text.units
    windows = windows_of_clauses(find_clauses(units), _CLAUSES, range(SHORTEST, LONGEST + 1))
    ending = _worth_of_ending(units, windows)
    favour = ending * (windows.stop - windows.start) ** -_THRIFT
    return _contest(
        scene,
        votes,
        windows,
        votes.worth_of_shared(),
        favour * _placed(scene, windows, _PLAN_IN_REVIEW),
    )


def _worth_of_ending(units: Units, windows: Windows) -> Floats:
    """How much a phrase is worth by where it ends: with its sentence, or within its only one."""
    last = units[windows.stop - 1]
    ends = sums_before(np.isin(units, _SENTENCE_ENDS))
    broken = (last == ord("，")) & (ends[windows.stop] > ends[windows.start])
    return np.select([broken | (last == ord("：")), last == ord("，")], [0.0, _COMMA], 1.0)


def passage_contest(scene: Scene, votes: GramVotes) -> Contest:
    """Passages to read: as many whole clauses as there is room for."""
    clauses = find_clauses(scene.text.units)
    windows = (
        windows_of_clauses(clauses, _CLAUSES, range(SHORTEST, LONGEST + 1))
        if scene.wishes.functions  # which may end in the middle
        else windows_within(clauses, (LONGEST,), GRAM)
    )
    return _contest(
        scene, votes, windows, votes.worth, _placed(scene, windows, _PLAN_READ_IN_REVIEW)
    )


def _contest(
    scene: Scene, votes: GramVotes, windows: Windows, worth: Floats, favour: Floats
) -> Contest:
    papers = scene.index.rows.paper[scene.neighbours.rows]
    paper = papers[scene.text.owner[windows.start]]
    return Contest(windows, paper, votes.gram_at, worth, votes.likely, favour)


def _placed(scene: Scene, windows: Windows, misplaced: float) -> Floats:
    """1 where a window does what is wished for or fits the caret, less where it does not."""
    first, last = scene.uses[windows.start], scene.uses[windows.stop - 1]
    if scene.wishes.functions:
        wanted = np.uint16(bits_of(scene.wishes.functions))
        return ((first & wanted > 0) & (last & wanted > 0)).astype(np.float64)
    caret = scene.caret
    function = caret_function(caret.headings, caret.before, caret.title)
    foreign = np.uint16(bits_of(misplaced_at(function)))
    return np.where((first | last) & foreign > 0, misplaced, 1.0)


def best_within(phrases: Contest, span: Span, text: NeighbourText) -> Span:
    """The phrase of the most worth within a span that stands alone; the span if there is none."""
    start, stop = phrases.windows.start, phrases.windows.stop
    inside = np.flatnonzero((start >= span.start) & (stop <= span.end))
    sums = sums_before(phrases.worth[phrases.gram_at])
    ends = np.maximum(stop[inside] - GRAM + 1, start[inside])
    gain = (sums[ends] - sums[start[inside]]) * phrases.favour[inside]
    for best in inside[np.argsort(-gain)[:_PICKS]].tolist():
        if stands_alone(text.string(start.item(best), stop.item(best)).strip()):
            return Span(start.item(best), stop.item(best))
    return span
