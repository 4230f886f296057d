from collections.abc import Callable
from dataclasses import replace

import numpy as np

from desktop_app.core.suggest.clauses import Windows
from desktop_app.core.suggest.window_choice import Contest, take_windows
from desktop_app.core.text.sentences import Span


def sound(_start: int, _stop: int) -> Span | None:
    return None


def contest(
    windows: list[tuple[int, int]], papers: list[int] | None = None, thrift: float = 0
) -> Contest:
    """Windows over a text of 40 positions, each with a gram of its own worth its number."""
    starts, stops = np.array(windows).T
    return Contest(
        Windows(starts, stops),
        np.array(papers or [0] * len(windows)),
        np.arange(40),
        np.arange(40.0),
        np.ones(40, np.bool_),
        np.power(stops - starts, -thrift, dtype=np.float64),
    )


def taken(
    of: Contest, most: int = 9, flaw: Callable[[int, int], Span | None] = sound
) -> list[tuple[int, int]]:
    return list(take_windows(of, most, flaw))


def test_the_window_of_most_worth_comes_first() -> None:
    assert taken(contest([(0, 10), (20, 30), (10, 20)])) == [(20, 30), (10, 20), (0, 10)]


def test_wording_that_was_taken_is_worth_nothing() -> None:
    assert taken(contest([(20, 40), (22, 38), (0, 10)])) == [(20, 40), (0, 10)]


def test_a_window_without_a_likely_gram_is_not_taken() -> None:
    windows = contest([(0, 10), (20, 30), (10, 20)])
    assert taken(replace(windows, likely=np.arange(40) == 12)) == [(10, 20)]


def test_a_thrifty_contest_prefers_short_windows() -> None:
    windows = [(0, 40), (30, 40)]
    assert taken(contest(windows))[0] == (0, 40)
    assert taken(contest(windows, thrift=0.99))[0] == (30, 40)


def test_a_paper_gives_no_more_than_its_share() -> None:
    windows = [(30, 38), (20, 28), (10, 18), (0, 9)]
    assert taken(contest(windows, [1, 1, 1, 0]), most=2) == [(30, 38), (20, 28), (0, 9)]


def test_a_window_that_does_not_fit_leaves_its_wording_to_others() -> None:
    windows = [(20, 40), (22, 40), (0, 10)]
    found = taken(contest(windows), flaw=lambda start, _stop: None if start != 20 else Span(0, 0))
    assert found == [(22, 40), (0, 10)]


def test_what_spoils_a_window_spoils_all_that_have_it() -> None:
    asked = []

    def flaw(start: int, stop: int) -> Span | None:
        asked.append((start, stop))
        return Span(24, 30) if start < 25 and stop > 29 else None

    windows = [(20, 40), (22, 40), (22, 32), (30, 40), (12, 22)]
    assert taken(contest(windows), flaw=flaw) == [(30, 40), (12, 22)]
    assert asked == [(20, 40), (30, 40), (12, 22)]


def test_a_window_is_closed_even_if_what_spoils_it_stands_outside() -> None:
    found = taken(
        contest([(20, 40), (0, 10)]), flaw=lambda start, _stop: Span(5, 25) if start else None
    )
    assert found == [(0, 10)]


def test_windows_too_short_for_a_gram_are_never_taken() -> None:
    assert taken(contest([(30, 35)])) == []
