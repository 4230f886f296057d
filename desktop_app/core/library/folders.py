"""Folders that are watched: read again when the user asks for it or the window opens."""

from pathlib import Path

from desktop_app.core.errors import FileMissing
from desktop_app.core.library.database import Database
from desktop_app.core.library.file_records import stored_path
from desktop_app.core.library.found_files import real_path


def watched_folders(database: Database) -> list[Path]:
    """The folders that are watched, by name."""
    rows = database.connection.execute("SELECT path FROM folder ORDER BY path")
    return [Path(row[0]) for row in rows]


def watch(database: Database, path: Path) -> None:
    """Watch a folder from now on.

    Raises:
        FileMissing: if there is no such folder.
        LibraryReadOnly: if the library cannot be written.
    """
    folder = real_path(path)
    if not folder.is_dir():
        raise FileMissing
    with database.transaction() as connection:
        connection.execute("INSERT OR IGNORE INTO folder VALUES (?)", (stored_path(folder),))


def watch_no_longer(database: Database, path: Path) -> None:
    """Watch a folder no longer, whether it is there or not. Its papers stay.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    with database.transaction() as connection:
        connection.executemany(
            "DELETE FROM folder WHERE path = ?",
            [(stored_path(path),), (stored_path(real_path(path)),)],
        )
