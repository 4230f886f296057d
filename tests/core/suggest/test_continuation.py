from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.continuation import Completer, Continuation
from tests.core.library.index.papers import index_of, paper
from tests.core.suggest.county_papers import PAPER_OF, PARAGRAPHS, WEIGHTS

DRAFT = (
    "青溪县2026年政府工作报告\n各位代表：\n一、2025年工作回顾\n过去一年，全县上下同心同德、"
    "真抓实干，地区生产总值增长5.9%，城乡居民收入稳步提高。特色农业提质增效。新建高标准农田"
    "3.1万亩，粮食总产稳定在30万吨以上；坚持过紧日子，严控一般性支出，健全联农带农机制，让农民"
)


def complete(index: LibraryIndex, before: str, limit: int = 5) -> list[Continuation]:
    return Completer(index, WEIGHTS).complete(before, limit)


@given(st.integers(1, len(DRAFT)))
@hypothesis_settings(deadline=None, max_examples=60)
def test_offers_stand_word_for_word_in_the_paragraph_named(index: LibraryIndex, caret: int) -> None:
    for offer in complete(index, DRAFT[:caret]):
        paragraph = PARAGRAPHS[offer.paragraph_id]
        assert offer.text in paragraph + "\n"
        assert PAPER_OF[offer.paragraph_id] == offer.paper_id
        assert not set(offer.text[:-1]) & set("，。；：！？、\n")


def test_what_all_papers_say_is_offered_and_counted(index: LibraryIndex) -> None:
    offers = complete(index, "坚持过紧日子，严控一般")
    assert offers[0].text.startswith("性支出")
    assert offers[0].papers == 3


@pytest.mark.parametrize(
    ("own", "paper_id"),
    [
        ("迎难而上、埋头苦干，青溪白茶入选省级名品目录，新增学位1200个。", 1),
        ("勠力同心、攻坚克难，茶旅融合带动9100户茶农增收，新增学位900个。", 2),
        ("临港产业园引进项目，规模以上工业增加值增长，渔光互补示范区并网发电。", 3),
    ],
)
def test_the_source_is_the_paper_likest_to_the_draft(
    index: LibraryIndex, own: str, paper_id: int
) -> None:
    assert complete(index, own + "坚持过紧日子，严控一般")[0].paper_id == paper_id


@pytest.mark.parametrize(
    ("leant_to", "before", "opening"),
    [
        (1, "守牢耕地保护红线，", "新建"),
        (2, "守牢耕地保护红线，", "建设"),
        (3, "健全联农带农机制，", "促进"),
        (1, "健全联农带农机制，", "让农民"),
    ],
)
def test_wording_of_papers_that_the_user_leans_to_comes_first(
    index: LibraryIndex, leant_to: int, before: str, opening: str
) -> None:
    completer = Completer(index, WEIGHTS)
    completer.lean(np.where(index.places.paper_id == leant_to, 6.0, 0.0))
    assert completer.complete(before, 1)[0].text.startswith(opening)


def test_an_offer_that_was_passed_over_is_not_offered_again(index: LibraryIndex) -> None:
    completer = Completer(index, WEIGHTS)
    first = [offer.text for offer in completer.complete("坚持过紧日子，严控一般", 5)]
    assert "性支出，" in first
    completer.saw("坚持过紧日子，严控一般", first)
    later = completer.complete("坚持过紧日子，严控一般性", 5)
    assert not {"支出", "支出，"} & {offer.text for offer in later}
    assert "支出，" in {offer.text for offer in complete(index, "坚持过紧日子，严控一般性")}


def test_an_offer_that_was_not_seen_was_not_passed_over(index: LibraryIndex) -> None:
    completer = Completer(index, WEIGHTS)
    first = completer.complete("坚持过紧日子，严控一般", 5)
    completer.saw("坚持过紧日子，严控一般", [o.text for o in first if o.text[0] != "性"])
    later = completer.complete("坚持过紧日子，严控一般性", 5)
    assert "支出，" in {offer.text for offer in later}


def test_asking_twice_gives_the_same_offers(index: LibraryIndex) -> None:
    completer = Completer(index, WEIGHTS)
    assert completer.complete(DRAFT, 5) == completer.complete(DRAFT, 5) != []


def test_the_same_questions_get_the_same_answers(index: LibraryIndex) -> None:
    one, other = Completer(index, WEIGHTS), Completer(index, WEIGHTS)
    carets = [40, 41, 42, 90, 10, len(DRAFT)]
    answers = [one.complete(DRAFT[:caret], 5) for caret in carets]
    assert answers == [other.complete(DRAFT[:caret], 5) for caret in carets]


def test_where_the_caret_was_before_does_not_matter_to_the_offers(index: LibraryIndex) -> None:
    wanderer = Completer(index, WEIGHTS)
    wanderer.complete(DRAFT, 5)
    wanderer.complete("别的草稿", 5)
    assert wanderer.complete(DRAFT[:100], 5) == complete(index, DRAFT[:100])


@pytest.mark.parametrize("limit", [-1, 0, 1, 3, 9])
def test_no_more_is_offered_than_asked_for(index: LibraryIndex, limit: int) -> None:
    assert len(complete(index, DRAFT, limit)) <= max(0, limit)


def test_nothing_is_offered_where_there_is_nothing_to_go_by(index: LibraryIndex) -> None:
    assert complete(index, "") == []
    assert complete(index, "龘") == []


@pytest.mark.parametrize("lines", [(), ("",), ("好",), ("𬭚",)])
def test_a_library_without_text_offers_nothing(tmp_path: Path, lines: tuple[str, ...]) -> None:
    index = index_of(tmp_path, [paper(1, *lines)] if lines else [])
    assert complete(index, "一切都好") == complete(index, "\n") == []


def test_a_library_of_one_paper_offers_what_it_has(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(4, "守牢耕地保护红线，守牢耕地保护底线。")])
    offers = complete(index, "守牢耕地")
    assert {offer.text[:2] for offer in offers} == {"保护"}
    assert {(offer.papers, offer.paper_id) for offer in offers} == {(1, 4)}


def test_characters_that_the_index_does_not_hold_are_not_offered(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, "守好古镇𬭚坊老街。", "守好古镇𬭚坊新街。")])
    assert {offer.text for offer in complete(index, "守好")} == {"古镇"}
