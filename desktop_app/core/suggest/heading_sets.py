"""The workshop of headings: parallel sets and single headings of like sections, by their frames."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from desktop_app.core.document.places_of_china import SURE_PLACES
from desktop_app.core.suggest.heading_frames import LEAST, Key, frame_keys, group_name
from desktop_app.core.suggest.heading_library import (
    LibraryHeading,
    PaperShare,
    paper_share,
)
from desktop_app.core.suggest.heading_place import HeadingPlace, heading_places
from desktop_app.core.suggest.heading_shelf import Shelf
from desktop_app.core.suggest.headings import move_heading
from desktop_app.core.suggest.pair_index import PairIndex, Shares
from desktop_app.core.suggest.place_names import PlaceNames, names_in, title_places
from desktop_app.core.suggest.titles import first_year

# Beside its place a set counts by how parallel it sounds, its paper by title and year.
_PARALLEL, _PER_YEAR, _FAR_YEARS = 0.4, 0.01, 20
_NEAREST, _SHELVES = 150, 4  # papers whose headings are compared, and such choices that are kept
_SHARES = 1000  # papers whose headings are kept
_OPEN = 0.3  # in favour of headings below one under which nothing stands yet
_LOOKED_AT = 160  # so many of the likeliest are looked at more closely
_PER_PATTERN, _PER_PAPER = 2, 2  # sets of one answer
_SHARE_OF_SETS = 0.7  # of an answer; single headings take the rest
_NAMED = 1 << 14  # headings and papers whose place names are kept
_PLACES = PlaceNames.of(SURE_PLACES)
_SHOWN, _FEWEST = 6, 2  # single headings of one frame, and their papers


HeadingsOf = Callable[[Iterable[int]], Mapping[int, Sequence[tuple[int, str, float]]]]
"""From ids of papers to their headings: level, words with or without number, place (0 to 1)."""


@dataclass(frozen=True, slots=True)
class WorkshopPaper:
    """A paper that has headings; `name` is that of its file, which often tells place and year."""

    paper_id: int
    title: str
    name: str
    year: int | None


@dataclass(frozen=True, slots=True)
class OfferedHeading:
    """A heading without number, its years those of the new paper, and the paper it is from."""

    words: str
    paper_id: int


@dataclass(frozen=True, slots=True)
class HeadingSet:
    """Headings that share a frame.

    Attributes:
        pattern: the frame: 着力…，加快….
        level: 1 to 3.
        headings: a parallel set in the order of its paper, or single ones, the likeliest first.
        papers: how many papers have it; of a parallel set those of the library with such a set,
            of single headings those that were looked at.
    """

    pattern: str
    level: int
    headings: tuple[OfferedHeading, ...]
    papers: int


@dataclass(frozen=True, slots=True)
class _Draft:
    """What headings are fitted to: names at home, year, what is written, how near papers are."""

    home: frozenset[str]
    year: int
    written: frozenset[str]
    near: Shares


@dataclass(frozen=True, slots=True)
class _Fitting:
    """A single heading, how well it fits, and what it may share with others."""

    heading: OfferedHeading
    score: float
    keys: tuple[Key, ...]


class HeadingWorkshop:
    """Suggests headings out of the papers of a library; what it keeps only answers faster."""

    def __init__(self, papers: Iterable[WorkshopPaper], headings_of: HeadingsOf) -> None:
        self._papers = list(papers)
        self._headings_of = headings_of
        self._titles = PairIndex([f"{paper.title} {paper.name}" for paper in self._papers])
        self._years = np.array([paper.year or 0 for paper in self._papers])
        self._share = lru_cache(maxsize=_SHARES)(self._share_of)
        self._shelf = lru_cache(maxsize=_SHELVES)(
            lambda numbers: Shelf([self._share(number) for number in numbers])
        )
        self._own_places = lru_cache(maxsize=_NAMED)(self._places_of)
        self._names_in = lru_cache(maxsize=_NAMED)(self._names_of)

    def suggest(
        self, title: str, headings: Sequence[str], before: str, limit: int
    ) -> list[HeadingSet]:
        """At most `limit` sets: parallel ones first, then single headings by their frames.

        Args:
            title: of the draft.
            headings: above the caret, outermost first.
            before: the draft up to the caret.
            limit: how many sets.
        """
        if not self._papers or limit < 1:
            return []
        places = list(heading_places(title, headings, before))
        draft = self._draft(title, places)
        shelf = self._shelf(_nearest(draft.near))
        sets = self._parallel(shelf, places, draft, limit) if shelf.sets else []
        taken = {heading.words for found in sets for heading in found.headings}
        room = limit - min(len(sets), max(1, round(_SHARE_OF_SETS * limit)))
        singles = list(islice(self._by_frame(shelf, places[-1], draft, taken), room))
        return [*sets[: limit - len(singles)], *singles]

    def _draft(self, title: str, places: Iterable[HeadingPlace]) -> _Draft:
        year = first_year(title) or int(self._years.max()) + 1
        apart = np.minimum(np.abs(self._years - year), _FAR_YEARS)
        return _Draft(
            frozenset(names_in(title, _PLACES) | title_places(title)),
            year,
            frozenset(words for place in places for words in place.siblings),
            self._titles.alike(title) - _PER_YEAR * apart,
        )

    def _parallel(
        self, shelf: Shelf, places: Sequence[HeadingPlace], draft: _Draft, count: int
    ) -> list[HeadingSet]:
        """The sets that fit best, those of one pattern one after another."""
        around = shelf.around_sets
        fits = [around.fit(place, _keys(place)) + _OPEN * n for n, place in enumerate(places)]
        score = np.max(fits, axis=0) + _PARALLEL * shelf.worths + draft.near[around.papers]
        patterns, papers = Counter[str](), Counter[int]()
        chosen: defaultdict[str, list[HeadingSet]] = defaultdict(list)
        for number in _likeliest(score):
            found = shelf.sets[number]
            paper = found.headings[0].paper
            if patterns[found.pattern] == _PER_PATTERN or papers[paper] == _PER_PAPER:
                continue
            offered = [h for heading in found.headings for h in self._offered(heading, draft)]
            if len(offered) >= LEAST:
                patterns[found.pattern] += 1
                papers[paper] += 1
                level = found.headings[0].level
                spread = shelf.spread[level, found.pattern]
                chosen[found.pattern].append(
                    HeadingSet(found.pattern, level, tuple(offered), spread)
                )
            if patterns.total() == count:
                break
        return [found for alike in chosen.values() for found in alike]

    def _by_frame(
        self, shelf: Shelf, place: HeadingPlace, draft: _Draft, taken: Collection[str]
    ) -> Iterator[HeadingSet]:
        """Single headings that share a frame, the frames whose headings fit best first."""
        around = shelf.around_singles
        score = around.fit(place) + draft.near[around.papers]
        fitting: dict[str, _Fitting] = {}
        for number in _likeliest(score):
            for heading in self._offered(shelf.singles[number], draft):
                if heading.words not in taken:
                    keys = tuple(key for key in frame_keys(heading.words) if key.kind != "first")
                    fitting.setdefault(heading.words, _Fitting(heading, float(score[number]), keys))
        wanted = _keys(place)
        while group := _best_group(fitting, wanted):
            key, chosen = group
            shown = tuple(entry.heading for entry in chosen[:_SHOWN])
            papers = len({entry.heading.paper_id for entry in chosen})
            name = group_name([heading.words for heading in shown], key)
            yield HeadingSet(name, place.level, shown, papers)
            for entry in chosen:
                del fitting[entry.heading.words]

    def _offered(self, heading: LibraryHeading, draft: _Draft) -> Iterator[OfferedHeading]:
        """The heading as it fits the draft; nothing if it names a foreign place or stands there."""
        if self._names_in(heading.words, heading.paper) <= draft.home:
            paper = self._papers[heading.paper]
            words = move_heading(heading.words, paper.year, draft.year)
            if words not in draft.written:
                yield OfferedHeading(words, paper.paper_id)

    def _names_of(self, words: str, number: int) -> frozenset[str]:
        """The places that a heading names: well-known ones and its own paper's."""
        return frozenset(names_in(words, _PLACES) | names_in(words, self._own_places(number)))

    def _places_of(self, number: int) -> PlaceNames:
        paper = self._papers[number]
        return PlaceNames.of(title_places(f"{paper.title} {paper.name}"))

    def _share_of(self, number: int) -> PaperShare:
        paper = self._papers[number]
        held = self._headings_of([paper.paper_id])
        return paper_share(number, paper.title, held.get(paper.paper_id, ()))


