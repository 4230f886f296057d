"""Papers in the library: written in one transaction for each file, read as sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from desktop_app.core.document.paragraph import Role
from desktop_app.core.library.database import Database
from desktop_app.core.library.file_records import (
    KnownFile,
    forget_moved,
    known_files,
    note_missing,
    note_touched,
)
from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind
from desktop_app.core.library.prepared import FileStamp, Prepared
from desktop_app.core.library.storing import Added, take_in


class Scope(IntEnum):
    """What a paper serves for, and all with a lower number serve for too.

    SUGGESTED: the paper of a family that is shown. SEARCHED: also spun papers. HELD: also those
    that the user has excluded and those that are folded into a family.
    """

    SUGGESTED = 0
    SEARCHED = 1
    HELD = 2


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph with what is said of it when it is the source of a suggestion.

    Attributes:
        paper_id: the paper it stands in.
        text: all of it.
        document: the paper's title.
        year: the paper's year, if known.
        section: the headings above it, outermost first, joined by ›.
        spun: whether the paper's words were replaced by synonyms.
    """

    paper_id: int
    text: str
    document: str
    year: int | None
    section: str
    spun: bool = False


@dataclass(frozen=True, slots=True)
class HeadedPaper:
    """A paper that has headings, and what is known of it; `name` is that of its file."""

    paper_id: int
    title: str
    name: str
    year: int | None
    genre: str
    place: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the library holds: of each family the paper that is shown, excluded ones too."""

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

    def files(self) -> dict[str, KnownFile]:
        """The files that the library remembers, by their stored path."""
        return known_files(self._database.connection)

    def add(self, path: str, prepared: Prepared) -> list[Added]:
        """Take in what came of a file, in place of what came of it before.

        Returns:
            What became of each of its papers.

        Raises:
            LibraryUnusable: if the library cannot be written.
        """
        with self._database.transaction() as connection:
            return take_in(connection, path, prepared)

    def note_touched(self, file: KnownFile, stamp: FileStamp) -> None:
        """Remember that a file with the same bytes has another time, or is back in its place."""
        with self._database.transaction() as connection:
            note_touched(connection, file.id, stamp)

    def note_missing(self, files: Iterable[KnownFile]) -> None:
        """Mark files as gone; their papers stay."""
        with self._database.transaction() as connection:
            note_missing(connection, [file.id for file in files])

    def forget_moved(self) -> None:
        """Forget files that are gone where nothing is lost with them."""
        with self._database.transaction() as connection:
            forget_moved(connection)

    def statistics(self) -> Statistics:
        """Counts of what the library holds."""
        counts = self._read(
            "SELECT count(*), coalesce(sum(characters), 0), coalesce(sum(sections), 0), "
            "coalesce(sum(phrases), 0), (SELECT count(*) FROM favourite) "
            "FROM paper WHERE family IS NULL"
        ).fetchone()
        return Statistics(*counts)

    def papers_in_use(self) -> dict[int, int]:
        """The papers that suggestions are made from: their ids and characters."""
        used = "SELECT id, characters FROM standing WHERE scope = 0 ORDER BY id"
        return dict(self._read(used).fetchall())

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

    def headed_papers(self) -> list[HeadedPaper]:
        """Every paper that suggestions are made from and that has headings."""
        papers = self._read(
            "SELECT id, title, name, year, genre, place FROM standing "
            "WHERE scope = 0 AND sections > 0 ORDER BY id"
        )
        return [HeadedPaper(*paper) for paper in papers]

    def headings_of(
        self, paper_ids: Iterable[int]
    ) -> dict[int, tuple[tuple[int, str, float], ...]]:
        """Level, words and place (0 to 1) of the headings of these papers, in order."""
        wanted = "SELECT level, heading, place FROM section WHERE paper_id = ? AND level > 0"
        return {
            paper_id: tuple(self._read(f"{wanted} ORDER BY id", (paper_id,)).fetchall())
            for paper_id in paper_ids
        }

    def papers(self, paper_ids: Iterable[int]) -> list[tuple[str, int | None]]:
        """Title and year of these papers, in the same order; one that is gone is left out."""
        rows = (
            self._read("SELECT title, year FROM paper WHERE id = ?", (paper_id,)).fetchone()
            for paper_id in paper_ids
        )
        return [(title, year) for title, year in filter(None, rows)]

    def sources(
        self, paragraph_ids: Iterable[int], scope: Scope = Scope.SUGGESTED
    ) -> dict[int, SourceParagraph]:
        """The paragraphs of these ids; one that is gone or out of scope is left out."""
        found = {}
        for paragraph_id in set(paragraph_ids):
            row = self._read(
                "SELECT p.paper_id, p.text, a.title, a.year, s.path, a.scope = ? FROM paragraph p "
                "JOIN standing a ON a.id = p.paper_id JOIN section s ON s.id = p.section_id "
                "WHERE p.id = ? AND a.scope <= ?",
                (Scope.SEARCHED, paragraph_id, scope),
            ).fetchone()
            if row:
                paper_id, text, document, year, section, spun = row
                found[paragraph_id] = SourceParagraph(
                    paper_id, text, document, year, section, bool(spun)
                )
        return found

    def function_at(self, paragraph_id: int, start: int) -> str:
        """The function of the phrase in which a passage begins; empty where there is none."""
        row = self._read(
            "SELECT function FROM phrase WHERE paragraph_id = ? AND start <= ? "
            "ORDER BY start DESC LIMIT 1",
            (paragraph_id, start),
        ).fetchone()
        return str(row[0]) if row else ""
