"""A small learned function: a weighted sum of features, bent where a plain sum goes wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

# Multiplications and additions of a product: rows enough that calls do not count, few enough that
# their bends stay in the processor's cache. From a million on OpenBLAS wakes a thread on every
# core, and waits for it: half as fast beside another load.
_TOGETHER = 500_000
_FARTHEST = 8.0  # deviations from the mean; what lies beyond was not there to learn from


@dataclass(frozen=True, eq=False)
class Rating:
    """A sum and a few bends, each a weighted sum that counts only where it is positive.

    Attributes:
        mean: of each feature among the examples.
        scale: one over its deviation.
        linear: what each feature adds, once it is brought to mean 0 and deviation 1.
        constant: what is added to all.
        inward: weights of the features in each bend; one row per feature.
        threshold: what is added to each bend.
        outward: what each bend adds.
    """

    mean: Numbers
    scale: Numbers
    linear: Numbers
    constant: Numbers
    inward: Numbers
    threshold: Numbers
    outward: Numbers

    def of(self, features: Numbers) -> Numbers:
        """The value of each row of features."""
        rated = np.empty(len(features), np.float32)
        step = max(1, _TOGETHER // max(1, self.inward.size))
        for n in range(0, len(features), step):
            rows = self.scaled(features[n : n + step])
            bends = rows @ self.inward
            bends += self.threshold
            np.maximum(bends, 0, out=bends)
            rated[n : n + step] = rows @ self.linear + bends @ self.outward
        rated += self.constant
        return rated

    def scaled(self, features: Numbers) -> Numbers:
        """The features with mean 0 and deviation 1."""
        rows = features - self.mean
        rows *= self.scale
        np.clip(rows, -_FARTHEST, _FARTHEST, out=rows)
        return rows

    @classmethod
    def parse(cls, data: Mapping[str, Any], names: Sequence[str]) -> Self:
        """Check that the numbers fit together and belong to these features.

        Raises:
            ValueError: they do not.
        """
        if list(data.get("features", ())) != list(names):
            raise ValueError("the weights belong to other features")
        count, bends = len(names), len(data["outward"])
        shapes = {
            "mean": (count,),
            "scale": (count,),
            "linear": (count,),
            "constant": (),
            "inward": (count, bends),
            "threshold": (bends,),
            "outward": (bends,),
        }
        return cls(**{name: _numbers(name, data[name], shape) for name, shape in shapes.items()})

    def told(self, names: Sequence[str]) -> dict[str, Any]:
        """The numbers as they are written to a file."""
        numbers = {
            name: np.round(getattr(self, name).astype(np.float64), 4).tolist()
            for name in self.__dataclass_fields__
        }
        return {"features": list(names), **numbers}


def _numbers(name: str, value: object, shape: tuple[int, ...]) -> Numbers:
    numbers = np.array(value, np.float32)
    if numbers.shape != shape or not np.isfinite(numbers).all():
        raise ValueError(f"{name} has shape {numbers.shape}, not {shape}, or is not finite")
    return numbers
