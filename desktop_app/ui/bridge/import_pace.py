"""How fast an import goes, and how long it will still take."""

from collections import deque
from dataclasses import dataclass

_WINDOW = 8.0  # seconds that the rate is measured over
_STEP = 1.0  # seconds between two measurements, so that the figures can be read
_ENOUGH = 3.0  # seconds of measuring until the time left is told
_UNEVEN = 2.0  # a rate that differs by this from the whole import's foretells nothing


@dataclass(frozen=True, slots=True)
class Pace:
    """Files a second, and seconds that are left; None while they are not known well enough."""

    rate: float | None = None
    left: float | None = None


class Stopwatch:
    """Measures the pace of one import over its last seconds."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()
        self._begun: tuple[float, int] | None = None
        self._pace = Pace()

    def note(self, done: int, total: int, now: float) -> Pace:
        """The pace when so many files of all are done.

        Args:
            done: files that are done.
            total: files in all.
            now: seconds of a clock that only goes forward.
        """
        if self._begun is None:
            self._begun = now, done
            self._seen.append(self._begun)
        elif now - self._seen[-1][0] >= _STEP:
            self._seen.append((now, done))
            while now - self._seen[0][0] > _WINDOW:
                self._seen.popleft()
            self._pace = self._measured(self._begun, total)
        return self._pace

    def _measured(self, begun: tuple[float, int], total: int) -> Pace:
        (before, done_before), (now, done) = self._seen[0], self._seen[-1]
        if done == done_before or now == before:
            return Pace()
        rate = (done - done_before) / (now - before)
        whole = (done - begun[1]) / (now - begun[0])
        steady = whole / _UNEVEN < rate < whole * _UNEVEN
        known = steady and now - begun[0] >= _ENOUGH
        return Pace(rate, (total - done) / rate if known else None)
