import pytest

from desktop_app.ui.bridge.import_pace import Pace, Stopwatch


def _after(seconds: float, rate: float, *, total: int = 1000) -> Pace:
    """The pace after so long at a steady rate, told four times a second."""
    watch, pace = Stopwatch(), Pace()
    for tick in range(int(seconds * 4) + 1):
        pace = watch.note(int(tick / 4 * rate), total, 100.0 + tick / 4)
    return pace


def test_nothing_is_known_at_the_beginning() -> None:
    assert _after(0, 40) == Pace()
    assert _after(0.75, 40) == Pace()


def test_the_rate_is_known_before_the_time_that_is_left() -> None:
    assert _after(1, 40) == Pace(40.0, None)
    assert _after(2.75, 40).left is None


def test_a_steady_import_tells_what_is_left() -> None:
    pace = _after(10, 40)
    assert pace.rate == pytest.approx(40, rel=0.02)
    assert pace.left == pytest.approx((1000 - 400) / 40, rel=0.02)


def test_the_rate_is_that_of_the_last_seconds() -> None:
    watch, pace = Stopwatch(), Pace()
    for second in range(20):
        watch.note(second * 40, 2000, float(second))
    for second in range(20, 32):
        pace = watch.note(800 + (second - 20) * 30, 2000, float(second))
    assert pace.rate == pytest.approx(30, rel=0.02)


def test_figures_change_once_a_second_at_most() -> None:
    watch = Stopwatch()
    watch.note(0, 100, 0.0)
    first = watch.note(10, 100, 1.0)
    assert watch.note(90, 100, 1.9) == first
    assert watch.note(90, 100, 2.0) != first


def test_an_import_whose_rate_has_changed_greatly_does_not_foretell() -> None:
    watch, pace = Stopwatch(), Pace()
    for second in range(10):
        watch.note(second * 500, 100_000, float(second))  # unchanged files go by
    for second in range(10, 22):
        pace = watch.note(4500 + (second - 9) * 20, 100_000, float(second))
    assert pace.rate == pytest.approx(20)
    assert pace.left is None


def test_a_file_that_takes_long_has_no_rate() -> None:
    watch, pace = Stopwatch(), Pace(1, 1)
    for second in range(20):
        pace = watch.note(3, 100, float(second))
    assert pace == Pace()