def _nearest(near: Shares) -> tuple[int, ...]:
    """The numbers of the nearest papers, in their order."""
    count = min(_NEAREST, len(near))
    return tuple(np.sort(np.argpartition(-near, count - 1)[:count]).tolist())


def _likeliest(score: Shares) -> list[int]:
    """The numbers of the highest scores, highest first; those of another level are left out."""
    count = min(_LOOKED_AT, len(score))
    if not count:
        return []
    among = np.argpartition(-score, count - 1)[:count]
    ordered = among[np.argsort(-score[among], kind="stable")]
    return [int(number) for number in ordered if np.isfinite(score[number])]


def _keys(place: HeadingPlace) -> frozenset[Key]:
    """The frames of the draft's headings at a place; a mere length only if two have it."""
    counts = Counter(key for words in place.siblings if words for key in frame_keys(words))
    return frozenset(key for key, count in counts.items() if count > 1 or key.is_wording)


def _best_group(
    fitting: Mapping[str, _Fitting], wanted: Collection[Key]
) -> tuple[Key, list[_Fitting]] | None:
    """The frame whose headings fit best together, and these, the best first."""
    sharing: defaultdict[Key, list[_Fitting]] = defaultdict(list)
    for entry in fitting.values():
        for key in entry.keys:
            sharing[key].append(entry)
    groups = [
        (sum(entry.score for entry in entries[:_SHOWN]) + (key in wanted), key)
        for key, entries in sharing.items()
        if len(entries) >= LEAST and len({e.heading.paper_id for e in entries}) >= _FEWEST
    ]
    if not groups:
        return None
    _, best = max(groups)
    return best, sharing[best]
