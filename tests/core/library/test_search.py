from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import QueryEmpty
from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.importing import ImportReport, import_files
from desktop_app.core.library.search import SearchHit, SearchResult, search
from desktop_app.core.library.store import Store
from desktop_app.core.reading.paper import read_paper
from desktop_app.core.text.words import Words
from desktop_app.session.places import resources
from tests.core.library.small_papers import FLOOD, LATER, LIBRARY, add

_STARTER = resources() / "starter"


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A library with the sample papers."""
    database = open_database(tmp_path_factory.mktemp("library"))
    for _ in import_files(Store(database), [_STARTER], ImportReport()):
        pass
    yield database
    database.close()


def _snippets(database: Database, words: Words, query: str, limit: int = 10) -> list[str]:
    return [hit.snippet for hit in search(database, words, query, limit).hits]


def test_a_hit_shows_its_sentence_and_where_it_stands(
    store: Store, database: Database, words: Words
) -> None:
    add(store, *FLOOD[:3], "先查隐患。" + FLOOD[3] + "再报平安。")
    found = search(database, words, "隐患 转移", 10)
    (hit,) = found.hits
    assert hit == SearchHit(FLOOD[3], FLOOD[0], 2024, "一、压实责任", hit.score)
    assert found.terms == ("隐患", "转移")


def test_the_exact_wording_comes_first_however_often_the_words_stand_elsewhere(
    store: Store, database: Database, words: Words
) -> None:
    add(store, "甲", "群众的工作要做好，工作为了群众，群众支持工作，工作靠群众。", path="/甲.txt")
    add(
        store,
        "乙",
        "这是一段很长的话，里面只有一处说到做好群众工作，其余的都是别的事情。",
        path="/乙.txt",
    )
    assert [hit.document for hit in search(database, words, "群众工作", 10).hits] == ["乙", "甲"]


def test_paragraphs_with_all_words_come_before_those_with_some(
    store: Store, database: Database, words: Words
) -> None:
    add(store, "甲", "防汛防汛防汛防汛。", path="/甲.txt")
    add(store, "乙", "图书图书图书图书。", path="/乙.txt")
    add(store, "丙", "说到防汛，也要说说图书，虽然两者没有什么关系，但是都要抓好。", path="/丙.txt")
    documents = [hit.document for hit in search(database, words, "防汛 图书", 10).hits]
    assert documents[0] == "丙"
    assert set(documents[1:]) == {"甲", "乙"}


def test_a_quoted_phrase_is_found_as_it_stands_only(
    store: Store, database: Database, words: Words
) -> None:
    add(store, "甲", "群众的工作要做好。", "要做好群众工作。")
    assert _snippets(database, words, "“群众工作”") == ["要做好群众工作。"]
    assert len(_snippets(database, words, "群众工作")) == 2


def test_marks_between_the_characters_do_not_keep_a_phrase_from_being_found(
    store: Store, database: Database, words: Words
) -> None:
    add(store, "甲", "推进“一件事”一次办。")
    assert _snippets(database, words, "“一件事一次办”") == ["推进“一件事”一次办。"]


def test_characters_are_found_wherever_a_dictionary_would_cut(
    store: Store, database: Database, words: Words
) -> None:
    add(store, "甲", "中华人民共和国万岁。")
    for query in ("华人", "民共", "国万", "岁"):
        assert len(_snippets(database, words, query)) == 1, query


def test_latin_words_and_numbers_are_found_whole_and_in_any_case(
    store: Store, database: Database, words: Words
) -> None:
    add(store, "甲", "GDP增长6.5%，建成5G基站120座。")
    for query in ("gdp", "GDP", "5g", "120", "6.5%", "增长 Gdp"):
        assert len(_snippets(database, words, query)) == 1, query
    assert _snippets(database, words, "GD") == []
    assert _snippets(database, words, "12") == []


def test_a_rare_character_beyond_the_basic_plane_is_found(
    store: Store, database: Database, words: Words
) -> None:
    add(store, "甲", "表彰𠮷林同志等三人。", "表彰其他同志。")
    assert _snippets(database, words, "𠮷") == ["表彰𠮷林同志等三人。"]


def test_nothing_found_is_an_empty_answer_that_still_tells_the_terms(
    store: Store, database: Database, words: Words
) -> None:
    add(store, *FLOOD)
    assert search(database, words, "“航天飞机”", 10) == SearchResult((), ("航天飞机",))
    assert search(database, words, "冲锋舟", 0).hits == ()
    assert search(database, words, "冲锋舟", -1).hits == ()


def test_no_more_are_found_than_asked_for(starter: Database, words: Words) -> None:
    assert len(search(starter, words, "群众工作", 3).hits) == 3
    assert len(search(starter, words, "群众 工作", 1).hits) == 1


def test_no_paragraph_is_found_twice(starter: Database, words: Words) -> None:
    snippets = _snippets(starter, words, "群众 工作 落实 安全", 50)
    assert len(snippets) > 20
    assert len(snippets) == len(set(snippets))


def test_what_a_changed_file_no_longer_says_is_not_found(
    store: Store, database: Database, words: Words
) -> None:
    add(store, *FLOOD)
    assert len(_snippets(database, words, "冲锋舟")) == 1
    add(store, *LIBRARY, stamp=LATER)
    assert _snippets(database, words, "冲锋舟") == []
    assert _snippets(database, words, "图书馆") != []


def test_a_long_sentence_is_cut_to_whole_clauses_from_the_first_hit_on(
    store: Store, database: Database, words: Words
) -> None:
    clauses = [f"第{n}句说的是其他的事情，" for n in "甲乙丙丁戊己庚辛壬癸子丑"]
    clauses[6] = "这一句才说到冲锋舟，"
    add(store, "题", "".join(clauses) * 2 + "完。")
    (snippet,) = _snippets(database, words, "冲锋舟")
    assert snippet.startswith("这一句才说到冲锋舟，")
    assert snippet.endswith("，")
    assert 100 < len(snippet) <= 120


def test_a_clause_without_end_is_cut_off(store: Store, database: Database, words: Words) -> None:
    add(store, "题", "冲锋舟" + "和别的东西" * 60)
    (snippet,) = _snippets(database, words, "冲锋舟")
    assert snippet == ("冲锋舟" + "和别的东西" * 60)[:120]


@pytest.mark.parametrize("path", sorted(_STARTER.iterdir()), ids=lambda path: path.stem)
def test_a_snippet_stands_word_for_word_in_its_paper(
    path: Path, starter: Database, words: Words
) -> None:
    paper = read_paper(path)
    texts = [paragraph.text for paragraph in paper.paragraphs]
    for query in ("群众工作", "“落实”", "安全 责任 2025", "的"):
        hits = search(starter, words, query, 100).hits
        own = [hit for hit in hits if hit.document == paper.properties.title]
        assert all(any(hit.snippet in text for text in texts) for hit in own)


def test_every_paragraph_is_found_by_its_own_first_words(starter: Database, words: Words) -> None:
    paragraphs = [
        paragraph.text
        for path in _STARTER.iterdir()
        for paragraph in read_paper(path).paragraphs
        if len(paragraph.text) > 30
    ]
    assert len(paragraphs) > 40
    for text in paragraphs:
        beginning = text[:12].replace("“", "").replace("”", "")
        assert any(snippet in text for snippet in _snippets(starter, words, f'"{beginning}"')), (
            beginning
        )


@pytest.mark.parametrize(
    "query",
    [
        "群众 AND",
        "AND OR NOT",
        "NEAR(群众 工作, 2)",
        "群众 NEAR/3 工作",
        "text : 群众",
        "{text} : 群众",
        "- text : 群众",
        "^群众",
        "群众*",
        "群众 + 工作",
        '"群众',
        "“群众",
        "群众”",
        "'群众' OR 1=1; DROP TABLE paper; --",
        "(((群众",
        "群众\0工作",
        "\ud83d群众",
        "群众" * 5000,
        "群众 工作 " * 5000,
        "“" + "群众工作" * 5000 + "”",
        "a" * 100_000,
        " ".join(map(chr, range(0x4E00, 0x4E00 + 6000))),
    ],
    ids=lambda query: query[:20].encode("ascii", "replace").decode(),
)
def test_odd_questions_are_answered(starter: Database, words: Words, query: str) -> None:
    found = search(starter, words, query, 5)
    assert found.terms
    assert len(found.hits) <= 5


@settings(deadline=None)  # the first question loads the dictionary
@given(st.text(st.sampled_from("群众工作的 \"“”「」*^:()-+{}'NEARnotOR12.，。\n\0"), max_size=20))
def test_no_question_raises_anything_but_that_it_is_empty(
    starter: Database, words: Words, query: str
) -> None:
    try:
        found = search(starter, words, query, 5)
    except QueryEmpty:
        return
    assert found.terms
