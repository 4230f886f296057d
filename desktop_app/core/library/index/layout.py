"""Lays the papers out as one text and notes where everything stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.places import Places
from desktop_app.core.library.index.rows import NO_HEADING, PassageRows, row_spans
from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind
from desktop_app.core.text.units import Units, encode_units

_PAPER_END = "\0"
_NO_CHARACTER = "\ufffd"  # in place of what parts papers and paragraphs


@dataclass(frozen=True, eq=False)
class Layout:
    """The text, the papers and paragraphs in it, and the rows to offer passages from.

    Every paragraph ends with a line break, every paper with NUL. Blank paragraphs are left out.
    """

    text: Units
    places: Places
    rows: PassageRows


def lay_out(papers: Iterable[IndexedPaper]) -> Layout:
    """Lay out papers in the order in which they come."""
    sheet = _Sheet()
    for paper in papers:
        sheet.add_paper(paper)
    return sheet.finished()


@dataclass(slots=True)
class _Sheet:
    """A layout that grows paper by paper; the tuples are in the order of the tables' fields."""

    text: bytearray = field(default_factory=bytearray)  # of units
    length: int = 0
    papers: list[tuple[int, ...]] = field(default_factory=list)
    paragraphs: list[tuple[int, ...]] = field(default_factory=list)
    rows: list[tuple[int, ...]] = field(default_factory=list)

    def add_paper(self, paper: IndexedPaper) -> None:
        self.papers.append((self.length, paper.id, paper.year or 0))
        heading = NO_HEADING
        for paragraph in paper.paragraphs:
            if paragraph.text.strip():
                heading = len(self.paragraphs) if paragraph.kind is Kind.HEADING else heading
                self._add_paragraph(paragraph, heading)
        self._append(_PAPER_END)

    def _add_paragraph(self, paragraph: IndexedParagraph, heading: int) -> None:
        number, start, text = len(self.paragraphs), self.length, paragraph.text.strip()
        indent = paragraph.text.index(text[0])
        end, runs = start + len(text), paragraph.kind is Kind.RUNNING
        body = start + max(0, paragraph.body - indent) if runs else end
        self.paragraphs.append((start, end, paragraph.id, indent, body))
        for span in row_spans(text) if paragraph.kind is not Kind.HEADING else ():
            paper = len(self.papers) - 1
            self.rows.append((start + span.start, start + span.end, paper, number, heading))
        for mark in (_PAPER_END, "\n"):  # many times faster than to translate
            text = text.replace(mark, _NO_CHARACTER)
        self._append(text + "\n")

    def _append(self, text: str) -> None:
        self.text += encode_units(text).data
        self.length += len(text)

    def finished(self) -> Layout:
        """The tables; an empty library still has a text, because empty files cannot be mapped."""
        return Layout(
            np.frombuffer(self.text, np.uint16) if self.text else encode_units(_PAPER_END),
            Places(*_columns(self.papers, 3), *_columns(self.paragraphs, 5)),
            PassageRows(*_columns(self.rows, 5)),
        )


def _columns(rows: list[tuple[int, ...]], width: int) -> NDArray[np.int64]:
    """The columns of a table, as rows of an array."""
    return np.array(rows, np.int64).reshape(-1, width).T
