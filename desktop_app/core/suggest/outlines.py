"""Outlines for a new paper: those of the papers nearest by title, completed and numbered anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.core.document.numbering import mark_text
from desktop_app.core.suggest.heading_family import Member, common_headings
from desktop_app.core.suggest.headings import (
    PlacedHeading,
    covers,
    heading_pairs,
    move_heading,
)
from desktop_app.core.suggest.place_names import library_places, names_in
from desktop_app.core.suggest.titles import (
    first_year,
    title_pairs,
    words_in_common,
    years_apart,
)

_LENGTH = 25  # sections to which an outline is completed
_MOST = 60  # of a paper that has more of its own
_COMMON = 2 * _LENGTH
_FEWEST = 3  # headings; a paper with fewer has no outline
_FRAME = range(2, 6)  # first-level sections that the frame of a merged outline has
_FAMILY, _CLOSE = 200, 30  # papers of a family, and those of them that count fully
_FAR_WEIGHT, _FAR = 0.3, 0.3
_TITLES = 8  # whose preparation is kept


@dataclass(frozen=True, slots=True)
class OutlineSource:
    """What an outline is made from.

    Attributes:
        paper_id: the paper's row in the store.
        title: its title, perhaps empty.
        name: the name of its file, which often tells place and year.
        year: its year, where known.
        genre: its genre, perhaps empty.
        headings: level, words with or without number, and place in the paper (0 to 1), in order.
    """

    paper_id: int
    title: str
    name: str
    year: int | None
    genre: str
    headings: Sequence[tuple[int, str, float]]


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section to write: level 1 or 2, and its heading with number."""

    level: int
    heading: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A skeleton of a paper.

    Attributes:
        name: the title of the paper that it follows; empty if it is merged from several.
        paper_ids: the papers whose headings it has, the followed one first.
        genre: of the papers.
        sections: in order.
    """

    name: str
    paper_ids: tuple[int, ...]
    genre: str
    sections: tuple[OutlineSection, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A source, how near it is to the wanted paper, and its headings moved to that paper's year."""

    source: OutlineSource
    near: float
    headings: tuple[PlacedHeading, ...]


class OutlineSuggester:
    """Suggests outlines out of the papers of a library; what it keeps is only to answer faster."""

    def __init__(self, sources: Iterable[OutlineSource]) -> None:
        self._sources = [source for source in sources if len(_upper(source)) >= _FEWEST]
        self._places = library_places(
            [f"{source.title} {source.name}" for source in self._sources],
            [[heading for _, heading, _ in source.headings] for source in self._sources],
        )
        self._prepared = lru_cache(maxsize=_TITLES)(self._prepare)

    def suggest(self, title: str, genre: str | None, limit: int) -> list[Outline]:
        """At most `limit` outlines: the nearest papers' first, at last one merged from many.

        Args:
            title: of the paper to be written.
            genre: if papers of it are there, they come first and alone complete the outlines.
            limit: how many.
        """
        if not self._sources or limit < 1:
            return []
        nearest, common = self._prepared(title, genre)
        outlines = [_completed(paper, common) for paper in nearest[: max(1, limit - 1)]]
        distinct: dict[tuple[OutlineSection, ...], Outline] = {}
        merged = _merged(nearest, common)
        for outline in [*outlines, *([merged] if len(merged.paper_ids) > 1 else [])]:
            distinct.setdefault(outline.sections, outline)
        return list(distinct.values())[:limit]

    def _prepare(
        self, title: str, genre: str | None
    ) -> tuple[list[_Candidate], list[PlacedHeading]]:
        """The papers, nearest first, and the headings with which they are completed."""
        year = first_year(title) or self._next_year()
        candidates = [_candidate(source, title, year) for source in self._sources]
        alike = [paper for paper in candidates if paper.source.genre == genre]
        others = [paper for paper in candidates if paper.source.genre != genre]
        nearest = [*_by_nearness(alike), *_by_nearness(others)]
        foreign = self._places - names_in(title, self._places)
        return nearest, common_headings(_family(alike or others), foreign, _COMMON)

    def _next_year(self) -> int | None:
        """The year of a paper whose title names none."""
        years = [source.year for source in self._sources if source.year]
        return max(years) + 1 if years else None


def _upper(source: OutlineSource) -> list[tuple[int, str, float]]:
    """The headings of levels 1 and 2."""
    return [heading for heading in source.headings if heading[0] <= 2]


def _candidate(source: OutlineSource, title: str, year: int | None) -> _Candidate:
    words = title_pairs(f"{source.title} {source.name}")
    near = words_in_common(title_pairs(title), words) - years_apart(source.year, year)
    later = year - source.year if year and source.year else None
    moved = ((level, move_heading(h, later), place) for level, h, place in _upper(source))
    headings = tuple(
        PlacedHeading(level, words, place, source.paper_id, heading_pairs(words))
        for level, words, place in moved
    )
    return _Candidate(source, near, headings)


def _by_nearness(papers: Iterable[_Candidate]) -> list[_Candidate]:
    return sorted(papers, key=lambda paper: -paper.near)


def _family(papers: Sequence[_Candidate]) -> list[Member]:
    """The papers that tell what is common: the nearest fully, others of a like title a third."""
    order = sorted(range(len(papers)), key=lambda n: -papers[n].near)[:_FAMILY]
    close = set(order[:_CLOSE])
    least = _FAR * papers[order[0]].near
    return [
        Member(papers[n].headings, 1.0 if n in close else _FAR_WEIGHT)
        for n in sorted(order)
        if n in close or papers[n].near > least
    ]


def _completed(paper: _Candidate, common: Sequence[PlacedHeading]) -> Outline:
    """The paper's own outline, with what papers of its family usually also have."""
    sections = list(paper.headings)
    has_subsections = any(section.level == 2 for section in sections)
    for heading in common:
        if len(sections) >= _LENGTH:
            break
        if not any(covers(section.pairs, heading.pairs) for section in sections):
            level = 2 if has_subsections else heading.level
            has_subsections = has_subsections or level == 2
            sections.append(replace(heading, level=level))
    source = paper.source
    return _outline(source.title or source.name, source.genre, source.paper_id, sections)


def _merged(nearest: Sequence[_Candidate], common: Sequence[PlacedHeading]) -> Outline:
    """The common headings alone, under the first level of the nearest paper of a usual shape."""
    frames = ([h for h in paper.headings if h.level == 1] for paper in nearest)
    frame = next((frame for frame in frames if len(frame) in _FRAME), [])
    sections = [*frame, *(heading for heading in common if heading.level == 2)][:_LENGTH]
    return _outline("", nearest[0].source.genre, None, sections)


def _outline(
    name: str, genre: str, followed: int | None, headings: Iterable[PlacedHeading]
) -> Outline:
    """Headings in the order of their places in their papers, numbered anew."""
    sections, ordinals = [], [0, 0]
    ordered = sorted(headings, key=lambda heading: heading.place)[:_MOST]
    for heading in ordered:
        ordinals = [ordinals[0] + 1, 0] if heading.level == 1 else [ordinals[0], ordinals[1] + 1]
        mark = mark_text(heading.level, ordinals[heading.level - 1])
        sections.append(OutlineSection(heading.level, mark + heading.words))
    papers = [*([] if followed is None else [followed]), *(h.paper_id for h in ordered)]
    return Outline(name, tuple(dict.fromkeys(papers)), genre, tuple(sections))
