import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.numbering import without_mark
from desktop_app.core.document.paper import Paper
from desktop_app.core.document.sections import sections
from desktop_app.core.errors import LibraryDamaged, LibraryReadOnly, QueryEmpty
from desktop_app.core.library.database import open_database
from desktop_app.core.library.importing import ImportReport
from desktop_app.core.library.store import Statistics, Store
from desktop_app.core.reading.paper import read_paper
from desktop_app.core.suggest.passages import Unit
from desktop_app.core.suggest.scene import Caret
from desktop_app.session.answers import Hit, KeptPhrase, Source
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import Places, resources
from tests.core.library.small_papers import FLOOD, LIBRARY, add, break_pages, write
from tests.session.conftest import import_into

_STARTER = {
    paper.properties.title: paper for paper in map(read_paper, (resources() / "starter").iterdir())
}
_SHARED = "要坚持问题导向，把群众的操心事一件一件记下来，一件一件办下去。"
_REST = _SHARED.removeprefix("要坚持问题导向，")  # the drafts have this clause already
_OWN = {
    2023: "沙袋和冲锋舟要提前运到堤上。",
    2024: "图书馆要坚持开放到夜里九点。",
    2025: "道路要赶在雪前全部修通。",
}


def _text(paper: Paper) -> str:
    return "".join(paragraph.text + "\n" for paragraph in paper.paragraphs)


def _words(heading: str) -> str:
    """A heading without what an outline fits to the draft: its number, and years."""
    return re.sub(r"20\d\d年", "年", without_mark(heading))


