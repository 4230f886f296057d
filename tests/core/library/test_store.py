from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.favourites import keep
from desktop_app.core.library.index.source import Kind
from desktop_app.core.library.store import HeadedPaper, SourceParagraph, Statistics, Store
from desktop_app.core.library.storing import Added
from tests.core.library.small_papers import (
    FLOOD,
    LATER,
    LIBRARY,
    STAMP,
    add,
    numbers,
    paper,
    prepared,
)


def _paragraph(database: Database, text: str) -> int:
    row = database.connection.execute("SELECT id FROM paragraph WHERE text = ?", (text,))
    return int(row.fetchone()[0])


def test_an_empty_library_holds_nothing(store: Store) -> None:
    assert store.statistics() == Statistics(0, 0, 0, 0, 0)
    assert store.papers_in_use() == {}
    assert store.headed_papers() == []
    assert store.revision == 0


def test_what_the_library_holds_is_counted(store: Store, database: Database) -> None:
    add(store, *FLOOD, path="/甲.txt")
    add(store, *LIBRARY, path="/乙.txt")
    keep(database, "自己的话", "", None, "")
    characters = sum(len(line) for line in FLOOD + LIBRARY)
    worth_something = numbers(database, "SELECT count(*) FROM phrase WHERE worth > 0")
    assert worth_something == [4]
    assert store.statistics() == Statistics(2, characters, 4, 4, 1)


def test_a_file_is_remembered_as_it_was(store: Store) -> None:
    assert store.files() == {}
    assert add(store, *FLOOD) is Added.IMPORTED
    (known,) = store.files().values()
    assert list(store.files()) == ["/稿.txt"]
    assert (known.stamp, known.papers, known.refusals) == (STAMP, 1, {})


def test_the_same_text_under_another_path_is_stored_once_and_remembered(store: Store) -> None:
    add(store, *FLOOD, path="/甲.txt")
    assert store.add("/乙.txt", prepared(paper(*FLOOD, name="乙"))) == [Added.DUPLICATE]
    assert store.statistics().documents == 1
    assert store.revision == 1
    assert store.files()["/乙.txt"].papers == 1


def test_a_file_that_was_touched_keeps_its_paper_with_its_ids(
    store: Store, database: Database
) -> None:
    add(store, *FLOOD)
    before = numbers(database, "SELECT id FROM paragraph")
    assert add(store, *FLOOD, stamp=LATER) is Added.UNCHANGED
    assert numbers(database, "SELECT id FROM paragraph") == before
    assert store.revision == 1
    assert store.files()["/稿.txt"].stamp == LATER


def test_a_changed_file_takes_the_place_of_what_it_held(store: Store, database: Database) -> None:
    add(store, *FLOOD)
    assert add(store, *LIBRARY, stamp=LATER) is Added.IMPORTED
    assert [title for title, _ in store.papers([1, 2])] == [LIBRARY[0]]
    assert numbers(database, "SELECT count(*) FROM file") == [1]
    assert store.revision == 3  # one for what came, one for what went


def test_one_of_two_equal_files_that_changes_leaves_the_other_its_paper(store: Store) -> None:
    add(store, *FLOOD, path="/甲.txt")
    add(store, *FLOOD, path="/乙.txt")
    add(store, *LIBRARY, path="/甲.txt", stamp=LATER)
    assert {title for title, _ in store.papers([1, 2])} == {FLOOD[0], LIBRARY[0]}


def test_a_file_that_becomes_equal_to_another_gives_up_its_own_paper(store: Store) -> None:
    add(store, *FLOOD, path="/甲.txt")
    add(store, *LIBRARY, path="/乙.txt")
    assert add(store, *FLOOD, path="/乙.txt", stamp=LATER) is Added.DUPLICATE
    assert store.papers([1, 2]) == [(FLOOD[0], 2024)]


