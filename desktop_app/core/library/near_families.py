"""Which papers of a library are nearly the same, by their signatures and, in doubt, their texts."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

from desktop_app.core.library.families import Grouping
from desktop_app.core.library.near_duplicates import (
    NEAR,
    families,
    jaccard,
    meetings,
    similar,
    verdict,
)
from desktop_app.core.library.paper_marks import Marks, paper_marks, read_marks, write_marks
from desktop_app.core.library.quotations import quoted, quoting


def near_families(connection: sqlite3.Connection) -> Grouping:
    """Groups papers whose texts are nearly the same. Called within a transaction.

    Texts are read only for pairs whose signatures leave a doubt, and what was found is kept: after
    an import of ten papers those that are like these ten are read, however large the library.
    """

    def group(kept: Mapping[int, bytes]) -> Iterable[Collection[int]]:
        held = {
            paper_id: read_marks(marks) or _marked(connection, paper_id)
            for paper_id, marks in kept.items()
        }
        return families(held, _pairs(connection, held))

    return group


def _pairs(connection: sqlite3.Connection, held: Mapping[int, Marks]) -> Iterator[tuple[int, int]]:
    """The pairs of papers that are nearly the same, or of which one quotes the other."""
    paper_ids, signatures = list(held), [marks.signature for marks in held.values()]
    for one, other in meetings(signatures):
        sure = verdict(similar(signatures[one], signatures[other]))
        pair = paper_ids[one], paper_ids[other]
        if _are_near(connection, *pair) if sure is None else sure:
            yield pair
    for one, other in quoting([marks.sample for marks in held.values()]):
        if _are_near(connection, paper_ids[one], paper_ids[other]):
            yield paper_ids[one], paper_ids[other]


def _marked(connection: sqlite3.Connection, paper_id: int) -> Marks:
    """The marks of a paper that was stored before there were such; stored too."""
    marks = paper_marks(_texts(connection, paper_id))
    kept = write_marks(marks)
    connection.execute("UPDATE paper SET signature = ? WHERE id = ?", (kept, paper_id))
    return marks


def _are_near(connection: sqlite3.Connection, paper_id: int, other_id: int) -> bool:
    found = connection.execute(
        "SELECT near FROM compared WHERE paper_id = ? AND other_id = ?", (paper_id, other_id)
    ).fetchone()
    if found:
        return bool(found[0])
    texts, others = _texts(connection, paper_id), _texts(connection, other_id)
    near = jaccard(texts, others) >= NEAR or quoted(texts, others)
    connection.execute("INSERT INTO compared VALUES (?, ?, ?)", (paper_id, other_id, near))
    return near


def _texts(connection: sqlite3.Connection, paper_id: int) -> list[str]:
    rows = connection.execute(
        "SELECT text FROM paragraph WHERE paper_id = ? ORDER BY id", (paper_id,)
    )
    return [row[0] for row in rows]
