"""Which headings make an outline: those of one paper completed, or what most of a family have."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from desktop_app.core.suggest.heading_family import HeadingFamily, Support
from desktop_app.core.suggest.heading_likeness import Floats
from desktop_app.core.suggest.outline_shape import (
    Part,
    Shape,
    chief_sections,
    is_divided,
    shape_of,
    side_by_side,
    usual_frame,
    usual_parts,
)

_LENGTH = 25  # sections to which an outline is completed
_ADDED = 12  # sections that a paper's own outline gets at most
_CHIEF = 3  # chief sections; a paper with fewer may lack one
_FAMILY = 5  # papers from which on what they have in common comes before a single one
_COUNTS = 0.3  # weight of such a paper
_LENGTHS = (1.5, 0.9, 1.5, 1.2)  # of merged outlines, as shares of the usual one
_MERGED_FIRST = 2  # of them before what other papers have
_FAVOUR = 0.4  # how much more papers count that the outlines before serve less
_DIVIDED = 0.4  # of the papers divide a chief section that an outline divides
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section: its level, its heading's number in the family, and what stands behind it."""

    level: int
    heading: int
    support: Support


@dataclass(frozen=True, slots=True)
class OutlineDraft:
    """An outline in order; `followed` is the member whose it is, None if it is merged."""

    followed: int | None
    sections: tuple[DraftSection, ...]


class OutlineDrafts:
    """The outlines that a family offers.

    Args:
        family: the papers.
        nearest: its members, the nearest first.
        at_home: whether the first of them is of the same place as the paper to be written.
        of_kind: whether the members are papers of its kind; else they have nothing in common.
        usable: whether wording can stand in any paper.
    """

    def __init__(
        self,
        family: HeadingFamily,
        nearest: Sequence[int],
        usable: Callable[[str], bool],
        *,
        at_home: bool,
        of_kind: bool,
    ) -> None:
        self._family = family
        self._nearest = nearest
        self._at_home = at_home
        self._merges = of_kind and sum(member.weight > 0 for member in family.members) > 1
        self._usable = lambda n: usable(family.headings[n].words)
        self._chief = chief_sections(family)
        self._divided = is_divided(family)

    def in_order(self) -> Iterator[OutlineDraft]:
        """The likeliest first; each is made when it is asked for."""
        counting = sum(member.weight >= _COUNTS for member in self._family.members)
        first = self._at_home or counting < _FAMILY or not self._merges
        merged = self._merged_in_turn() if self._merges else iter(())
        followed = map(self._completed, self._nearest)
        yield from islice(followed, 1 if first else 0)
        yield from islice(merged, _MERGED_FIRST)
        yield from islice(followed, 0 if first else 1)
        yield from merged
        yield from followed

    def _merged_in_turn(self) -> Iterator[OutlineDraft]:
        """What the papers have in common; each time what those have counts more that were left.

        The first has the chief sections of a paper; in the others these are chosen one by one, as
        what stands below them is.
        """
        weights = np.array([member.weight for member in self._family.members], np.float32)
        usual = np.average([len(m.headings) for m in self._family.members], weights=weights)
        merge, counts, served = self._framed, weights / weights.sum(), np.zeros_like(weights)
        for length in _LENGTHS:
            draft = merge(min(_LENGTH, round(length * float(usual))), counts)
            if draft.sections:
                yield draft
            own = self._family.served([section.heading for section in draft.sections])
            served = np.maximum(served, own)
            merge, counts = self._free, _left(weights, served)

    def _framed(self, count: int, counts: Floats) -> OutlineDraft:
        """The usual chief sections, and what serves most papers below those usually divided."""
        frame = usual_frame(self._family, self._chief, counts)
        shape = shape_of(self._family, self._chief, frame)
        parts = usual_parts(self._family, shape)
        main = _main_part(parts)
        divided = [k for k, part in enumerate(parts) if part.share >= _DIVIDED or k == main]
        among = shape.themes & np.isin(shape.part, divided)
        themes = self._family.choose(among, count - len(frame), self._usable, frame, counts)
        return self._merged(shape, themes)

    def _free(self, count: int, counts: Floats) -> OutlineDraft:
        """The headings that between them serve most papers, to strike out what is not wanted."""
        everything = np.ones_like(self._chief)
        chosen = self._family.choose(everything, count, self._usable, counts=counts)
        chiefs = [n for n in chosen if self._chief[n]]
        frame = side_by_side(self._family, self._chief, chiefs)
        themes = [n for n in chosen if not self._chief[n]]
        room = count - len(frame) - len(themes)
        having = [*frame, *themes]
        themes += self._family.choose(~self._chief, room, self._usable, having, counts)
        shape = shape_of(self._family, self._chief, frame if self._divided else ())
        return self._merged(shape, [*frame, *themes])

    def _merged(self, shape: Shape, chosen: Sequence[int]) -> OutlineDraft:
        sections = self._sections(shape, self._below(shape, chosen), 2 if shape.frame else 1)
        return OutlineDraft(None, tuple(sections))

    def _completed(self, followed: int) -> OutlineDraft:
        """A paper's own outline, with what papers of its family usually also have."""
        own = self._family.of_member(followed).tolist()
        frame = [n for n in own if self._chief[n]]
        if len(frame) == len(own):
            frame = []
        few = 0 < len(frame) < _CHIEF
        among = np.ones_like(self._chief) if few or not frame else ~self._chief
        room = min(_ADDED, _LENGTH - len(own))
        room = room if self._merges else 0
        added = self._family.choose(among, room, self._usable, own)
        if frame:
            frame = sorted([*frame, *filter(self._chief.__getitem__, added)], key=self._place)
        shape = shape_of(self._family, self._chief, frame)
        level = max(int(self._family.level[n]) for n in own)
        sections = self._sections(shape, self._below(shape, [*own, *added]), level)
        return OutlineDraft(followed, tuple(sections))

    def _below(self, shape: Shape, sections: Sequence[int]) -> list[list[int]]:
        """Those of the sections that stand below each chief section."""
        return [
            [n for n in sections if shape.themes[n] and shape.part[n] == part]
            for part in range(max(1, len(shape.frame)))
        ]

    def _sections(
        self, shape: Shape, below: Sequence[Sequence[int]], level: int
    ) -> Iterator[DraftSection]:
        """Chief sections, if the shape has any, each with those below it."""
        for part, themes in enumerate(below):
            if shape.frame:
                chief = shape.frame[part]
                yield DraftSection(1, chief, self._family.support(chief, shape.chief(part)))
            support = self._family.share_out(themes, shape.within(part))
            for n in sorted(themes, key=self._place):
                yield DraftSection(level, n, support[n])

    def _place(self, heading: int) -> float:
        return float(self._family.place[heading])


def _left(weights: Floats, served: Floats) -> Floats:
    """What papers count when some have been served better than others."""
    mean = np.average(served, weights=weights)
    deviation = np.sqrt(np.average((served - mean) ** 2, weights=weights))
    counts: Floats = weights * np.exp(-_FAVOUR * (served - mean) / max(_TINY, float(deviation)))
    shares: Floats = (counts / counts.sum()).astype(np.float32)
    return shares


def _main_part(parts: Sequence[Part]) -> int:
    """The chief section that has the most below it."""
    return max(range(len(parts)), key=lambda part: parts[part].share * parts[part].count)
