from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import RequestMalformed
from desktop_app.core.library.importing import ImportReport
from desktop_app.core.library.usage import habits
from desktop_app.session.importing import import_paths
from desktop_app.session.places import resources
from desktop_app.session.question import Question
from desktop_app.session.service import Answer, Service
from tests.session.conftest import places_in


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    asked = Service(places_in(tmp_path), resources())
    starter = sorted((resources() / "starter").iterdir())[:2]
    for _ in import_paths(asked.library(), starter, ImportReport(), lambda: False):
        pass
    yield asked
    asked.close()


def _ask(service: Service, verb: str, **fields: object) -> Answer:
    return service.answer(verb, Question(fields))


def test_what_is_taken_counts_for_the_paper_it_came_from(service: Service) -> None:
    phrases = _ask(service, "suggest", headings=[], before="做好群众工作，", limit=1)["phrases"]
    text = phrases[0]["text"]
    assert _ask(service, "use", taken=[{"text": text, "document": "", "kind": "phrase"}]) == {}
    assert len(habits(service.library().database).leaning) == 1
    assert _ask(service, "uses") == {"uses": [{"text": text, "taken": 1, "undone": 0, "passed": 0}]}


def test_what_is_passed_over_counts_against_the_paper_it_came_from(service: Service) -> None:
    offered = _ask(service, "complete", title="", before="做好群众", limit=1)["completions"]
    _ask(service, "use", passed=[{"text": offered[0]["text"]}])
    (leaning,) = habits(service.library().database).leaning.values()
    assert leaning < 0


def test_passed_over_texts_are_counted_and_all_counts_can_be_forgotten(service: Service) -> None:
    _ask(service, "use", passed=[{"text": "切实加强领导。"}, {"text": "半个\ud83d"}])
    assert [use["passed"] for use in _ask(service, "uses")["uses"]] == [1, 1]
    assert habits(service.library().database).leaning == {}
    assert _ask(service, "forget_uses") == {}
    assert _ask(service, "uses") == {"uses": []}


def test_a_text_that_nobody_offered_leans_to_no_paper(service: Service) -> None:
    _ask(service, "use", taken=[{"text": "谁也没有说过的话"}])
    assert habits(service.library().database).leaning == {}


@pytest.mark.parametrize("taken", ["沙袋", ["沙袋"], [{"kind": "phrase"}], 3])
def test_a_malformed_use_is_told_and_not_counted(service: Service, taken: object) -> None:
    with pytest.raises(RequestMalformed):
        _ask(service, "use", taken=taken)
    assert _ask(service, "uses") == {"uses": []}


def test_a_text_that_is_passed_over_again_and_again_comes_last(service: Service) -> None:
    asked = {"headings": [], "before": "做好群众工作，", "limit": 5}
    first = [p["text"] for p in _ask(service, "suggest", **asked)["phrases"]]
    for _ in range(3):
        _ask(service, "use", passed=[{"text": first[0]}])
    assert [p["text"] for p in _ask(service, "suggest", **asked)["phrases"]] == [
        *first[1:],
        first[0],
    ]
    _ask(service, "forget_uses")
    assert [p["text"] for p in _ask(service, "suggest", **asked)["phrases"]] == first
