"""The library as a list of papers that its owner looks through and puts in order."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop_app.core.errors import FileRefused, PaperGone
from desktop_app.core.library.database import Database
from desktop_app.core.library.file_records import known_files
from desktop_app.core.library.prepared import PROPERTIES, ParagraphRow, RemovedRow
from desktop_app.core.library.store import Scope
from desktop_app.core.library.storing import count_change, delete_papers


class State(StrEnum):
    """What a paper is to the suggestions.

    USED: they are made from it. EXCLUDED: the user wants none from it. SPUN: its words were
    replaced by synonyms. MISSING: they are made from it, but its file is gone.
    """

    USED = "used"
    EXCLUDED = "excluded"
    SPUN = "spun"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class CataloguePaper:
    """A paper, which stands for its whole family.

    Attributes:
        id: its row.
        title, genre, year, body, place: what it says of itself, or the user of it.
        characters: code points of its text.
        state: what it is to the suggestions.
        copies: how many files hold it or another paper of its family; gone ones do not count
            where others are left.
        name: of its file, without folder and extension.
    """

    id: int
    title: str
    genre: str
    year: int | None
    body: str
    place: str
    characters: int
    state: State
    copies: int
    name: str


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A paper with its text.

    Attributes:
        paper: the paper.
        confidence: how sure each of its properties is, 0 to 1; 1 for those the user has set.
        files: where it lies, those that are there first, its own before its family's.
        paragraphs: its text.
        removed: what cleaning took away.
    """

    paper: CataloguePaper
    confidence: Mapping[str, float]
    files: tuple[str, ...]
    paragraphs: tuple[ParagraphRow, ...]
    removed: tuple[RemovedRow, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file of which something could not be read; `member` is empty unless it is an archive."""

    path: str
    member: str
    reason: FileRefused


def catalogue(database: Database) -> list[CataloguePaper]:
    """One paper of each family."""
    copies = _copies(database)
    rows = database.connection.execute(
        "SELECT id, title, genre, year, body, place, characters, excluded, scope, name "
        "FROM standing WHERE family IS NULL ORDER BY id"
    )
    return [_paper(row, copies.get(row[0], (0, 0))) for row in rows]


def papers_of_ids(database: Database, paper_ids: Iterable[int]) -> list[CataloguePaper]:
    """The papers of these ids, in the same order; one that is gone is left out."""
    copies = _copies(database)
    statement = (
        "SELECT id, title, genre, year, body, place, characters, excluded, scope, name "
        "FROM standing WHERE id = ?"
    )
    rows = (database.connection.execute(statement, (n,)).fetchone() for n in paper_ids)
    return [_paper(row, copies.get(row[0], (0, 0))) for row in filter(None, rows)]


def catalogue_entry(database: Database, paper_id: int) -> CatalogueEntry:
    """A paper with all that is known of it.

    Raises:
        PaperGone: if there is none of this id.
    """
    papers = papers_of_ids(database, [paper_id])
    if not papers:
        raise PaperGone
    ask = database.connection.execute
    told = ask("SELECT confidence, edited FROM paper WHERE id = ?", (paper_id,)).fetchone()
    inferred, edited = map(json.loads, told)
    files = ask(
        "SELECT DISTINCT path FROM paper JOIN origin ON paper_id = paper.id "
        "JOIN file ON file.id = file_id WHERE paper.id = :id OR family = :id "
        "ORDER BY missing, paper.id != :id, path",
        {"id": paper_id},
    )
    paragraphs = ask(
        "SELECT role, run_in, text, '' FROM paragraph WHERE paper_id = ? ORDER BY id", (paper_id,)
    )
    removed = ask(
        "SELECT before, text, reason FROM removed WHERE paper_id = ? ORDER BY position", (paper_id,)
    )
    return CatalogueEntry(
        papers[0],
        {name: 1.0 if name in edited else inferred.get(name, 0.0) for name in PROPERTIES},
        tuple(row[0] for row in files),
        tuple(ParagraphRow(*row) for row in paragraphs),
        tuple(RemovedRow(*row) for row in removed),
    )


def edit_paper(
    database: Database, paper_id: int, values: Mapping[str, str | int | None]
) -> CataloguePaper:
    """Set properties of a paper as its owner knows them; they stay when its file changes.

    Args:
        database: the library.
        paper_id: of the paper.
        values: title, year, genre, body or place.

    Raises:
        PaperGone: if there is no such paper.
        LibraryReadOnly: if the library cannot be written.
    """
    with database.transaction() as connection:
        row = connection.execute(
            "SELECT edited, title, year, genre, body, place FROM paper WHERE id = ?", (paper_id,)
        ).fetchone()
        if row is None:
            raise PaperGone
        before = dict(zip(PROPERTIES, row[1:], strict=True))
        after = before | {name: values[name] for name in PROPERTIES if name in values}
        edited = sorted({*json.loads(row[0]), *(set(PROPERTIES) & set(values))})
        connection.execute(
            "UPDATE paper SET title = ?, year = ?, genre = ?, body = ?, place = ?, edited = ? "
            "WHERE id = ?",
            (*after.values(), json.dumps(edited), paper_id),
        )
        if after["year"] != before["year"]:  # what the indexes hold of these
            count_change(connection)
    return papers_of_ids(database, [paper_id])[0]


def exclude_papers(database: Database, paper_ids: Iterable[int], *, excluded: bool) -> None:
    """Keep papers and their families out of suggestions, or use them, even if they are spun.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE paper SET excluded = :excluded WHERE id = :id OR family = :id",
            [{"excluded": excluded, "id": paper_id} for paper_id in paper_ids],
        )
        count_change(connection)


