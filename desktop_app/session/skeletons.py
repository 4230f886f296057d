"""Outlines and headings for a draft, as the papers of the library have them."""

from collections.abc import Iterator, Sequence

from desktop_app.core.document.function import heading_function
from desktop_app.core.document.properties import infer_genre
from desktop_app.core.library.store import Store
from desktop_app.core.suggest.heading_sets import HeadingWorkshop, OfferedHeading, WorkshopPaper
from desktop_app.core.suggest.outline_text import Outline
from desktop_app.core.suggest.outlines import OutlinePaper, OutlineSuggester
from desktop_app.session.answers import HeadingOffer, HeadingSet, Source, Template, TemplateSection

_SHOWN_SOURCES = 5  # of an outline


class Skeletons:
    """Suggests outlines and headings; both are prepared anew when papers have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revision: int | None = None
        self._suggester = OutlineSuggester((), store.headings_of)
        self._workshop = HeadingWorkshop((), store.headings_of)

    def outlines(self, title: str, genre: str | None, limit: int) -> list[Template]:
        """Outlines for a title, the likeliest first; without a genre the title's own is taken."""
        self._prepare()
        kind = genre or infer_genre(title) or None
        outlines = self._suggester.suggest(title, kind, limit)
        return [self._template(outline, kind or title) for outline in outlines]

    def headings(
        self, title: str, headings: Sequence[str], before: str, limit: int
    ) -> list[HeadingSet]:
        """Headings for the section at the caret, by their patterns, parallel sets first."""
        self._prepare()
        found = self._workshop.suggest(title, headings, before, limit)
        return [
            HeadingSet(s.pattern, s.level, tuple(self._heading_offers(s.headings)), s.papers)
            for s in found
        ]

    def _prepare(self) -> None:
        """Take the papers as they are now."""
        revision = self._store.revision
        if revision != self._revision:
            papers = self._store.headed_papers()
            self._suggester = OutlineSuggester(
                (
                    OutlinePaper(p.paper_id, p.title, p.name, p.year, p.genre, p.place)
                    for p in papers
                ),
                self._store.headings_of,
            )
            self._workshop = HeadingWorkshop(
                (WorkshopPaper(p.paper_id, p.title, p.name, p.year) for p in papers),
                self._store.headings_of,
            )
            self._revision = revision

    def _heading_offers(self, headings: Sequence[OfferedHeading]) -> Iterator[HeadingOffer]:
        for heading in headings:
            for title, year in self._store.papers([heading.paper_id]):
                yield HeadingOffer(heading.words, title, year)

    def _template(self, outline: Outline, kind: str) -> Template:
        """An outline with all that is said of it; `kind` is what one of many papers is called."""
        merged = f"{outline.genre or kind}（综合 {outline.papers} 篇）"
        return Template(
            outline.name or merged,
            outline.genre,
            tuple(self._paper_sources(outline.paper_ids[:_SHOWN_SOURCES])),
            tuple(
                TemplateSection(
                    s.level, s.heading, heading_function(s.heading), s.papers, s.variants
                )
                for s in outline.sections
            ),
        )

    def _paper_sources(self, paper_ids: Sequence[int]) -> Iterator[Source]:
        for title, year in self._store.papers(paper_ids):
            yield Source(title, year)
