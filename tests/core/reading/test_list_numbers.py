import pytest

from desktop_app.core.reading.list_numbers import (
    Count,
    Level,
    ListCounts,
    NumberedList,
    with_number,
)

LEVELS = {0: Level("%1、", "chineseCounting"), 1: Level("%1.%2"), 2: Level("%1.%2.%3")}


def counted(levels: dict[int, Level], *depths: int) -> list[str]:
    count = Count()
    return [count.next(levels, depth) for depth in depths]


def test_each_level_counts_and_starts_anew_under_the_next_item_above() -> None:
    assert counted(LEVELS, 0, 1, 2, 2, 1, 2, 0, 1) == [
        *("一、", "一.1", "一.1.1", "一.1.2", "一.2", "一.2.1", "二、", "二.1"),
    ]


def test_a_level_that_was_skipped_shows_its_first_number() -> None:
    assert counted(LEVELS, 2, 0) == ["一.1.1", "一、"]


def test_a_legal_number_is_all_digits() -> None:
    assert counted(LEVELS | {1: Level("%1.%2", legal=True)}, 0, 1) == ["一、", "1.1"]


@pytest.mark.parametrize(
    ("restart", "last"), [(None, "1.1.1"), (0, "1.1.3"), (1, "1.1.3"), (2, "1.1.1")]
)
def test_a_level_may_go_on_through_those_above(restart: int | None, last: str) -> None:
    levels = {0: Level("%1"), 1: Level("%1.%2", restart=0)}
    levels[2] = Level("1.1.%3", restart=restart)
    assert counted(levels, 0, 1, 2, 2, 1, 2)[-1] == last


def test_bullets_and_unknown_levels_have_no_number() -> None:
    assert counted({0: Level("●", "bullet")}, 0, 5) == ["", ""]


def test_absurd_rules_do_no_harm() -> None:
    levels = {0: Level("%1" * 10_000, "upperRoman", start=1 << 40), 1: Level("%9%1")}
    first, second = counted(levels, 0, 1)
    assert len(first) <= 100
    assert second == "99999"


def test_lists_of_a_kin_count_on_and_those_restarted_do_so_once() -> None:
    counts = ListCounts()
    one, two = NumberedList("a", LEVELS), NumberedList("a", LEVELS, restarted=frozenset({0}))
    asked = [("1", one), ("1", one), ("2", two), ("2", two), ("1", one)]
    shown = [counts.next(name, each, 0) for name, each in asked]
    assert shown == ["一、", "二、", "一、", "二、", "三、"]


@pytest.mark.parametrize(
    ("number", "text", "shown"),
    [
        ("一、", "总则", "一、总则"),
        ("一、", "一、总则", "一、总则"),
        ("一、", " 一、总则", " 一、总则"),
        ("第一条", "目的", "第一条 目的"),
        ("1.1", "目的", "1.1 目的"),
        ("", "目的", "目的"),
        ("一、", " ", " "),
    ],
)
def test_a_number_stands_before_the_text_once(number: str, text: str, shown: str) -> None:
    assert with_number(number, text) == shown
