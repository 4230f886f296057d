"""Which papers go together into a segment of the index, and which segments are merged.

A segment is never changed. New papers come into a new one; what they outweigh is merged with them,
so that a library has few segments however many imports made it, and every paper is written anew
only about as often as the library has doubled since.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

# Characters of a segment. Building one takes about 20 bytes of memory for each, and lists of more
# than 65,535 rows, which more characters than these mostly have, take twice the place.
LARGEST = 11_000_000
_GREEDY = 2  # a segment of up to so many times the new characters is merged with them
_WASTEFUL = 0.5  # a segment with a smaller share of its characters in use is written anew


@dataclass(frozen=True, slots=True)
class Extent:
    """A segment: its name, and the characters of each of its papers by their ids."""

    name: str
    papers: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an index is to be made of.

    Attributes:
        kept: names of segments that stay.
        batches: the ids of the papers of each segment that is to be built.
        hidden: ids of papers in the kept segments that are not to be used.
    """

    kept: tuple[str, ...]
    batches: tuple[tuple[int, ...], ...]
    hidden: tuple[int, ...]


def plan_segments(wanted: Mapping[int, int], segments: Sequence[Extent], most_papers: int) -> Plan:
    """Cover the wanted papers.

    Args:
        wanted: characters of the papers that are to be used, by their ids.
        segments: what there is.
        most_papers: so many papers fit into a segment.
    """
    known = {paper_id for segment in segments for paper_id in segment.papers}
    pool = {paper_id: size for paper_id, size in wanted.items() if paper_id not in known}
    kept: list[Extent] = []
    for segment in sorted(segments, key=lambda held: _living(held, wanted)):
        if _is_merged(segment, wanted, sum(pool.values())):
            pool |= {n: size for n, size in segment.papers.items() if n in wanted}
        else:
            kept.append(segment)
    return Plan(
        tuple(segment.name for segment in segments if segment in kept),
        tuple(_batches(pool, most_papers)),
        tuple(n for segment in kept for n in segment.papers if n not in wanted),
    )


def _is_merged(segment: Extent, wanted: Collection[int], new: int) -> bool:
    living, held = _living(segment, wanted), sum(segment.papers.values())
    wasteful = living < _WASTEFUL * held or not living
    return wasteful or (0 < living <= min(_GREEDY * new, LARGEST // 2))


def _living(segment: Extent, wanted: Collection[int]) -> int:
    return sum(size for paper_id, size in segment.papers.items() if paper_id in wanted)


def _batches(papers: Mapping[int, int], most_papers: int) -> list[tuple[int, ...]]:
    """The papers in the order of their ids, as many together as a segment may hold."""
    batches: list[list[int]] = []
    room, places = 0, 0
    for paper_id in sorted(papers):
        if not batches or papers[paper_id] > room or not places:
            batches.append([])
            room, places = LARGEST, most_papers
        batches[-1].append(paper_id)
        room -= papers[paper_id]
        places -= 1
    return [tuple(batch) for batch in batches]