def _carets(paper: Paper) -> Iterator[tuple[tuple[str, ...], str]]:
    """Headings and text before the caret, behind and within each paragraph."""
    texts = [paragraph.text for paragraph in paper.paragraphs]
    for section in sections(paper.paragraphs):
        for n in range(section.start, section.end):
            for cut in (len(texts[n]) // 2, len(texts[n])):
                yield section.path, "\n".join([*texts[:n], texts[n][:cut]])


def _three_years(folder: Path) -> Path:
    """A speech of each of three years; they share a sentence, and a section."""
    for year, own in _OWN.items():
        write(
            folder / f"{year}.txt",
            f"在{year}年工作会议上的讲话",
            "同志们：",
            "一、抓好落实",
            own + _SHARED,
            "二、加强领导",
            "各级要一级抓一级，层层抓落实。",
        )
    return folder


def _offers(library: Library, before: str, word: str) -> bool:
    """Whether a phrase with a word is suggested behind a text."""
    phrases = library.suggestions.suggest(Caret((), before), 5)
    return any(word in phrase.text for phrase in phrases)


def test_an_empty_library_has_no_answers(library: Library) -> None:
    assert library.suggestions.complete("同志们", 5) == []
    assert library.suggestions.suggest(Caret((), "同志们"), 5) == []
    assert library.skeletons.outlines("在会议上的讲话", None, 5) == []
    assert library.skeletons.headings("在会议上的讲话", (), "同志们：", 5) == []
    assert library.search("“同志们”", 5) == ([], ("同志们",))
    assert library.statistics() == Statistics(0, 0, 0, 0, 0)
    assert library.kept() == []


def test_the_sample_papers_are_taken_in(starter: Library) -> None:
    held = starter.statistics()
    assert held.documents == len(_STARTER) == 6
    assert held.characters == sum(paper.characters for paper in _STARTER.values())
    assert held.favourites == 0
    assert held.phrases > 50


@pytest.mark.parametrize("unit", ["phrase", "passage"])
@pytest.mark.parametrize("title", _STARTER)
def test_every_phrase_stands_word_for_word_in_each_of_its_sources(
    starter: Library, title: str, unit: Unit
) -> None:
    count = 0
    for headings, before in _carets(_STARTER[title]):
        for phrase in starter.suggestions.suggest(Caret(headings, before), 5, unit):
            count += 1
            assert phrase.text.strip()
            assert len(phrase.text) <= 120 or phrase.parts
            assert phrase.function in {"", *Function}
            assert 1 <= len(phrase.sources) <= phrase.count
            for source in phrase.sources:
                paper = _STARTER[source.document]
                assert phrase.text in _text(paper)
                assert source.year == paper.properties.year
    assert count > 20


@pytest.mark.parametrize("title", _STARTER)
def test_every_continuation_stands_word_for_word_in_its_source(
    starter: Library, title: str
) -> None:
    count = 0
    for _, before in _carets(_STARTER[title]):
        for offer in starter.suggestions.complete(before, 5):
            count += 1
            assert offer.text
            assert offer.text in _text(_STARTER[offer.source.document])
            assert offer.source.year == _STARTER[offer.source.document].properties.year
            assert 1 <= offer.count <= len(_STARTER)
    assert count > 20


def test_an_outline_is_made_of_headings_of_the_papers_behind_it(starter: Library) -> None:
    for title, paper in _STARTER.items():
        templates = starter.skeletons.outlines(title, None, 5)
        assert templates[0].genre == paper.properties.genre
        for template in templates:
            assert template.name
            assert template.sections
            behind = [_STARTER[source.document] for source in template.sources]
            assert all(
                source.year == _STARTER[source.document].properties.year
                for source in template.sources
            )
            words = {_words(p.heading) for source in behind for p in source.paragraphs}
            assert {_words(section.heading) for section in template.sections} <= words


def test_headings_stand_in_the_papers_that_they_name(starter: Library) -> None:
    count = 0
    for title, paper in _STARTER.items():
        for path in {section.path for section in sections(paper.paragraphs)}:
            for found in starter.skeletons.headings(title, path, "\n".join(path), 10):
                assert len({heading.text for heading in found.headings}) >= 3
                for heading in found.headings:
                    count += 1
                    source = _STARTER[heading.document]
                    assert heading.year == source.properties.year
                    assert _words(heading.text) in {_words(p.heading) for p in source.paragraphs}
    assert count > 100


def test_an_outline_can_be_asked_for_by_genre(starter: Library) -> None:
    genres = {paper.properties.genre for paper in _STARTER.values()}
    assert len(genres) > 2
    for genre in genres:
        assert starter.skeletons.outlines("", genre, 5)[0].genre == genre


def test_every_hit_stands_word_for_word_in_its_source(starter: Library) -> None:
    for query in ("群众", "“落实”", "工作 责任", "2025"):
        hits, terms = starter.search(query, 20)
        assert hits
        assert terms
        for hit in hits:
            assert hit.snippet in _text(_STARTER[hit.source.document])
            assert isinstance(hit, Hit)
    with pytest.raises(QueryEmpty):
        starter.search("，", 20)


def test_a_phrase_counts_its_papers_and_names_them_the_newest_first(
    library: Library, tmp_path: Path
) -> None:
    import_into(library, _three_years(tmp_path / "旧稿"))
    before = "同志们：\n一、抓好落实\n要坚持问题导向"
    phrases = {p.text: p for p in library.suggestions.suggest(Caret(("一、抓好落实",), before), 10)}
    shared = phrases[_REST]
    assert shared.count == 3
    assert shared.sources == tuple(
        Source(f"在{year}年工作会议上的讲话", year, "一、抓好落实") for year in (2025, 2024, 2023)
    )
    own = next(p for text, p in phrases.items() if text.startswith(_OWN[2024]))
    assert own.count == 1
    assert own.sources == (Source("在2024年工作会议上的讲话", 2024, "一、抓好落实"),)


def test_no_more_than_five_sources_are_named_but_all_are_counted(
    library: Library, tmp_path: Path
) -> None:
    for year in range(2016, 2024):
        write(
            tmp_path / "旧稿" / f"{year}.txt",
            f"{year}年工作总结",
            "一、主要工作",
            f"第{year}号。{_SHARED}",
        )
    import_into(library, tmp_path / "旧稿")
    phrases = library.suggestions.suggest(Caret(("一、主要工作",), "要坚持问题导向，把"), 10)
    shared = next(p for p in phrases if _REST in p.text and p.count > 1)
    assert shared.count == 8
    assert [source.year for source in shared.sources] == [2023, 2022, 2021, 2020, 2019]


def test_a_continuation_counts_its_papers(library: Library, tmp_path: Path) -> None:
    import_into(library, _three_years(tmp_path / "旧稿"))
    offers = library.suggestions.complete(
        "同志们：\n一、抓好落实\n要坚持问题导向，把群众的操心事", 5
    )
    assert offers[0].text.startswith("一件一件")
    assert offers[0].count == 3
    (offer,) = library.suggestions.complete("同志们：\n沙袋和冲锋", 1)
    assert (offer.count, offer.source.year) == (1, 2023)


def test_an_outline_that_follows_several_papers_says_how_many(
    library: Library, tmp_path: Path
) -> None:
    usual = ("抓好安全生产", "加强组织领导", "改善服务质量", "丰富群众文化")
    for n, year in enumerate((2022, 2023, 2024)):
        had = [heading for k, heading in enumerate(usual) if k != n]
        lines = (f"{mark}、{words}" for mark, words in zip("一二三", had, strict=True))
        texts = (text for line in lines for text in (line, f"做了{year}件。"))
        write(tmp_path / "旧稿" / f"{year}.txt", f"{year}年工作总结", *texts)
    import_into(library, tmp_path / "旧稿")
    templates = library.skeletons.outlines("2025年工作总结", None, 5)
    merged = next(template for template in templates if "综合" in template.name)
    assert merged.name == "工作总结（综合 3 篇）"
    assert len(merged.sources) == 3
    papers = {section.heading[2:]: section.papers for section in merged.sections}
    assert papers["丰富群众文化"] == 3
    assert set(papers.values()) == {2, 3}


def test_new_papers_are_used_at_once_and_old_words_no_more(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path / "稿.txt", *FLOOD)
    import_into(library, path)
    assert any(
        "冲锋舟" in p.text for p in library.suggestions.suggest(Caret((), "沙袋、冲锋舟"), 5)
    )
    write(path, *LIBRARY)
    import_into(library, path)
    assert _offers(library, "把图书送到", "图书")
    assert not any(
        "冲锋舟" in p.text for p in library.suggestions.suggest(Caret((), "沙袋、冲锋舟"), 5)
    )
    assert all("舟" not in offer.text for offer in library.suggestions.complete("沙袋、冲锋", 5))
    assert library.search("冲锋舟", 5)[0] == []


def test_the_library_file_is_mapped_from_the_second_answer_on(
    library: Library, tmp_path: Path
) -> None:
    import_into(library, _three_years(tmp_path / "讲话"))
    mapped = []
    for _ in range(3):
        assert _offers(library, "要坚持问题导向，", "群众")
        mapped += library.database.connection.execute("PRAGMA mmap_size").fetchone()
    assert mapped[0] < mapped[1] == mapped[2]


def test_a_new_paper_is_used_before_it_is_known_what_it_is_like(
    library: Library, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_into(library, write(tmp_path / "甲.txt", *FLOOD))
    used = []

    def fold(*_: object) -> None:
        beside = Library(places, resources())
        used.append(_offers(beside, "把图书送到", "图书"))
        beside.close()

    monkeypatch.setattr("desktop_app.session.importing.fold_families", fold)
    import_into(library, write(tmp_path / "乙.txt", *LIBRARY))
    assert used == [True]


def test_another_process_that_imports_is_noticed(
    library: Library, places: Places, tmp_path: Path
) -> None:
    import_into(library, write(tmp_path / "甲.txt", *FLOOD))
    assert library.suggestions.suggest(Caret((), "沙袋"), 5)
    other = Library(places, resources())
    import_into(other, write(tmp_path / "乙.txt", *LIBRARY))
    other.close()
    assert _offers(library, "把图书送到", "图书")


def test_an_import_can_be_cancelled_and_what_it_took_in_is_used(
    library: Library, tmp_path: Path
) -> None:
    report = ImportReport()
    paths = [write(tmp_path / "甲.txt", *FLOOD), write(tmp_path / "乙.txt", *LIBRARY)]
    for _ in import_paths(library, paths, report, lambda: report.imported == 1):
        pass
    assert (report.imported, report.cancelled) == (1, True)
    assert _offers(library, "沙袋", "冲锋舟")


def test_what_a_killed_import_has_taken_in_is_used_after_the_next_start(places: Places) -> None:
    database = open_database(places.library)  # the papers are in, the index was never built
    add(Store(database), *FLOOD)
    database.close()
    library = Library(places, resources())
    assert _offers(library, "沙袋", "冲锋舟")
    library.close()


def test_an_index_that_is_unusable_is_built_again_for_the_first_question(
    places: Places, tmp_path: Path
) -> None:
    library = Library(places, resources())
    import_into(library, write(tmp_path / "甲.txt", *FLOOD))
    library.close()
    (places.library / "index" / "r1.json").write_text("{}", encoding="utf-8")
    library = Library(places, resources())
    assert _offers(library, "沙袋", "冲锋舟")
    library.close()


def test_an_index_that_is_thrown_away_under_its_readers_is_built_again(
    library: Library, places: Places, tmp_path: Path
) -> None:
    import_into(library, write(tmp_path / "甲.txt", *FLOOD))
    assert library.suggestions.suggest(Caret((), "沙袋"), 5)
    shutil.rmtree(places.library / "index")
    library.suggestions.suggest(Caret((), "沙袋"), 5)
    assert _offers(library, "沙袋", "冲锋舟")


def test_the_index_of_a_library_that_was_taken_away_does_not_answer_for_the_new_one(
    places: Places, tmp_path: Path
) -> None:
    """As the sentence for a damaged library advises; the new one comes to the same revision."""
    library = Library(places, resources())
    import_into(library, write(tmp_path / "甲.txt", *FLOOD))
    library.close()
    (places.library / "library.sqlite").rename(tmp_path / "damaged.sqlite")
    library = Library(places, resources())
    lines = (*LIBRARY, "把图书送到每一个人手里。")  # as many paragraphs as the other
    import_into(library, write(tmp_path / "乙.txt", *lines))
    phrases = library.suggestions.suggest(Caret((), "沙袋、图书"), 5)
    assert phrases
    assert all(any(phrase.text in line for line in lines) for phrase in phrases)
    assert all("舟" not in offer.text for offer in library.suggestions.complete("沙袋、冲锋", 5))
    library.close()


def test_kept_phrases_are_told_with_their_source(library: Library) -> None:
    source = Source("防汛通知", 2024, "一、压实责任")
    library.keep("一抓到底。", source)
    library.keep("自己的话。", Source("", None))
    assert library.kept() == [
        KeptPhrase(2, "自己的话。", Source("", None, "")),
        KeptPhrase(1, "一抓到底。", source),
    ]
    library.drop(2)
    assert [kept.text for kept in library.kept()] == ["一抓到底。"]
    assert library.statistics().favourites == 1


@pytest.mark.parametrize("before", ["", "\n\n", "😀", "\ud83d", "x" * 5000, "群众" * 20_000, "\0"])
def test_any_text_before_the_caret_is_answered(starter: Library, before: str) -> None:
    assert len(starter.suggestions.suggest(Caret((before,), before), 3)) <= 3
    assert len(starter.suggestions.complete(before, 3)) <= 3
    assert len(starter.skeletons.outlines(before[:2000], None, 3)) <= 3
    assert len(starter.skeletons.headings(before, (before,), before, 3)) <= 3


@pytest.mark.parametrize("limit", [0, -1])
def test_nothing_is_answered_where_nothing_is_asked_for(starter: Library, limit: int) -> None:
    assert starter.suggestions.suggest(Caret((), "做好群众工作"), limit) == []
    assert starter.suggestions.complete("做好群众工作", limit) == []
    assert starter.skeletons.outlines("在会议上的讲话", None, limit) == []
    assert starter.skeletons.headings("在会议上的讲话", (), "同志们：", limit) == []
    assert starter.search("群众", limit)[0] == []


def test_a_library_whose_pages_are_broken_is_told_when_it_is_imported_into_or_counted(
    library: Library, places: Places, tmp_path: Path
) -> None:
    import_into(library, write(tmp_path / "甲.txt", *FLOOD))
    library.close()
    break_pages(places.library / "library.sqlite")
    library = Library(places, resources())
    with pytest.raises(LibraryDamaged):
        library.statistics()
    with pytest.raises(LibraryDamaged):
        import_into(library, tmp_path / "甲.txt")
    library.close()


@pytest.mark.permissions
def test_a_library_that_cannot_be_written_is_consulted_and_takes_nothing_in(
    places: Places, tmp_path: Path
) -> None:
    library = Library(places, resources())
    import_into(library, write(tmp_path / "甲.txt", *FLOOD))
    library.keep("一抓到底。", Source("", None))
    library.close()
    places.library.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        library = Library(places, resources())
        assert _offers(library, "沙袋", "冲锋舟")
        assert library.suggestions.complete("沙袋、冲锋", 1)[0].text.startswith("舟")
        assert library.search("冲锋舟", 5)[0]
        assert [kept.text for kept in library.kept()] == ["一抓到底。"]
        with pytest.raises(LibraryReadOnly):
            import_into(library, write(tmp_path / "乙.txt", *LIBRARY))
        with pytest.raises(LibraryReadOnly):
            library.keep("再抓到底。", Source("", None))
        library.close()
        (places.library / "index" / "r1.json").write_text("{}", encoding="utf-8")
        library = Library(places, resources())
        assert library.suggestions.suggest(Caret((), "沙袋"), 5) == []
        assert library.suggestions.complete("沙袋、冲锋", 5) == []
        assert library.skeletons.outlines("在会议上的讲话", None, 5) == []
        assert library.search("冲锋舟", 5)[0]
        library.close()
    finally:
        places.library.chmod(stat.S_IRWXU)


@pytest.mark.shared
def test_real_papers_are_taken_in_and_answered_from_word_for_word(
    library: Library, shared: Path
) -> None:
    files = sorted((shared / "corpus" / "05_gwr_province_2026").iterdir())[:12]
    report = import_into(library, *files)
    assert (report.imported, report.failed) == (12, [])
    papers = {paper.properties.title: _text(paper) for paper in map(read_paper, files)}
    for headings, before in list(_carets(read_paper(files[0])))[::12]:
        for phrase in library.suggestions.suggest(Caret(headings, before), 5, "passage"):
            assert all(phrase.text in papers[source.document] for source in phrase.sources)
        for offer in library.suggestions.complete(before, 3):
            assert offer.text in papers[offer.source.document]
    for query in ("高质量发展", "“一件事一次办”", "就业 社保 2025"):
        for hit in library.search(query, 30)[0]:
            assert hit.snippet in papers[hit.source.document]
