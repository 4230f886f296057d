import gc
import weakref
from collections.abc import Collection, Sequence

import pytest

from desktop_app.core.document.numbering import section_mark
from desktop_app.core.suggest import outlines as outlines_module
from desktop_app.core.suggest.heading_family import HeadingFamily, Member
from desktop_app.core.suggest.outline_headings import Headings
from desktop_app.core.suggest.outline_text import Outline
from desktop_app.core.suggest.outlines import OutlinePaper, OutlineSuggester

REPORT = "政府工作报告"
Source = tuple[OutlinePaper, Headings]


def source(
    number: int, place: str, year: int | None, *headings: str, genre: str = REPORT
) -> Source:
    """A paper whose headings stand at even distances; `# ` marks those of level 1."""
    placed = [
        (1 if heading.startswith("# ") else 2, heading.removeprefix("# "), n / len(headings))
        for n, heading in enumerate(headings)
    ]
    title, name = f"{place}县{genre}", f"{year}_{place}_{genre}"
    return OutlinePaper(number, title, name, year, genre, f"{place}县"), placed


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


def suggester(*sources: Source) -> OutlineSuggester:
    headings = {paper.paper_id: placed for paper, placed in sources}

    def read(paper_ids: Collection[int]) -> dict[int, Headings]:
        return {paper_id: headings[paper_id] for paper_id in paper_ids}

    return OutlineSuggester([paper for paper, _ in sources], read)


def outlines(
    *sources: Source, title: str = TITLE, genre: str | None = REPORT, limit: int = 9
) -> list[Outline]:
    return suggester(*(sources or SOURCES)).suggest(title, genre, limit)


def words(outline: Outline) -> str:
    return "\n".join(section.heading for section in outline.sections)


def merged(*sources: Source, title: str = TITLE) -> Outline:
    return next(outline for outline in outlines(*sources, title=title) if not outline.name)


def test_last_years_paper_of_the_place_comes_first_then_what_all_have() -> None:
    found = outlines()
    assert found[0].name == "青溪县政府工作报告"
    assert found[1].name == ""
    assert {outline.name for outline in found[2:]} >= {"临河县政府工作报告", "石湾县政府工作报告"}
    assert {outline.genre for outline in found} == {REPORT}
    assert (found[0].papers, found[1].papers) == (1, 3)


def test_a_paper_of_the_same_place_counts_more_than_those_of_others() -> None:
    places = ["青溪", "甲山", "乙山", "丙山"]
    ways = ["茶旅融合富民强县", "园区扩容升级提质", "园区扩容升级提质", "茶旅融合富民强县"]
    sources = [
        source(
            n, place, 2025, "# 一、工作回顾", "# 二、重点任务", f"（一）{way}", f"（二）{place}改革"
        )
        for n, (place, way) in enumerate(zip(places, ways, strict=True))
    ]
    text = words(merged(*sources))
    assert text.index("茶旅融合") < (text + "园区扩容").index("园区扩容")


def test_what_many_papers_have_comes_before_a_single_one_of_another_place() -> None:
    others = [
        source(n, place, 2025, "# 一、工作回顾", "# 二、重点任务", "（一）兴农业", "（二）强工业")
        for n, place in enumerate(["甲山", "乙山", "丙山", "丁山", "戊山"])
    ]
    assert outlines(*others)[0].name == ""


def test_nothing_is_merged_from_a_single_paper() -> None:
    assert [outline.name for outline in outlines(QINGXI)] == ["青溪县政府工作报告"]


def test_an_outline_is_numbered_anew() -> None:
    for outline in outlines():
        ordinals = [0, 0]
        for section in outline.sections:
            ones, twos = ordinals
            ordinals = [ones + 1, 0] if section.level == 1 else [ones, twos + 1]
            for heading in (section.heading, *section.variants):
                mark = section_mark(heading)
                assert mark is not None
                assert (mark.level, mark.ordinal) == (section.level, ordinals[section.level - 1])


def test_chapters_are_counted_as_chapters() -> None:
    rules = [
        source(n, place, 2024, "# 第一章 总则", "# 第二章 罚则", "# 第三章 附则", genre="办法")
        for n, place in enumerate(["青溪", "临河"])
    ]
    found = outlines(*rules, title="青溪县养犬管理办法", genre="办法")
    assert words(found[0]) == "第一章 总则\n第二章 罚则\n第三章 附则"
    assert all(section.level == 1 for section in found[0].sections)


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
    lines = words(first).split("\n")
    assert [line for line in lines if "重点工作" in line or "自身建设" in line] == [
        line for line in lines if line.startswith(("二、", "三、"))
    ]


