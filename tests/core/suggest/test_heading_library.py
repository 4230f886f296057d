import pytest

from desktop_app.core.document.function_kind import Function
from desktop_app.core.suggest.heading_library import paper_share


def share(*headings: tuple[int, str]) -> list[list[str]]:
    """The words of the parallel sets of a paper."""
    found = paper_share(0, "报告", [(level, words, 0.0) for level, words in headings])
    return [[heading.words for heading in parallel.headings] for parallel in found.sets]


SECTION = [(2, "（一）着力扩大投资"), (2, "（二）着力兴产业"), (2, "（三）着力改善民生")]
WORDS = ["着力扩大投资", "着力兴产业", "着力改善民生"]


def test_headings_of_one_section_that_share_a_frame_are_a_set() -> None:
    assert share((1, "一、重点工作"), *SECTION) == [WORDS]


def test_headings_of_two_sections_are_none() -> None:
    assert share((1, "一、甲乙"), *SECTION[:2], (1, "二、丙丁"), SECTION[2]) == []


def test_subheadings_between_do_not_part_a_set() -> None:
    first, *others = SECTION
    assert share((1, "一、重点工作"), first, (3, "1.抓好项目建设"), *others) == [WORDS]


def test_chapters_are_beside_each_other() -> None:
    chapters = [(1, "一、坚持理论武装"), (1, "二、坚持实干当先"), (1, "三、坚持清正廉洁")]
    assert share(*chapters) == [["坚持理论武装", "坚持实干当先", "坚持清正廉洁"]]


def test_stations_with_years_that_every_paper_has_are_no_set() -> None:
    stations = [(1, "一、2024年工作回顾"), (1, "二、2025年工作安排"), (1, "三、2025年工作保障")]
    assert share(*stations) == []


def test_a_row_that_repeats_itself_is_no_set() -> None:
    assert share(*[(2, "着力扩大投资")] * 3) == []


@pytest.mark.parametrize(
    "words",
    [
        "增长8%以上",
        "实施《规划》",
        "加快 AI 应用",
        "第三节 验收",
        "包括以下几点：",
        "短句",
        "长" * 21,
    ],
)
def test_what_is_of_no_use_elsewhere_is_left_out(words: str) -> None:
    assert paper_share(0, "报告", [(2, words, 0.0)]).singles == ()


def test_a_heading_knows_where_it_stands() -> None:
    headings = [
        (1, "一、存在的问题", 0.1),
        (2, "（一）作风不够扎实", 0.2),
        (3, "1.学习不够深入", 0.3),
    ]
    chapter, section, below = paper_share(7, "报告", headings).singles
    assert (chapter.paper, chapter.parent, chapter.function) == (7, "", None)
    assert (section.parent, section.function) == ("存在的问题", Function.PROBLEM)
    assert (below.level, below.parent, below.function) == (3, "作风不够扎实", Function.PROBLEM)
