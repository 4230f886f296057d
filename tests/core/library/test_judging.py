from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library import judging
from desktop_app.core.library.collocations import Tally, tally
from desktop_app.core.library.database import Database
from desktop_app.core.library.importing import ImportReport, import_files
from desktop_app.core.library.indexing import refresh_index
from desktop_app.core.library.judging import (
    TallyAll,
    Texts,
    judge_papers,
    papers_to_count,
    tally_here,
)
from desktop_app.core.library.spun import FEWEST_PAPERS
from desktop_app.core.library.store import Store
from desktop_app.core.text.words import Words
from tests.core.library.small_papers import LATER, add


class Counting:
    """Counts words by single characters, and keeps which papers it was asked about."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, papers: Iterable[Texts]) -> Iterator[tuple[int, Tally]]:
        given = list(papers)
        self.asked.append([paper_id for paper_id, _ in given])
        for paper_id, texts in given:
            yield paper_id, tally(list(text) for text in texts)


def _fill(store: Store, count: int, first: int = 0) -> None:
    for n in range(first, first + count):
        add(store, f"第{n}次会议", f"第{n}件实事已经办成，群众都说好。", path=f"/{n}.txt")


def _judge(database: Database, tally_all: TallyAll) -> None:
    judge_papers(database, dict(tally_all(papers_to_count(database))), tally_all)


def _judged(database: Database) -> list[int]:
    rows = "SELECT id FROM paper WHERE spun_score IS NOT NULL ORDER BY id"
    return [row[0] for row in database.connection.execute(rows)]


def test_a_small_library_cannot_tell(database: Database, store: Store) -> None:
    _fill(store, FEWEST_PAPERS - 1)
    counting = Counting()
    _judge(database, counting)
    assert counting.asked == [[]]
    assert _judged(database) == []


def test_every_paper_is_judged_once(database: Database, store: Store) -> None:
    _fill(store, FEWEST_PAPERS)
    counting = Counting()
    _judge(database, counting)
    assert len(_judged(database)) == FEWEST_PAPERS
    _fill(store, 1, first=FEWEST_PAPERS)
    _judge(database, counting)
    assert len(_judged(database)) == FEWEST_PAPERS + 1
    _judge(database, counting)
    sample, *more = (sorted(asked) for asked in counting.asked)
    assert len(sample) == FEWEST_PAPERS
    assert more == [[], [], [FEWEST_PAPERS + 1], [], []]


def test_when_the_library_has_grown_what_is_usual_is_counted_anew(
    database: Database, store: Store
) -> None:
    _fill(store, FEWEST_PAPERS)
    counting = Counting()
    _judge(database, counting)
    _fill(store, FEWEST_PAPERS, first=FEWEST_PAPERS)
    _judge(database, counting)
    assert len(counting.asked[2]) == 2 * FEWEST_PAPERS


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", b"no archive"])
def test_counts_that_cannot_be_read_are_made_again(
    database: Database, store: Store, damage: bytes
) -> None:
    _fill(store, FEWEST_PAPERS)
    _judge(database, Counting())
    (database.folder / "index" / "collocations.npz").write_bytes(damage)
    _fill(store, 1, first=FEWEST_PAPERS)
    counting = Counting()
    _judge(database, counting)
    assert len(counting.asked[0]) == FEWEST_PAPERS + 1


def test_the_counts_are_not_cleared_away_with_old_segments(
    database: Database, store: Store
) -> None:
    _fill(store, FEWEST_PAPERS)
    _judge(database, Counting())
    refresh_index(database)
    with np.load(database.folder / "index" / "collocations.npz") as held:
        assert int(held["papers"]) == FEWEST_PAPERS


def test_only_the_beginning_of_a_paper_is_read(
    database: Database, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "_READ", 10)
    add(store, "讲话", "甲" * 8, "乙" * 8, "丙" * 8, stamp=LATER)
    ((_, texts),) = judging._texts(database, [1])
    assert texts == ("讲话", "甲" * 8, "乙" * 8)[: len(texts)]
    assert "丙" * 8 not in texts


@pytest.mark.shared
def test_a_spun_page_is_told_from_genuine_ones(
    database: Database, store: Store, shared: Path
) -> None:
    samples = sorted((shared / "samples").iterdir())
    corpus = shared / "corpus"
    paths = [corpus / "04_gwr_province_2025", corpus / "06_gwr_city", *samples]
    for _ in import_files(store, paths, ImportReport()):
        pass
    _judge(database, partial(tally_here, Words()))
    spun = (
        "SELECT path FROM paper JOIN origin ON paper_id = paper.id "
        "JOIN file ON file.id = file_id WHERE spun"
    )
    found = [Path(row[0]).name for row in database.connection.execute(spun)]
    assert [name[:3] for name in found] == ["004"]
    assert store.papers_in_use().keys() == {
        row[0] for row in database.connection.execute("SELECT id FROM paper WHERE NOT spun")
    }
