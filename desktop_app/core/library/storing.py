"""How a paper is laid down in the tables of the library. All calls are within a transaction."""

import hashlib
import os
import sqlite3
from datetime import UTC, datetime

from desktop_app.core.document.paper import Paper
from desktop_app.core.document.paragraph import Paragraph
from desktop_app.core.document.sections import Section, sections
from desktop_app.core.library.phrases import mine_phrases
from desktop_app.core.library.search_terms import spaced

_SECTION_SEPARATOR = " › "


def paper_digest(paper: Paper) -> bytes:
    """What tells papers with the same text: SHA-256 of their paragraphs."""
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def forget_file(connection: sqlite3.Connection, path: str) -> None:
    """Drop the file, and its paper unless another file holds the same text."""
    row = connection.execute("SELECT paper_id FROM file WHERE path = ?", (path,)).fetchone()
    if row is None:
        return
    connection.execute("DELETE FROM file WHERE path = ?", (path,))
    others = connection.execute("SELECT 1 FROM file WHERE paper_id = ?", row).fetchone()
    if others is None:
        # A contentless search table must be given the text again to forget it.
        texts = connection.execute("SELECT id, text FROM paragraph WHERE paper_id = ?", row)
        connection.executemany(
            "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)",
            [(paragraph_id, spaced(text)) for paragraph_id, text in texts],
        )
        connection.execute("DELETE FROM paper WHERE id = ?", row)
        connection.execute("UPDATE revision SET number = number + 1")


def insert_paper(connection: sqlite3.Connection, paper: Paper, digest: bytes) -> int:
    """Store a paper with its sections, paragraphs and phrases; its id."""
    said = paper.properties
    paper_id = _insert(
        connection,
        "INSERT INTO paper (name, title, year, genre, characters, digest, imported_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            _readable(paper.name),
            _readable(said.title),
            said.year,
            said.genre,
            paper.characters,
            digest,
            datetime.now(UTC).isoformat(timespec="seconds"),
        ),
    )
    ids: list[int] = []
    for section in sections(paper.paragraphs):
        ids += _insert_section(connection, paper, paper_id, section)
    connection.executemany(
        "INSERT INTO phrase VALUES (?, ?, ?, ?, ?)",
        [
            (ids[p.paragraph], p.span.start, p.span.end - p.span.start, p.function, p.worth)
            for p in mine_phrases(paper.paragraphs, said.title)
        ],
    )
    return paper_id


def _readable(name: str) -> str:
    """A file's name as its writer saw it.

    Python holds bytes that are no UTF-8 as lone surrogates, which SQLite refuses. The names that
    come out of old archives have them: they are GB 18030.
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def _insert_section(
    connection: sqlite3.Connection, paper: Paper, paper_id: int, section: Section
) -> list[int]:
    """Store a section and its paragraphs; the ids of the paragraphs, in order."""
    before = sum(len(p.text) for p in paper.paragraphs[: section.start])
    section_id = _insert(
        connection,
        "INSERT INTO section (paper_id, level, heading, path, place) VALUES (?, ?, ?, ?, ?)",
        (
            paper_id,
            section.level,
            section.heading,
            _SECTION_SEPARATOR.join(section.path),
            before / max(1, paper.characters),
        ),
    )
    held = paper.paragraphs[section.start : section.end]
    return [_insert_paragraph(connection, paper_id, section_id, p) for p in held]


def _insert_paragraph(
    connection: sqlite3.Connection, paper_id: int, section_id: int, paragraph: Paragraph
) -> int:
    """Store a paragraph and lay it before the search; its id."""
    paragraph_id = _insert(
        connection,
        "INSERT INTO paragraph (paper_id, section_id, role, run_in, text) VALUES (?, ?, ?, ?, ?)",
        (paper_id, section_id, paragraph.role, paragraph.run_in, paragraph.text),
    )
    connection.execute(
        "INSERT INTO search (rowid, text) VALUES (?, ?)", (paragraph_id, spaced(paragraph.text))
    )
    return paragraph_id


def _insert(connection: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> int:
    """Run an INSERT; the id of the new row."""
    return int(connection.execute(statement, values).lastrowid or 0)
