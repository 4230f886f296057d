"""How the user meets suggestions: a few counts, which only this user's own library holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from desktop_app.core.library.database import Database

_KEPT_TEXTS = 5000  # of which counts are kept; those that were first met longest ago go
_TIRESOME = 3  # times that a text was passed over and never taken
_SHRINKING = 10  # offers that are taken as often as usual are thought to have gone before


@dataclass(frozen=True, slots=True)
class Uses:
    """What the user did with suggestions since it was last told.

    Attributes:
        taken: texts that went into a draft, each with the paper that was named as its source.
        undone: texts that were taken out again at once, with their papers.
        passed: texts that were shown in the first places while the user wrote on, with their papers
            if these are known.
    """

    taken: Sequence[tuple[str, int]] = ()
    undone: Sequence[tuple[str, int]] = ()
    passed: Sequence[tuple[str, int | None]] = ()


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
        leaning: for papers by id how much the user leans to their wording: the logarithm of how
            many times as often as usual it is kept when it is offered; papers that are left out
            have 0.
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
        *((text, 0, 0, 1) for text, _ in uses.passed),
    ]
    papers = [
        *((1, 0, 0, paper_id) for _, paper_id in uses.taken),
        *((0, 1, 0, paper_id) for _, paper_id in uses.undone),
        *((0, 0, 1, paper_id) for _, paper_id in uses.passed),
    ]
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO use_of_text (text, taken, undone, passed) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET taken = taken + excluded.taken, "
            "undone = undone + excluded.undone, passed = passed + excluded.passed",
            texts,
        )
        connection.executemany(
            "INSERT INTO use_of_paper (taken, undone, passed, paper_id) "
            "SELECT ?, ?, ?, id FROM paper WHERE id = ? "
            "ON CONFLICT DO UPDATE SET taken = taken + excluded.taken, "
            "undone = undone + excluded.undone, passed = passed + excluded.passed",
            papers,
        )
        connection.execute(
            "DELETE FROM use_of_text WHERE id <= (SELECT max(id) FROM use_of_text) - ?",
            (_KEPT_TEXTS,),
        )


def habits(database: Database) -> Habits:
    """What has been learned from the counts."""
    papers = database.connection.execute(
        "SELECT paper_id, max(0, taken - undone), taken + passed FROM use_of_paper"
    ).fetchall()
    texts = database.connection.execute(
        "SELECT text FROM use_of_text WHERE taken <= undone AND undone + passed >= ?", (_TIRESOME,)
    )
    return Habits(_leaning(papers), frozenset(row[0] for row in texts))


def _leaning(papers: Sequence[tuple[int, int, int]]) -> dict[int, float]:
    """For papers by id how much the user leans to them.

    Long papers and papers like the draft are offered more often and so taken more often; that says
    nothing of how well they serve. What it says for or against a paper is that its wording is kept
    more or less often than others' when it is offered.

    Args:
        papers: the id of each, how often its wording was kept, and how often it was offered.
    """
    usual = (sum(kept for _, kept, _ in papers) + 1) / (sum(each for *_, each in papers) + 2)
    return {
        paper_id: log((kept / usual + _SHRINKING) / (offered + _SHRINKING))
        for paper_id, kept, offered in papers
    }


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
