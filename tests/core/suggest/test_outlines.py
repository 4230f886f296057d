import pytest

from desktop_app.core.document.numbering import section_mark
from desktop_app.core.suggest.outlines import Outline, OutlineSource, OutlineSuggester

REPORT = "政府工作报告"


def source(
    number: int, place: str, year: int | None, *headings: str, genre: str = REPORT
) -> OutlineSource:
    """A paper whose headings stand at even distances; `# ` marks those of level 1."""
    placed = [
        (1 if heading.startswith("# ") else 2, heading.removeprefix("# "), n / len(headings))
        for n, heading in enumerate(headings)
    ]
    return OutlineSource(
        number, f"{place}县{genre}", f"{year}_{place}_{genre}", year, genre, placed
    )


QINGXI = source(
    1, "青溪", 2025,
    "# 一、2024年工作回顾", "# 二、2025年重点工作", "（一）扎实推进乡村振兴",
    "（二）着力改善民生福祉", "（三）做强青溪白茶产业", "# 三、加强政府自身建设",
)  # fmt: skip
LINHE = source(
    2, "临河", 2025,
    "# 一、2024年工作回顾", "# 二、2025年目标任务", "（一）壮大临河工业园区",
    "（二）持续优化营商环境", "（三）统筹城乡融合发展", "（四）增长8%以上",
)  # fmt: skip
SHIWAN = source(
    3, "石湾", 2023,
    "# 一、2022年工作回顾", "# 二、2023年重点工作", "（一）持续优化营商环境",
    "（二）统筹城乡融合发展", "（三）防范化解风险隐患",
)  # fmt: skip
PLAN = source(
    4, "青溪", 2025, "# 一、总体要求", "# 二、主要任务", "# 三、保障措施", genre="实施方案"
)
SOURCES = [QINGXI, LINHE, SHIWAN]
TITLE = "青溪县2026年政府工作报告"


def outlines(
    *sources: OutlineSource, title: str = TITLE, genre: str | None = None, limit: int = 5
) -> list[Outline]:
    return OutlineSuggester(sources or SOURCES).suggest(title, genre, limit)


def words(outline: Outline) -> str:
    return "\n".join(section.heading for section in outline.sections)


def test_the_nearest_paper_comes_first_and_the_merged_outline_last() -> None:
    found = outlines()
    assert [outline.name for outline in found] == [
        "青溪县政府工作报告", "临河县政府工作报告", "石湾县政府工作报告", "",
    ]  # fmt: skip
    assert [outline.paper_ids[0] for outline in found[:3]] == [1, 2, 3]
    assert {outline.genre for outline in found} == {REPORT}


def test_nothing_is_merged_from_a_single_paper() -> None:
    assert [outline.name for outline in outlines(QINGXI)] == ["青溪县政府工作报告"]


def test_an_outline_is_numbered_anew() -> None:
    for outline in outlines():
        ordinals = [0, 0]
        for section in outline.sections:
            ones, twos = ordinals
            ordinals = [ones + 1, 0] if section.level == 1 else [ones, twos + 1]
            mark = section_mark(section.heading)
            assert mark is not None
            assert (mark.level, mark.ordinal) == (section.level, ordinals[section.level - 1])


def test_years_are_those_of_the_new_paper() -> None:
    text = words(outlines()[0])
    assert "2025年工作回顾" in text
    assert "2026年重点工作" in text
    assert "2024" not in text


def test_without_a_year_in_the_title_the_next_year_is_meant() -> None:
    assert "2026年重点工作" in words(outlines(title="青溪县政府工作报告")[0])


def test_years_of_a_paper_of_unknown_year_become_blanks() -> None:
    unknown = source(9, "青溪", None, "# 一、2020年回顾", "# 二、安排", "# 三、要求")
    assert "{{年份}}年回顾" in words(outlines(unknown)[0])


def test_a_paper_is_completed_with_what_its_family_has() -> None:
    first = outlines()[0]
    assert "统筹城乡融合发展" in words(first)
    assert "持续优化营商环境" in words(first)
    assert set(first.paper_ids) >= {1, 2}
    assert words(first).count("乡村振兴") == 1


def test_other_places_and_old_figures_do_not_come_along() -> None:
    assert "临河" not in words(outlines()[0])
    assert "临河" not in words(outlines()[-1])
    assert "{{数}}%以上" in words(outlines()[0])


def test_the_place_in_the_title_is_not_foreign() -> None:
    own = source(8, "青溪", 2024, "# 一、回顾", "（一）建设美丽青溪", "（二）发展茶旅产业")
    assert "建设美丽青溪" in words(outlines(LINHE, own, title="临河县、青溪县报告")[0])
    assert "建设美丽青溪" not in words(outlines(LINHE, own, title="临河县报告")[0])


@pytest.mark.parametrize("limit", [-1, 0, 1, 2, 3])
def test_no_more_is_suggested_than_asked_for(limit: int) -> None:
    assert len(outlines(limit=limit)) == max(0, limit)


def test_papers_of_the_genre_come_first_and_complete_alone() -> None:
    found = outlines(*SOURCES, PLAN, genre="实施方案")
    assert found[0].paper_ids == (4,)
    assert found[1].genre == REPORT
    assert outlines(*SOURCES, PLAN, genre="讲话")[0].paper_ids[0] == 1


def test_deeper_levels_and_papers_without_an_outline_are_not_used() -> None:
    flat = OutlineSource(5, "青溪县报告", "", 2025, REPORT, [(3, "1. 强农业", 0.1)] * 9)
    assert outlines(flat) == []
    assert outlines(flat, QINGXI)[0].paper_ids == (1,)
    assert OutlineSuggester([]).suggest(TITLE, None, 5) == []


def test_a_very_long_outline_can_be_numbered() -> None:
    long = source(6, "青溪", 2025, *(f"（一）第{n}类任务安排" for n in range(150)))
    sections = outlines(long)[0].sections
    assert len(sections) == 60
    assert sections[-1].heading == "（六十）第59类任务安排"


def test_equal_outlines_are_suggested_once() -> None:
    twin = source(7, "青溪", 2025, *(("# " if n == 1 else "") + h for n, h, _ in QINGXI.headings))
    found = outlines(QINGXI, twin)
    assert len({outline.sections for outline in found}) == len(found)


def test_the_same_question_gets_the_same_answer() -> None:
    suggester = OutlineSuggester(SOURCES)
    first = suggester.suggest(TITLE, None, 5)
    suggester.suggest("别的标题", REPORT, 3)
    assert suggester.suggest(TITLE, None, 5) == first == outlines()
