import pytest

from desktop_app.core.suggest.titles import first_year, title_pairs, words_in_common, years_apart


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
    one, other = title_pairs("政府工作报告"), title_pairs("春耕通知")
    assert words_in_common(one, one) == 1
    assert words_in_common(one, other) == words_in_common(frozenset(), frozenset()) == 0


def test_years_take_little_and_an_unknown_year_as_much_as_a_far_one() -> None:
    assert years_apart(2026, 2025) == 0.002
    assert years_apart(2026, 1990) == years_apart(2026, None) == years_apart(None, None) == 0.04
