"""How papers are laid down in the tables of the library. All calls are within a transaction."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from itertools import chain

from desktop_app.core.library.file_records import record_file
from desktop_app.core.library.prepared import PROPERTIES, Prepared, PreparedPaper
from desktop_app.core.library.search_terms import spaced


class Added(Enum):
    """What became of a paper that was given to the library."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"


def take_in(connection: sqlite3.Connection, path: str, prepared: Prepared) -> list[Added]:
    """Store what came of a file in place of what came of it before; what became of its papers.

    A paper whose text the library has already is not stored again. A file that was only touched
    keeps its papers, whose ids the indexes hold on to; so does one that cannot be read any more.
    What the user has set for a paper goes over to the one that takes its place.
    """
    file_id = record_file(connection, path, prepared)
    before = _papers_of(connection, file_id)
    added, after = [], {}
    for member, outcome in prepared.contents:
        if isinstance(outcome, PreparedPaper):
            became, after[member] = _take_paper(connection, outcome, before.get(member))
            added.append(became)
        elif member in before:
            after[member] = before[member]
    if prepared.refusal is None:
        _settle_origins(connection, file_id, before, after)
    if Added.IMPORTED in added:
        count_change(connection)
    return added


def insert_paper(connection: sqlite3.Connection, paper: PreparedPaper) -> int:
    """Store a paper with its sections, paragraphs and phrases; its id."""
    paper_id = _insert_properties(connection, paper)
    section_ids = _insert_sections(connection, paper_id, paper)
    first = _next_id(connection, "paragraph")
    connection.executemany(
        "INSERT INTO paragraph (id, paper_id, section_id, role, run_in, text) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, paper_id, section_id, p.role, p.run_in, p.text)
            for number, (p, section_id) in enumerate(
                zip(paper.paragraphs, section_ids, strict=True), start=first
            )
        ],
    )
    connection.executemany(
        "INSERT INTO search (rowid, text) VALUES (?, ?)",
        [(number, p.tokens) for number, p in enumerate(paper.paragraphs, start=first)],
    )
    connection.executemany(
        "INSERT INTO phrase VALUES (?, ?, ?, ?, ?)",
        [(first + p.paragraph, *p[1:]) for p in paper.phrases],
    )
    connection.executemany(
        "INSERT INTO removed VALUES (?, ?, ?, ?, ?)",
        [(paper_id, position, *line) for position, line in enumerate(paper.removed)],
    )
    return paper_id


def delete_papers(connection: sqlite3.Connection, paper_ids: Iterable[int]) -> None:
    """Remove papers with all that hangs on them. The files that they came out of stay known."""
    for paper_id in paper_ids:
        # A contentless search table must be given the text again to forget it.
        texts = connection.execute("SELECT id, text FROM paragraph WHERE paper_id = ?", (paper_id,))
        connection.executemany(
            "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)",
            [(paragraph_id, spaced(text)) for paragraph_id, text in texts],
        )
        connection.execute("DELETE FROM paper WHERE id = ?", (paper_id,))


def count_change(connection: sqlite3.Connection) -> None:
    """Note that what suggestions are made from has changed."""
    connection.execute("UPDATE revision SET number = number + 1")


def _papers_of(connection: sqlite3.Connection, file_id: int) -> dict[str, int]:
    """The papers that came out of a file, by member."""
    rows = connection.execute("SELECT member, paper_id FROM origin WHERE file_id = ?", (file_id,))
    return dict(rows.fetchall())


def _take_paper(
    connection: sqlite3.Connection, paper: PreparedPaper, before: int | None
) -> tuple[Added, int]:
    """Store a paper unless it is there; `before` is the one that came from its place."""
    known = connection.execute("SELECT id FROM paper WHERE digest = ?", (paper.digest,)).fetchone()
    if known:
        return (Added.UNCHANGED if known[0] == before else Added.DUPLICATE), known[0]
    paper_id = insert_paper(connection, paper)
    if before is not None:
        _hand_over(connection, before, paper_id)
    return Added.IMPORTED, paper_id


def _hand_over(connection: sqlite3.Connection, before: int, paper_id: int) -> None:
    """Give a paper what the user has set for the one before it."""
    said = "SELECT title, year, genre, body, place FROM paper WHERE id = ?"
    old, new = (connection.execute(said, (number,)).fetchone() for number in (before, paper_id))
    own = "SELECT excluded, edited FROM paper WHERE id = ?"
    excluded, edited = connection.execute(own, (before,)).fetchone()
    kept = set(json.loads(edited))
    connection.execute(
        "UPDATE paper SET title = ?, year = ?, genre = ?, body = ?, place = ?, excluded = ?, "
        "edited = ? WHERE id = ?",
        (
            *(o if name in kept else n for name, o, n in zip(PROPERTIES, old, new, strict=True)),
            excluded,
            edited,
            paper_id,
        ),
    )


def _settle_origins(
    connection: sqlite3.Connection,
    file_id: int,
    before: Mapping[str, int],
    after: Mapping[str, int],
) -> None:
    """Note which papers come out of a file now, and drop those that come out of none any more."""
    connection.execute("DELETE FROM origin WHERE file_id = ?", (file_id,))
    connection.executemany(
        "INSERT INTO origin VALUES (?, ?, ?)",
        [(file_id, member, paper_id) for member, paper_id in after.items()],
    )
    left = [
        paper_id
        for paper_id in set(before.values()) - set(after.values())
        if not connection.execute("SELECT 1 FROM origin WHERE paper_id = ?", (paper_id,)).fetchone()
    ]
    delete_papers(connection, left)
    if left:
        count_change(connection)


def _insert_properties(connection: sqlite3.Connection, paper: PreparedPaper) -> int:
    inserted = connection.execute(
        "INSERT INTO paper (name, title, year, genre, body, place, confidence, characters, "
        "sections, phrases, digest, signature, imported_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            paper.name,
            paper.title,
            paper.year,
            paper.genre,
            paper.body,
            paper.place,
            json.dumps(dict(paper.confidence)),
            paper.characters,
            sum(section.level > 0 for section in paper.sections),
            sum(phrase.worth > 0 for phrase in paper.phrases),
            paper.digest,
            paper.signature,
            datetime.now(UTC).isoformat(timespec="seconds"),
        ),
    )
    return int(inserted.lastrowid or 0)


def _insert_sections(
    connection: sqlite3.Connection, paper_id: int, paper: PreparedPaper
) -> Sequence[int]:
    """Store the sections of a paper; for each of its paragraphs the id of the one it stands in."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM section").fetchone()
    numbered = list(enumerate(paper.sections, start=last + 1))
    connection.executemany(
        "INSERT INTO section (id, paper_id, level, heading, path, place) VALUES (?, ?, ?, ?, ?, ?)",
        [(number, paper_id, *section[:4]) for number, section in numbered],
    )
    return list(chain.from_iterable([number] * section.paragraphs for number, section in numbered))


def _next_id(connection: sqlite3.Connection, table: str) -> int:
    """The id that the next row of a table gets whose ids are never given again."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1
