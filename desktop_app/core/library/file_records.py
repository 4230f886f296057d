"""What the library remembers of the files that it has read, or could not read."""

import json
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import FileDamaged, FileRefused, Reason
from desktop_app.core.library.prepared import READING, FileStamp, Prepared


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as it was when it was last read.

    Attributes:
        id: its row.
        stamp: its size and time.
        hash: of its bytes; empty where unknown.
        current: whether this program would read it in the same way.
        missing: whether it has gone from its folder since.
        withdrawn: whether the user has removed a paper of it from the library.
        papers: how many papers of the library came out of it.
        refusals: what could not be read, by member of an archive; a file itself has none.
    """

    id: int
    stamp: FileStamp
    hash: bytes
    current: bool
    missing: bool
    withdrawn: bool
    papers: int
    refusals: dict[str, FileRefused]


def stored_path(path: Path) -> str:
    """The path as text that SQLite takes: bytes that are no UTF-8 are written out."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def known_files(connection: sqlite3.Connection) -> dict[str, KnownFile]:
    """All files that the library remembers, by path."""
    refusals: dict[int, dict[str, FileRefused]] = {}
    for file_id, member, kind, fields in connection.execute("SELECT * FROM failure"):
        refusals.setdefault(file_id, {})[member] = _refusal(kind, fields)
    rows = connection.execute(
        "SELECT path, id, size, modified_ns, hash, reading, missing, withdrawn, "
        "(SELECT count(*) FROM origin WHERE file_id = file.id) FROM file"
    )
    return {
        path: KnownFile(
            file_id,
            FileStamp(size, modified_ns),
            file_hash,
            reading == READING,
            bool(missing),
            bool(withdrawn),
            papers,
            refusals.get(file_id, {}),
        )
        for path, file_id, size, modified_ns, file_hash, reading, missing, withdrawn, papers in rows
    }


def record_file(connection: sqlite3.Connection, path: str, prepared: Prepared) -> int:
    """Remember a file as it was read, and what of it was refused; its id."""
    connection.execute(
        "INSERT INTO file (path, size, modified_ns, hash, reading) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (path) DO UPDATE SET (size, modified_ns, hash, reading, missing, withdrawn) "
        "= (excluded.size, excluded.modified_ns, excluded.hash, excluded.reading, 0, 0)",
        (path, *(prepared.stamp or (0, 0)), prepared.hash, READING),
    )
    (file_id,) = connection.execute("SELECT id FROM file WHERE path = ?", (path,)).fetchone()
    connection.execute("DELETE FROM failure WHERE file_id = ?", (file_id,))
    connection.executemany(
        "INSERT INTO failure VALUES (?, ?, ?, ?)",
        [
            (file_id, member, type(outcome).__name__, json.dumps(outcome.fields, default=str))
            for member, outcome in prepared.contents
            if isinstance(outcome, FileRefused)
        ],
    )
    return int(file_id)


def note_touched(connection: sqlite3.Connection, file_id: int, stamp: FileStamp) -> None:
    """Remember the new time of a file whose bytes are the same, or that is back in its place."""
    connection.execute(
        "UPDATE file SET size = ?, modified_ns = ?, missing = 0 WHERE id = ?", (*stamp, file_id)
    )


def note_missing(connection: sqlite3.Connection, file_ids: Iterable[int]) -> None:
    """Mark files as gone; their papers stay."""
    connection.executemany(
        "UPDATE file SET missing = 1 WHERE id = ?", [(file_id,) for file_id in file_ids]
    )


def forget_moved(connection: sqlite3.Connection) -> None:
    """Forget files that are gone and whose papers all lie elsewhere too, or that gave none."""
    connection.execute(
        "DELETE FROM file WHERE missing AND NOT withdrawn AND NOT EXISTS ("
        "  SELECT 1 FROM origin WHERE file_id = file.id AND NOT EXISTS ("
        "    SELECT 1 FROM origin other JOIN file present ON present.id = other.file_id"
        "    WHERE other.paper_id = origin.paper_id AND NOT present.missing))"
    )


def is_gone(path: str) -> bool:
    """Whether nothing is at a path, and not merely out of sight."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _refusal(kind: str, fields: str) -> FileRefused:
    """The error that was remembered; one that this program does not know is told as damage."""
    kinds = {known.__name__: known for known in FileRefused.__subclasses__()}
    told = {name: _field(value) for name, value in json.loads(fields).items()}
    return kinds[kind](**told) if kind in kinds else FileDamaged()


def _field(value: object) -> object:
    return Reason(*value) if isinstance(value, list) else value
