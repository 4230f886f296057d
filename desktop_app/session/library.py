"""The library in use: questions in, answers with their sources out."""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.core.document.function import heading_function
from desktop_app.core.document.particulars import Kind, particulars
from desktop_app.core.document.properties import infer_genre
from desktop_app.core.errors import LibraryForbidden, LibraryReadOnly, reason_of
from desktop_app.core.library import favourites
from desktop_app.core.library.database import Database, open_database, refusing
from desktop_app.core.library.families import fold_families
from desktop_app.core.library.importing import (
    ImportReport,
    PrepareAll,
    Progress,
    Stage,
    import_files,
)
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.indexing import is_current, newest_index, open_index, refresh_index
from desktop_app.core.library.judging import (
    TallyAll,
    can_judge,
    judge_papers,
    papers_to_count,
    tally_here,
)
from desktop_app.core.library.near_families import near_families
from desktop_app.core.library.preparing import prepare_here
from desktop_app.core.library.search import search
from desktop_app.core.library.store import Scope, SourceParagraph, Statistics, Store
from desktop_app.core.library.usage import Habits
from desktop_app.core.suggest.continuation import Completer
from desktop_app.core.suggest.heading_sets import HeadingWorkshop, OfferedHeading, WorkshopPaper
from desktop_app.core.suggest.outline_text import Outline
from desktop_app.core.suggest.outlines import OutlinePaper, OutlineSuggester
from desktop_app.core.suggest.passages import Passage, PassageSuggester, Unit
from desktop_app.core.suggest.scene import Caret
from desktop_app.core.suggest.sentence_functions import SentenceFunctions
from desktop_app.core.suggest.uses import Wishes
from desktop_app.core.suggest.variants import papers_with
from desktop_app.core.text.words import Words
from desktop_app.session.answers import (
    Blank,
    Completion,
    HeadingOffer,
    HeadingSet,
    Hit,
    KeptPhrase,
    Phrase,
    Signal,
    Source,
    Stretch,
    Template,
    TemplateSection,
)
from desktop_app.session.learning import Learned, learn_from, newest_weights
from desktop_app.session.offered import OfferedTexts
from desktop_app.session.places import Places

_SPARE = 4  # times as many answers are looked through where some may come from unused papers
_BLANK_KINDS = {Kind.BLANK: "placeholder"}  # the others are called in the protocol as they are here
_SHOWN_SOURCES = 5  # of a phrase or an outline; its count tells how many there are


@dataclass(frozen=True, slots=True)
class _Suggesters:
    """What answers from one state of the library."""

    index: LibraryIndex
    completer: Completer
    passages: PassageSuggester
    sentences: SentenceFunctions
    years: dict[int, int]


