"""Takes windows of text by what their wording is worth, one after another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.suggest.clauses import Windows
from desktop_app.core.suggest.gram_votes import GRAM, Floats
from desktop_app.core.text.sentences import Span
from desktop_app.core.text.units import sums_before

_WORTHLESS = 1e-9


@dataclass(frozen=True, eq=False)
class Contest:
    """Windows and what they compete for.

    Attributes:
        windows: the windows.
        paper: for each of them, the paper that it is from.
        gram_at: the number of the gram at each position of the text.
        worth: of each gram.
        likely: of each gram; a window must have one that is.
        favour: for each window, what the worth of its wording is multiplied by.
    """

    windows: Windows
    paper: NDArray[np.int64]
    gram_at: NDArray[np.int64]
    worth: Floats
    likely: NDArray[np.bool_]
    favour: Floats


def take_windows(
    contest: Contest, most_of_paper: int, flaw: Callable[[int, int], Span | None]
) -> Iterator[tuple[int, int]]:
    """Start and stop of the windows, the most useful first.

    The wording of a window that was taken is worth nothing afterwards.

    Args:
        contest: the windows.
        most_of_paper: so many windows of one paper are taken at most.
        flaw: of a window that may not be taken, the part that spoils all windows with it, empty if
            there is none; the rest of its wording is left to others. None if it may be taken.
    """
    start, stop, worth = contest.windows.start, contest.windows.stop, contest.worth.copy()
    last = np.maximum(stop - GRAM + 1, start)
    likely = sums_before(contest.likely[contest.gram_at])
    open_ = likely[last] > likely[start]
    taken = np.zeros(contest.paper.max(initial=0) + 1, np.int64)
    while open_.any():
        sums = sums_before(worth[contest.gram_at])
        gain = np.where(open_, (sums[last] - sums[start]) * contest.favour, 0)
        best = _best_that_fits(gain, contest.windows, open_, flaw)
        if best is None:
            return
        yield start.item(best), stop.item(best)
        worth[contest.gram_at[start[best] : last[best]]] = 0
        paper = contest.paper[best]
        taken[paper] += 1
        if taken[paper] == most_of_paper:
            open_ &= contest.paper != paper


def _best_that_fits(
    gain: Floats,
    windows: Windows,
    open_: NDArray[np.bool_],
    flaw: Callable[[int, int], Span | None],
) -> int | None:
    """The window of most gain; those that do not fit are closed on the way."""
    while True:
        best = int(gain.argmax())
        if gain[best] <= _WORTHLESS:
            return None
        spoilt = flaw(windows.start.item(best), windows.stop.item(best))
        if spoilt is None:
            return best
        gain[best], open_[best] = 0, False  # what spoils it need not stand in the window itself
        if spoilt.start < spoilt.end:
            having = (windows.start <= spoilt.start) & (windows.stop >= spoilt.end)
            gain[having], open_[having] = 0, False
