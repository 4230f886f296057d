import numpy as np
import pytest

from desktop_app.core.suggest.fitting import Descent, untrained
from desktop_app.core.suggest.rating import Numbers, Rating

NAMES = ("left", "right")


def examples(count: int = 400) -> Numbers:
    return np.random.default_rng(2).normal(3, 5, size=(count, 2)).astype(np.float32)


def fitted(target: Numbers, rows: Numbers, steps: int = 1500) -> Rating:
    descent = Descent(untrained(rows), steps)
    for _ in range(steps):
        descent.step(rows, lambda rated: 2 * (rated - target) / np.float32(len(rated)))
    return descent.rating


def test_what_has_learned_nothing_says_nothing() -> None:
    assert untrained(examples()).of(examples()).tolist() == [0] * 400


def test_a_sum_is_learned() -> None:
    rows = examples()
    target = 2 * rows[:, 0] - rows[:, 1]
    assert np.abs(fitted(target, rows).of(rows) - target).mean() < 0.1 * target.std()


def test_what_no_sum_can_say_is_learned() -> None:
    rows = examples()
    target = np.abs(rows[:, 0] - 3)
    assert np.abs(fitted(target, rows).of(rows) - target).mean() < 0.2 * target.std()


def test_a_feature_that_never_changes_says_nothing() -> None:
    rows = examples()
    rows[:, 1] = 7
    rating = fitted(rows[:, 0], rows, 50)
    moved = rows.copy()
    moved[:, 1] = 99
    assert rating.of(moved).tolist() == rating.of(rows).tolist()


def test_a_rating_is_read_as_it_was_told() -> None:
    rows = examples()
    rating = fitted(rows[:, 0], rows, 50)
    read = Rating.parse(rating.told(NAMES), NAMES)
    assert read.of(rows) == pytest.approx(rating.of(rows), abs=0.02)
    assert read.told(NAMES) == rating.told(NAMES)
