from desktop_app.core.suggest.outline_headings import has_chapters, outline_headings


def levels(*headings: tuple[int, str]) -> list[tuple[int, str, int]]:
    placed = outline_headings([(level, words, 0.5) for level, words in headings])
    return [(heading.level, heading.words, heading.above) for heading in placed]


def test_each_heading_knows_the_one_above_it() -> None:
    found = levels((1, "一、回顾"), (2, "（一）农业"), (3, "1. 粮食"), (1, "二、安排"))
    assert found == [(1, "回顾", -1), (2, "农业", 0), (1, "安排", -1)]


def test_an_appendix_is_no_part_of_the_outline() -> None:
    assert levels((1, "一、回顾"), (1, "名词解释"), (1, "一、稳就业")) == [(1, "回顾", -1)]
    assert levels((1, "一、回顾"), (1, "附件2 说明"), (1, "一、稳就业")) == [(1, "回顾", -1)]


def test_what_counts_below_headings_without_numbers_is_of_the_second_level() -> None:
    found = levels((1, "去年回顾"), (1, "今年安排"), (1, "一、抓项目"), (2, "（一）开工"))
    assert found == [(1, "去年回顾", -1), (1, "今年安排", -1), (2, "抓项目", 1)]


def test_headings_that_have_no_numbers_at_all_keep_their_levels() -> None:
    assert [level for level, _, _ in levels((1, "回顾"), (2, "农业"), (1, "安排"))] == [1, 2, 1]


def test_points_of_an_assessment_are_no_words_of_the_heading() -> None:
    assert levels((1, "一、平台建设（3分）")) == [(1, "平台建设", -1)]


def test_a_very_long_outline_is_cut() -> None:
    assert len(levels(*[(1, "一、任务")] * 99)) == 60


def test_chapters_are_told_from_other_numbers() -> None:
    assert has_chapters([(1, "第一章 总则", 0.0)])
    assert not has_chapters([(1, "一、总则", 0.0), (2, "第一章 总则", 0.1)])
