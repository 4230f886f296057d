"""Phrases that the writer keeps: made by the user, so never in a derived file."""

from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_app.core.library.database import Database
from desktop_app.core.text.surrogates import without_surrogates


@dataclass(frozen=True, slots=True)
class Favourite:
    """A kept phrase; without a document it is the writer's own."""

    id: int
    text: str
    document: str
    year: int | None
    section: str


def favourites(database: Database) -> list[Favourite]:
    """All kept phrases, the newest first."""
    rows = database.connection.execute(
        "SELECT id, text, document, year, section FROM favourite ORDER BY id DESC"
    )
    return [Favourite(*row) for row in rows]


def keep(database: Database, text: str, document: str, year: int | None, section: str) -> None:
    """Keep a phrase; one that is kept already stays as it is.

    Half an emoji, which an editor may cut off, becomes a question mark: SQLite refuses it.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO favourite (text, document, year, section, created_at) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                without_surrogates(text),
                document,
                year,
                section,
                datetime.now(UTC).isoformat(timespec="seconds"),
            ),
        )


def drop(database: Database, favourite_id: int) -> None:
    """Keep a phrase no longer.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    with database.transaction() as connection:
        connection.execute("DELETE FROM favourite WHERE id = ?", (favourite_id,))
