from dataclasses import replace

import pytest

from desktop_app.core.errors import FileDamaged, FileTooLarge, FileUnsupported, PaperGone
from desktop_app.core.library.catalogue import (
    CataloguePaper,
    State,
    catalogue,
    catalogue_entry,
    edit_paper,
    exclude_papers,
    mark_spun,
    papers_of_ids,
    refusals,
    remove_papers,
)
from desktop_app.core.library.database import Database
from desktop_app.core.library.prepared import Content, Prepared, RemovedRow
from desktop_app.core.library.preparing import prepare_paper
from desktop_app.core.library.search import search
from desktop_app.core.library.store import Scope, Store
from desktop_app.core.text.words import Words
from tests.core.library.small_papers import FLOOD, LATER, LIBRARY, STAMP, add, numbers, paper


@pytest.fixture
def two(store: Store) -> Store:
    """The library with the papers 1, on floods, and 2, on a library."""
    add(store, *FLOOD, path="/甲.txt")
    add(store, *LIBRARY, path="/乙.txt")
    return store


def _states(database: Database) -> list[State]:
    return [row.state for row in catalogue(database)]


def _used(store: Store) -> list[int]:
    return [given.id for given in store.papers_to_index(store.papers_in_use())]


def test_papers_are_listed_with_what_they_say_of_themselves(two: Store, database: Database) -> None:
    add(two, *FLOOD, path="/丙.txt")
    assert catalogue(database) == [
        CataloguePaper(
            1, FLOOD[0], "通知", 2024, "", "", sum(map(len, FLOOD)), State.USED, 2, "文稿"
        ),
        CataloguePaper(
            2, LIBRARY[0], "工作总结", 2023, "", "", sum(map(len, LIBRARY)), State.USED, 1, "文稿"
        ),
    ]
    assert papers_of_ids(database, [2, 99, 1]) == catalogue(database)[::-1]


def test_a_paper_is_shown_with_its_text_its_files_and_what_was_cleaned_away(
    store: Store, database: Database
) -> None:
    run_in = "（一）加强领导。各级各部门要亲自抓。"
    removed = (RemovedRow(0, "首页 > 公文", "site"), RemovedRow(7, "上一篇", "site"))
    held = replace(
        prepare_paper(paper(*FLOOD, run_in), removed), confidence={"title": 0.9, "year": 0.4}
    )
    for path in ("/乙.txt", "/甲.txt"):
        store.add(path, Prepared(STAMP, b"", (Content("", held),)))
    store.note_missing([store.files()["/乙.txt"]])
    entry = catalogue_entry(database, 1)
    assert entry.paper == catalogue(database)[0]
    assert entry.files == ("/甲.txt", "/乙.txt")
    assert [(p.role, p.text) for p in entry.paragraphs][:2] == [
        ("title", FLOOD[0]),
        ("salutation", FLOOD[1]),
    ]
    assert entry.paragraphs[-1].run_in == len("（一）加强领导。")
    assert entry.removed == removed
    assert entry.confidence == {"title": 0.9, "year": 0.4, "genre": 0, "body": 0, "place": 0}
    with pytest.raises(PaperGone):
        catalogue_entry(database, 99)


def test_what_the_user_sets_is_sure_and_the_rest_stays(two: Store, database: Database) -> None:
    revision = two.revision
    edited = edit_paper(database, 1, {"title": "防汛通知", "place": "青溪县"})
    assert (edited.title, edited.place, edited.year) == ("防汛通知", "青溪县", 2024)
    assert catalogue(database)[0] == edited
    assert catalogue_entry(database, 1).confidence["place"] == 1
    assert two.papers([1]) == [("防汛通知", 2024)]
    assert two.revision == revision  # the indexes hold years and no titles
    assert edit_paper(database, 1, {"year": None}).year is None
    assert two.revision == revision + 1
    with pytest.raises(PaperGone):
        edit_paper(database, 99, {"year": 2024})


def test_a_value_that_was_set_stays_when_the_file_changes(two: Store, database: Database) -> None:
    edit_paper(database, 1, {"genre": "命令", "body": "县政府"})
    add(two, *FLOOD, "请抓好落实，不留死角。", path="/甲.txt", stamp=LATER)
    (changed,) = (row for row in catalogue(database) if row.id != 2)
    assert (changed.genre, changed.body, changed.year) == ("命令", "县政府", 2024)
    assert catalogue_entry(database, changed.id).confidence["genre"] == 1


