"""Clauses of the neighbours' text, and the windows of whole clauses in it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.text.units import NEWLINE, Units

Positions = NDArray[np.int64]

_MARKS = np.array([ord(c) for c in "，：。；！？"], np.uint16)
_CLOSERS = np.array([ord(c) for c in "”’）》】"], np.uint16)


@dataclass(frozen=True, eq=False)
class Clauses:
    """Clauses one after another: where each begins and ends, and where its line ends."""

    start: Positions
    stop: Positions
    line_end: Positions


@dataclass(frozen=True, eq=False)
class Windows:
    """Parts of a text, each from the beginning of a clause to the end of one."""

    start: Positions
    stop: Positions


def find_clauses(units: Units) -> Clauses:
    """Cut lines behind the marks that end clauses; every line must end with a line break."""
    breaks = np.flatnonzero(units == NEWLINE)
    stop = np.union1d(_mark_ends(units), breaks)
    start = np.concatenate([[0], stop[:-1] + (units[stop[:-1]] == NEWLINE)])
    return Clauses(start, stop, breaks[np.searchsorted(breaks, start)])


def _mark_ends(units: Units) -> Positions:
    """Where marks end, together with the marks and closing quotes right behind them."""
    closer = np.isin(units, _CLOSERS)
    last_other = np.maximum.accumulate(np.where(closer, 0, np.arange(len(units))))
    ending = np.isin(units[last_other], _MARKS)
    return np.flatnonzero(ending[:-1] & ~ending[1:]) + 1


def windows_within(clauses: Clauses, widths: Iterable[int], least: int) -> Windows:
    """From each clause on, the whole clauses of its line that fit into each width.

    Args:
        clauses: of a text.
        widths: the most characters that a window may have.
        least: the fewest.
    """
    starts, stops = [], []
    for width in widths:
        limit = np.minimum(clauses.start + width, clauses.line_end)
        last = np.searchsorted(clauses.stop, limit, "right") - 1
        stop = clauses.stop[np.maximum(last, 0)]
        fits = (last >= 0) & (stop - clauses.start >= least)
        starts.append(clauses.start[fits])
        stops.append(stop[fits])
    return Windows(np.concatenate(starts), np.concatenate(stops))


def windows_of_clauses(clauses: Clauses, most: int, lengths: range) -> Windows:
    """From each clause on, up to so many whole clauses of its line, if they have such a length."""
    starts, stops = [], []
    count = len(clauses.start)
    for more in range(most):
        first = np.arange(max(0, count - more))
        start, stop = clauses.start[first], clauses.stop[first + more]
        length = stop - start
        fits = (length >= lengths.start) & (length < lengths.stop)
        fits &= stop <= clauses.line_end[first]
        starts.append(start[fits])
        stops.append(stop[fits])
    return Windows(np.concatenate(starts), np.concatenate(stops))
