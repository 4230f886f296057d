from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import pytest

from desktop_app.core.library.catalogue import catalogue, edit_paper, exclude_papers, remove_papers
from desktop_app.core.library.database import Database
from desktop_app.core.library.families import fold_families
from desktop_app.core.library.prepared import Content, FileStamp, Prepared
from desktop_app.core.library.preparing import prepare_paper
from desktop_app.core.library.search import search
from desktop_app.core.library.store import Scope, Store
from desktop_app.core.text.words import Words
from tests.core.library.small_papers import LIBRARY, numbers, paper

_LINES = ("一、压实责任", "沙袋、冲锋舟和照明设备要提前运到堤上，专人看管。")


def _same(signatures: Mapping[int, bytes]) -> Iterable[Collection[int]]:
    """Papers with the same signature are alike."""
    found: dict[bytes, list[int]] = {}
    for paper_id, signature in signatures.items():
        found.setdefault(signature, []).append(paper_id)
    return found.values()


def _edition(store: Store, year: int, modified_ns: int = 1, mark: str = "") -> None:
    """An edition of the same paper, in a file of its own."""
    held = prepare_paper(paper(f"关于做好{year}年防汛工作的通知", *_LINES, f"第{mark or year}版。"))
    prepared = replace(held, signature=b"flood")
    path = f"/{year}{mark}.txt"
    store.add(path, Prepared(FileStamp(9, modified_ns), b"", (Content("", prepared),)))


def _years(store: Store) -> list[int | None]:
    return [given.year for given in store.papers_to_index(store.papers_in_use())]


def test_the_newest_stands_for_the_family_and_the_others_are_kept(
    store: Store, database: Database, words: Words
) -> None:
    for year in (2023, 2025, 2024):
        _edition(store, year)
    fold_families(database, _same)
    assert _years(store) == [2025]
    assert [headings.year for headings in store.headed_papers()] == [2025]
    assert store.statistics().documents == 1
    assert [(row.year, row.copies) for row in catalogue(database)] == [(2025, 3)]
    assert numbers(database, "SELECT count(*) FROM paper") == [3]
    assert [hit.year for hit in search(database, words, "冲锋舟", 1).hits] == [2025]
    everything = search(database, words, "冲锋舟", 9, Scope.HELD).hits
    assert sorted(hit.year or 0 for hit in everything) == [2023, 2024, 2025]


def test_of_editions_of_a_year_the_one_whose_file_is_newest_stands_for_them(
    store: Store, database: Database
) -> None:
    _edition(store, 2024, 5, "乙")
    _edition(store, 2024, 7, "丙")
    _edition(store, 2024, 6, "甲")
    fold_families(database, _same)
    (shown,) = store.papers_to_index(store.papers_in_use())
    assert shown.paragraphs[-1].text == "第丙版。"


def test_a_newer_edition_takes_the_place_of_the_one_before(
    store: Store, database: Database
) -> None:
    _edition(store, 2023)
    fold_families(database, _same)
    _edition(store, 2024)
    revision = store.revision
    fold_families(database, _same)
    assert _years(store) == [2024]
    assert store.revision > revision
    revision = store.revision
    fold_families(database, _same)
    assert store.revision == revision


def test_the_year_that_the_user_has_set_counts(store: Store, database: Database) -> None:
    _edition(store, 2023)
    _edition(store, 2024)
    (old,) = numbers(database, "SELECT id FROM paper WHERE year = 2023")
    edit_paper(database, old, {"year": 2030})
    fold_families(database, _same)
    assert _years(store) == [2030]


def test_what_is_excluded_stays_so_when_a_newer_edition_comes(
    store: Store, database: Database
) -> None:
    _edition(store, 2023)
    fold_families(database, _same)
    exclude_papers(database, [1], excluded=True)
    _edition(store, 2024)
    fold_families(database, _same)
    assert _years(store) == []
    exclude_papers(database, [catalogue(database)[0].id], excluded=False)
    assert _years(store) == [2024]


def test_a_family_goes_as_a_whole_and_one_whose_file_changes_lets_the_others_show(
    store: Store, database: Database
) -> None:
    _edition(store, 2023)
    _edition(store, 2024)
    fold_families(database, _same)
    held = prepare_paper(paper(*LIBRARY))
    store.add("/2024.txt", Prepared(FileStamp(8, 8), b"", (Content("", held),)))
    assert _years(store) == [2023, 2023]  # the library's report is of that year too
    _edition(store, 2025)
    fold_families(database, _same)
    (head,) = numbers(database, "SELECT id FROM paper WHERE year = 2025")
    assert remove_papers(database, [head]) == 1
    assert [row.title for row in catalogue(database)] == [LIBRARY[0]]


@pytest.mark.parametrize("order", [(2023, 2024, 2025), (2025, 2024, 2023), (2024, 2025, 2023)])
def test_the_order_of_import_makes_no_difference(
    store: Store, database: Database, order: tuple[int, ...]
) -> None:
    for year in order:
        _edition(store, year)
        fold_families(database, _same)
    assert _years(store) == [2025]
    assert numbers(database, "SELECT count(*) FROM paper WHERE family IS NOT NULL") == [2]
