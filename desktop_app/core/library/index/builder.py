"""Builds a segment of an index: arrays on disk from which everything is ranked."""

import json
from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.library.index.arrays import write_array
from desktop_app.core.library.index.grams import RareGrams, find_formulae
from desktop_app.core.library.index.layout import Layout, lay_out
from desktop_app.core.library.index.pair_field import PairField
from desktop_app.core.library.index.paper_pairs import PaperPairs, Spread
from desktop_app.core.library.index.rows import NO_HEADING
from desktop_app.core.library.index.segment import FORMAT, FORMAT_FILE, Part
from desktop_app.core.library.index.sorted_text import write_sorted_text
from desktop_app.core.library.index.source import IndexedPaper

MOST_PAPERS = (1 << 16) - 1  # numbers of papers have 16 bits


def build_segment(papers: Iterable[IndexedPaper], folder: Path, known: Spread) -> None:
    """Write the index of these papers into an existing, empty folder.

    The mark of a whole segment is written last: a folder without it is refused when opened.

    Args:
        papers: at most `MOST_PAPERS`.
        folder: where to.
        known: what the library's other segments hold.
    """
    layout = lay_out(papers)
    write_sorted_text(folder, layout.text)
    layout.places.write(folder, Part.PLACES)
    layout.rows.write(folder, Part.ROWS)
    paper_start = layout.places.paper_start
    PaperPairs.build(layout.text, paper_start, known).write(folder, Part.PAPER_PAIRS)
    body = layout.rows.blank_others(layout.text)  # headings are alike for other reasons
    RareGrams.build(body, layout.places).write(folder, Part.RARE_GRAMS)
    write_array(folder, Part.FORMULAE, find_formulae(body, layout.places))
    _write_fields(layout, folder)
    (folder / FORMAT_FILE).write_text(json.dumps({"format": FORMAT}), encoding="utf-8")


def _write_fields(layout: Layout, folder: Path) -> None:
    """The fields by which rows are found: the row, its opening, its heading, the row before."""
    text, rows, places = layout.text, layout.rows, layout.places
    heading_start, heading_end = places.start[rows.heading], places.end[rows.heading]
    heading_end[rows.heading == NO_HEADING] = 0
    spans = {
        Part.WHOLE: (rows.start, rows.end),
        Part.OPENING: (rows.start, rows.opening_ends()),
        Part.HEADING: (heading_start, heading_end),
        Part.PREVIOUS: rows.previous_leads(),
    }
    for part, (starts, ends) in spans.items():
        PairField.build(text, starts, ends).write(folder, part)
