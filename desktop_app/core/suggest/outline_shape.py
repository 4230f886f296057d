"""The shape of a family's papers: the frame of chief sections, and what usually stands in each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.suggest.heading_family import HeadingFamily, weighted_share
from desktop_app.core.suggest.heading_likeness import Flags, Floats

Numbers = npt.NDArray[np.int64]

_FRAME = range(2, 7)  # chief sections of a paper of a usual shape
_SUBSECTIONS = 2  # from so many on a chief section is divided
_SAME_FUNCTION, _PLACE = 0.15, 0.4  # what speaks for a chief section beside its words
_SURE, _FAINT = 0.2, 0.05
_TOGETHER = 0.3  # of the papers that have one of two sections have both, if they are two
_HALF = 0.5
_TINY = 1e-6  # so that papers that do not count at all have a mean too


@dataclass(frozen=True, slots=True)
class Part:
    """What the family's papers have within a chief section.

    Attributes:
        share: of the papers in which it is divided.
        count: of subsections where it is.
    """

    share: float
    count: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Chief sections, and to which of them each heading of a family belongs.

    Attributes:
        frame: the chief sections, headings of one paper; empty for a family of one level.
        part: for each heading of the family its chief section's place in the frame.
        themes: the headings that are no chief sections.
    """

    frame: tuple[int, ...]
    part: Numbers
    themes: Flags

    def within(self, part: int) -> Flags:
        """The headings below a chief section."""
        within: Flags = self.themes & (self.part == part)
        return within

    def chief(self, part: int) -> Flags:
        """The headings that are this chief section in any paper."""
        chief: Flags = ~self.themes & (self.part == part)
        return chief


def chief_sections(family: HeadingFamily) -> Flags:
    """Which headings are chief sections: those with others below them, and what is like them."""
    two_levels = _members_of_two_levels(family)
    few = _few_of_first_level(family)
    first = family.level == 1
    chief = first & two_levels[family.member] & few[family.member]
    chief[family.above[family.above >= 0]] = True
    like = family.likeness.matches[chief].max(axis=0, initial=0.0) >= _SURE
    found: Flags = chief | (first & like & two_levels.any())
    return found


def is_divided(family: HeadingFamily) -> bool:
    """Whether most papers have sections below their chief sections."""
    weight = np.array([member.weight for member in family.members], np.float32)
    return weighted_share(_members_of_two_levels(family), weight) >= _HALF


def usual_frame(family: HeadingFamily, chief: Flags, weight: Floats) -> tuple[int, ...]:
    """The chief sections of the paper whose frame is most like those of the others.

    Empty where most papers have headings of one level only.

    Args:
        family: the papers.
        chief: which headings are chief sections.
        weight: how much each paper counts.
    """
    if not is_divided(family):
        return ()
    two_levels = _members_of_two_levels(family)
    chief = chief & two_levels[family.member]
    rows = np.flatnonzero(chief)
    member = family.member[rows]
    sizes = np.bincount(member, minlength=len(weight))
    serves = family.likeness.matches[np.ix_(rows, rows)]
    best, most = -1, 0.0
    for n in (n for n in range(len(weight)) if sizes[n] in _FRAME):
        served = np.bincount(member, serves[member == n].max(axis=0), len(weight))
        # What a frame has too much counts against it as what it lacks.
        typical = float((weight * served / np.maximum(sizes, sizes[n])).sum())
        best, most = (n, typical) if typical > most else (best, most)
    return tuple(rows[member == best].tolist())


def side_by_side(family: HeadingFamily, chief: Flags, sections: Sequence[int]) -> tuple[int, ...]:
    """Those of some chief sections that stand beside each other in papers, in the order of place.

    Two that hardly any paper has both are one section in different words; the first one stays.
    """
    rows = np.flatnonzero(chief)
    kept = list[int]()
    for section in sections:
        having = _having(family, rows, [*kept, section])
        if all(_meet(other, having[-1]) for other in having[:-1]):
            kept.append(section)
    return tuple(sorted(kept, key=lambda n: float(family.place[n])))


def shape_of(family: HeadingFamily, chief: Flags, frame: Sequence[int]) -> Shape:
    """The family's headings under another frame: by the one above each, or else by its place."""
    if not frame:
        return Shape((), np.zeros(len(family.headings), np.int64), np.ones_like(chief))
    rows = list(frame)
    functions = family.functions
    fits = family.fits[rows]
    fits += _SAME_FUNCTION * (functions[rows][:, np.newaxis] == functions[np.newaxis, :])
    fits -= _PLACE * np.abs(family.place[rows][:, np.newaxis] - family.place[np.newaxis, :])
    like = fits.argmax(axis=0)
    by_place = np.searchsorted(family.place[rows], family.place, side="right") - 1
    below = np.where(family.above >= 0, like[family.above], by_place.clip(0))
    return Shape(tuple(rows), np.where(chief, like, below), ~chief)


def usual_parts(family: HeadingFamily, shape: Shape) -> list[Part]:
    """What stands within each chief section of the family's papers."""
    parts = max(1, len(shape.frame))
    counts = np.zeros((len(family.members), parts))
    np.add.at(counts, (family.member[shape.themes], shape.part[shape.themes]), 1)
    weight = np.array([member.weight for member in family.members], np.float32)
    fit = _members_of_two_levels(family) if shape.frame else np.ones(len(weight), np.bool_)
    counts, weight = counts[fit], weight[fit]
    return [_part(counts[:, k], weight) for k in range(parts)]


def _having(family: HeadingFamily, rows: Numbers, sections: Sequence[int]) -> list[set[int]]:
    """For each of some chief sections the papers that have it rather than another of them."""
    fits = family.fits[np.ix_(np.array(sections), rows)]
    nearest = np.where(fits.max(axis=0) >= _FAINT, fits.argmax(axis=0), -1)
    return [set(family.member[rows[nearest == k]].tolist()) for k in range(len(sections))]


def _meet(one: set[int], other: set[int]) -> bool:
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= _TOGETHER * least


def _part(counts: npt.NDArray[np.float64], weight: npt.NDArray[np.float32]) -> Part:
    divided = counts >= _SUBSECTIONS
    heavy = weight[divided] + _TINY
    mean = float(np.average(counts[divided], weights=heavy)) if divided.any() else 0.0
    return Part(weighted_share(divided, weight), mean)


def _members_of_two_levels(family: HeadingFamily) -> Flags:
    below = np.bincount(family.member[family.above >= 0], minlength=len(family.members))
    two_levels: Flags = below >= _SUBSECTIONS
    return two_levels


def _few_of_first_level(family: HeadingFamily) -> Flags:
    first = np.bincount(family.member[family.level == 1], minlength=len(family.members))
    few: Flags = first < _FRAME.stop
    return few