def test_what_is_excluded_is_neither_suggested_nor_found_unless_asked_for(
    two: Store, database: Database, words: Words
) -> None:
    revision = two.revision
    exclude_papers(database, [1, 99], excluded=True)
    assert _states(database) == [State.EXCLUDED, State.USED]
    assert two.revision > revision
    assert _used(two) == [2]
    assert [h.paper_id for h in two.headed_papers()] == [2]
    assert two.papers_in_use().keys() == {2}
    assert two.sources(numbers(database, "SELECT id FROM paragraph WHERE paper_id = 1")) == {}
    assert search(database, words, "冲锋舟", 5).hits == ()
    assert len(search(database, words, "冲锋舟", 5, Scope.HELD).hits) == 1
    exclude_papers(database, [1], excluded=False)
    assert _states(database) == [State.USED, State.USED]
    assert len(search(database, words, "冲锋舟", 5).hits) == 1


def test_a_search_finds_as_many_as_are_asked_for_behind_those_left_out(
    store: Store, database: Database, words: Words
) -> None:
    for n in range(12):
        add(store, f"第{n}号通知", "请提前备好冲锋舟。", path=f"/{n}.txt")
    add(store, "长一些的通知", "请提前备好冲锋舟，另外还有许多别的话要说。", path="/长.txt")
    exclude_papers(database, range(1, 13), excluded=True)
    (hit,) = search(database, words, "冲锋舟", 1).hits
    assert hit.document == "长一些的通知"


def test_what_is_spun_is_found_with_a_label_and_suggested_only_if_the_user_says_so(
    two: Store, database: Database, words: Words
) -> None:
    revision = two.revision
    mark_spun(database, {1: (0.1, False), 2: (0.2, False)})
    assert two.revision == revision
    mark_spun(database, {1: (4.5, True)})
    assert two.revision == revision + 1
    assert _states(database) == [State.SPUN, State.USED]
    assert _used(two) == [2]
    assert [hit.spun for hit in search(database, words, "冲锋舟", 5).hits] == [True]
    assert [hit.spun for hit in search(database, words, "图书", 5).hits][:1] == [False]
    exclude_papers(database, [1], excluded=False)
    assert _states(database) == [State.USED, State.USED]
    assert [hit.spun for hit in search(database, words, "冲锋舟", 5).hits] == [False]
    exclude_papers(database, [1], excluded=True)
    assert _states(database) == [State.EXCLUDED, State.USED]


def test_what_is_removed_is_gone_from_the_library_only(two: Store, database: Database) -> None:
    add(two, *FLOOD, path="/丙.txt")
    revision = two.revision
    assert remove_papers(database, [1, 1, 99]) == 1
    assert two.revision == revision + 1
    assert [row.id for row in catalogue(database)] == [2]
    withdrawn = {path: file.withdrawn for path, file in two.files().items()}
    assert withdrawn == {"/甲.txt": True, "/丙.txt": True, "/乙.txt": False}
    assert remove_papers(database, []) == 0
    assert two.revision == revision + 1


def test_what_could_not_be_read_is_told_with_its_reason(store: Store, database: Database) -> None:
    large = FileTooLarge(size=200, limit=100)
    store.add("/大.txt", Prepared(STAMP, b"", (Content("", large),)))
    picture = FileUnsupported(kind=".png")
    members = (Content("图.png", picture), Content("坏.docx", FileDamaged()))
    store.add("/包.zip", Prepared(STAMP, b"", members))
    told = [(r.path, r.member, r.reason.sentence("zh")) for r in refusals(database)]
    assert told == [
        ("/包.zip", "图.png", picture.sentence("zh")),
        ("/包.zip", "坏.docx", FileDamaged().sentence("zh")),
        ("/大.txt", "", large.sentence("zh")),
    ]
    add(store, *FLOOD, path="/大.txt", stamp=LATER)
    store.note_missing([store.files()["/包.zip"]])
    assert refusals(database) == []


def test_a_reason_that_this_program_does_not_know_is_told_as_damage(
    store: Store, database: Database
) -> None:
    store.add("/坏.txt", Prepared(STAMP, b"", (Content("", FileDamaged()),)))
    with database.transaction() as connection:
        connection.execute("UPDATE failure SET kind = 'FileOfTheFuture', fields = '{\"n\": 1}'")
    assert [type(refusal.reason) for refusal in refusals(database)] == [FileDamaged]
