"""What each part of the neighbours' text does, and which rows do what is wished for."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.document.function_kind import Function
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.neighbour_text import NeighbourText
from desktop_app.core.suggest.neighbours import Mask
from desktop_app.core.suggest.sentence_functions import SentenceFunctions, Sentences

SECTION_OPENING, SECTION_CLOSING = "section_opening", "section_closing"
# Each use has a bit of its own.
_BITS = {name: 1 << n for n, name in enumerate([*Function, SECTION_OPENING, SECTION_CLOSING])}

Uses = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for; what is empty or 0 asks for nothing.

    Attributes:
        functions: of passages: values of `Function`, `SECTION_OPENING`, `SECTION_CLOSING`.
        genre: of their papers, or the family of it.
        since: the first year of their papers.
    """

    functions: frozenset[str] = frozenset()
    genre: str = ""
    since: int = 0


def bits_of(uses: Collection[str]) -> int:
    """The bits of these uses."""
    return sum(_BITS.get(use, 0) for use in set(uses))


def allowed_rows(
    index: LibraryIndex, sentences: SentenceFunctions | None, wishes: Wishes
) -> Mask | None:
    """The rows that may be suggested from; None if all may.

    All rows with one sentence that does what is wished for are let through.
    """
    masks = []
    if wishes.since:
        masks.append((index.places.paper_year >= wishes.since)[index.rows.paper])
    if wishes.genre:
        masks.append(_of_genre(index, sentences, wishes.genre))
    if wishes.functions:
        masks.append(_rows_doing(index, sentences, wishes.functions))
    return np.logical_and.reduce(masks) if masks else None


def _rows_doing(
    index: LibraryIndex, sentences: SentenceFunctions | None, functions: Collection[str]
) -> Mask:
    found = np.zeros(len(index.rows), np.bool_)
    first, last = _section_edges(index, np.arange(len(index.rows)))
    if SECTION_OPENING in functions:
        found |= first
    if SECTION_CLOSING in functions:
        found |= last
    paragraph_ids = index.places.paragraph_id[index.rows.paragraph]
    if sentences:
        for function in functions:
            found |= np.isin(paragraph_ids, sentences.paragraphs_with(function))
    return found


def _of_genre(index: LibraryIndex, sentences: SentenceFunctions | None, genre: str) -> Mask:
    if sentences is None:
        return np.zeros(len(index.rows), np.bool_)
    found: Mask = np.isin(index.places.paper_id, sentences.papers_of(genre))[index.rows.paper]
    return found


def _section_edges(index: LibraryIndex, asked: NDArray[np.int64]) -> tuple[Mask, Mask]:
    """Which of these rows are the first and which the last of a section."""
    begins, headed = _begins_section(index, asked)
    return begins & headed, _begins_section(index, asked + 1)[0] & headed


def _begins_section(index: LibraryIndex, asked: NDArray[np.int64]) -> tuple[Mask, Mask]:
    """Which rows have another heading than the row before them, and which have any.

    A heading that runs on into its section begins one too.
    """
    rows, places = index.rows, index.places
    here, before = np.minimum(asked, len(rows) - 1), np.maximum(asked - 1, 0)
    paragraph = rows.paragraph[here]
    body, start = places.body[paragraph], places.start[paragraph]
    runs_in = (body > start) & (body < rows.end[here])
    begins = (rows.heading[here] != rows.heading[before]) | (rows.paper[here] != rows.paper[before])
    begins |= (runs_in & (rows.start[here] == start)) | (asked == 0) | (asked == len(rows))
    return begins, (rows.heading[here] >= 0) | runs_in


def uses_of(
    index: LibraryIndex,
    sentences: SentenceFunctions | None,
    rows: NDArray[np.int64],
    text: NeighbourText,
) -> Uses:
    """For each position of the text, the bits of what its sentence does."""
    uses = np.zeros(len(text.units) + 1, np.uint16)
    if sentences is None:
        return uses[:-1]
    found = sentences.of(index.places.paragraph_id[index.rows.paragraph[rows]].tolist())
    does = np.array([_BITS.get(function, 0) for function in found.function], np.uint16)
    row, start, stop = _spans(index, rows, found)
    first, last = _section_edges(index, rows[row])
    body, end = _running(index, rows[row])
    does = does | np.where(first & (start <= body), np.uint16(_BITS[SECTION_OPENING]), 0)
    does = does | np.where(last & (stop == end), np.uint16(_BITS[SECTION_CLOSING]), 0)
    held = np.flatnonzero(stop > start)
    begins = np.searchsorted(text.owner, np.arange(len(rows)))[row]
    np.bitwise_xor.at(uses, (begins + start)[held], does[held].astype(np.uint16))
    np.bitwise_xor.at(uses, (begins + stop)[held], does[held].astype(np.uint16))
    return np.bitwise_xor.accumulate(uses)[:-1]


def _spans(
    index: LibraryIndex, rows: NDArray[np.int64], found: Sentences
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The row of each sentence, by its place among `rows`, and where it stands in that row.

    Rows are cut where sentences end. A sentence that stands in none has no length.
    """
    places = index.places
    by_id = np.argsort(places.paragraph_id[index.rows.paragraph[rows]], kind="stable")
    ids = places.paragraph_id[index.rows.paragraph[rows]][by_id]
    paragraph = index.rows.paragraph[rows][by_id[np.searchsorted(ids, found.paragraph_id)]]
    begin = places.start[paragraph].astype(np.int64) - places.indent[paragraph] + found.start
    by_start = np.argsort(index.rows.start[rows], kind="stable")
    starts = index.rows.start[rows][by_start]
    at = np.searchsorted(starts, begin + found.length - 1, "right") - 1
    row = by_start[np.maximum(at, 0)]
    offset = index.rows.start[rows[row]].astype(np.int64)
    length = index.rows.end[rows[row]].astype(np.int64) - offset
    start = np.clip(begin - offset, 0, length)
    return row, start, np.clip(begin + found.length - offset, start, length)


def _running(
    index: LibraryIndex, rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where in each row the running text begins, behind a run-in heading, and the row's end."""
    start = index.rows.start[rows].astype(np.int64)
    body = index.places.body[index.rows.paragraph[rows]] - start
    return np.maximum(body, 0), index.rows.end[rows] - start
