import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import (
    BijiaError,
    FileNotWritten,
    FileUnsupported,
    LibraryDamaged,
    QueryEmpty,
    RequestMalformed,
    StyleUnknown,
)
from desktop_app.core.library.importing import ImportReport
from desktop_app.session.importing import import_paths
from desktop_app.session.places import Places, resources
from desktop_app.session.question import Question
from desktop_app.session.service import Answer, Service
from tests.session.conftest import places_in

_SOURCE = {"document", "year", "section"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Over a library with the sample papers; tests keep phrases in it, nothing else."""
    asked = Service(places_in(tmp_path_factory.mktemp("home")), resources())
    for _ in import_paths(
        asked.library(), [resources() / "starter"], ImportReport(), lambda: False
    ):
        pass
    yield asked
    asked.close()


def _ask(service: Service, verb: str, **fields: object) -> Answer:
    return service.answer(verb, Question(fields))


def test_complete_answers_in_the_form_of_the_protocol(service: Service) -> None:
    answer = _ask(service, "complete", title="讲话", before="同志们：\n做好群团工作，", limit=2)
    assert set(answer) == {"completions"}
    assert len(answer["completions"]) == 2
    for offer in answer["completions"]:
        assert set(offer) == {"text", "count", "source"}
        assert set(offer["source"]) == {"document", "year"}


_PHRASE_FIELDS = {
    "text", "function", "count", "sources",
    "pick", "genre", "latest", "blanks", "parts", "signals",
}  # fmt: skip


def test_suggest_answers_in_the_form_of_the_protocol(service: Service) -> None:
    fields = {"title": "讲话", "headings": ["一、形势"], "before": "同志们：\n", "limit": 3}
    for unit in ({}, {"unit": "phrase"}, {"unit": "passage"}, {"unit": None}):
        answer = _ask(service, "suggest", **fields, **unit)
        assert set(answer) == {"phrases"}
        assert len(answer["phrases"]) == 3
        for phrase in answer["phrases"]:
            assert set(phrase) == _PHRASE_FIELDS
            assert all(set(source) == _SOURCE for source in phrase["sources"])


def test_a_phrase_is_what_is_given_where_nothing_else_is_asked_for(service: Service) -> None:
    fields = {"headings": [], "before": "做好群众工作"}
    phrases = _ask(service, "suggest", **fields)
    assert phrases == _ask(service, "suggest", **fields, unit="phrase")
    assert phrases != _ask(service, "suggest", **fields, unit="passage")


def test_headings_answers_in_the_form_of_the_protocol(service: Service) -> None:
    fields = {"headings": ["二、2026年工作安排"], "before": "二、2026年工作安排\n", "limit": 2}
    for title in ({"title": "工作报告"}, {}):
        answer = _ask(service, "headings", **title, **fields)
        assert set(answer) == {"sets"}
        assert len(answer["sets"]) == 2
        for found in answer["sets"]:
            assert set(found) == {"pattern", "level", "headings", "count"}
            assert all(set(h) == {"text", "document", "year"} for h in found["headings"])


def test_outline_answers_in_the_form_of_the_protocol(service: Service) -> None:
    for genre in ({}, {"genre": "讲话"}, {"genre": ""}, {"genre": None}):
        answer = _ask(service, "outline", title="在会议上的讲话", limit=2, **genre)
        assert set(answer) == {"templates"}
        assert 1 <= len(answer["templates"]) <= 2
        for template in answer["templates"]:
            assert set(template) == {"name", "genre", "sources", "sections"}
            assert all(set(source) == {"document", "year"} for source in template["sources"])
            assert all(
                set(section) == {"level", "heading", "function", "papers", "variants"}
                for section in template["sections"]
            )


def test_search_answers_with_the_terms_to_mark(service: Service) -> None:
    answer = _ask(service, "search", query="群众工作", limit=3)
    assert set(answer) == {"hits", "terms"}
    assert answer["terms"] == ["群众", "工作"]
    assert len(answer["hits"]) == 3
    for hit in answer["hits"]:
        assert set(hit) == {"snippet", "document", "year", "section", "score"}
    with pytest.raises(QueryEmpty):
        _ask(service, "search", query=" ")


@pytest.mark.parametrize("verb", ["complete", "suggest"])
def test_ten_are_answered_where_no_number_is_asked_for(service: Service, verb: str) -> None:
    (answers,) = _ask(service, verb, before="同志们：\n要做好群众工作，").values()
    assert 5 < len(answers) <= 10
    assert _ask(service, verb, before="同志们：\n要做好群众工作，", limit=0) in (
        {"completions": []},
        {"phrases": []},
    )


def test_stats_counts(service: Service) -> None:
    answer = _ask(service, "stats")
    assert set(answer) == {"documents", "characters", "sections", "phrases", "favourites"}
    assert answer["documents"] == 6


def test_phrases_are_kept_and_dropped_and_told_each_time(places: Places) -> None:
    service = Service(places, resources())
    kept = _ask(service, "keep", text="一抓到底。", document="通知", year=2024, section="一")
    first = {"id": 1, "text": "一抓到底。", "document": "通知", "year": 2024, "section": "一"}
    assert kept == {"favourites": [first]}
    kept = _ask(service, "keep", text="自己的话。", year=None)
    own = {"id": 2, "text": "自己的话。", "document": "", "year": None, "section": ""}
    assert kept == {"favourites": [own, first]}
    assert _ask(service, "favourites") == kept
    assert _ask(service, "drop", id=2) == {"favourites": [first]}
    service.close()


def test_a_paper_is_read_as_the_beginning_of_a_draft(service: Service, tmp_path: Path) -> None:
    path = tmp_path / "旧稿.docx"
    draft = "# 在会议上的讲话\n\n同志们：\n\n## 一、提高认识\n\n请抓好落实。\n"
    exported = _ask(service, "export", draft=draft, path=str(path))
    assert exported["path"] == str(path)
    assert "仿宋_GB2312" in exported["fonts"]
    assert set(exported) == {"path", "fonts"}
    answer = _ask(service, "read", path=str(path))
    assert set(answer) == {"texts", "roles"}
    pairs = dict(zip(answer["texts"], answer["roles"], strict=True))
    assert pairs["一、提高认识"] == "heading1"
    assert pairs["在会议上的讲话"] == "title"
    assert pairs["请抓好落实。"] is None


def test_reading_and_exporting_do_without_a_library(places: Places, tmp_path: Path) -> None:
    places.library.mkdir()
    (places.library / "library.sqlite").write_bytes(b"no database at all " * 100)
    service = Service(places, resources())
    _ask(service, "export", draft="同志们：\n", path=str(tmp_path / "稿.docx"), style="speech")
    assert zipfile.is_zipfile(tmp_path / "稿.docx")
    assert _ask(service, "read", path=str(tmp_path / "稿.docx"))["texts"][-1] == "同志们："
    for verb in ("stats", "favourites"):
        with pytest.raises(LibraryDamaged):
            _ask(service, verb)
    service.close()


def test_what_cannot_be_read_or_written_is_told(service: Service, tmp_path: Path) -> None:
    (tmp_path / "图.png").write_bytes(b"\x89PNG" + b"\0" * 100)
    with pytest.raises(FileUnsupported):
        _ask(service, "read", path=str(tmp_path / "图.png"))
    with pytest.raises(FileNotWritten):
        _ask(service, "export", draft="稿", path=str(tmp_path / "没有" / "稿.docx"))
    with pytest.raises(StyleUnknown):
        _ask(service, "export", draft="稿", path=str(tmp_path / "稿.docx"), style="没有")


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("", {}),
        ("nonsense", {}),
        ("close", {}),
        ("complete", {}),
        ("complete", {"before": 1}),
        ("complete", {"before": "同志们", "limit": "3"}),
        ("complete", {"before": "同志们", "words": 1}),
        ("complete", {"before": "同志们", "seen": True}),
        ("complete", {"before": "同志们", "limit": 10**30}),
        ("suggest", {"headings": "一、形势", "before": "同志们"}),
        ("suggest", {"headings": [1], "before": "同志们"}),
        ("suggest", {"before": "同志们", "unit": "paragraph"}),
        ("suggest", {"before": "同志们", "unit": 1}),
        ("outline", {}),
        ("outline", {"title": "讲话", "genre": 1}),
        ("headings", {}),
        ("headings", {"before": "", "headings": "一、形势"}),
        ("headings", {"before": "", "limit": "3"}),
        ("search", {}),
        ("search", {"query": ["群众"]}),
        ("search", {"query": "群众", "limit": 10**30}),
        ("keep", {}),
        ("keep", {"text": "话", "year": "2024"}),
        ("drop", {}),
        ("drop", {"id": 10**30}),
        ("read", {}),
        ("read", {"path": "a\0b"}),
        ("export", {"draft": "稿"}),
        ("export", {"draft": "稿", "path": "a\0b"}),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    service: Service, verb: str, fields: dict[str, object]
) -> None:
    with pytest.raises(RequestMalformed) as refusal:
        service.answer(verb, Question(fields))
    assert refusal.value.sentence("zh").startswith("读不懂这一行请求（")


def test_a_number_as_large_as_can_be_is_still_answered(service: Service) -> None:
    largest = 2**53
    assert _ask(service, "suggest", before="群众工作", limit=largest)["phrases"]
    assert _ask(service, "complete", before="群众工", limit=largest)["completions"]
    assert _ask(service, "search", query="群众", limit=largest)["hits"]
    assert _ask(service, "outline", title="讲话", limit=largest)["templates"]
    assert _ask(service, "headings", title="讲话", before="同志们：", limit=largest)["sets"]


def test_a_verb_that_is_unknown_is_named_in_the_refusal(service: Service) -> None:
    with pytest.raises(BijiaError) as refusal:
        _ask(service, "nonsense")
    assert "没有“nonsense”" in refusal.value.sentence("zh")
    assert "there is no “nonsense”" in refusal.value.sentence("en")


def test_the_library_is_opened_at_the_first_question_that_needs_it(places: Places) -> None:
    service = Service(places, resources())
    service.close()
    assert not places.library.exists()
    _ask(service, "stats")
    assert places.library.exists()
    assert service.library() is service.library()
    service.close()
    assert _ask(service, "stats")["documents"] == 0
    service.close()


def test_a_library_whose_pages_are_broken_is_told_at_every_question(places: Places) -> None:
    service = Service(places, resources())
    _ask(service, "stats")
    service.close()
    file = places.library / "library.sqlite"
    data = bytearray(file.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    file.write_bytes(data)
    for verb, fields in (
        ("stats", {}),
        ("search", {"query": "群众"}),
        ("suggest", {"before": "群众"}),
        ("complete", {"before": "群众"}),
        ("favourites", {}),
    ):
        with pytest.raises(LibraryDamaged):
            service.answer(verb, Question(fields))
    service.close()


def test_complete_says_where_words_end_if_that_is_asked(service: Service) -> None:
    fields = {"before": "同志们：\n做好群团工作，", "limit": 3}
    plain, told = (_ask(service, "complete", **fields, words=asked) for asked in (False, True))
    cut, whole = ([o["text"] for o in answer["completions"]] for answer in (plain, told))
    assert cut == ["是连着人心的大事", "分管负责同", "是服务大局的要事"]
    assert whole == ["是连着人心的大事", "分管", "是服务大局的要事"]
    for offer in told["completions"]:
        assert set(offer) == {"text", "count", "source", "words"}
        assert offer["words"] == sorted(set(offer["words"]))
        assert offer["words"][-1] == len(offer["text"])
    assert all("words" not in offer for offer in plain["completions"])


def test_only_what_was_seen_of_the_continuations_is_not_offered_again(service: Service) -> None:
    def texts(before: str, **fields: object) -> list[str]:
        answer = _ask(service, "complete", before=before, limit=5, **fields)
        return [offer["text"] for offer in answer["completions"]]

    draft = "同志们：\n做好群团工作，"
    first = texts(draft, seen=0)[0]
    assert any(text.startswith(first[1:]) for text in texts(draft + first[0], seen=0))
    assert first in texts(draft, seen=1)
    assert not any(text.startswith(first[1:]) for text in texts(draft + first[0]))
