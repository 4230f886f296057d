"""What is offered stands in the paper that is named, wherever and whatever is written."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.source import IndexedPaper
from desktop_app.core.suggest.continuation import Completer, Continuation
from tests.core.library.index.papers import index_of, joined_index, paper
from tests.core.suggest.county_papers import LINHE_2025, PAPERS, QINGXI_2024, QINGXI_2025, WEIGHTS

_CLAUSES = sorted(
    {
        clause
        for lines in (QINGXI_2024, QINGXI_2025, LINHE_2025)
        for line in lines
        for clause in line.removeprefix("# ").replace("。", "，").split("，")
        if clause
    }
)
_LISTS = (
    "一是{}；",
    "二是{}；",
    "三是{}。",
    "第一，{}；",
    "第二，{}。",
    "首先，{}；",
    "其次，{}。",
)
_ODD = (
    "GDP growth 5%,",
    "3.1415",
    "🙂🙂",
    "古镇𬭚坊",
    "（XX）",
    "\ufffd",
    "\u3000",
    "“”",
    "\ud800",
)


def composed(chance: random.Random, lines: int) -> Iterator[str]:
    """Lines of clauses in any order, lists and odd characters among them."""
    for _ in range(lines):
        clauses = chance.choices(_CLAUSES, k=chance.randint(2, 9))
        form = chance.choice(_LISTS) if chance.random() < 0.4 else "{}。"
        odd = chance.choice(_ODD) if chance.random() < 0.1 else ""
        yield form.format("，".join(clauses)) + odd


def library(chance: random.Random, papers: int) -> list[IndexedPaper]:
    return [paper(n, *composed(chance, 12), year=2015 + n) for n in range(1, papers + 1)]


def misquoted(offers: list[Continuation], papers: list[IndexedPaper]) -> list[Continuation]:
    """The offers that do not stand in the paragraph and the paper that they name."""
    texts = {p.id: (each.id, p.text) for each in papers for p in each.paragraphs}
    return [
        offer
        for offer in offers
        if texts[offer.paragraph_id][0] != offer.paper_id
        or offer.text not in texts[offer.paragraph_id][1] + "\n"
        or not 2 <= len(offer.text) <= 24
        or offer.papers < 1
    ]


def test_thousands_of_offers_at_random_stand_in_the_paper_named(tmp_path: Path) -> None:
    chance = random.Random(8)
    papers = library(chance, 8)
    hidden = {2, 5}
    index = joined_index(tmp_path, papers[:5], papers[5:], hidden=hidden)
    offered: list[Continuation] = []
    for _ in range(40):
        draft = "\n".join(composed(chance, 8))
        completer = Completer(index, WEIGHTS)
        start = chance.randrange(1, len(draft) - 16)
        for caret in range(start, start + 16):
            offered += completer.complete(draft[:caret], 5)
    assert len(offered) > 2000
    assert misquoted(offered, papers) == []
    assert not {offer.paper_id for offer in offered} & hidden


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[IndexedPaper], LibraryIndex]:
    papers = [
        *PAPERS,
        paper(4, "GDP growth of 5.5 percent, exports up", "2024年12月31日，共1234567户", year=None),
        paper(5, "古镇𬭚坊老街，🙂古镇𬭚坊新街", "守好古镇，守好老街"),
    ]
    return papers, index_of(tmp_path_factory.mktemp("odd"), papers)


@pytest.mark.parametrize(
    "before",
    [
        "特色农业提质增效，" * 2223,
        "守牢耕地保护红线" * 2500,
        "GDP growth of 5.5 percent, GDP gro",
        "word " * 400,
        "2024年12",
        "1234567890" * 300 + "12",
        "🙂" * 500,
        "守好古镇🙂",
        "守好古镇𬭚坊",
        "𬭚" * 50 + "古镇",
        "\n" * 300,
        "\0\0\0",
        "，。；：" * 200,
        "\ud800守好",
        "一",
    ],
    ids=lambda before: before[:6].encode("ascii", "backslashreplace").decode(),
)
def test_odd_drafts_are_answered_word_for_word(
    odd: tuple[list[IndexedPaper], LibraryIndex], before: str
) -> None:
    papers, index = odd
    completer = Completer(index, WEIGHTS)
    for caret in (1, len(before) // 2, len(before) - 1, len(before)):
        offers = completer.complete(before[:caret], 5)
        assert misquoted(offers, papers) == []
        assert all("\ufffd" not in offer.text and "\0" not in offer.text for offer in offers)


@pytest.mark.parametrize("count", [0, 1])
def test_a_library_of_no_or_one_paper_answers(tmp_path: Path, count: int) -> None:
    papers = [paper(7, "守牢耕地保护红线，守牢耕地保护底线。一是抓春耕；二是抓备耕。")][:count]
    index = index_of(tmp_path, papers)
    drafts = ("守牢耕地", "抓三件事，守牢耕地保护红线，守牢", "一是抓春耕；", "别的", "🙂")
    offers = [offer for draft in drafts for offer in Completer(index, WEIGHTS).complete(draft, 5)]
    assert misquoted(offers, papers) == []
    assert bool(offers) == bool(count)


def test_a_library_of_which_no_paper_is_to_be_used_offers_nothing(tmp_path: Path) -> None:
    papers = [paper(1, "守牢耕地保护红线"), paper(2, "守牢耕地保护底线")]
    index = joined_index(tmp_path, papers, hidden=[1, 2])
    assert Completer(index, WEIGHTS).complete("守牢耕地，守牢", 5) == []


def test_what_only_the_draft_has_is_not_offered(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, "口袋公园建成十处，群众很满意。")])
    offers = Completer(index, WEIGHTS).complete("建设口袋书店三家，再建口袋", 5)
    assert offers
    assert not [offer for offer in offers if "书店" in offer.text]


def test_a_wording_of_the_draft_is_offered_where_a_paper_has_it_too(tmp_path: Path) -> None:
    lines = ["盘活闲置老旧厂房，引进文创企业。", "县里有一批老厂房，闲置多年。"]
    index = index_of(tmp_path, [paper(1, *lines)])
    before = "拟用好闲置老旧厂房，盘活闲置老旧厂房，改造成片老旧"
    offers = Completer(index, WEIGHTS).complete(before, 5)
    assert any(offer.text.startswith("厂房") for offer in offers)


def test_the_next_item_of_a_list_is_offered(tmp_path: Path) -> None:
    papers = [
        paper(n, f"一是转作风{n}。二是提效率，让群众少跑腿。三是强基层{n}。") for n in range(1, 5)
    ]
    index = index_of(tmp_path, papers)
    offers = Completer(index, WEIGHTS).complete("今年重点抓几件事：一是守红线！", 5)
    assert any(offer.text.startswith("二是") for offer in offers)
