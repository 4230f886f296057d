"""Outlines for a new paper: those of the papers nearest by title, and what their family has."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from desktop_app.core.document.genre import genre_family
from desktop_app.core.document.place import place_at_front
from desktop_app.core.suggest.heading_family import HeadingFamily, Member
from desktop_app.core.suggest.heading_likeness import Flags, Floats
from desktop_app.core.suggest.headings import PlacedHeading
from desktop_app.core.suggest.outline_drafts import OutlineDrafts
from desktop_app.core.suggest.outline_headings import Headings, has_chapters, outline_headings
from desktop_app.core.suggest.outline_text import Outline, OutlineText
from desktop_app.core.suggest.place_names import ForeignPlaces, library_places, place_rank
from desktop_app.core.suggest.titles import TitleIndex, first_year

ReadHeadings = Callable[[Collection[int]], Mapping[int, Headings]]

_FEWEST = 3  # headings; a paper with fewer has no outline
_FAMILY, _HEADINGS = 45, 1000  # papers of a family and all their headings
_FOLLOWED = 8  # nearest papers whose outlines may be followed
_USUAL = 10  # nearest titles, against which others are held
_OTHER_RANK, _NO_RANK = 0.4, 0.5  # what a paper of a place of another rank, or of none, counts
_AT_HOME = 3  # times as much one of the same place
_LEAST = 0.1  # of the nearness of near titles, for one that is not like them
_PER_YEAR, _FAR = 0.7, 20  # what a year takes, and from how many years on it takes no more
_TITLES = 2  # whose preparation is kept, 16 MB each: the draft's and one that is asked for
_KEPT = 500  # papers; from so many on their outlines are read anew


@dataclass(frozen=True, slots=True)
class OutlinePaper:
    """A paper that an outline may be made from.

    Attributes:
        paper_id: its row in the store.
        title: its title, perhaps empty.
        name: the name of its file, which often tells place and year.
        year: its year, where known.
        genre: its genre, perhaps empty.
        place: the place that issued it, by its full name; perhaps empty.
    """

    paper_id: int
    title: str
    name: str
    year: int | None
    genre: str
    place: str = ""

    @property
    def titles(self) -> str:
        """What it is called by."""
        return f"{self.title} {self.name}"


class OutlineSuggester:
    """Suggests outlines out of the papers of a library.

    It keeps the titles; the headings of the few papers that a title needs are read when it asks,
    so that the time that an answer takes hardly depends on the size of the library.

    Args:
        papers: those that suggestions are made from.
        read_headings: level, words with number, and place in the paper (0 to 1) of each heading of
            these papers, in order.
    """

    def __init__(self, papers: Iterable[OutlinePaper], read_headings: ReadHeadings) -> None:
        self._papers = list(papers)
        self._read = read_headings
        titles = [paper.titles for paper in self._papers]
        self._titles = TitleIndex(titles, [paper.year for paper in self._papers])
        self._places = library_places(titles)
        self._place_of = np.array([paper.place for paper in self._papers], np.object_)
        self._ranks = np.array([place_rank(paper.place) for paper in self._papers])
        self._years = np.array([paper.year or 0 for paper in self._papers])

        genres: dict[str, list[int]] = {}
        for n, paper in enumerate(self._papers):
            genres.setdefault(paper.genre, []).append(n)
        self._of_kind = {genre: np.array(numbers) for genre, numbers in genres.items()}
        self._outlined = dict[int, tuple[tuple[PlacedHeading, ...], bool]]()
        self._prepared = lru_cache(maxsize=_TITLES)(self._prepare)

    def suggest(self, title: str, genre: str | None, limit: int) -> list[Outline]:
        """At most `limit` outlines, the likeliest first.

        The newest paper of the same place is followed first. Then come what most papers of the
        family have, in short and in full, and the outlines of other near papers.

        Args:
            title: of the paper to be written.
            genre: if papers of it are there, they come first and alone complete the outlines.
            limit: how many.
        """
        if not self._papers or limit < 1:
            return []
        drafts, text = self._prepared(title, genre)
        distinct: dict[tuple[str, ...], Outline] = {}
        for draft in drafts.in_order():
            outline = text.write(draft)
            distinct.setdefault(tuple(s.heading for s in outline.sections), outline)
            if len(distinct) == limit:
                break
        return list(distinct.values())

    def _prepare(self, title: str, genre: str | None) -> tuple[OutlineDrafts, OutlineText]:
        year = first_year(title) or self._next_year()
        place = place_at_front(title).value
        near = self._titles.in_common(title) - self._titles.years_apart(year)
        alike = self._of_genre(genre or self._papers[int(near.argmax())].genre)
        kin = alike if alike.any() else ~alike
        weights = self._weights(place, year, near) * kin
        nearest = np.lexsort((-near, ~kin))[:_FOLLOWED].tolist()
        numbers, members = self._members(nearest, weights)
        family = HeadingFamily(members)
        own = [self._papers[n] for n in numbers]
        foreign = ForeignPlaces(
            title,
            [paper.titles for paper in own],
            ["".join(heading.words for heading in member.headings) for member in members],
            self._places,
        )
        followed = [numbers.index(n) for n in nearest if n in numbers]
        at_home = bool(followed and place and own[followed[0]].place == place)
        drafts = OutlineDrafts(
            family, followed, foreign.is_free, at_home=at_home, of_kind=bool(alike.any())
        )
        return drafts, OutlineText(family, year, foreign)

    def _of_genre(self, genre: str) -> Flags:
        """The papers of a genre, or else of the broader kind that it belongs to."""
        none = np.zeros(0, np.int64)
        numbers = self._of_kind.get(genre, none)
        alike = np.zeros(len(self._papers), np.bool_)
        alike[numbers] = True
        if not len(numbers):
            broader = genre_family(genre)
            for own, others in self._of_kind.items():
                alike[others] = genre_family(own) == broader
        return alike

    def _weights(self, place: str, year: int | None, near: Floats) -> Floats:
        """How much each paper counts: by its title, its place and the rank of it, and its year."""
        nearest = np.sort(near)[-_USUAL:]
        by_title = np.clip(near / max(1e-3, float(nearest.mean())), _LEAST, 1) ** 2
        rank = place_rank(place)
        by_rank = np.where(self._ranks == rank, 1.0, _OTHER_RANK)
        by_rank[self._ranks == 0] = _NO_RANK
        if not rank:
            by_rank[:] = 1.0
        apart = np.abs(self._years - (year or 0)).clip(1, _FAR) - 1
        at_home = np.where((self._place_of == place) & bool(place), _AT_HOME, 1)
        weights: Floats = (by_title * by_rank * at_home * _PER_YEAR**apart).astype(np.float32)
        return weights

    def _members(self, nearest: Sequence[int], weights: Floats) -> tuple[list[int], list[Member]]:
        """The papers of a family with their headings; their numbers among all papers too."""
        order = np.argsort(-weights, kind="stable")[: 2 * _FAMILY]
        asked = dict.fromkeys([*nearest, *order[weights[order] > 0].tolist()])
        self._outline(asked)
        found: dict[int, Member] = {}
        size = 0
        for n in asked:
            paper = self._papers[n]
            headings, chapters = self._outlined[n]
            if len(headings) < _FEWEST:
                continue
            if found and size + len(headings) > _HEADINGS:
                break
            size += len(headings)
            title = paper.title or paper.name
            found[n] = Member(
                paper.paper_id,
                title,
                paper.genre,
                paper.year,
                float(weights[n]),
                headings,
                chapters,
            )
        return list(found), list(found.values())

    def _outline(self, numbers: Collection[int]) -> None:
        """Read the headings of these papers, and make outlines of them."""
        if len(self._outlined) > _KEPT:
            self._outlined.clear()
        missing = {n: self._papers[n].paper_id for n in numbers if n not in self._outlined}
        read = self._read(list(missing.values()))
        for n, paper_id in missing.items():
            given = read.get(paper_id, ())
            self._outlined[n] = outline_headings(given), has_chapters(given)

    def _next_year(self) -> int | None:
        """The year of a paper whose title names none."""
        newest = int(self._years.max(initial=0))
        return newest + 1 if newest else None
