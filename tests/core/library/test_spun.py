"""Papers here are sentences of three words. The one in the middle is one of a closed list."""

import random

import pytest

from desktop_app.core.library.collocations import Collocations, tally
from desktop_app.core.library.spun import FEWEST_PAPERS, SpunJudge

Paragraphs = list[list[str]]

_VERBS = ("推动", "做好", "抓紧", "搞好", "保证", "带头", "按时", "逐一", "及早", "分头")
_ORDINARY = ("加固", "清理", "检修", "储备", "落实", "巡查")
_THINGS = ("堤坝", "河道", "闸门", "物资", "责任", "水库", "沙袋", "船只", "电站", "道路")
_ODD = dict(zip(_ORDINARY, ("硬化", "扫除", "翻修", "积攒", "兑现", "游荡"), strict=True))


def office_paper(seed: int) -> Paragraphs:
    chance = random.Random(seed)
    told = [
        [chance.choice(_VERBS), chance.choice(_ORDINARY), chance.choice(_THINGS), "。"]
        for _ in range(80)
    ]
    listed = [[*chance.sample(_THINGS, 4), "。"] for _ in range(20)]
    return told + listed


def with_synonyms(paragraphs: Paragraphs, replaced: tuple[str, ...] = _ORDINARY) -> Paragraphs:
    return [[_ODD[w] if w in replaced else w for w in words] for words in paragraphs]


def paper_on_something_else() -> Paragraphs:
    chance = random.Random(5)
    words = ("诊断", "患者", "病历", "药品", "护士", "门诊", "住院", "检验", "疫苗", "医保")
    return [[*chance.choices(words, k=4), "。"] for _ in range(80)]


@pytest.fixture(scope="module")
def judge() -> SpunJudge:
    return SpunJudge(Collocations.of(tally(office_paper(seed)) for seed in range(40)))


def test_a_paper_with_synonyms_for_its_ordinary_words_is_spun(judge: SpunJudge) -> None:
    assert judge.is_spun(tally(with_synonyms(office_paper(99))), counted=False)


def test_a_paper_like_the_others_is_not(judge: SpunJudge) -> None:
    assert judge.score(tally(office_paper(99)), counted=False) < 0.1


def test_one_everyday_word_that_has_vanished_is_enough(judge: SpunJudge) -> None:
    spun = with_synonyms(office_paper(99), replaced=("加固",))
    assert judge.is_spun(tally(spun), counted=False)


def test_a_paper_on_something_else_is_not(judge: SpunJudge) -> None:
    assert judge.score(tally(paper_on_something_else()), counted=False) == 0


def test_a_paper_of_the_library_does_not_vouch_for_itself() -> None:
    spun = tally(with_synonyms(office_paper(99)))
    library = Collocations.of([spun, *(tally(office_paper(seed)) for seed in range(40))])
    assert SpunJudge(library).is_spun(spun, counted=True)


def test_a_genuine_paper_of_the_library_is_not_spun(judge: SpunJudge) -> None:
    assert not judge.is_spun(tally(office_paper(7)), counted=True)


def test_a_small_library_judges_nobody() -> None:
    spun = tally(with_synonyms(office_paper(99)))
    papers = [tally(office_paper(seed)) for seed in range(FEWEST_PAPERS)]
    assert SpunJudge(Collocations.of(papers)).is_spun(spun, counted=False)
    assert SpunJudge(Collocations.of(papers[1:])).score(spun, counted=False) == 0
    assert SpunJudge(Collocations.of([spun, *papers[1:]])).score(spun, counted=True) == 0


@pytest.mark.parametrize("paragraphs", [[], [[]], [["检查"]], [["。"]]])
def test_a_paper_without_pairs_of_words_is_not_spun(
    judge: SpunJudge, paragraphs: Paragraphs
) -> None:
    assert judge.score(tally(paragraphs), counted=False) == 0


def test_an_empty_library_judges_nobody() -> None:
    assert SpunJudge(Collocations.of([])).score(tally(office_paper(1)), counted=False) == 0


def test_a_province_that_writes_of_itself_is_not_a_spun_city() -> None:
    city = [tally([["推动", "全市", w, "。"] for w in _THINGS] * 3) for _ in range(30)]
    province = tally([["推动", "全省", w, "。"] for w in _THINGS] * 3)
    assert SpunJudge(Collocations.of(city)).score(province, counted=False) == 0
