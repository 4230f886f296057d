import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.library.catalogue import State, catalogue, catalogue_entry
from desktop_app.core.library.database import FILE_NAME, Database, open_database
from desktop_app.core.library.favourites import favourites
from desktop_app.core.library.prepared import FileStamp
from desktop_app.core.library.schema import MIGRATIONS
from desktop_app.core.library.search import search
from desktop_app.core.library.store import Statistics, Store
from desktop_app.core.library.storing import Added
from desktop_app.core.text.words import Words
from tests.core.library.small_papers import FLOOD, LATER, LIBRARY, add, numbers

# A library as the first version of the program has left it: what it ran, with these values.
_FIRST = """
INSERT INTO paper (name, title, year, genre, characters, digest, imported_at)
    VALUES ('文稿', '关于做好2024年防汛工作的通知', 2024, '通知', 88, x'00', '2025-01-01');
INSERT INTO file VALUES ('/甲.txt', 100, 1, 1);
INSERT INTO file VALUES ('/乙.txt', 100, 1, 1);
INSERT INTO section (paper_id, level, heading, path, place) VALUES (1, 0, '', '', 0.0);
INSERT INTO section (paper_id, level, heading, path, place) VALUES (1, 1, '一、事', '一、事', 0.3);
INSERT INTO paragraph (paper_id, section_id, role, run_in, text)
    VALUES (1, 1, 'title', 0, '关于做好2024年防汛工作的通知');
INSERT INTO search (rowid, text) VALUES (1, '关 于 做 好 2024 年 防 汛 工 作 的 通 知');
INSERT INTO paragraph (paper_id, section_id, role, run_in, text)
    VALUES (1, 2, 'body', 0, '沙袋要提前运到堤上，随时能用。');
INSERT INTO search (rowid, text) VALUES (2, '沙 袋 要 提 前 运 到 堤 上 随 时 能 用');
INSERT INTO phrase VALUES (2, 0, 15, 'call', 1.0);
INSERT INTO phrase VALUES (2, 10, 5, 'call', 0.0);
INSERT INTO favourite (text, document, year, section, created_at)
    VALUES ('一抓到底。', '通知', 2024, '', '2025-01-01');
UPDATE revision SET number = number + 1
"""


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Database]:
    connection = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    for statement in (*MIGRATIONS[0].split(";\n"), *_FIRST.split(";\n"), "PRAGMA user_version = 1"):
        connection.execute(statement)
    connection.close()
    database = open_database(tmp_path)
    yield database
    database.close()


def test_a_library_of_the_first_version_keeps_what_it_holds(
    migrated: Database, words: Words
) -> None:
    assert Store(migrated).statistics() == Statistics(1, 88, 1, 1, 1)
    assert [favourite.text for favourite in favourites(migrated)] == ["一抓到底。"]
    (hit,) = search(migrated, words, "沙袋", 5).hits
    assert (hit.document, hit.section) == ("关于做好2024年防汛工作的通知", "一、事")
    assert migrated.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert migrated.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_files_of_the_first_version_are_known_with_their_paper(migrated: Database) -> None:
    files = Store(migrated).files()
    assert set(files) == {"/甲.txt", "/乙.txt"}
    for known in files.values():
        assert (known.stamp, known.hash, known.papers) == (FileStamp(100, 1), b"", 1)
        assert (known.missing, known.withdrawn) == (False, False)


def test_a_paper_of_the_first_version_is_used_and_nothing_is_sure_of_it(
    migrated: Database,
) -> None:
    (paper,) = catalogue(migrated)
    assert (paper.state, paper.copies, paper.body, paper.place) == (State.USED, 2, "", "")
    entry = catalogue_entry(migrated, paper.id)
    assert set(entry.confidence.values()) == {0.0}
    assert entry.files == ("/乙.txt", "/甲.txt")
    assert len(entry.paragraphs) == 2


def test_a_paper_of_the_first_version_gives_way_to_its_changed_files(
    migrated: Database, words: Words
) -> None:
    store = Store(migrated)
    assert add(store, *FLOOD, path="/甲.txt", stamp=LATER) is Added.IMPORTED
    assert store.statistics().documents == 2
    assert add(store, *LIBRARY, path="/乙.txt", stamp=LATER) is Added.IMPORTED
    assert numbers(migrated, "SELECT id FROM paper") == [2, 3]
    assert [hit.section for hit in search(migrated, words, "沙袋", 5).hits] == ["二、备足物资"]