def test_an_id_is_never_given_to_another_row(store: Store, database: Database) -> None:
    add(store, *FLOOD)
    papers = numbers(database, "SELECT id FROM paper")
    paragraphs = numbers(database, "SELECT id FROM paragraph")
    with database.transaction() as connection:
        connection.execute("DELETE FROM paper")
    add(store, *LIBRARY)
    assert min(numbers(database, "SELECT id FROM paper")) > max(papers)
    assert min(numbers(database, "SELECT id FROM paragraph")) > max(paragraphs)


def test_the_revision_tells_another_connection_of_a_change(
    store: Store, database: Database
) -> None:
    other = open_database(database.folder)
    add(store, *FLOOD)
    assert Store(other).revision == 1
    other.close()


def test_papers_are_given_to_the_indexes_paragraph_by_paragraph(
    store: Store, database: Database
) -> None:
    run_in = "（一）加强领导。各级各部门要亲自抓、具体抓，一抓到底。"
    add(store, *FLOOD, run_in)
    (given,) = store.papers_to_index(store.papers_in_use())
    assert (given.id, given.year) == (1, 2024)
    assert [p.text for p in given.paragraphs] == [*FLOOD, run_in]
    assert [p.id for p in given.paragraphs] == numbers(database, "SELECT id FROM paragraph")
    frame, heading, running = Kind.FRAME, Kind.HEADING, Kind.RUNNING
    kinds = [p.kind for p in given.paragraphs]
    assert kinds == [frame, frame, heading, running, heading, running, running]
    assert given.paragraphs[-1].body == len("（一）加强领导。")
    assert {p.body for p in given.paragraphs[:-1]} == {0}


def test_headings_come_with_level_words_and_place(store: Store) -> None:
    add(store, "没有标题的一段话，写了也就写了。", path="/无.txt")
    store.add("/防汛.txt", prepared(paper(*FLOOD, name="防汛")))
    length, first, second = sum(map(len, FLOOD)), *(sum(map(len, FLOOD[:n])) for n in (2, 4))
    headings = ((1, "一、压实责任", first / length), (1, "二、备足物资", second / length))
    assert store.headed_papers() == [HeadedPaper(2, FLOOD[0], "防汛", 2024, "通知", "")]
    assert store.headings_of([2]) == {2: headings}


def test_papers_are_named_in_the_order_asked_and_those_gone_left_out(store: Store) -> None:
    add(store, *FLOOD, path="/甲.txt")
    add(store, *LIBRARY, path="/乙.txt")
    assert store.papers([2, 99, 1]) == [(LIBRARY[0], 2023), (FLOOD[0], 2024)]


def test_a_paragraph_is_a_source_with_all_that_is_said_of_it(
    store: Store, database: Database
) -> None:
    add(store, *FLOOD)
    body, title = _paragraph(database, FLOOD[3]), _paragraph(database, FLOOD[0])
    found = store.sources([body, title, body, 999])
    assert found == {
        body: SourceParagraph(1, FLOOD[3], FLOOD[0], 2024, "一、压实责任"),
        title: SourceParagraph(1, FLOOD[0], FLOOD[0], 2024, ""),
    }


def test_a_passage_has_the_function_of_the_phrase_in_which_it_begins(
    store: Store, database: Database
) -> None:
    run_in, problem, call = "（一）加强领导。", "有的干部作风不实。", "各级要高度重视。"
    add(store, *FLOOD, run_in + problem + call)
    with database.transaction() as connection:
        connection.execute("UPDATE phrase SET function = 'from ' || start")
    paragraph = _paragraph(database, run_in + problem + call)
    assert store.function_at(paragraph, 0) == ""
    assert store.function_at(paragraph, 8) == "from 8"
    assert store.function_at(paragraph, 16) == "from 8"
    assert store.function_at(paragraph, 17) == "from 17"
    assert store.function_at(paragraph, 20) == "from 17"
    assert store.function_at(999, 0) == ""
