"""Papers in the library: written in one transaction each, read as sources of suggestions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from desktop_app.core.document.paper import Paper
from desktop_app.core.document.paragraph import Role
from desktop_app.core.library.database import Database
from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind
from desktop_app.core.library.storing import forget_file, insert_paper, paper_digest


class FileStamp(NamedTuple):
    """What tells without reading whether a file has changed: bytes and nanoseconds."""

    size: int
    modified_ns: int


class Added(Enum):
    """What became of a paper that was given to the library."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph with what is said of it when it is the source of a suggestion.

    Attributes:
        paper_id: the paper it stands in.
        text: all of it.
        document: the paper's title.
        year: the paper's year, if known.
        section: the headings above it, outermost first, joined by ›.
    """

    paper_id: int
    text: str
    document: str
    year: int | None
    section: str


@dataclass(frozen=True, slots=True)
class PaperHeadings:
    """A paper as a source of outlines: `headings` hold level, words and place (0 to 1)."""

    paper_id: int
    title: str
    name: str
    year: int | None
    genre: str
    headings: tuple[tuple[int, str, float], ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the library holds."""

    documents: int
    characters: int
    sections: int
    phrases: int
    favourites: int


class Store:
    """The papers of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read = database.connection.execute

    @property
    def revision(self) -> int:
        """Counts the changes to the papers; derived indexes remember which one they show."""
        (number,) = self._read("SELECT number FROM revision").fetchone()
        return int(number)

    def is_unchanged(self, path: str, stamp: FileStamp) -> bool:
        """Whether the file at `path` was imported as it is now."""
        found = self._read("SELECT size, modified_ns FROM file WHERE path = ?", (path,)).fetchone()
        return found is not None and FileStamp(*found) == stamp

    def add(self, paper: Paper, path: str, stamp: FileStamp) -> Added:
        """Take in the paper of a file, in place of what the file held before.

        A paper whose text the library has already is not stored again; the file is remembered. A
        file that was only copied or touched keeps its paper, whose id the indexes hold on to.
        """
        digest = paper_digest(paper)
        with self._database.transaction() as connection:
            touched = connection.execute(
                "UPDATE file SET size = ?, modified_ns = ? WHERE path = ? "
                "AND paper_id = (SELECT id FROM paper WHERE digest = ?)",
                (*stamp, path, digest),
            )
            if touched.rowcount:
                return Added.UNCHANGED
            forget_file(connection, path)
            known = connection.execute("SELECT id FROM paper WHERE digest = ?", (digest,))
            row = known.fetchone()
            paper_id = row[0] if row else insert_paper(connection, paper, digest)
            connection.execute("INSERT INTO file VALUES (?, ?, ?, ?)", (path, *stamp, paper_id))
            if row is None:
                connection.execute("UPDATE revision SET number = number + 1")
        return Added.DUPLICATE if row else Added.IMPORTED

    def statistics(self) -> Statistics:
        """Counts of what the library holds."""
        counts = (
            "SELECT count(*) FROM paper",
            "SELECT coalesce(sum(characters), 0) FROM paper",
            "SELECT count(*) FROM section WHERE level > 0",
            "SELECT count(*) FROM phrase WHERE worth > 0",
            "SELECT count(*) FROM favourite",
        )
        return Statistics(*(int(self._read(count).fetchone()[0]) for count in counts))

    def papers_in_use(self) -> dict[int, int]:
        """The papers that suggestions are to come from: their ids and characters."""
        return dict(self._read("SELECT id, characters FROM paper ORDER BY id").fetchall())

    def papers_to_index(self, paper_ids: Iterable[int]) -> Iterator[IndexedPaper]:
        """These papers with their paragraphs, for the derived indexes."""
        for paper_id in paper_ids:
            found = self._read("SELECT year FROM paper WHERE id = ?", (paper_id,)).fetchone()
            if found is None:
                continue  # removed by another process meanwhile
            (year,) = found
            rows = self._read(
                "SELECT id, text, role, run_in FROM paragraph WHERE paper_id = ? ORDER BY id",
                (paper_id,),
            )
            paragraphs = tuple(
                IndexedParagraph(number, text, Kind.of(Role(role), run_in), run_in)
                for number, text, role, run_in in rows
            )
            yield IndexedPaper(paper_id, year, paragraphs)

    def headings(self) -> list[PaperHeadings]:
        """Every paper that has headings, with them."""
        found: dict[int, list[tuple[int, str, float]]] = {}
        rows = "SELECT paper_id, level, heading, place FROM section WHERE level > 0 ORDER BY id"
        for paper_id, level, heading, place in self._read(rows):
            found.setdefault(paper_id, []).append((level, heading, place))
        papers = self._read("SELECT id, title, name, year, genre FROM paper ORDER BY id")
        return [
            PaperHeadings(paper_id, title, name, year, genre, tuple(found[paper_id]))
            for paper_id, title, name, year, genre in papers
            if paper_id in found
        ]

    def papers(self, paper_ids: Iterable[int]) -> list[tuple[str, int | None]]:
        """Title and year of these papers, in the same order; one that is gone is left out."""
        rows = (
            self._read("SELECT title, year FROM paper WHERE id = ?", (paper_id,)).fetchone()
            for paper_id in paper_ids
        )
        return [(title, year) for title, year in filter(None, rows)]

    def sources(self, paragraph_ids: Iterable[int]) -> dict[int, SourceParagraph]:
        """The paragraphs of these ids; an id that is gone is left out."""
        found = {}
        for paragraph_id in set(paragraph_ids):
            row = self._read(
                "SELECT p.paper_id, p.text, a.title, a.year, s.path FROM paragraph p "
                "JOIN paper a ON a.id = p.paper_id JOIN section s ON s.id = p.section_id "
                "WHERE p.id = ?",
                (paragraph_id,),
            ).fetchone()
            if row:
                found[paragraph_id] = SourceParagraph(*row)
        return found

    def function_at(self, paragraph_id: int, start: int) -> str:
        """The function of the phrase in which a passage begins; empty where there is none."""
        row = self._read(
            "SELECT function FROM phrase WHERE paragraph_id = ? AND start <= ? "
            "ORDER BY start DESC LIMIT 1",
            (paragraph_id, start),
        ).fetchone()
        return str(row[0]) if row else ""
