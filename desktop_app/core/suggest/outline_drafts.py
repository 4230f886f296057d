"""Which headings make an outline: those of one paper completed, or what most of a family have."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop_app.core.suggest.heading_family import HeadingFamily, Support
from desktop_app.core.suggest.outline_shape import (
    Part,
    Shape,
    chief_sections,
    shape_of,
    side_by_side,
    usual_frame,
    usual_parts,
)

_LENGTH = 25  # sections to which an outline is completed
_ADDED = 12  # sections that a paper's own outline gets at most
_CHIEF = 3  # chief sections; a paper with fewer may lack one
_FAMILY = 5  # papers from which on what they have in common comes before a single one
_SHARED = 2  # papers of such a family that have what a merged outline has
_COUNTS = 0.3  # weight of such a paper
_FULL = 1.5  # of the usual number of headings
_USUAL_SHARE = 0.5  # of the papers divide a chief section that an outline divides


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

    def in_order(self) -> Iterator[OutlineDraft]:
        """The likeliest first; each is made when it is asked for."""
        counting = sum(member.weight >= _COUNTS for member in self._family.members)
        first = self._at_home or counting < _FAMILY or not self._merges
        yield from map(self._completed, self._nearest[:1] if first else ())
        if self._merges:
            yield from filter(lambda draft: draft.sections, (self._usual(), self._full()))
        yield from map(self._completed, self._nearest[1 if first else 0 :])

    @cached_property
    def _shape(self) -> Shape:
        return shape_of(self._family, self._chief, usual_frame(self._family, self._chief))

    @cached_property
    def _parts(self) -> list[Part]:
        return usual_parts(self._family, self._shape)

    def _full(self) -> OutlineDraft:
        """The headings that between them serve most papers, to strike out what is not wanted."""
        weights = [member.weight for member in self._family.members]
        usual = np.average([len(m.headings) for m in self._family.members], weights=weights)
        count = min(_LENGTH, round(_FULL * float(usual)))
        chosen = self._family.choose(np.ones_like(self._chief), count, self._usable)
        chiefs = [n for n in chosen if self._chief[n]]
        frame = side_by_side(self._family, self._chief, chiefs)
        themes = [n for n in chosen if not self._chief[n]]
        room = count - len(frame) - len(themes)
        themes += self._family.choose(~self._chief, room, self._usable, [*frame, *themes])
        shape = shape_of(self._family, self._chief, frame if self._shape.frame else ())
        return self._merged(shape, self._below(shape, [*frame, *themes]))

    def _usual(self) -> OutlineDraft:
        """What most papers have, with subsections where most have them."""
        main = _main_part(self._parts)
        counts = [
            round(p.count) if p.share >= _USUAL_SHARE or k == main else 0
            for k, p in enumerate(self._parts)
        ]
        below = [
            self._family.choose(self._shape.within(part), count, self._usable)
            for part, count in enumerate(counts)
        ]
        return self._merged(self._shape, below)

    def _merged(self, shape: Shape, below: Sequence[Sequence[int]]) -> OutlineDraft:
        sections = self._sections(shape, below, 2 if shape.frame else 1)
        least = _SHARED if len(self._family.members) >= _FAMILY else 1
        return OutlineDraft(
            None,
            tuple(s for s in sections if self._chief[s.heading] or s.support.papers >= least),
        )

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


def _main_part(parts: Sequence[Part]) -> int:
    """The chief section that has the most below it."""
    return max(range(len(parts)), key=lambda part: parts[part].share * parts[part].count)
