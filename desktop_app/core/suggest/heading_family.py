"""The headings of papers of one family: which serve most of the papers, and what else they say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt

from desktop_app.core.document.function import heading_function
from desktop_app.core.document.function_kind import Function
from desktop_app.core.suggest.heading_likeness import Flags, Floats, HeadingLikeness
from desktop_app.core.suggest.headings import PlacedHeading, bare_words

Numbers = npt.NDArray[np.int64]

_SAME = 0.12  # a match from which on two headings are the same section in other words
_FAINT = 0.01  # a match below this serves nobody
_VARIANTS = 5
_FUNCTIONS = {function: number for number, function in enumerate(Function)}


@dataclass(frozen=True, slots=True)
class Member:
    """A paper of the family.

    Attributes:
        paper_id: its row in the store.
        title: what it is called.
        genre: its kind, perhaps empty.
        year: its year, where known.
        weight: how much it counts.
        headings: of levels 1 and 2, in order.
        has_chapters: whether its first level counts chapters, 第一章 in place of 一、.
    """

    paper_id: int
    title: str
    genre: str
    year: int | None
    weight: float
    headings: tuple[PlacedHeading, ...]
    has_chapters: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a section: how many papers, and its best wordings in others of them."""

    papers: int
    variants: tuple[int, ...]


class HeadingFamily:
    """The headings of all members in one row; a heading is meant by its number there.

    Attributes:
        members: the papers.
        headings: of all members, one paper after the other.
        member: for each heading the number of its paper among the members.
        above: for each heading the number of the one above it, -1 where there is none.
        weight: for each heading how much its paper counts.
        likeness: of all of them.
    """

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        self.headings = [heading for member in members for heading in member.headings]
        sizes = [len(member.headings) for member in members]
        self.starts = np.cumsum([0, *sizes])
        self.member: Numbers = np.repeat(np.arange(len(members)), sizes)
        above = np.array([heading.above for heading in self.headings], np.int64)
        self.above = np.where(above < 0, -1, above + self.starts[self.member])
        self.level = np.array([heading.level for heading in self.headings], np.int64)
        self.place = np.array([heading.place for heading in self.headings], np.float32)
        self._weights: Floats = np.array([member.weight for member in members], np.float32)
        self.weight = self._weights[self.member]
        self._bare = [bare_words(heading.words) for heading in self.headings]
        self.likeness = HeadingLikeness(self._bare, self.member)

    def of_member(self, number: int) -> Numbers:
        """The headings of one paper."""
        return np.arange(self.starts[number], self.starts[number + 1])

    def choose(
        self,
        among: Flags,
        count: int,
        usable: Callable[[int], bool],
        having: Sequence[int] = (),
        counts: Floats | None = None,
    ) -> list[int]:
        """Headings that between them serve most of what the papers have, the likeliest first.

        Args:
            among: the headings to choose from, and those that are to be served.
            count: how many at most.
            usable: whether a heading may be chosen.
            having: those that an outline has already.
            counts: how much each paper counts, if not by its weight.

        What is chosen serves a like heading only perhaps, so that what all papers have is served
        twice before what a single one has; but the same section is not chosen in other words, and
        what no other paper has is not chosen at all. A paper counts the same, however many
        headings it has.
        """
        each = (self._weights if counts is None else counts) / np.maximum(1, np.diff(self.starts))
        wanted: Floats = each.astype(np.float32)[self.member] * among
        open_ = among & (self.weight > 0) & self._shared & ~self.likeness.wordless
        for n in having:
            wanted *= 1 - self.likeness.matches[n]
            open_ &= ~self.likeness.twins(n)
        return list(islice(self._by_gain(wanted, open_, usable), max(0, count)))

    def _by_gain(
        self, wanted: Floats, open_: Flags, usable: Callable[[int], bool]
    ) -> Iterator[int]:
        """Open headings, at each step the one that serves most of what is still wanted."""
        # By einsum: BLAS would share these small products out among threads, which wait for each
        # other where other programs use the processor.
        gains = np.einsum("ij,j->i", self.likeness.matches, wanted)
        gains[~open_] = -np.inf
        while gains[best := int(gains.argmax())] > -np.inf:
            if not usable(best):
                gains[best] = -np.inf
                continue
            yield best
            gains[self.likeness.twins(best)] = -np.inf
            touched = np.flatnonzero(self.likeness.matches[best] >= _FAINT)
            served = wanted[touched] * self.likeness.matches[best, touched]
            wanted[touched] -= served
            gains -= np.einsum("j,ji->i", served, self._servers[touched])

    @cached_property
    def _servers(self) -> Floats:
        """[j, i]: how sure it is that heading i serves who wants heading j, in rows of j."""
        return np.ascontiguousarray(self.likeness.matches.T)

    @cached_property
    def fits(self) -> Floats:
        """[i, j]: how sure it is that one of two headings serves who wants the other."""
        fits: Floats = np.maximum(self.likeness.matches, self._servers)
        return fits

    @cached_property
    def functions(self) -> Numbers:
        """For each heading of level 1 the number of what the section under it does; else -1."""
        return np.array(
            [_FUNCTIONS[heading_function(h.words)] if h.level == 1 else -1 for h in self.headings]
        )

    @cached_property
    def _shared(self) -> Flags:
        """Which headings other papers have too, in any words; all of them if there is but one."""
        alike = self.fits >= _SAME
        papers = np.logical_or.reduceat(alike, self.starts[:-1], axis=1).sum(axis=1)
        shared: Flags = papers > min(1, len(self.members) - 1)
        return shared

    def served(self, chosen: Sequence[int]) -> Floats:
        """For each paper the share of its headings that some chosen ones serve."""
        best = self.likeness.matches[list(chosen)].max(axis=0, initial=0.0)
        sums = np.bincount(self.member, best, len(self.members))
        served: Floats = (sums / np.maximum(1, np.diff(self.starts))).astype(np.float32)
        return served

    def support(self, heading: int, among: Flags) -> Support:
        """The papers that have a section in its own or other words, itself among them."""
        matches = self.likeness.matches
        alike = self.fits[heading] >= _SAME
        counting = (self.weight > 0) | (self.member == self.member[heading])
        rows = np.flatnonzero(among & alike & counting)
        central = matches[np.ix_(rows, rows)] @ self.weight[rows] * self.likeness.usual[rows]
        ordered = rows[np.argsort(-central, kind="stable")].tolist()
        papers = len({int(self.member[n]) for n in (*ordered, heading)})
        return Support(papers, tuple(self._different(heading, ordered)))

    def share_out(self, sections: Sequence[int], among: Flags) -> dict[int, Support]:
        """The support of each section, each heading and variant counted for one of them only."""
        if not sections:
            return {}
        nearest = self.fits[list(sections)].argmax(axis=0)
        return {n: self.support(n, among & (nearest == k)) for k, n in enumerate(sections)}

    def _different(self, heading: int, others: Iterable[int]) -> Iterator[int]:
        """At most so many of the others, each in words that none before has."""
        said = {self._bare[heading]}
        count = 0
        for n in others:
            words = self._bare[n]
            if words not in said and count < _VARIANTS:
                said.add(words)
                count += 1
                yield n


def weighted_share(flags: Flags, weight: Floats) -> float:
    """The share of the weight that the flagged have."""
    return float(weight[flags].sum() / max(1e-9, float(weight.sum())))
