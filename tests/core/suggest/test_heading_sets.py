from collections.abc import Iterable

from desktop_app.core.suggest.heading_sets import HeadingSet, HeadingWorkshop, WorkshopPaper

Headings = list[tuple[int, str, float]]
REPORT = "政府工作报告"
WRITTEN = "正文已经写了不少。" * 5


class Library:
    """Papers with their headings, each a text of lines; `# ` marks those of level 1."""

    def __init__(self) -> None:
        self.papers: list[WorkshopPaper] = []
        self.headings: dict[int, Headings] = {}
        self.read = 0

    def add(self, place: str, year: int | None, text: str, kind: str = REPORT) -> None:
        number = len(self.papers) + 1
        self.papers.append(WorkshopPaper(number, f"{place}{kind}", f"{year}_{place}", year))
        lines = text.split()
        self.headings[number] = [
            (1 if line.startswith("#") else 2, line.removeprefix("#"), n / len(lines))
            for n, line in enumerate(lines)
        ]

    def headings_of(self, numbers: Iterable[int]) -> dict[int, Headings]:
        self.read += 1
        return {number: self.headings[number] for number in numbers}

    def workshop(self) -> HeadingWorkshop:
        return HeadingWorkshop(self.papers, self.headings_of)


PLANS = "#二、2025年工作安排 （一）着力扩大有效投资 （二）着力培育特色产业 （三）着力推进乡村振兴"
REVIEW = "#一、2024年工作回顾 （一）经济运行稳中向好 （二）城乡面貌明显改观 （三）民生福祉持续增进"
SCHEME = "#二、2025年工作安排 （一）以创新促升级 （二）以改革促开放 （三）以实干促振兴"


def library(*papers: tuple[str, int, str]) -> Library:
    held = Library()
    for place, year, text in papers:
        held.add(place, year, text)
    return held


def words(found: HeadingSet) -> list[str]:
    return [heading.words for heading in found.headings]


def suggest(
    held: Library, *headings: str, title: str = f"2026年{REPORT}", before: str = "", limit: int = 10
) -> list[HeadingSet]:
    return held.workshop().suggest(
        title, headings, before or "\n".join([*headings, WRITTEN]), limit
    )


CHAPTER = "二、2026年工作安排"
SECTION = (CHAPTER, "（一）着力稳定就业")


def test_a_parallel_set_is_offered_whole_with_its_paper() -> None:
    found = suggest(library(("青溪县", 2025, PLANS)), *SECTION)[0]
    assert (found.pattern, found.level, found.papers) == ("着力…", 2, 1)
    assert words(found) == ["着力扩大有效投资", "着力培育特色产业", "着力推进乡村振兴"]
    assert {heading.paper_id for heading in found.headings} == {1}


def test_plans_are_offered_for_plans_and_reviews_for_reviews() -> None:
    held = library(("青溪县", 2025, f"{REVIEW} {SCHEME}"))
    assert suggest(held, *SECTION)[0].pattern == "以…促…"
    review = suggest(held, "一、2025年工作回顾", "（一）经济总量稳步提升")[0]
    assert words(review)[0] == "经济运行稳中向好"


def test_the_frame_that_the_draft_has_comes_first() -> None:
    held = library(("青溪县", 2025, SCHEME), ("临河县", 2025, PLANS))
    assert suggest(held, *SECTION)[0].pattern == "着力…"
    assert suggest(held, CHAPTER, "（一）以项目促投资")[0].pattern == "以…促…"


def test_a_length_is_a_frame_only_if_two_headings_of_the_draft_have_it() -> None:
    rhymed = "#二、2025年工作安排 （一）产业迈上台阶 （二）城乡展露新颜 （三）民生得到改善"
    held = library(("青溪县", 2024, rhymed), ("临河县", 2025, PLANS))
    one, two = "（一）优化审批流程", "（二）强化政策扶持"
    assert suggest(held, CHAPTER, one)[0].pattern == "着力…"
    before = f"{CHAPTER}\n{one}\n{WRITTEN}\n{two}\n{WRITTEN}"
    assert suggest(held, CHAPTER, two, before=before)[0].pattern == "六字"


def test_under_a_heading_with_nothing_below_sections_are_offered() -> None:
    found = suggest(library(("青溪县", 2025, PLANS)), CHAPTER, before=f"{CHAPTER}\n")
    assert found[0].level == 2


def test_only_headings_of_the_level_at_the_caret_are_offered() -> None:
    held = library(("青溪县", 2025, PLANS), ("临河县", 2025, REVIEW), ("石湾县", 2025, SCHEME))
    assert {found.level for found in suggest(held, *SECTION)} == {2}


