from pathlib import Path

import numpy as np

from desktop_app.core.library.index.source import IndexedPaper, IndexedParagraph, Kind
from desktop_app.core.suggest.fitness import Fitness
from desktop_app.core.suggest.neighbour_text import read_rows
from tests.core.library.index.papers import index_of, paper


def judge(folder: Path, *lines: str, before: str = "", alone: bool = True) -> Fitness:
    index = index_of(folder, [paper(1, *lines)])
    return Fitness(index, read_rows(index, np.arange(len(index.rows))), before, alone)


def fits(fitness: Fitness, words: str) -> bool:
    start = fitness.text.string(0, len(fitness.text.units)).index(words)
    return fitness.flaw(start, start + len(words)) is None


def offered(fitness: Fitness) -> list[str]:
    return [fitness.text.string(o.start, o.stop) for o in fitness.taken.values()]


LINE = "守牢耕地保护红线，抓好春耕春灌。其中新建农田三万亩，“两山”转化提速。"


def test_a_phrase_makes_sense_alone_and_a_passage_is_whole(tmp_path: Path) -> None:
    phrase, passage = (judge(tmp_path / str(a), LINE, alone=a) for a in (True, False))
    assert fits(phrase, "守牢耕地保护红线，抓好春耕春灌。")
    assert not fits(phrase, "其中新建农田三万亩，“两山”转化提速。")
    assert fits(passage, "其中新建农田三万亩，“两山”转化提速。")
    assert not fits(passage, "“两山")


def test_no_clause_of_a_phrase_is_in_the_draft(tmp_path: Path) -> None:
    fitness = judge(tmp_path, LINE, before="坚持守牢耕地保护红线不动摇")
    assert not fits(fitness, "守牢耕地保护红线，抓好春耕春灌。")
    assert fits(fitness, "抓好春耕春灌。")


def test_a_phrase_does_not_say_again_what_the_paragraph_has_just_said(tmp_path: Path) -> None:
    line = "持续深化“放管服”改革，纵深推进国企改革。"
    for number, (before, again) in enumerate(
        [("深化“放管服”改革，", False), ("深化“放管服”改革，\n", True), ("深化“放管服”改", True)]
    ):
        fitness = judge(tmp_path / str(number), line, before=before)
        assert fits(fitness, "持续深化“放管服”改革，") is again
        assert fits(fitness, "纵深推进国企改革。")


def test_a_passage_may_share_a_clause_with_the_draft_but_not_half_of_itself(
    tmp_path: Path,
) -> None:
    long = "守牢耕地保护红线，抓好春耕春灌，办好民生实事。"
    assert fits(judge(tmp_path / "1", long, before="抓好春耕春灌", alone=False), long)
    both = "守牢耕地保护红线\n抓好春耕春灌"
    assert not fits(judge(tmp_path / "2", long, before=both, alone=False), long)


def test_what_says_the_same_but_for_figures_is_taken_once(tmp_path: Path) -> None:
    fitness = judge(tmp_path, "新建农田3万亩以上。新建农田12.5万亩以上。新建学校3所以上。")
    assert fits(fitness, "新建农田3万亩以上。")
    assert not fits(fitness, "新建农田12.5万亩以上。")
    assert fits(fitness, "新建学校3所以上。")


def test_a_numbered_item_becomes_its_whole_set(tmp_path: Path) -> None:
    items = "一是多跑基层，二是多解难题，三是多办实事。"
    fitness = judge(tmp_path, f"要抓好三件事。{items}大家都满意。")
    assert fits(fitness, "二是多解难题，")
    assert offered(fitness) == [items]
    (offer,) = fitness.taken.values()
    assert [fitness.text.string(a, b)[:2] for a, b in offer.parts] == ["一是", "二是", "三是"]


def test_a_set_too_long_to_drag_is_not_offered(tmp_path: Path) -> None:
    long = "把群众的事情办好" * 15
    fitness = judge(tmp_path, f"一是{long}，二是{long}，三是{long}。")
    assert not fits(fitness, f"二是{long}，")


def test_one_clause_of_a_set_built_alike_stays_alone(tmp_path: Path) -> None:
    fitness = judge(tmp_path, "统筹城市和乡村，统筹发展和安全，统筹速度和质量。")
    assert fits(fitness, "统筹发展和安全，")
    assert offered(fitness) == ["统筹发展和安全，"]


def test_two_clauses_of_a_set_built_alike_become_the_whole(tmp_path: Path) -> None:
    fitness = judge(tmp_path, "统筹城市和乡村，统筹发展和安全，统筹速度和质量。")
    assert fits(fitness, "统筹发展和安全，统筹速度和质量。")
    assert offered(fitness) == ["统筹城市和乡村，统筹发展和安全，统筹速度和质量。"]


def test_a_phrase_does_not_begin_in_a_heading_that_runs_on(tmp_path: Path) -> None:
    heading = "（一）改善村庄环境。"
    line = IndexedParagraph(1, heading + "整治农村人居环境，建设和美乡村。", Kind.RUNNING, 10)
    index = index_of(tmp_path, [IndexedPaper(1, 2024, (line,))])
    for alone in (True, False):
        fitness = Fitness(index, read_rows(index, np.array([0])), "", alone)
        assert fits(fitness, heading) is not alone
