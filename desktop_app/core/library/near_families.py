"""Which papers of a library are nearly the same, by their signatures and, in doubt, their texts."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from desktop_app.core.library.families import Grouping
from desktop_app.core.library.near_duplicates import (
    NEAR,
    Signature,
    families,
    jaccard,
    meetings,
    similar,
    verdict,
)
from desktop_app.core.library.preparing import SIGNATURE, signature_bytes


def near_families(connection: sqlite3.Connection) -> Grouping:
    """Groups papers whose texts are nearly the same. Called within a transaction.

    Texts are read only for pairs whose signatures leave a doubt, and what was found is kept: after
    an import of ten papers those that are like these ten are read, however large the library.
    """

    def group(signatures: Mapping[int, bytes]) -> Iterable[Collection[int]]:
        held = {
            paper_id: np.frombuffer(kept or _sign(connection, paper_id), SIGNATURE)
            for paper_id, kept in signatures.items()
        }
        return families(held, _pairs(connection, held))

    return group


def _pairs(
    connection: sqlite3.Connection, held: Mapping[int, Signature]
) -> Iterable[tuple[int, int]]:
    paper_ids, signatures = list(held), list(held.values())
    for one, other in meetings(signatures):
        sure = verdict(similar(signatures[one], signatures[other]))
        pair = paper_ids[one], paper_ids[other]
        if _are_near(connection, *pair) if sure is None else sure:
            yield pair


def _sign(connection: sqlite3.Connection, paper_id: int) -> bytes:
    """The signature of a paper that was stored before there were any; stored too."""
    kept = signature_bytes(_texts(connection, paper_id))
    connection.execute("UPDATE paper SET signature = ? WHERE id = ?", (kept, paper_id))
    return kept


def _are_near(connection: sqlite3.Connection, paper_id: int, other_id: int) -> bool:
    found = connection.execute(
        "SELECT near FROM compared WHERE paper_id = ? AND other_id = ?", (paper_id, other_id)
    ).fetchone()
    if found:
        return bool(found[0])
    near = jaccard(_texts(connection, paper_id), _texts(connection, other_id)) >= NEAR
    connection.execute("INSERT INTO compared VALUES (?, ?, ?)", (paper_id, other_id, near))
    return near


def _texts(connection: sqlite3.Connection, paper_id: int) -> list[str]:
    rows = connection.execute(
        "SELECT text FROM paragraph WHERE paper_id = ? ORDER BY id", (paper_id,)
    )
    return [row[0] for row in rows]
