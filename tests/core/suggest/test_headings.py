import pytest

from desktop_app.core.suggest.headings import covers, heading_pairs, move_heading


@pytest.mark.parametrize(
    ("heading", "years", "moved"),
    [
        ("一、2024年工作回顾", 2, "2026年工作回顾"),
        ("（三）2024年至2026年目标", -1, "2023年至2025年目标"),
        ("一、2024年工作回顾", None, "{{年份}}年工作回顾"),
        ("（一）实现增长5.5%", 1, "实现增长{{数}}%"),
        ("（二）办好20件实事", 1, "办好{{数}}件实事"),
        ("（二）文号120241", 1, "文号120241"),
    ],
)
def test_years_move_and_figures_become_blanks(heading: str, years: int | None, moved: str) -> None:
    assert move_heading(heading, years) == moved


def test_pairs_leave_marks_and_space_out() -> None:
    assert heading_pairs("强农业、 兴乡村") == {"强农", "农业", "业兴", "兴乡", "乡村"}


def test_a_heading_covers_another_by_half_of_its_pairs() -> None:
    assert covers(heading_pairs("着力改善民生福祉"), heading_pairs("改善民生"))
    assert covers(heading_pairs("改善民生"), heading_pairs("改善民生福祉"))
    assert not covers(heading_pairs("改善"), heading_pairs("改善民生"))
