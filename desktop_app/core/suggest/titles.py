"""How near two papers are by their titles."""

import re

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


def words_in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the pairs of both titles that they have in common."""
    return len(one & other) / max(1, len(one | other))


def years_apart(one: int | None, other: int | None) -> float:
    """What the distance of two years takes from the nearness of two papers."""
    years = abs(one - other) if one and other else _FAR_YEARS
    return _PER_YEAR * min(years, _FAR_YEARS)
