"""Small papers of an invented county, and an index over them."""

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

from desktop_app.core.library.index.builder import build_segment
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.paper_pairs import Spread
from desktop_app.core.library.index.segment import Segment
from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind
from desktop_app.core.text.units import decode_units


def paper(number: int, *lines: str, year: int | None = 2025) -> IndexedPaper:
    """A paper whose paragraph ids are 100 times its number, counting up; `# ` marks headings."""
    paragraphs = [
        IndexedParagraph(
            100 * number + n,
            line.removeprefix("# "),
            Kind.HEADING if line.startswith("# ") else Kind.RUNNING,
        )
        for n, line in enumerate(lines)
    ]
    return IndexedPaper(number, year, paragraphs)


def segment_of(folder: Path, papers: Sequence[IndexedPaper]) -> Segment:
    """Build a segment on disk and open it."""
    folder.mkdir(exist_ok=True)
    build_segment(papers, folder, Spread.none())
    return Segment.open(folder)


def index_of(folder: Path, papers: Sequence[IndexedPaper]) -> LibraryIndex:
    """An index of one segment."""
    return LibraryIndex.of({"one": segment_of(folder, papers)})


def joined_index(
    folder: Path, *groups: Sequence[IndexedPaper], hidden: Collection[int] = ()
) -> LibraryIndex:
    """An index with a segment for each group of papers."""
    segments = {str(n): segment_of(folder / str(n), papers) for n, papers in enumerate(groups)}
    return LibraryIndex.of(segments, hidden)


def whole_text(index: LibraryIndex) -> str:
    """All that the index holds."""
    return decode_units(index.text.at(np.arange(len(index.text))))
