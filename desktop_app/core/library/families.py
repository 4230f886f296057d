"""Families of papers with nearly the same text: one is shown, the others are kept behind it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from desktop_app.core.library.database import Database
from desktop_app.core.library.storing import count_change

Grouping = Callable[[Mapping[int, bytes]], Iterable[Collection[int]]]
"""From the signatures of papers by id, which may be empty, to the ids of those that are alike."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A paper, and what tells which of a family is shown."""

    id: int
    year: int
    modified_ns: int
    digest: bytes


def fold_families(database: Database, group: Grouping) -> None:
    """Let the newest paper of each family stand for it: by year, then by the time of its file.

    Nothing is done where no paper has changed since the last time. What comes out depends on the
    papers only, and not on the order in which they came.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    number, folded = database.connection.execute("SELECT number, folded FROM revision").fetchone()
    if number == folded:
        return
    with database.transaction() as connection:
        papers = connection.execute(
            "SELECT id, signature, family FROM paper ORDER BY id"
        ).fetchall()
        members = _members(database)
        after: dict[int, int | None] = dict.fromkeys(paper_id for paper_id, _, _ in papers)
        for family in group({paper_id: signature for paper_id, signature, _ in papers}):
            after |= _folded([members[paper_id] for paper_id in family])
        changes = [(after[n], n) for n, _, family in papers if after[n] != family]
        connection.executemany("UPDATE paper SET family = ? WHERE id = ?", changes)
        # What the user has said of a paper holds for a newer one that takes its place.
        connection.execute(
            "UPDATE paper SET excluded = 1 WHERE excluded IS NULL AND id IN "
            "(SELECT family FROM paper WHERE excluded)"
        )
        if changes:
            count_change(connection)
        connection.execute("UPDATE revision SET folded = number")


def _members(database: Database) -> dict[int, _Member]:
    rows = database.connection.execute(
        "SELECT paper.id, coalesce(year, 0), coalesce(max(modified_ns), 0), digest FROM paper "
        "LEFT JOIN origin ON paper_id = paper.id LEFT JOIN file ON file.id = file_id "
        "GROUP BY paper.id"
    )
    return {row[0]: _Member(*row) for row in rows}


def _folded(family: Collection[_Member]) -> dict[int, int | None]:
    """For each paper of a family the one that stands for it; None for that one."""
    shown = max(family, key=lambda member: (member.year, member.modified_ns, member.digest))
    return {member.id: None if member is shown else shown.id for member in family}
