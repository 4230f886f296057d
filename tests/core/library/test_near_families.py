import sqlite3

import pytest

from desktop_app.core.library import near_families as module
from desktop_app.core.library.database import Database
from desktop_app.core.library.families import fold_families
from desktop_app.core.library.near_families import near_families
from desktop_app.core.library.paper_marks import read_marks
from desktop_app.core.library.store import Store
from tests.core.library.small_papers import LATER, add, numbers

_LINES = tuple(f"第{n}件事是把{n}号堤段的沙袋备足，派{n}名干部日夜看守。" for n in range(40))


def _edition(store: Store, year: int, changed: int) -> None:
    """An edition with so many of its forty lines changed."""
    lines = tuple(f"{year}年新增的{n}项，另作安排，抓紧落实。" for n in range(changed))
    title = f"关于做好{year}年防汛工作的通知"
    add(store, title, *lines, *_LINES[changed:], path=f"/{year}.txt")


def _fold(database: Database) -> list[int]:
    """The years of the papers that are shown."""
    fold_families(database, near_families(database.connection))
    return numbers(database, "SELECT year FROM paper WHERE family IS NULL ORDER BY year")


def test_a_revised_edition_is_folded_and_another_paper_is_not(
    store: Store, database: Database
) -> None:
    _edition(store, 2023, 0)
    _edition(store, 2024, 1)
    _edition(store, 2025, 20)
    assert _fold(database) == [2024, 2025]


def test_a_speech_and_the_news_report_that_quotes_it_are_one_family(
    store: Store, database: Database
) -> None:
    add(store, "在2023年防汛工作会议上的讲话", *_LINES, path="/讲话.txt")
    report = ("本报讯 昨日会议召开。", *_LINES[:33], "与会同志作了发言。", "会议由某同志主持。")
    add(store, "2024年防汛工作会议召开", *report, path="/报道.txt")
    add(store, "2022年防汛简报", *_LINES[:4], "其余各项另行通报。", path="/简报.txt")
    assert _fold(database) == [2022, 2024]


def test_what_was_compared_once_is_not_compared_again(
    store: Store, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    texts = module._texts

    def reading(connection: sqlite3.Connection, paper_id: int) -> list[str]:
        read.append(paper_id)
        return texts(connection, paper_id)

    monkeypatch.setattr(module, "_texts", reading)
    _edition(store, 2023, 0)
    _edition(store, 2024, 2)
    assert _fold(database) == [2024]
    assert sorted(read) == [1, 2]
    read.clear()
    add(store, "关于春耕的通知", "请抓好春耕备耕，不误农时。", path="/春耕.txt")
    fold_families(database, near_families(database.connection))
    assert read == []
    _edition(store, 2025, 40)
    add(store, "关于秋收的通知", "请抓好秋收秋种。", path="/2023.txt", stamp=LATER)
    fold_families(database, near_families(database.connection))
    assert numbers(database, "SELECT count(*) FROM compared") == [0]


def test_a_paper_of_an_older_program_gets_its_signature(store: Store, database: Database) -> None:
    _edition(store, 2023, 0)
    _edition(store, 2024, 1)
    (kept,) = database.connection.execute("SELECT signature FROM paper WHERE id = 1").fetchone()
    with database.transaction() as connection:
        connection.execute("UPDATE paper SET signature = x''")
    assert _fold(database) == [2024]
    (again,) = database.connection.execute("SELECT signature FROM paper WHERE id = 1").fetchone()
    assert again == kept
    assert read_marks(kept) is not None
