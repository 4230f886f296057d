from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import FileMissing, PaperGone, RequestMalformed
from desktop_app.core.library.catalogue import mark_spun
from desktop_app.session.places import Places, resources
from desktop_app.session.question import Question
from desktop_app.session.service import Answer, Service
from tests.core.library.small_papers import FLOOD, LIBRARY, write
from tests.session.conftest import import_into

_OUTLINED = (
    "关于做好2024年防汛工作的通知",
    *(line for n in "一二三" for line in (f"{n}、落实{n}项措施", f"第{n}件事要赶早办好。")),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of two papers, a file that is empty and one that is a picture."""
    write(tmp_path / "旧稿" / "1.txt", *FLOOD)
    write(tmp_path / "旧稿" / "2.txt", *LIBRARY)
    (tmp_path / "旧稿" / "空.txt").touch()
    (tmp_path / "旧稿" / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    return tmp_path / "旧稿"


@pytest.fixture
def service(places: Places, folder: Path) -> Iterator[Service]:
    """Over a library with the papers 1, on floods, and 2, on a library."""
    asked = Service(places, resources())
    import_into(asked.library(), folder)
    yield asked
    asked.close()


def _ask(service: Service, verb: str, **fields: object) -> Answer:
    return service.answer(verb, Question(fields))


def _states(service: Service) -> list[str]:
    return [row["state"] for row in _ask(service, "papers")["papers"]]


def _offered(service: Service, before: str) -> str:
    """All wording that is offered for a place."""
    phrases = _ask(service, "suggest", before=before)["phrases"]
    offers = _ask(service, "complete", before=before)["completions"]
    return "".join(offer["text"] for offer in (*phrases, *offers))


def test_papers_answers_with_a_row_for_each(service: Service) -> None:
    first, second = _ask(service, "papers")["papers"]
    keys = ["id", "title", "genre", "year", "body", "place"]
    assert list(first) == [*keys, "characters", "state", "copies", "name"]
    assert (first["title"], second["title"]) == (FLOOD[0], LIBRARY[0])
    assert (first["state"], first["copies"], first["name"]) == ("used", 1, "1")


def test_paper_answers_with_its_text_and_where_it_lies(service: Service, folder: Path) -> None:
    answer = _ask(service, "paper", id=1)
    assert set(answer) == {"paper", "confidence", "files", "paragraphs", "removed"}
    assert answer["paper"] == _ask(service, "papers")["papers"][0]
    assert answer["files"] == [str(folder / "1.txt")]
    assert [p["text"] for p in answer["paragraphs"]] == list(FLOOD)
    assert set(answer["confidence"]) == {"title", "year", "genre", "body", "place"}
    with pytest.raises(PaperGone):
        _ask(service, "paper", id=99)


def test_a_paper_is_edited_and_sources_are_told_so(service: Service) -> None:
    fields = {"title": " 防汛\n通知 ", "year": 2030, "genre": None, "body": "县\ud83d"}
    row = _ask(service, "edit_paper", id=1, fields=fields)["paper"]
    assert (row["title"], row["year"], row["genre"], row["body"]) == ("防汛 通知", 2030, "", "县?")
    assert row == _ask(service, "papers")["papers"][0]
    (hit,) = _ask(service, "search", query="冲锋舟")["hits"]
    assert (hit["document"], hit["year"]) == ("防汛 通知", 2030)
    assert _ask(service, "edit_paper", id=1, fields={"year": None})["paper"]["year"] is None


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("paper", {}),
        ("edit_paper", {"id": 1}),
        ("edit_paper", {"id": 1, "fields": []}),
        ("edit_paper", {"id": 1, "fields": {"title": " "}}),
        ("edit_paper", {"id": 1, "fields": {"title": None}}),
        ("edit_paper", {"id": 1, "fields": {"year": "2024"}}),
        ("edit_paper", {"id": 1, "fields": {"year": 10**10}}),
        ("edit_paper", {"id": 1, "fields": {"genre": 5}}),
        ("exclude_papers", {"ids": [1]}),
        ("exclude_papers", {"ids": 1, "excluded": True}),
        ("remove_papers", {"ids": ["1"]}),
        ("watch", {"path": "/"}),
        ("watch", {"watched": True}),
        ("search", {"query": "话", "everything": 1}),
    ],
)
def test_a_question_that_makes_no_sense_changes_nothing(
    service: Service, verb: str, fields: dict[str, object]
) -> None:
    before = _ask(service, "papers")
    with pytest.raises(RequestMalformed):
        service.answer(verb, Question(fields))
    assert _ask(service, "papers") == before


def test_what_is_excluded_is_offered_no_more_at_once_and_again_when_it_is_used(
    service: Service,
) -> None:
    assert "冲锋舟" in _offered(service, "沙袋、")
    answer = _ask(service, "exclude_papers", ids=[1, 99], excluded=True)
    assert [(row["id"], row["state"]) for row in answer["papers"]] == [(1, "excluded")]
    assert "冲锋舟" not in _offered(service, "沙袋、")
    assert _ask(service, "search", query="冲锋舟")["hits"] == []
    assert len(_ask(service, "search", query="冲锋舟", everything=True)["hits"]) == 1
    _ask(service, "exclude_papers", ids=[1], excluded=False)
    assert "冲锋舟" in _offered(service, "沙袋、")


def test_what_is_removed_is_offered_no_more_at_once(service: Service, folder: Path) -> None:
    assert "冲锋舟" in _offered(service, "沙袋、")
    assert _ask(service, "remove_papers", ids=[1]) == {"removed": 1}
    assert "冲锋舟" not in _offered(service, "沙袋、")
    assert _ask(service, "search", query="冲锋舟")["hits"] == []
    assert (folder / "1.txt").exists()
    import_into(service.library(), folder)
    assert [row["title"] for row in _ask(service, "papers")["papers"]] == [LIBRARY[0]]


def test_a_phrase_is_not_counted_in_papers_that_are_excluded(
    service: Service, folder: Path
) -> None:
    for n, own in ((3, LIBRARY[2]), (4, LIBRARY[4])):
        write(folder / f"{n}.txt", f"第{n}号通知", FLOOD[5], own)
    import_into(service.library(), folder)

    def count() -> int:
        phrases = _ask(service, "suggest", before="沙袋、")["phrases"]
        return next(int(p["count"]) for p in phrases if "冲锋舟" in p["text"])

    assert count() == 3
    _ask(service, "exclude_papers", ids=[1], excluded=True)
    assert count() == 2
    _ask(service, "exclude_papers", ids=[1], excluded=False)
    assert count() == 3


def test_wording_of_an_excluded_paper_is_quoted_from_another_that_has_it(
    service: Service, folder: Path
) -> None:
    write(folder / "3.txt", "第3号通知", FLOOD[5], LIBRARY[2])
    import_into(service.library(), folder)

    def documents() -> tuple[set[str], set[str]]:
        phrases = _ask(service, "suggest", before="沙袋、")["phrases"]
        said = [p["sources"] for p in phrases if "冲锋舟" in p["text"]]
        offers = _ask(service, "complete", before="沙袋、")["completions"]
        return (
            {source["document"] for sources in said for source in sources},
            {offer["source"]["document"] for offer in offers if "冲锋舟" in offer["text"]},
        )

    assert FLOOD[0] in documents()[0]
    _ask(service, "exclude_papers", ids=[1], excluded=True)
    assert documents() == ({"第3号通知"}, {"第3号通知"})


def test_outlines_follow_the_change_at_once(service: Service, folder: Path) -> None:
    write(folder / "3.txt", *_OUTLINED)
    import_into(service.library(), folder)

    def sources() -> list[str]:
        templates = _ask(service, "outline", title=_OUTLINED[0])["templates"]
        return [source["document"] for template in templates for source in template["sources"]]

    assert _OUTLINED[0] in sources()
    _ask(service, "edit_paper", id=3, fields={"title": "防汛通知"})
    assert "防汛通知" in sources()
    _ask(service, "exclude_papers", ids=[3], excluded=True)
    assert sources() == []


def test_headings_follow_the_change_at_once(service: Service, folder: Path) -> None:
    lines = (
        "在会议上的讲话",
        "一、着力抓项目",
        "正文。",
        "二、着力兴产业",
        "正文。",
        "三、着力惠民生",
        "正文。",
    )
    write(folder / "4.txt", *lines)
    import_into(service.library(), folder)

    def documents() -> set[str]:
        sets = _ask(service, "headings", before="同志们：")["sets"]
        return {heading["document"] for found in sets for heading in found["headings"]}

    assert lines[0] in documents()
    _ask(service, "exclude_papers", ids=[3], excluded=True)
    assert lines[0] not in documents()


def test_a_spun_paper_is_found_with_its_label(service: Service) -> None:
    mark_spun(service.library().database, {1: (5.0, True)})
    assert _states(service) == ["spun", "used"]
    (hit,) = _ask(service, "search", query="冲锋舟")["hits"]
    assert hit["spun"] is True
    assert "冲锋舟" not in _offered(service, "沙袋、")


def test_failures_are_told_with_their_reason_and_what_was_skipped_is_counted(
    service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIJIA_LANGUAGE", "zh")
    told = {"path": str(folder / "空.txt"), "reason": "文件是空的，里面没有文字。"}
    assert _ask(service, "failures") == {"failures": [told], "skipped": 1}
    write(folder / "空.txt", "请抓好落实，不留死角。")
    import_into(service.library(), folder / "空.txt")
    assert _ask(service, "failures") == {"failures": [], "skipped": 1}


def test_folders_are_watched_until_they_are_no_more(service: Service, folder: Path) -> None:
    assert _ask(service, "folders") == {"folders": []}
    watched = {"folders": [str(folder)]}
    assert _ask(service, "watch", path=str(folder), watched=True) == watched
    assert _ask(service, "folders") == watched
    with pytest.raises(FileMissing):
        _ask(service, "watch", path=str(folder / "没有"), watched=True)
    assert _ask(service, "watch", path=str(folder), watched=False) == {"folders": []}


def test_of_two_editions_the_newer_one_stands_for_both(service: Service, folder: Path) -> None:
    lines = [f"第{n}件事是把{n}号堤段的沙袋备足，派{n}名干部日夜看守。" for n in range(40)]
    for year in (2024, 2025):
        write(folder / f"{year}.txt", f"关于做好{year}年防汛工作的通知", *lines)
    import_into(service.library(), folder)
    rows = {row["title"]: row for row in _ask(service, "papers")["papers"]}
    assert "关于做好2024年防汛工作的通知" in rows  # the one of the other text
    assert rows["关于做好2025年防汛工作的通知"]["copies"] == 2
    assert len(rows) == _ask(service, "stats")["documents"] == 3
    entry = _ask(service, "paper", id=rows["关于做好2025年防汛工作的通知"]["id"])
    assert entry["files"] == [str(folder / "2025.txt"), str(folder / "2024.txt")]
    (phrase, *_) = _ask(service, "suggest", before="第7件事是把7号堤段的")["phrases"]
    assert [source["year"] for source in phrase["sources"]] == [2025]
