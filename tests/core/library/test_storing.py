import sqlite3

from desktop_app.core.errors import FileDamaged
from desktop_app.core.library.catalogue import edit_paper, exclude_papers
from desktop_app.core.library.database import Database
from desktop_app.core.library.prepared import Content, Prepared, RemovedRow
from desktop_app.core.library.preparing import paper_digest, prepare_paper
from desktop_app.core.library.store import Store
from desktop_app.core.library.storing import Added, delete_papers, insert_paper
from tests.core.library.small_papers import FLOOD, LATER, LIBRARY, add, numbers, paper, prepared


def _rows(database: Database, statement: str) -> list[tuple[object, ...]]:
    return list(database.connection.execute(statement))


def _found(connection: sqlite3.Connection, token: str) -> list[int]:
    rows = connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (f'"{token}"',))
    return [row[0] for row in rows]


def test_papers_with_the_same_paragraphs_have_the_same_digest() -> None:
    assert paper_digest(paper(*FLOOD, name="甲")) == paper_digest(paper(*FLOOD, name="乙"))
    assert paper_digest(paper("防汛", "备汛")) != paper_digest(paper("防汛备汛"))
    assert len(paper_digest(paper())) == 32


def test_a_paper_is_laid_down_with_what_it_says_of_itself(database: Database) -> None:
    stored = paper(*FLOOD, name="防汛通知")
    with database.transaction() as connection:
        paper_id = insert_paper(connection, prepare_paper(stored))
    rows = _rows(database, "SELECT id, name, title, year, genre, characters, digest FROM paper")
    length = sum(map(len, FLOOD))
    assert rows == [(paper_id, "防汛通知", FLOOD[0], 2024, "通知", length, paper_digest(stored))]


def test_every_paragraph_stands_in_its_section_in_order(database: Database) -> None:
    with database.transaction() as connection:
        insert_paper(connection, prepare_paper(paper(*FLOOD)))
    rows = _rows(
        database,
        "SELECT p.text, p.role, s.level, s.heading, s.path FROM paragraph p "
        "JOIN section s ON s.id = p.section_id ORDER BY p.id",
    )
    assert [row[0] for row in rows] == list(FLOOD)
    assert [row[1] for row in rows] == ["title", "salutation", *["heading1", "body"] * 2]
    assert [row[2:] for row in rows] == [
        *[(0, "", "")] * 2,
        *[(1, "一、压实责任", "一、压实责任")] * 2,
        *[(1, "二、备足物资", "二、备足物资")] * 2,
    ]


def test_a_section_knows_the_headings_above_it_and_its_place(database: Database) -> None:
    lines = ("一、工作回顾", "（一）强基础", "打好了基础。" * 10, "二、工作打算", "再上台阶。" * 10)
    with database.transaction() as connection:
        insert_paper(connection, prepare_paper(paper(*lines)))
    rows = _rows(database, "SELECT path, place FROM section ORDER BY id")
    assert [row[0] for row in rows] == [
        "一、工作回顾",
        "一、工作回顾 › （一）强基础",
        "二、工作打算",
    ]
    total = sum(map(len, lines))
    assert [row[1] for row in rows] == [0, 6 / total, (6 + 6 + 60) / total]


def test_phrases_lead_to_their_words_in_the_stored_paragraph(database: Database) -> None:
    with database.transaction() as connection:
        insert_paper(connection, prepare_paper(paper(*FLOOD)))
    rows = _rows(
        database,
        "SELECT substr(p.text, f.start + 1, f.length) FROM phrase f "
        "JOIN paragraph p ON p.id = f.paragraph_id ORDER BY p.id, f.start",
    )
    assert [row[0] for row in rows] == [FLOOD[3], FLOOD[5]]


def test_every_paragraph_can_be_searched(database: Database) -> None:
    with database.transaction() as connection:
        insert_paper(connection, prepare_paper(paper(*FLOOD)))
    ids = numbers(database, "SELECT id FROM paragraph ORDER BY id")
    assert _found(database.connection, "冲 锋 舟") == [ids[5]]
    assert _found(database.connection, "2024") == [ids[0]]


def test_a_name_of_an_old_archive_is_kept_as_its_writer_saw_it(database: Database) -> None:
    held = "报告".encode("gb18030").decode("utf-8", "surrogateescape")  # as Python holds it
    with database.transaction() as connection:
        insert_paper(connection, prepare_paper(paper("请抓好落实，不留死角。", name=held)))
    assert _rows(database, "SELECT name, title FROM paper") == [("报告", "报告")]


