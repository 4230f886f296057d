"""How the user meets suggestions: a few counts, which only this user's own library holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p

from desktop_app.core.library.database import Database

_KEPT_TEXTS = 5000  # of which counts are kept; those that were first met longest ago go
_TIRESOME = 3  # times that a text was passed over and never taken


@dataclass(frozen=True, slots=True)
class Uses:
    """What the user did with suggestions since it was last told.

    Attributes:
        taken: texts that went into a draft, each with the paper that was named as its source.
        undone: texts that were taken out again at once, with their papers.
        passed: texts that were shown in the first places while the user wrote on.
    """

    taken: Sequence[tuple[str, int]] = ()
    undone: Sequence[tuple[str, int]] = ()
    passed: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class TextCounts:
    """How often a text was taken, undone and passed over."""

    text: str
    taken: int
    undone: int
    passed: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What the counts say for the next suggestions.

    Attributes:
        leaning: for papers by id how much the user leans to their wording: the logarithm of one
            more than how often it was taken and kept; papers that are left out have 0.
        tiresome: texts that were passed over time and again or undone, and never kept.
    """

    leaning: Mapping[int, float] = field(default_factory=dict)
    tiresome: frozenset[str] = frozenset()


def note_uses(database: Database, uses: Uses) -> None:
    """Count what the user did.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    texts = [
        *((text, 1, 0, 0) for text, _ in uses.taken),
        *((text, 0, 1, 0) for text, _ in uses.undone),
        *((text, 0, 0, 1) for text in uses.passed),
    ]
    papers = [
        *((1, 0, paper_id) for _, paper_id in uses.taken),
        *((0, 1, paper_id) for _, paper_id in uses.undone),
    ]
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO use_of_text (text, taken, undone, passed) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET taken = taken + excluded.taken, "
            "undone = undone + excluded.undone, passed = passed + excluded.passed",
            texts,
        )
        connection.executemany(
            "INSERT INTO use_of_paper SELECT id, ?, ? FROM paper WHERE id = ? "
            "ON CONFLICT DO UPDATE SET taken = taken + excluded.taken, "
            "undone = undone + excluded.undone",
            papers,
        )
        connection.execute(
            "DELETE FROM use_of_text WHERE id <= (SELECT max(id) FROM use_of_text) - ?",
            (_KEPT_TEXTS,),
        )


def habits(database: Database) -> Habits:
    """What has been learned from the counts."""
    papers = database.connection.execute(
        "SELECT paper_id, taken - undone FROM use_of_paper WHERE taken > undone"
    )
    texts = database.connection.execute(
        "SELECT text FROM use_of_text WHERE taken <= undone AND undone + passed >= ?", (_TIRESOME,)
    )
    return Habits(
        {paper_id: log1p(kept) for paper_id, kept in papers}, frozenset(row[0] for row in texts)
    )


def counted_texts(database: Database) -> list[TextCounts]:
    """All texts with their counts, the latest first, for the user to look at."""
    rows = database.connection.execute(
        "SELECT text, taken, undone, passed FROM use_of_text ORDER BY id DESC"
    )
    return [TextCounts(*row) for row in rows]


def forget_uses(database: Database) -> None:
    """Forget all counts.

    Raises:
        LibraryReadOnly: if the library cannot be written.
    """
    with database.transaction() as connection:
        connection.execute("DELETE FROM use_of_text")
        connection.execute("DELETE FROM use_of_paper")
