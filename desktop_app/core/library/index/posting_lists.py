"""Lists that stand one behind another in an array, of which some are wanted."""

from dataclasses import dataclass
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.places import Positions

_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Lists:
    """Where posting lists begin and end."""

    start: Positions
    end: Positions

    @classmethod
    def numbered(cls, edge: NDArray[np.integer], numbers: NDArray[np.integer]) -> Self:
        """The lists of these numbers; `edge` is where each list begins, and the end of the last."""
        return cls(edge[numbers].astype(np.int64), edge[numbers + 1].astype(np.int64))

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many rows each has."""
        return self.end - self.start

    def only(self, kept: NDArray[np.bool_]) -> Self:
        """Some of the lists."""
        return type(self)(self.start[kept], self.end[kept])

    def taken_from(self, array: NDArray[_Number]) -> NDArray[_Number]:
        """What stands there in an array, one list after another."""
        return np.concatenate([array[:0], *self.parts_of(array)])

    def parts_of(self, array: NDArray[_Number]) -> list[NDArray[_Number]]:
        """The lists that are not empty."""
        edges = zip(self.start.tolist(), self.end.tolist(), strict=True)
        return [array[a:b] for a, b in edges if a < b]
