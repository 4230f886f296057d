"""Fits a `Rating` to examples by gradient descent (Adam), in small steps over shuffled batches."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.rating import Rating

Floats = NDArray[np.float32]

_BENDS = 48
_RATE, _MOMENTUM, _VARIANCE, _TINY = 0.004, 0.9, 0.995, 1e-8
_SHRINK = 1e-4  # towards 0 at each step, in shares of the rate
_LEARNED = ("linear", "constant", "inward", "threshold", "outward")


def untrained(features: Floats, seed: int = 1) -> Rating:
    """A rating that says 0 of all, scaled to these examples."""
    chance = np.random.default_rng(seed)
    count = features.shape[1]
    deviation = features.std(axis=0)
    scale = np.where(deviation > 1e-4, 1 / np.maximum(deviation, 1e-4), 0)
    return Rating(
        mean=features.mean(axis=0).astype(np.float32),
        scale=scale.astype(np.float32),
        linear=np.zeros(count, np.float32),
        constant=np.zeros((), np.float32),
        inward=(chance.normal(size=(count, _BENDS)) / np.sqrt(count)).astype(np.float32),
        threshold=np.zeros(_BENDS, np.float32),
        outward=np.zeros(_BENDS, np.float32),
    )


class Descent:
    """Adam's running means for one rating.

    Args:
        rating: to begin with.
        steps: how many will be taken; they become shorter towards the last.
        length: of the first, where 1 is usual.

    Attributes:
        rating: as it is by now.
    """

    def __init__(self, rating: Rating, steps: int, length: float = 1) -> None:
        self.rating = rating
        self._steps, self._step, self._rate = max(1, steps), 0, _RATE * length
        self._mean = {name: np.zeros_like(getattr(rating, name)) for name in _LEARNED}
        self._square = {name: np.zeros_like(getattr(rating, name)) for name in _LEARNED}

    def step(self, features: Floats, gradient: Callable[[Floats], Floats]) -> None:
        """Take one step down.

        Args:
            features: of the batch.
            gradient: from the ratings of the batch to the slope of the loss in each of them.
        """
        rating = self.rating
        rows = rating.scaled(features)
        bends = np.maximum(rows @ rating.inward + rating.threshold, 0)
        rated = rows @ rating.linear + bends @ rating.outward + rating.constant
        slope = gradient(rated)
        inner = np.outer(slope, rating.outward) * (bends > 0)
        slopes = {
            "linear": rows.T @ slope,
            "constant": slope.sum(),
            "inward": rows.T @ inner,
            "threshold": inner.sum(axis=0),
            "outward": bends.T @ slope,
        }
        self._step += 1
        moved = {name: self._moved(name, value) for name, value in slopes.items()}
        self.rating = Rating(rating.mean, rating.scale, **moved)

    def _moved(self, name: str, slope: Floats) -> Floats:
        mean = self._mean[name] = _MOMENTUM * self._mean[name] + (1 - _MOMENTUM) * slope
        square = self._square[name] = _VARIANCE * self._square[name] + (1 - _VARIANCE) * slope**2
        unbiased = mean / (1 - _MOMENTUM**self._step)
        spread = np.sqrt(square / (1 - _VARIANCE**self._step)) + _TINY
        rate = self._rate * (1 - 0.95 * self._step / self._steps)
        old = getattr(self.rating, name)
        new: Floats = (old - rate * (unbiased / spread + _SHRINK * old)).astype(np.float32)
        return new
