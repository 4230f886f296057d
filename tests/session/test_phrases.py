"""Phrases for a place in a draft, from the import to the answer."""

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import get_args

import pytest

from desktop_app.core.reading.paper import read_paper
from desktop_app.core.suggest.passages import Unit
from desktop_app.core.suggest.scene import Caret
from desktop_app.core.suggest.uses import Wishes
from desktop_app.session.answers import Phrase
from desktop_app.session.library import Library
from desktop_app.session.places import Places, resources
from tests.core.library.small_papers import write
from tests.session.conftest import import_into, places_in

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
UNITS: tuple[Unit, ...] = get_args(Unit)
COUNTIES = ("青溪", "临河", "北山", "东湖")
_VILLAGES = "松柏杨柳桃李梅竹溪谷岭坡湾塘沟坪寨庄堡店桥头尾前后左右长短"
SUBJECTS = ("乡村振兴", "产业升级", "科技创新", "生态保护", "民生改善", "安全生产")


def report(county: str, year: int) -> tuple[str, ...]:
    """A report that looks back and then plans."""
    done = (
        f"{subject}成效明显。新建项目{year % 7 + n}个，{subject}水平稳步提高，群众满意度持续提升。"
        for n, subject in enumerate(SUBJECTS)
    )
    chance = random.Random(f"{county}{year}")
    names = ("".join(chance.choices(_VILLAGES, k=3)) for _ in range(120))
    planned = (
        f"深入推进{subject}各项重点任务。健全{subject}工作机制，抓好重点项目建设，让群众得到更多实惠。"
        for subject in SUBJECTS
    )
    return (
        f"{county}县{year}年政府工作报告",
        "各位代表：",
        f"现在，我代表{county}县人民政府向大会作工作报告，请予审议。",
        f"一、{year - 1}年工作回顾",
        *done,
        "集中供水通到" + "、".join(names) + "。",
        f"二、{year}年重点工作",
        *planned,
        "改进作风要抓好三件事：一是多跑基层，二是多解难题，三是多办实事。",
        "让我们更加紧密地团结起来，为建设美好家园努力奋斗！",
    )


