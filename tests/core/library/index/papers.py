"""Small papers of an invented county, and an index over them."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.library.index.builder import build_index
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind


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


def index_of(folder: Path, papers: Sequence[IndexedPaper]) -> LibraryIndex:
    """Build an index on disk and open it."""
    build_index(papers, folder)
    return LibraryIndex.open(folder)
