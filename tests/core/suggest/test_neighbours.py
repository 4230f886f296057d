from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.neighbours import NeighbourFinder
from tests.core.library.index.papers import index_of, paper
from tests.core.suggest.county_papers import PARAGRAPHS


def nearest(index: LibraryIndex, headings: list[str], before: str) -> list[int]:
    """Paragraph ids, the nearest first."""
    rows = NeighbourFinder(index).find(headings, before).rows
    return [int(number) for number in index.places.paragraph_id[index.rows.paragraph[rows]]]


def test_paragraphs_that_open_alike_are_nearest(index: LibraryIndex) -> None:
    found = nearest(index, [], "（一）扎实推进乡村振兴。守牢耕地")
    assert all(PARAGRAPHS[number].startswith("（一）扎实推进乡村") for number in found[:3])


def test_of_equal_paragraphs_that_of_the_newer_paper_is_nearer(tmp_path: Path) -> None:
    papers = [
        paper(n, "守牢耕地保护红线。", year=year) for n, year in enumerate([2023, None, 2025])
    ]
    assert nearest(index_of(tmp_path, papers), [], "守牢耕地") == [200, 0, 100]


def test_of_equal_paragraphs_that_of_the_kin_paper_is_nearer(tmp_path: Path) -> None:
    own = "青溪河上游十二座小水电站全部退出运行，沿岸六个村用上了集中供水。"
    lines = "守牢耕地保护红线。"
    papers = [paper(1, lines), paper(2, own, lines), paper(3, lines)]
    index = index_of(tmp_path, papers)
    assert nearest(index, [], f"{own}\n别的事\n守牢耕地")[0] == 201
    assert nearest(index, [], "另起炉灶\n别的事\n守牢耕地")[0] == 100


def test_of_equal_paragraphs_that_of_a_paper_whose_wording_was_taken_is_nearer(
    tmp_path: Path,
) -> None:
    index = index_of(tmp_path, [paper(n, "守牢耕地保护红线。") for n in range(3)])
    finder = NeighbourFinder(index)
    assert index.rows.paper[finder.find([], "守牢耕地").rows[0]] == 0
    finder.lean(np.array([0, 0, 1.0]))
    found = finder.find([], "守牢耕地")
    assert index.rows.paper[found.rows[0]] == 2
    assert found.reasons[-1, 0] > 0


def test_heading_and_previous_paragraph_count(tmp_path: Path) -> None:
    same = "办好十件实事。"
    one = paper(1, "# 一、民生", "学校建设提速。", same)
    other = paper(2, "# 一、法治", "普法宣传深入人心。", same)
    index = index_of(tmp_path, [one, other])
    assert nearest(index, [], "普法宣传\n办好")[0] == 202
    assert nearest(index, ["二、改善民生"], "办好")[0] == 102


def test_votes_fall_from_one(index: LibraryIndex) -> None:
    votes = NeighbourFinder(index).find([], "过去一年，全县上下").votes.tolist()
    assert votes[0] == 1
    assert votes == sorted(votes, reverse=True)


def test_a_hundred_rows_are_more_than_neighbours(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, *(f"第{n}项民生实事。" for n in range(100)))])
    assert len(nearest(index, [], "民生实事")) == 80


@pytest.mark.parametrize("before", ["", "\n", "龘"])
def test_a_caret_with_nothing_around_it_has_no_neighbours(index: LibraryIndex, before: str) -> None:
    assert nearest(index, [], before) == []


def test_of_allowed_rows_even_one_with_nothing_in_common_is_a_neighbour(
    index: LibraryIndex,
) -> None:
    allowed = np.zeros(len(index.rows), np.bool_)
    allowed[3] = True
    assert NeighbourFinder(index).find([], "龘", allowed).rows.tolist() == [3]


def test_the_heading_tells_most_while_its_section_is_empty(tmp_path: Path) -> None:
    same = "办好十件实事，群众心里暖。"
    one = paper(1, "# 一、民生事业", "前言。", same)
    other = paper(2, "# 一、法治建设", "前言。", same)
    index = index_of(tmp_path, [one, other])
    assert nearest(index, ["二、全面加强法治建设"], "二、全面加强法治建设\n")[0] // 100 == 2


def test_openings_are_those_of_papers_with_a_like_title(index: LibraryIndex) -> None:
    allowed = np.ones(len(index.rows), np.bool_)
    found = NeighbourFinder(index).find_openings("青溪县政府工作报告", allowed)
    assert set(index.rows.paper[found.rows[:14]].tolist()) == {0, 1}
    assert not len(NeighbourFinder(index).find_openings("龘", allowed).rows)


def test_the_reasons_add_up_to_the_score(index: LibraryIndex) -> None:
    found = NeighbourFinder(index).find(["二、重点工作"], "过去一年\n扎实推进乡村振兴")
    scores = found.reasons.sum(axis=0)
    assert np.exp(scores - scores.max()) == pytest.approx(found.votes)


def test_what_comes_last_in_a_long_paragraph_tells_too(tmp_path: Path) -> None:
    opening = "全县上下勠力同心攻坚克难，经济运行总体平稳稳中有进，主要指标好于预期快于全市。" * 2
    papers = [paper(1, opening + "特色农业提质增效。"), paper(2, opening + "文旅融合亮点纷呈。")]
    index = index_of(tmp_path, papers)
    assert nearest(index, [], opening + "文旅融合")[0] == 200
    assert nearest(index, [], opening + "特色农业")[0] == 100


def test_openings_stand_at_the_beginning_of_their_paper(tmp_path: Path) -> None:
    index = index_of(tmp_path, [paper(1, "民生实事方案", *(f"第{n}件。" for n in range(20)))])
    allowed = np.ones(len(index.rows), np.bool_)
    found = NeighbourFinder(index).find_openings("民生实事方案", allowed).rows
    assert found.max() == 7


def test_of_equal_paragraphs_that_of_a_paper_with_a_like_title_is_nearer(tmp_path: Path) -> None:
    line = "守牢耕地保护红线。"
    papers = [paper(1, "关于防汛抗旱的通知", line), paper(2, "关于促进茶产业发展的若干措施", line)]
    finder = NeighbourFinder(index_of(tmp_path, papers))
    index = index_of(tmp_path / "again", papers)

    def first(title: str, before: str) -> int:
        row = finder.find([], before, title=title).rows[0]
        return int(index.places.paragraph_id[index.rows.paragraph[row]])

    assert first("关于促进茶产业提质的若干措施", "守牢耕地") == 201
    assert first("关于做好防汛抗旱的通知", "守牢耕地") == 101
    assert first("", "关于促进茶产业提质的若干措施\n守牢耕地") == 201