def speech(year: int) -> tuple[str, ...]:
    """A speech about flood control."""
    return (
        f"在{year}年防汛工作会议上的讲话",
        "同志们：",
        "一、认清形势",
        "防汛工作事关群众生命安全，意义十分重大。",
        "二、压实责任",
        "各级干部必须到岗到位，把隐患一处一处查清楚，把群众一户一户转移好。",
        "沙袋、冲锋舟和照明设备要提前运到堤上，专人看管，随时能用。",
    )


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Twelve reports and three speeches; tests do not change the library."""
    home = tmp_path_factory.mktemp("counties")
    for year in (2023, 2024, 2025):
        write(home / "旧稿" / f"讲话{year}.txt", *speech(year))
        for county in COUNTIES:
            write(home / "旧稿" / f"{county}{year}.txt", *report(county, year))
    library = Library(places_in(home), resources())
    import_into(library, home / "旧稿")
    yield library
    library.close()


DRAFT = tuple(line for line in report("西川", 2026) if "集中供水" not in line)
REVIEW = Caret(("一、2025年工作回顾",), "\n".join((*DRAFT[:4], "乡村振兴成效")))
PLAN = Caret(("二、2026年重点工作",), "\n".join((*DRAFT[:4], "二、2026年重点工作", "深入推进")))


def texts(phrases: list[Phrase]) -> list[str]:
    return [phrase.text for phrase in phrases]


def test_plans_are_no_phrases_for_a_review_and_the_reverse(counties: Library) -> None:
    review, plan = counties.suggestions.suggest(REVIEW, 20), counties.suggestions.suggest(PLAN, 20)
    assert review
    assert plan
    assert {p.function for p in review} & {"measure", "requirement"} == set()
    assert {p.function for p in plan} & {"achievement"} == set()


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    ("function", "words"),
    [("opening", "工作报告"), ("closing", "让我们"), ("meaning", "意义十分重大")],
)
def test_only_what_does_the_wished_for_is_suggested(
    counties: Library, function: str, words: str, unit: Unit
) -> None:
    found = counties.suggestions.suggest(REVIEW, 5, unit, Wishes(frozenset({function})))
    assert found
    assert {p.function for p in found} == {function}
    assert all(words in p.text for p in found)


def test_first_and_last_sentences_of_sections_can_be_wished_for(counties: Library) -> None:
    first = counties.suggestions.suggest(PLAN, 5, "phrase", Wishes(frozenset({"section_opening"})))
    last = counties.suggestions.suggest(PLAN, 5, "phrase", Wishes(frozenset({"section_closing"})))
    assert texts(first)[0] == "深入推进乡村振兴各项重点任务。"
    assert not any("机制" in text or "美好家园" in text for text in texts(first))
    assert any("美好家园" in text for text in texts(last))


def test_genre_and_year_can_be_wished_for(counties: Library) -> None:
    speeches = counties.suggestions.suggest(PLAN, 5, "phrase", Wishes(genre="讲话"))
    assert {p.genre for p in speeches} == {"讲话"}
    new = counties.suggestions.suggest(PLAN, 20, "passage", Wishes(since=2025))
    assert new
    assert all(p.latest == 2025 for p in new)
    assert counties.suggestions.suggest(PLAN, 5, "phrase", Wishes(since=2030)) == []
    assert counties.suggestions.suggest(PLAN, 5, "phrase", Wishes(genre="批复")) == []
    assert counties.suggestions.suggest(PLAN, 5, "phrase", Wishes(frozenset({"nonsense"}))) == []


def test_a_blank_page_is_offered_openings_of_papers_like_its_title(counties: Library) -> None:
    title = "西川县2026年政府工作报告"
    for before in ("", title, title + "\n"):
        found = counties.suggestions.suggest(Caret((), before, title), 5)
        assert found
        assert all(p.function == "opening" and "工作报告" in p.text for p in found)
    assert counties.suggestions.suggest(Caret((), "", ""), 5) == []
    assert counties.suggestions.suggest(Caret((), "", "龘"), 5) == []


@pytest.mark.parametrize("title", ["青溪县2026年工作会议讲话", "青溪县2026年政府工作实施方案"])
def test_a_blank_page_of_another_kind_is_not_offered_openings_of_reports(
    counties: Library, title: str
) -> None:
    for unit in UNITS:
        assert not counties.suggestions.suggest(Caret([], title, title), 5, unit)


def test_a_caret_that_has_nothing_in_common_gets_nothing(counties: Library) -> None:
    assert counties.suggestions.suggest(Caret((), "记一次春游\n湖边柳絮飘飞"), 5) == []


def test_equal_phrases_count_whatever_their_figures(counties: Library) -> None:
    found = counties.suggestions.suggest(REVIEW, 20)
    (best,) = (p for p in found if "新建项目" in p.text and "乡村振兴水平" in p.text)
    assert best.count == 12
    assert best.latest == 2025
    (figure,) = best.blanks
    assert figure.kind == "figure"
    assert best.text[figure.start : figure.end].endswith("个")


def test_a_clause_that_the_draft_has_is_not_offered(counties: Library) -> None:
    written = "健全乡村振兴工作机制，抓好重点项目建设，"
    caret = Caret(PLAN.headings, f"{DRAFT[0]}\n{written}\n深入推进乡村振兴")
    found = texts(counties.suggestions.suggest(caret, 20))
    assert not any("抓好重点项目建设" in text for text in found)
    assert any("抓好重点项目建设" in text for text in texts(counties.suggestions.suggest(PLAN, 20)))


def test_a_numbered_set_is_offered_whole_with_its_parts(counties: Library) -> None:
    caret = Caret(PLAN.headings, f"{DRAFT[0]}\n改进作风要抓好三件")
    whole = [p for p in counties.suggestions.suggest(caret, 10) if "二是" in p.text]
    assert whole
    for phrase in whole:
        items = [phrase.text[a:b] for a, b in phrase.parts]
        assert items == ["一是多跑基层，", "二是多解难题，", "三是多办实事。"]


@pytest.mark.parametrize("unit", UNITS)
def test_the_pick_is_a_part_and_signals_are_shares(counties: Library, unit: Unit) -> None:
    for phrase in counties.suggestions.suggest(REVIEW, 10, unit):
        assert phrase.pick
        start, end = phrase.pick
        assert 0 <= start < end <= len(phrase.text)
        assert unit == "passage" or (start, end) == (0, len(phrase.text))
        weights = [signal.weight for signal in phrase.signals]
        assert weights == sorted(weights, reverse=True)
        assert 0 < sum(weights) <= 1.01


def _carets(lines: tuple[str, ...] | list[str], chance: random.Random) -> Iterator[Caret]:
    """Places in a draft, some at headings and some where nothing is written."""
    text = "\n".join(lines)
    headings = [line for line in lines if line[1:2] == "、"]
    for _ in range(20):
        under = (chance.choice(headings),) if headings and chance.random() < 0.7 else ()
        yield Caret(under, text[: chance.randrange(len(text))], lines[0])


def _wishes(chance: random.Random) -> Wishes:
    asked = chance.choice(["", "", "measure", "closing", "section_opening"])
    return Wishes(frozenset({asked} - {""}), since=chance.choice([0, 0, 2024]))


def _assert_verbatim(phrase: Phrase, papers: dict[str, str]) -> None:
    assert len(phrase.sources) <= phrase.count
    for source in phrase.sources:
        assert phrase.text in papers[source.document]
    stretches = [(blank.start, blank.end) for blank in phrase.blanks] + [*phrase.parts]
    assert all(0 <= start < end <= len(phrase.text) for start, end in stretches)


def test_a_hundred_phrases_stand_word_for_word_in_their_sources(counties: Library) -> None:
    papers = {
        lines[0]: "\n".join(lines)
        for year in (2023, 2024, 2025)
        for lines in (speech(year), *(report(county, year) for county in COUNTIES))
    }
    chance, checked = random.Random(4), 0
    for draft in (DRAFT, speech(2026)):
        for caret in _carets(draft, chance):
            for phrase in counties.suggestions.suggest(
                caret, 20, chance.choice(UNITS), _wishes(chance)
            ):
                _assert_verbatim(phrase, papers)
                checked += 1
    assert checked > 100


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared papers are not here")
def test_thousands_of_real_phrases_stand_word_for_word_in_their_sources(tmp_path: Path) -> None:
    chance = random.Random(6)
    folders = ("04_gwr_province_2025", "08_ministry_policies", "02_npc_resolutions")
    files = [f for name in folders for f in chance.sample(sorted((CORPUS / name).iterdir()), 8)]
    library = Library(Places(tmp_path / "l", tmp_path / "s", tmp_path / "t"), resources())
    import_into(library, *files)
    stored = ["\n".join(p.text for p in read_paper(file).paragraphs) for file in files]
    checked = 0
    for file in chance.sample(sorted((CORPUS / "05_gwr_province_2026").iterdir()), 10):
        lines = [line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()]
        for caret in islice(_carets(lines, chance), 10):
            for phrase in library.suggestions.suggest(
                caret, 20, chance.choice(UNITS), _wishes(chance)
            ):
                assert any(phrase.text in text for text in stored), phrase
                assert all(0 <= a < b <= len(phrase.text) for a, b, _ in phrase.blanks)
                checked += 1
    library.close()
    assert checked > 1000