def test_sets_of_one_pattern_stand_behind_each_other_and_are_counted() -> None:
    held = library(
        ("青溪县", 2025, PLANS), ("临河县", 2025, SCHEME), ("石湾县", 2025, PLANS),
    )  # fmt: skip
    found = suggest(held, *SECTION)[:3]
    assert [(f.pattern, f.papers) for f in found] == [("着力…", 2), ("着力…", 2), ("以…促…", 1)]


def test_at_most_two_sets_of_one_pattern_and_of_one_paper_are_offered() -> None:
    held = library(*[(f"{place}县", 2025, PLANS) for place in ("青溪", "临河", "石湾", "柳林")])
    assert sum(found.pattern == "着力…" for found in suggest(held, *SECTION)) == 2


def test_single_headings_follow_by_what_they_share() -> None:
    held = library(
        ("青溪县", 2025, "#二、工作安排 （一）全力推进产业升级 （二）做好群众的思想工作"),
        ("临河县", 2025, "#二、工作安排 （一）全力办好民生实事 （二）抓春耕备荒和防汛"),
        ("石湾县", 2025, "#二、工作安排 （一）全力优化环境 （二）加强领导"),
    )
    (found,) = suggest(held, *SECTION)
    assert (found.pattern, found.papers) == ("全力…", 3)
    assert sorted(words(found)) == ["全力优化环境", "全力办好民生实事", "全力推进产业升级"]


def test_a_heading_of_a_set_is_not_offered_again_by_itself() -> None:
    held = library(("青溪县", 2025, PLANS), ("临河县", 2025, f"{PLANS} （四）着力建设法治政府"))
    found = [heading for sets in suggest(held, *SECTION) for heading in words(sets)]
    assert found.count("着力建设法治政府") == 1


def test_what_the_draft_has_already_is_not_offered() -> None:
    before = f"{CHAPTER}\n（一）着力扩大有效投资\n{WRITTEN}\n（二）着力稳定就业\n{WRITTEN}"
    held = library(("青溪县", 2025, f"{PLANS} （四）着力建设法治政府"))
    found = suggest(held, CHAPTER, "（二）着力稳定就业", before=before)
    assert words(found[0]) == ["着力培育特色产业", "着力推进乡村振兴", "着力建设法治政府"]


def test_names_of_other_places_are_left_out_and_those_at_home_are_not() -> None:
    text = f"{PLANS} （四）着力打造美丽四川 （五）着力做强青溪茶业"
    held = library(("青溪县", 2025, text))
    assert "四川" not in str(suggest(held, *SECTION, title="临河县工作报告"))
    assert "青溪" not in str(suggest(held, *SECTION, title="临河县工作报告"))
    home = str(suggest(held, *SECTION, title="四川省工作报告"))
    assert "美丽四川" in home
    assert "青溪" not in home


def test_years_are_those_of_the_new_paper() -> None:
    held = library(
        ("甲县", 2024, "#二、2024年重点工作"), ("乙县", 2024, "#二、2024年目标任务"),
        ("丙县", 2024, "#二、2024年工作安排"),
    )  # fmt: skip
    offered = str(suggest(held, title=f"2026年{REPORT}", before="各位代表："))
    assert "2026年重点工作" in offered
    assert "2024" not in offered


def test_without_a_year_in_the_title_the_next_one_is_meant() -> None:
    held = library(("甲县", 2024, "#一、2024年回顾"), ("乙县", 2024, "#一、2024年成绩"))
    held.add("丙县", 2023, "#一、2023年工作")
    assert "2025年" in str(suggest(held, title=REPORT, before="各位代表："))


def test_so_many_sets_come_as_are_asked_for() -> None:
    held = library(("青溪县", 2025, PLANS), ("临河县", 2025, SCHEME))
    assert [len(suggest(held, *SECTION, limit=limit)) for limit in (-1, 0, 1, 2)] == [0, 0, 1, 2]


def test_an_empty_library_and_one_without_usable_headings_answer_nothing() -> None:
    assert suggest(Library(), *SECTION) == []
    assert suggest(library(("青溪县", 2025, "#一、8% #二、《法》")), *SECTION) == []


def test_odd_titles_and_headings_are_answered() -> None:
    held = library(("青溪县", 2025, PLANS))
    for text in ("", "\n", "😀", "\ud83d", "x" * 5000, "群众" * 5000, "{{年份}}"):
        assert len(suggest(held, text, title=text, before=text)) <= 10


def test_the_papers_are_read_once_for_all_questions() -> None:
    held = library(("青溪县", 2025, PLANS), ("临河县", 2025, SCHEME))
    workshop = held.workshop()
    for title in (REPORT, f"2027年{REPORT}", "讲话"):
        workshop.suggest(title, SECTION, WRITTEN, 5)
    assert held.read == 2
