"""How near two papers are by their titles."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PER_YEAR = 0.002  # little: it orders papers whose titles are alike
_FAR_YEARS = 20  # what a paper of no year counts as


def first_year(title: str) -> int | None:
    """The first year that is written in digits."""
    match = _YEAR.search(title)
    return int(match.group()) if match else None


def title_pairs(title: str) -> frozenset[str]:
    """The pairs of neighbouring characters; they do not reach over 年, figures and marks."""
    runs = _HAN.findall(title.replace("年", " "))
    return frozenset(run[n : n + 2] for run in runs for n in range(len(run) - 1))


class TitleIndex:
    """The titles of all papers, to be compared with another one at once.

    Args:
        titles: title and file name of each paper, together.
        years: of each paper, where known.
    """

    def __init__(self, titles: Sequence[str], years: Sequence[int | None]) -> None:
        pairs = [title_pairs(title) for title in titles]
        papers_of: dict[str, list[int]] = {}
        for n, own in enumerate(pairs):
            for pair in own:
                papers_of.setdefault(pair, []).append(n)
        self._papers_of = {pair: np.array(papers, np.int32) for pair, papers in papers_of.items()}
        self._sizes = np.array([len(own) for own in pairs], np.float32)
        self._years = np.array([year or 0 for year in years], np.int32)

    def in_common(self, title: str) -> Floats:
        """For each paper the share of the pairs of both titles that they have in common."""
        own = title_pairs(title)
        known = [self._papers_of[pair] for pair in own if pair in self._papers_of]
        joined = np.concatenate(known) if known else np.zeros(0, np.int32)
        shared = np.bincount(joined, minlength=len(self._sizes)).astype(np.float32)
        shares: Floats = shared / np.maximum(1.0, self._sizes + len(own) - shared)
        return shares

    def years_apart(self, year: int | None) -> Floats:
        """For each paper what the distance of the years takes from its nearness."""
        years = np.abs(self._years - year) if year else np.full_like(self._years, _FAR_YEARS)
        years[self._years == 0] = _FAR_YEARS
        apart: Floats = (_PER_YEAR * np.minimum(years, _FAR_YEARS)).astype(np.float32)
        return apart