def remove_papers(database: Database, paper_ids: Iterable[int]) -> int:
    """Remove papers and their families from the library; how many of these ids there were.

    Their files stay where they are, and are read again only if they change or are named.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    removed = 0
    with database.transaction() as connection:
        for paper_id in set(paper_ids):
            family = connection.execute(
                "SELECT id FROM paper WHERE id = ? OR family = ?", (paper_id, paper_id)
            ).fetchall()
            removed += bool(family)
            connection.executemany(
                "UPDATE file SET withdrawn = 1 WHERE id IN "
                "(SELECT file_id FROM origin WHERE paper_id = ?)",
                family,
            )
            delete_papers(connection, [row[0] for row in family])
        if removed:
            count_change(connection)
    return removed


def mark_spun(database: Database, scores: Mapping[int, tuple[float, bool]]) -> None:
    """Note how much papers look spun, and whether they are held to be.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    with database.transaction() as connection:
        before = "SELECT 1 FROM paper WHERE id = ? AND spun != ?"
        changed = any(
            connection.execute(before, (paper_id, spun)).fetchone()
            for paper_id, (_, spun) in scores.items()
        )
        connection.executemany(
            "UPDATE paper SET spun_score = ?, spun = ? WHERE id = ?",
            [(score, spun, paper_id) for paper_id, (score, spun) in scores.items()],
        )
        if changed:
            count_change(connection)


def refusals(database: Database) -> list[Refusal]:
    """What could not be read when it was last tried, by path."""
    known = known_files(database.connection)
    return [
        Refusal(path, member, reason)
        for path, file in sorted(known.items())
        for member, reason in file.refusals.items()
        if not file.missing
    ]


def _copies(database: Database) -> dict[int, tuple[int, int]]:
    """For each family by its paper: how many files hold it, and how many of them are there."""
    rows = database.connection.execute(
        "SELECT coalesce(family, paper.id), count(*), sum(NOT missing) FROM paper "
        "JOIN origin ON paper_id = paper.id JOIN file ON file.id = file_id GROUP BY 1"
    )
    return {family: (files, present) for family, files, present in rows}


def _paper(row: Sequence[Any], copies: tuple[int, int]) -> CataloguePaper:
    paper_id, title, genre, year, body, place, characters, excluded, scope, name = row
    files, present = copies
    state = State.MISSING if files and not present else State.USED
    if scope != Scope.SUGGESTED:
        state = State.EXCLUDED if excluded else State.SPUN
    return CataloguePaper(
        paper_id, title, genre, year, body, place, characters, state, max(1, present), name
    )
