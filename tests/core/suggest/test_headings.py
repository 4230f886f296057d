import pytest

from desktop_app.core.suggest.headings import bare_words, move_heading


@pytest.mark.parametrize(
    ("words", "year", "later", "moved"),
    [
        ("2024年工作回顾", 2025, 2027, "2026年工作回顾"),
        ("2024年至2026年目标", 2025, 2024, "2023年至2025年目标"),
        ("2024年工作回顾", None, 2026, "{{年份}}年工作回顾"),
        ("2024年工作回顾", 2025, None, "{{年份}}年工作回顾"),
        ("实现增长5.5%", 2025, 2026, "实现增长{{数}}%"),
        ("办好20件实事", 2025, 2026, "办好{{数}}件实事"),
        ("文号120241", 2025, 2026, "文号120241"),
    ],
)
def test_years_move_and_figures_become_blanks(
    words: str, year: int | None, later: int | None, moved: str
) -> None:
    assert move_heading(words, year, later) == moved


@pytest.mark.parametrize(
    ("year", "later", "moved"),
    [
        (2021, 2026, "“十五五”时期主要目标任务"),
        (2021, 2025, "“十四五”时期主要目标任务"),
        (2021, 2016, "“十三五”时期主要目标任务"),
        (None, 2026, "“十四五”时期主要目标任务"),
    ],
)
def test_the_five_year_plan_is_that_of_the_later_year(
    year: int | None, later: int | None, moved: str
) -> None:
    assert move_heading("“十四五”时期主要目标任务", year, later) == moved


def test_headings_are_compared_without_years_figures_blanks_and_marks() -> None:
    assert bare_words("2025 年工作回顾") == bare_words("{{年份}}年工作回顾").removeprefix("年")
    assert bare_words("强农业、 兴“乡村”5%") == "强农业兴乡村"