def test_a_section_tells_how_many_papers_have_it_and_in_which_words() -> None:
    reworded = source(
        5, "白石", 2024,
        "# 一、2023年工作回顾", "# 二、2024年重点工作", "（一）聚力优化营商环境",
        "（二）统筹城乡融合发展",
    )  # fmt: skip
    sections = {s.heading[3:]: s for s in merged(*SOURCES, reworded).sections}
    assert sections["统筹城乡融合发展"].papers == 3
    assert sections["持续优化营商环境"].papers == 3
    assert [v[3:] for v in sections["持续优化营商环境"].variants] == ["聚力优化营商环境"]
    assert "聚力优化营商环境" not in sections


def test_other_places_and_old_figures_do_not_come_along() -> None:
    found = outlines()
    assert not any("临河" in words(outline) for outline in found)
    followed = next(words(o) for o in found if o.name.startswith("临河"))
    assert "壮大{{地名}}工业园区" in followed
    assert "增长{{数}}%以上" in followed
    assert "地名" not in words(found[1])


def test_the_place_in_the_title_is_not_foreign() -> None:
    own = source(8, "青溪", 2024, "# 一、回顾", "（一）建设美丽青溪", "（二）发展茶旅产业")
    titles = ("临河县、青溪县报告", "临河县报告")
    first, second = ("\n".join(map(words, outlines(LINHE, own, title=t))) for t in titles)
    assert "建设美丽青溪" in first
    assert "青溪" not in second


@pytest.mark.parametrize("limit", [-1, 0, 1, 2, 3])
def test_no_more_is_suggested_than_asked_for(limit: int) -> None:
    assert len(outlines(limit=limit)) == max(0, limit)


def test_papers_of_the_genre_come_first_and_complete_alone() -> None:
    found = outlines(*SOURCES, PLAN, genre="实施方案")
    assert found[0].paper_ids == (4,)
    assert found[1].genre == REPORT
    assert outlines(*SOURCES, PLAN, genre="方案")[0].paper_ids == (4,)


def test_nothing_is_mixed_where_no_paper_is_of_the_kind() -> None:
    found = outlines(*SOURCES, PLAN, genre="讲话")
    assert all(outline.name for outline in found)
    assert all(len(outline.paper_ids) == 1 for outline in found)


def test_deeper_levels_and_papers_without_an_outline_are_not_used() -> None:
    paper = OutlinePaper(5, "青溪县报告", "", 2025, REPORT)
    flat: Source = (paper, [(3, "1. 强农业", 0.1)] * 9)
    assert outlines(flat) == []
    assert outlines(flat, QINGXI)[0].paper_ids == (1,)
    assert suggester().suggest(TITLE, None, 5) == []


def test_a_very_long_outline_can_be_numbered() -> None:
    long = source(6, "青溪", 2025, *(f"（一）第{n}类任务安排" for n in range(150)))
    sections = outlines(long)[0].sections
    assert len(sections) == 60
    assert sections[-1].heading == "（六十）第59类任务安排"


def test_equal_outlines_are_suggested_once() -> None:
    paper, headings = QINGXI
    twin: Source = (OutlinePaper(7, paper.title, paper.name, 2025, REPORT, paper.place), headings)
    found = outlines(QINGXI, twin)
    assert len({words(outline) for outline in found}) == len(found)


def test_the_same_question_gets_the_same_answer() -> None:
    asked = suggester(*SOURCES)
    first = asked.suggest(TITLE, REPORT, 5)
    asked.suggest("别的标题", REPORT, 3)
    assert asked.suggest(TITLE, REPORT, 5) == first == outlines(limit=5)


def test_what_was_prepared_for_a_title_does_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    families = list[weakref.ref[HeadingFamily]]()

    def family(members: Sequence[Member]) -> HeadingFamily:
        made = HeadingFamily(members)
        families.append(weakref.ref(made))
        return made

    monkeypatch.setattr(outlines_module, "HeadingFamily", family)
    asked = suggester(*SOURCES)
    gc.disable()  # it may come late, and the arrays are large
    try:
        for n in range(5):
            assert asked.suggest(f"{TITLE}{n}", REPORT, 5)
        assert [family() is not None for family in families] == [False] * 3 + [True] * 2
    finally:
        gc.enable()


def test_only_a_few_papers_are_read_for_a_title() -> None:
    assert 40 <= len(read_for(TITLE)) <= 100


def test_papers_are_read_once_for_like_titles() -> None:
    assert read_for(TITLE, "青溪县2026年工作报告") == read_for(TITLE)


def test_papers_that_were_read_long_ago_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines_module, "_KEPT", 10)
    assert read_for(TITLE, "青溪县2026年工作报告") == 2 * read_for(TITLE)


def read_for(*titles: str) -> list[int]:
    """The papers out of three hundred whose headings are read for these titles."""
    sources = [source(n, "青溪", 2000 + n % 25, "# 一、回顾", "# 二、安排") for n in range(300)]
    read: list[int] = []

    def headings(paper_ids: Collection[int]) -> dict[int, Headings]:
        read.extend(paper_ids)
        return {}

    asked = OutlineSuggester([paper for paper, _ in sources], headings)
    for title in titles:
        asked.suggest(title, REPORT, 5)
    return read
