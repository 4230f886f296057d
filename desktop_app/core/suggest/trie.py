"""What follows at many places, merged where it agrees."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.text.units import Units

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Trie:
    """Sorted rows of characters; a node is a block of rows that agree up to a depth.

    A plane has a value for each depth (first axis) and row. Nodes are numbered depth by depth.

    Attributes:
        rows: numbers of the votes, in the order of what follows.
        follow: what follows, in this order.
        start: where in a flattened plane each node begins.
        size: how many rows it has.
        depth: how many characters it has, from 1.
        first: its first row.
    """

    rows: Whole
    follow: Units
    start: Whole
    size: Whole
    depth: Whole
    first: Whole

    @classmethod
    def build(cls, follow: Units) -> Self:
        """Merge rows of equal length; there must be at least one."""
        count, reach = follow.shape
        keys = np.ascontiguousarray(follow.astype(">u2")).view(f"S{2 * reach}").ravel()
        rows = np.argsort(keys, kind="stable")
        ordered = follow[rows]
        opens = np.ones((count, reach), np.bool_)  # does a node begin with this row?
        opens[1:] = np.cumprod(ordered[1:] == ordered[:-1], axis=1) == 0
        start = np.flatnonzero(opens.T)
        size = np.diff(np.append(start, count * reach))
        return cls(rows, ordered, start, size, start // count + 1, start % count)

    @property
    def last(self) -> Units:
        """The last character of each node."""
        return self.follow[self.first, self.depth - 1]

    def sums(self, plane: Floats) -> Floats:
        """The sum of a plane over each node."""
        return np.add.reduceat(plane.ravel(), self.start)

    def sums_of_rows(self, values: Floats) -> Floats:
        """The sum of a value of the rows over each node."""
        return np.add.reduceat(np.tile(values, self.follow.shape[1]), self.start)

    def largest_of_rows(self, values: Whole) -> Whole:
        """The largest value of the rows of each node."""
        return np.maximum.reduceat(np.tile(values, self.follow.shape[1]), self.start)

    def plane(self, values: NDArray[Any]) -> NDArray[Any]:
        """A plane in which each node's cells have its value."""
        return np.repeat(values, self.size).reshape(self.follow.shape[::-1])

    def parents(self) -> Whole:
        """The node one character shorter; -1 for nodes of one character."""
        nodes = np.repeat(np.arange(len(self.start)), self.size)
        above = nodes[self.start - len(self.follow)]  # the cell above in a flattened plane
        parents: Whole = np.where(self.depth > 1, above, -1)
        return parents

    def block(self, node: int) -> slice:
        """The rows of a node."""
        return slice(self.first.item(node), self.first.item(node) + self.size.item(node))

    def string(self, node: int) -> Units:
        """The characters of a node."""
        return self.follow[self.first[node], : self.depth[node]]
