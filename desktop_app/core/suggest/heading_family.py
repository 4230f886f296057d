"""What papers of one family usually have: the headings that between them match most of theirs."""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.core.suggest.headings import PlacedHeading
from desktop_app.core.suggest.place_names import names_in

_EQUAL = 1e-12
# Sections of the first level that all papers of a family have; others differ from paper to paper.
_STATION = re.compile(r"回顾|安排|任务|目标|总体|重点工作|自身建设")


@dataclass(frozen=True, slots=True)
class Member:
    """A paper of the family: its headings, and how much they count together."""

    headings: tuple[PlacedHeading, ...]
    weight: float


def common_headings(
    members: Sequence[Member], foreign: Collection[str], count: int
) -> list[PlacedHeading]:
    """At most `count` headings of the members, those that match most others first.

    A heading matches those half of whose pairs it has. Headings that name one of the foreign
    places are left out, and so is the same section in other words.
    """
    own = [
        (heading, member.weight / len(member.headings))
        for member in members
        for heading in member.headings
        if heading.pairs
    ]
    candidates = list(_candidates([heading for heading, _ in own], foreign))
    matched = _matches(candidates, [heading.pairs for heading, _ in own])
    return _choose(candidates, matched, [weight for _, weight in own], count)


def _candidates(
    headings: Sequence[PlacedHeading], foreign: Collection[str]
) -> Iterator[PlacedHeading]:
    """Each wording once, at the level at which it fits other papers."""
    seen: set[str] = set()
    for heading in headings:
        if heading.words not in seen and not names_in(heading.words, foreign):
            seen.add(heading.words)
            station = _STATION.search(heading.words)
            yield replace(heading, level=heading.level if station else 2)


def _matches(
    candidates: Sequence[PlacedHeading], wanted: Sequence[frozenset[str]]
) -> list[list[int]]:
    """For each candidate the numbers of the wanted headings that it matches."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for n, pairs in enumerate(wanted):
        for pair in pairs:
            having[pair].append(n)
    return [
        [
            n
            for n, shared in Counter(n for pair in c.pairs for n in having[pair]).items()
            if 2 * shared >= len(wanted[n])
        ]
        for c in candidates
    ]


def _choose(
    candidates: Sequence[PlacedHeading],
    matched: Sequence[Sequence[int]],
    left: list[float],
    count: int,
) -> list[PlacedHeading]:
    """Greedily by the weight of what a candidate matches and no chosen one has matched."""
    chosen: list[PlacedHeading] = []
    heap = [(-sum(left[k] for k in numbers), n) for n, numbers in enumerate(matched)]
    heapq.heapify(heap)
    while heap and len(chosen) < count:
        _, n = heapq.heappop(heap)
        gain = sum(left[k] for k in matched[n])
        if heap and gain < -heap[0][0] - _EQUAL:
            heapq.heappush(heap, (-gain, n))  # gains only sink: it may come again
        elif not any(_twins(candidates[n], heading) for heading in chosen):
            chosen.append(candidates[n])
            for k in matched[n]:
                left[k] = 0.0
    return chosen


def _twins(one: PlacedHeading, other: PlacedHeading) -> bool:
    shared = len(one.pairs & other.pairs)
    return 2 * shared >= min(len(one.pairs), len(other.pairs))