def test_what_is_removed_leaves_no_row_and_is_not_found(database: Database) -> None:
    store = Store(database)
    add(store, *FLOOD, path="/甲.txt")
    add(store, *LIBRARY, path="/乙.txt")
    with database.transaction() as connection:
        delete_papers(connection, numbers(database, "SELECT id FROM paper WHERE genre = '通知'"))
    assert _rows(database, "SELECT title FROM paper") == [(LIBRARY[0],)]
    assert _rows(database, "SELECT count(DISTINCT paper_id) FROM paragraph") == [(1,)]
    assert _rows(database, "SELECT count(*) FROM origin") == [(1,)]
    assert _found(database.connection, "冲 锋 舟") == []
    assert len(_found(database.connection, "一 户 一 户")) == 1


def test_a_paper_stays_as_long_as_one_file_holds_it(database: Database) -> None:
    store = Store(database)
    for path in ("/甲.txt", "/乙.txt"):
        add(store, *FLOOD, path=path)
    add(store, *LIBRARY, path="/甲.txt")
    assert len(_found(database.connection, "冲 锋 舟")) == 1
    add(store, *LIBRARY, path="/乙.txt")
    assert _found(database.connection, "冲 锋 舟") == []
    assert _rows(database, "SELECT title FROM paper") == [(LIBRARY[0],)]


def test_the_members_of_an_archive_are_papers_each(database: Database) -> None:
    store = Store(database)
    flood, library = paper(*FLOOD, name="甲"), paper(*LIBRARY, name="乙")
    assert store.add("/旧稿.zip", prepared(flood, library)) == [Added.IMPORTED] * 2
    assert _rows(
        database, "SELECT member, name FROM origin JOIN paper ON id = paper_id ORDER BY id"
    ) == [
        ("甲", "甲"),
        ("乙", "乙"),
    ]
    changed = paper("关于做好2025年防汛工作的通知", "请抓好落实，不留死角。", name="甲")
    assert store.add("/旧稿.zip", prepared(changed, library, stamp=LATER)) == [
        Added.IMPORTED,
        Added.UNCHANGED,
    ]
    assert _found(database.connection, "冲 锋 舟") == []
    assert store.statistics().documents == 2


def test_a_member_that_cannot_be_read_any_more_leaves_its_paper_and_one_that_is_gone_does_not(
    database: Database,
) -> None:
    store = Store(database)
    store.add("/旧稿.zip", prepared(paper(*FLOOD, name="甲"), paper(*LIBRARY, name="乙")))
    store.add("/旧稿.zip", Prepared(LATER, b"", (Content("乙", FileDamaged()),)))
    assert _rows(database, "SELECT title FROM paper") == [(LIBRARY[0],)]
    assert [type(reason) for reason in store.files()["/旧稿.zip"].refusals.values()] == [
        FileDamaged
    ]
    store.add("/旧稿.zip", Prepared(LATER, b"", (Content("", FileDamaged()),)))
    assert _rows(database, "SELECT title FROM paper") == [(LIBRARY[0],)]


def test_what_the_user_has_set_goes_over_to_the_paper_of_the_changed_file(
    database: Database,
) -> None:
    store = Store(database)
    add(store, *FLOOD)
    (before,) = numbers(database, "SELECT id FROM paper")
    edit_paper(database, before, {"genre": "命令", "year": None})
    exclude_papers(database, [before], excluded=True)
    changed = (*FLOOD, "请抓好落实，不留死角。")
    add(store, *changed, stamp=LATER)
    assert _rows(database, "SELECT title, genre, year, excluded FROM paper") == [
        (FLOOD[0], "命令", None, 1)
    ]
    add(store, *LIBRARY, stamp=LATER)
    assert _rows(database, "SELECT title, genre, year FROM paper") == [(LIBRARY[0], "命令", None)]


def test_what_was_cleaned_away_is_kept_with_its_place_and_reason(database: Database) -> None:
    removed = (RemovedRow(0, "首页 > 公文", "site"), RemovedRow(5, "上一篇：防汛", "site"))
    with database.transaction() as connection:
        insert_paper(connection, prepare_paper(paper(*FLOOD), removed))
    rows = _rows(database, "SELECT before, text, reason FROM removed ORDER BY position")
    assert rows == list(removed)
