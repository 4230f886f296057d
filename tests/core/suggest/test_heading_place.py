from desktop_app.core.document.function_kind import Function
from desktop_app.core.suggest.heading_place import HeadingPlace, heading_places

WRITTEN = "正文已经写了不少。" * 5


def places(*headings: str, before: str = "", title: str = "工作报告") -> list[HeadingPlace]:
    return list(heading_places(title, headings, before))


def test_above_the_first_heading_chapters_are_wanted() -> None:
    assert places(before="同志们：\n") == [HeadingPlace(1, "", "", None)]


def test_under_a_heading_others_of_its_level_are_wanted() -> None:
    before = f"二、重点工作\n（一）着力扩大投资\n{WRITTEN}\n（二）着力改善民生\n{WRITTEN}"
    (place,) = places("二、重点工作", "（二）着力改善民生", before=before)
    assert place == HeadingPlace(
        2, "重点工作", "着力改善民生", Function.MEASURE, ("着力扩大投资", "着力改善民生")
    )


def test_headings_of_another_section_are_no_siblings() -> None:
    before = f"一、工作回顾\n（一）经济向好\n二、重点工作\n（一）抓项目\n{WRITTEN}"
    (place,) = places("二、重点工作", "（一）抓项目", before=before)
    assert place.siblings == ("抓项目",)


def test_a_heading_that_runs_on_is_a_sibling_up_to_its_full_stop() -> None:
    before = f"一、回顾\n（一）经济向好。全年增长明显。\n（二）民生改善\n{WRITTEN}"
    (place,) = places("一、回顾", "（二）民生改善", before=before)
    assert place.siblings == ("经济向好", "民生改善")
    assert place.function is Function.ACHIEVEMENT


def test_a_section_that_has_just_begun_is_open_to_headings_of_its_own() -> None:
    chapter, below = places("三、保障措施", before="三、保障措施\n")
    assert (chapter.level, below.level) == (1, 2)
    assert (below.parent, below.own, below.function) == ("保障措施", "", Function.MEASURE)


def test_a_section_with_text_is_not() -> None:
    assert [p.level for p in places("三、保障措施", before=f"三、保障措施\n{WRITTEN}")] == [1]


def test_below_the_third_level_nothing_is_wanted() -> None:
    found = places("一、甲", "（一）乙", "1.丙", before="一、甲\n（一）乙\n1.丙")
    assert [place.level for place in found] == [3]


def test_a_heading_without_number_has_the_level_of_its_depth() -> None:
    assert places("工作回顾", "民生改善", before=WRITTEN)[0].level == 2


def test_a_summary_looks_back_under_a_heading_that_does_not_say_so() -> None:
    headings = ("一、主要工作", "（一）抓学习")
    assert places(*headings, title="2025年工作总结")[0].function is Function.ACHIEVEMENT
    assert places(*headings, title="实施方案")[0].function is Function.MEASURE
