import pytest

from desktop_app.core.suggest.titles import TitleIndex, first_year, title_pairs


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("青溪县2026年政府工作报告", 2026),
        ("2024_青溪_2023年工作总结", 2024),
        ("青溪县政府工作报告", None),
        ("文号120261号", None),
    ],
)
def test_the_first_year_is_found(title: str, year: int | None) -> None:
    assert first_year(title) == year


def test_pairs_do_not_reach_over_figures_marks_and_the_word_year() -> None:
    assert title_pairs("青溪2024年_工作报告") == {"青溪", "工作", "作报", "报告"}


def test_equal_titles_have_all_words_in_common_and_others_none() -> None:
    titles = TitleIndex(["政府工作报告", "春耕通知", "工作报告", ""], [None] * 4)
    assert titles.in_common("政府工作报告").tolist() == pytest.approx([1, 0, 0.6, 0])
    assert not titles.in_common("2026").any()


def test_years_take_little_and_an_unknown_year_as_much_as_a_far_one() -> None:
    titles = TitleIndex(["", "", ""], [2025, 1990, None])
    assert titles.years_apart(2026).tolist() == pytest.approx([0.002, 0.04, 0.04])
    assert titles.years_apart(None).tolist() == pytest.approx([0.04] * 3)
