"""The library's SQLite file: how it is opened and brought to this program's schema."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import (
    LibraryDamaged,
    LibraryForbidden,
    LibraryNewer,
    LibraryReadOnly,
    LibraryUnusable,
    Reason,
    reason_of,
)
from desktop_app.core.library.schema import MIGRATIONS, SCHEMA_VERSION

FILE_NAME = "library.sqlite"
INDEX_FOLDER = "index"  # beside the file: what is derived from it
_WAIT = 10.0  # seconds for another process to finish its transaction
_PAUSE = 0.02  # seconds
_PAGE = 16_384  # bytes; paragraphs of a kilobyte or two leave a sixth of small pages empty
_MAPPED = 1 << 30  # bytes; what a larger file has besides is read


@dataclass(frozen=True, slots=True)
class Database:
    """An open library file; `read_only` where the disk or folder cannot be written."""

    connection: sqlite3.Connection
    folder: Path
    read_only: bool

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing.

        Raises:
            LibraryReadOnly: if the library cannot be written.
            LibraryDamaged: if SQLite finds the file broken.
        """
        if self.read_only:
            raise LibraryReadOnly
        with refusing():
            self.connection.execute("BEGIN IMMEDIATE")
            with self.connection:
                yield self.connection

    def map_file(self) -> None:
        """Look up in the mapped file from now on, as in the index: no page need be copied.

        For who looks up sources all over the file, at every key; it takes a third of the time.
        """
        self.connection.execute(f"PRAGMA mmap_size = {_MAPPED}")

    def close(self) -> None:
        """Give the file back; SQLite folds its write-ahead log into it."""
        self.connection.close()


def open_database(folder: Path) -> Database:
    """Open the library in a folder, made anew where there is none.

    Raises:
        LibraryUnusable: with the reason.
    """
    path = folder / FILE_NAME
    writable = _prepare(folder, path)
    address = path.absolute().as_uri() + ("?mode=rw" if writable else "?mode=ro&immutable=1")
    with refusing():
        connection = sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)
    database = Database(connection, folder, read_only=not writable)
    try:
        with refusing():
            _configure(database)
    except LibraryUnusable:
        connection.close()
        raise
    return database


def _prepare(folder: Path, path: Path) -> bool:
    """Make folder and file, readable by their owner only; whether they can be written."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        if path.is_file() and os.access(path, os.R_OK):
            return False
        raise LibraryForbidden(reason=reason_of(error)) from error
    return os.access(folder, os.W_OK)  # SQLite keeps its log beside the file


def _configure(database: Database) -> None:
    connection = database.connection
    connection.execute("PRAGMA foreign_keys = ON")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise LibraryNewer
    if database.read_only and version < SCHEMA_VERSION:
        raise LibraryReadOnly
    if database.read_only:
        return
    connection.execute(f"PRAGMA page_size = {_PAGE}")  # of a file that is still empty
    _keep_log(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    if version < SCHEMA_VERSION:
        _migrate(database)


def _keep_log(connection: sqlite3.Connection) -> None:
    """Let the file have a write-ahead log; for this step SQLite itself waits for nobody."""
    deadline = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _migrate(database: Database) -> None:
    """Bring the file to this program's schema; another process may be doing the same."""
    connection = database.connection
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:  # an index that is there was derived from a file that was taken away
            shutil.rmtree(database.folder / INDEX_FOLDER, ignore_errors=True)
        for migration in MIGRATIONS[version:]:
            for statement in migration.split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@contextmanager
def refusing() -> Iterator[None]:
    """Within it, a failure of SQLite becomes what it means for the user.

    Raises:
        LibraryUnusable: with the reason.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _refusal(error) from error


def _refusal(error: sqlite3.DatabaseError) -> LibraryUnusable:
    code = _code(error)
    if code == sqlite3.SQLITE_READONLY:
        return LibraryReadOnly()
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryDamaged(name=FILE_NAME)
    return LibraryForbidden(reason=_REASONS.get(code) or str(error))


_REASONS = {
    sqlite3.SQLITE_BUSY: Reason("另一个程序正在写入", "another program is writing"),
    sqlite3.SQLITE_LOCKED: Reason("另一个程序正在写入", "another program is writing"),
    sqlite3.SQLITE_FULL: Reason("磁盘已满", "the disk is full"),
    sqlite3.SQLITE_IOERR: Reason("磁盘读写出错", "the disk fails"),
}


def _code(error: sqlite3.Error) -> int:
    """SQLite's number for the kind of failure; 0 where Python itself refused."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