class Library:
    """An open library.

    Args:
        places: the user's files.
        resources: folder of the program's resources.

    Raises:
        LibraryUnusable: if the library cannot be opened.
    """

    def __init__(self, places: Places, resources: Path) -> None:
        self._database: Database = open_database(places.library)
        self._store = Store(self._database)
        self._weights = resources / "suggest" / "continuation.json"
        self._words = Words()
        self._shown: Path | None = None
        self._suggesters: _Suggesters | None = None
        self._outlines: OutlineSuggester | None = None
        self._habits: Habits | None = None
        self.offered = OfferedTexts()
        self._workshop: HeadingWorkshop | None = None

    @property
    def database(self) -> Database:
        """The open library file; who changes papers in it calls `notice_change`."""
        return self._database

    def notice_change(self) -> None:
        """Take note that papers have been changed, left out or removed, and not by an import."""
        self._outlines = None
        self._workshop = None

    def notice_use(self) -> None:
        """Take note that more is known of how the user meets suggestions."""
        self._habits = None

    def close(self) -> None:
        """Give the library's files back."""
        self._suggesters = None
        self._database.close()

    def import_paths(
        self,
        paths: Sequence[Path],
        report: ImportReport,
        cancelled: Callable[[], bool],
        prepare_all: PrepareAll = prepare_here,
        tally_all: TallyAll | None = None,
    ) -> Iterator[Progress]:
        """Import files and folders; suggestions use them when the iteration ends.

        Raises:
            LibraryUnusable: if the library cannot be written.
        """
        with refusing():
            progress = None
            for progress in import_files(self._store, paths, report, cancelled, prepare_all):
                yield progress
            fold_families(self._database, near_families(self._database.connection))
            if progress and not is_current(self._database):
                yield replace(progress, stage=Stage.INDEXING)
            with ThreadPoolExecutor(max_workers=1) as beside:
                tally_each = tally_all or partial(tally_here, self._words)
                first = papers_to_count(self._database) if progress else []
                counting = beside.submit(lambda: dict(tally_each(first)))
                refresh_index(self._database)
                if progress and can_judge(self._database):
                    yield replace(progress, stage=Stage.JUDGING)
                    judge_papers(self._database, counting.result(), tally_each)
                    refresh_index(self._database)

    def learn(self) -> Learned:
        """Learn from the library how to weigh what may come next; takes a minute or two.

        Raises:
            LibraryReadOnly: if the library cannot be written.
            LibraryForbidden: if the disk is full or fails.
        """
        if self._database.read_only:
            raise LibraryReadOnly
        try:
            current = self._current()
            index = current.index if current else None
            learned = learn_from(index, self._weights, self._database.folder)
        except OSError as error:
            raise LibraryForbidden(reason=reason_of(error)) from error
        self._suggesters = None
        return learned

    def complete(self, before: str, limit: int, *, words: bool = False) -> list[Completion]:
        """What may come next after a draft's text, the most useful first.

        Where its words end is told if that is asked: it takes a dictionary, which is read at the
        first such question (0.6 s, 55 MB) and which the others shall not pay for.
        """
        current = self._current()
        if current is None:
            return []
        offers = current.completer.complete(before, self._with_spare(limit))
        sources = self._store.sources(offer.paragraph_id for offer in offers)
        for offer in offers:
            self.offered.remember(offer.text, offer.paper_id)
        return [
            Completion(
                offer.text,
                offer.papers,
                _source(sources[offer.paragraph_id]),
                self._words.ends(offer.text) if words else (),
            )
            for offer in offers
            if offer.paragraph_id in sources
        ][: max(0, limit)]

    def suggest(
        self, caret: Caret, limit: int, unit: Unit = "phrase", wishes: Wishes | None = None
    ) -> list[Phrase]:
        """Wording for a place in a draft, the most useful first; only what is wished for."""
        current = self._current()
        if current is None:
            return []
        passages = current.passages.suggest(caret, self._with_spare(limit), unit, wishes)
        sources = self._store.sources(passage.paragraph_id for passage in passages)
        shown = [passage for passage in passages if passage.paragraph_id in sources]
        used = self._store.used_papers() if self._is_outdated() else None
        return [
            self._phrase(current, passage, sources[passage.paragraph_id], used)
            for passage in shown[: max(0, limit)]
        ]

    def outlines(self, title: str, genre: str | None, limit: int) -> list[Template]:
        """Outlines for a title, the likeliest first; without a genre the title's own is taken."""
        if self._current() is None:
            return []
        kind = genre or infer_genre(title) or None
        outlines = self._outline_suggester().suggest(title, kind, limit)
        return [self._template(outline, kind or title) for outline in outlines]

    def headings(
        self, title: str, headings: Sequence[str], before: str, limit: int
    ) -> list[HeadingSet]:
        """Headings for the section at the caret, by their patterns, parallel sets first."""
        if self._current() is None:
            return []
        found = self._heading_workshop().suggest(title, headings, before, limit)
        return [
            HeadingSet(s.pattern, s.level, tuple(self._heading_offers(s.headings)), s.papers)
            for s in found
        ]

    def search(
        self, query: str, limit: int, *, everything: bool = False
    ) -> tuple[list[Hit], tuple[str, ...]]:
        """Places for remembered words, best first, and the terms they were found by.

        Papers that are excluded or folded into a family are searched if everything is.

        Raises:
            QueryEmpty: if there is no word in the query.
        """
        scope = Scope.HELD if everything else Scope.SEARCHED
        found = search(self._database, self._words, query, limit, scope)
        hits = [
            Hit(h.snippet, Source(h.document, h.year, h.section), h.score, spun=h.spun)
            for h in found.hits
        ]
        return hits, found.terms

    def statistics(self) -> Statistics:
        """Counts of what the library holds.

        Raises:
            LibraryDamaged: if SQLite finds the file broken.
        """
        with refusing():
            return self._store.statistics()

    def kept(self) -> list[KeptPhrase]:
        """The phrases that the writer keeps, the newest first."""
        return [
            KeptPhrase(f.id, f.text, Source(f.document, f.year, f.section))
            for f in favourites.favourites(self._database)
        ]

    def keep(self, text: str, source: Source) -> None:
        """Keep a phrase.

        Raises:
            LibraryReadOnly: if the library cannot be written.
        """
        favourites.keep(self._database, text, source.document, source.year, source.section)

    def drop(self, kept_id: int) -> None:
        """Keep a phrase no longer.

        Raises:
            LibraryReadOnly: if the library cannot be written.
        """
        favourites.drop(self._database, kept_id)

    def _current(self) -> _Suggesters | None:
        """What answers from the newest index; None where there is none and none can be built.

        An import publishes its index at its end; until then the one before answers. The first
        question builds what is missing, unusable, or outdated because an import was killed.
        """
        if self._suggesters is None or newest_index(self._database) != self._shown:
            index = self._newest_index()
            self._suggesters = self._open(index) if index else None
        return self._suggesters

    def _newest_index(self) -> LibraryIndex | None:
        first = self._suggesters is None and not self._database.read_only
        for _ in range(2 if first else 1):  # one that is unusable is removed when it is opened
            if first:
                fold_families(self._database, near_families(self._database.connection))
                refresh_index(self._database)
            self._shown = newest_index(self._database)
            if index := open_index(self._database):
                return index
        return None

    def _open(self, index: LibraryIndex) -> _Suggesters:
        places, sentences = index.places, SentenceFunctions(self._database)
        self._outlines = None
        self._workshop = None
        return _Suggesters(
            index,
            Completer(index, newest_weights(self._weights, self._database.folder)),
            PassageSuggester(index, sentences),
            sentences,
            dict(zip(places.paper_id.tolist(), places.paper_year.tolist(), strict=True)),
        )

    def _outline_suggester(self) -> OutlineSuggester:
        if self._outlines is None:
            papers = (
                OutlinePaper(p.paper_id, p.title, p.name, p.year, p.genre, p.place)
                for p in self._store.headed_papers()
            )
            self._outlines = OutlineSuggester(papers, self._store.headings_of)
        return self._outlines

    def _heading_workshop(self) -> HeadingWorkshop:
        if self._workshop is None:
            papers = (
                WorkshopPaper(p.paper_id, p.title, p.name, p.year)
                for p in self._store.headed_papers()
            )
            self._workshop = HeadingWorkshop(papers, self._store.headings_of)
        return self._workshop

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

    def _is_outdated(self) -> bool:
        """Whether the index may show papers that are no longer used."""
        return not is_current(self._database)

    def _with_spare(self, limit: int) -> int:
        """How many answers to look through for so many."""
        return limit * _SPARE if self._is_outdated() else limit

    def _phrase(
        self,
        current: _Suggesters,
        passage: Passage,
        source: SourceParagraph,
        used: Collection[int] | None,
    ) -> Phrase:
        """A passage with all that is said of it; only `used` papers count, where that is told."""
        text = source.text[passage.start : passage.end]
        self.offered.remember(text, passage.paper_id)
        found = particulars(text)
        standing = [
            s for s in papers_with(current.index, text, found) if used is None or s.paper_id in used
        ]
        newest = sorted(standing, key=lambda s: -current.years.get(s.paper_id, 0))
        shown = [s.paragraph_id for s in newest[:_SHOWN_SOURCES] if s.verbatim]
        known = self._store.sources(shown)
        sources = tuple(_source(known[i]) for i in shown if i in known) or (_source(source),)
        years = [current.years.get(s.paper_id, 0) for s in newest[:1]] or [source.year or 0]
        return Phrase(
            text,
            self._store.function_at(passage.paragraph_id, passage.start),
            max(1, len(standing)),
            sources,
            pick=Stretch(*passage.pick),
            genre=current.sentences.genre_of(source.paper_id),
            latest=years[0] or None,
            blanks=tuple(Blank(p.start, p.end, _BLANK_KINDS.get(p.kind, p.kind)) for p in found),
            parts=tuple(Stretch(*part) for part in passage.parts),
            signals=tuple(Signal(s.name, s.weight) for s in passage.signals),
        )

    def _paper_sources(self, paper_ids: Sequence[int]) -> Iterator[Source]:
        for title, year in self._store.papers(paper_ids):
            yield Source(title, year)


def _source(paragraph: SourceParagraph) -> Source:
    return Source(paragraph.document, paragraph.year, paragraph.section)
