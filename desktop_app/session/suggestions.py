"""Wording for a place in a draft, out of the newest index, with its sources."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from desktop_app.core.document.particulars import Kind, Particular, particulars
from desktop_app.core.errors import LibraryForbidden, LibraryReadOnly, reason_of
from desktop_app.core.library.database import Database
from desktop_app.core.library.families import fold_families
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.indexing import is_current, newest_index, open_index, refresh_index
from desktop_app.core.library.near_families import near_families
from desktop_app.core.library.store import SourceParagraph, Store
from desktop_app.core.library.usage import Habits, habits
from desktop_app.core.suggest.continuation import Completer, Continuation
from desktop_app.core.suggest.gram_chances import read_chances
from desktop_app.core.suggest.passages import Passage, PassageSuggester, Unit
from desktop_app.core.suggest.scene import Caret
from desktop_app.core.suggest.sentence_functions import SentenceFunctions
from desktop_app.core.suggest.uses import Wishes
from desktop_app.core.suggest.variants import Standing, papers_with
from desktop_app.core.suggest.whole_words import in_whole_words
from desktop_app.core.text.words import Words
from desktop_app.session.answers import Blank, Completion, Phrase, Signal, Source, Stretch
from desktop_app.session.learning import (
    Learned,
    is_due,
    learn_from,
    learned_at,
    newest_weights,
)
from desktop_app.session.offered import OfferedTexts

_CHANCES = "phrases.json"  # beside the weights of the continuation
_BLANK_KINDS = {Kind.BLANK: "placeholder"}  # the others are called in the protocol as they are here
_KNOWN = 1000  # phrases whose papers are kept, since the next question has mostly the same ones
_SHOWN_SOURCES = 5  # of a phrase; its count tells how many there are


@dataclass(frozen=True, slots=True)
class _Suggesters:
    """What answers from one state of the library."""

    index: LibraryIndex
    completer: Completer
    passages: PassageSuggester
    sentences: SentenceFunctions
    years: dict[int, int]
    papers_with: Callable[[str], tuple[Sequence[Particular], Sequence[Standing]]]

    def lean(self, leaning: Mapping[int, float]) -> None:
        """Let papers count more or less, by how much the user leans to each."""
        papers = self.index.places.paper_id.tolist()
        by_place = np.array([leaning.get(paper_id, 0.0) for paper_id in papers])
        self.completer.lean(by_place)
        self.passages.lean(by_place)


class Suggestions:
    """Suggests continuations and phrases out of a library.

    Args:
        database: of the library.
        weights: file of those that come with the program.
        words: tells where words end.

    Attributes:
        offered: which papers the latest suggestions came from.
    """

    def __init__(self, database: Database, weights: Path, words: Words) -> None:
        self._database = database
        self._store = Store(database)
        self._weights = weights
        self._words = words
        self._shown: Path | None = None
        self._suggesters: _Suggesters | None = None
        self._learned = 0
        self._habits: Habits | None = None
        self._mapped = False
        self._revision: int | None = None  # of the papers that the suggesters know
        self.offered = OfferedTexts()

    def notice_use(self) -> None:
        """Take note that more is known of how the user meets suggestions."""
        self._habits = None

    def may_learn(self) -> bool:
        """Whether the library has grown so much that learning from it is worth while."""
        papers = len(self._store.papers_in_use())
        return not self._database.read_only and is_due(papers, self._database.folder)

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

    def complete(
        self, before: str, limit: int, *, words: bool = False, seen: int | None = None
    ) -> list[Completion]:
        """What may come next after a draft's text, the most useful first.

        Args:
            before: the draft up to the caret.
            limit: how many.
            words: whether to end with a whole word, and to tell where words end. It takes a
                dictionary, which is read at the first such question (0.6 s, 55 MB) and which the
                others shall not pay for.
            seen: how many the writer sees before going on; without a number all of them. Only what
                was seen and not taken is not offered again.
        """
        current = self._current()
        if current is None:
            return []
        offers = current.completer.complete(before, limit)
        sources = self._store.sources(offer.paragraph_id for offer in offers)
        offers = [offer for offer in offers if offer.paragraph_id in sources]
        told = self._in_words(offers, sources) if words else dict.fromkeys(offers, ())
        current.completer.saw(before, [offer.text for offer in told][:seen])
        for offer in told:
            self.offered.remember(offer.text, offer.paper_id)
        return [
            Completion(offer.text, offer.papers, _source(sources[offer.paragraph_id]), ends)
            for offer, ends in told.items()
        ]

    def _in_words(
        self, offers: list[Continuation], sources: Mapping[int, SourceParagraph]
    ) -> dict[Continuation, tuple[int, ...]]:
        """The offers in whole words, each text once, and where its words end."""
        told: dict[str, tuple[Continuation, tuple[int, ...]]] = {}
        for offer in offers:
            source = sources[offer.paragraph_id].text
            text, ends = in_whole_words(offer.text, source, self._words.cut)
            told.setdefault(text, (replace(offer, text=text), ends))
        return dict(told.values())

    def suggest(
        self, caret: Caret, limit: int, unit: Unit = "phrase", wishes: Wishes | None = None
    ) -> list[Phrase]:
        """Wording for a place in a draft, the most useful first; only what is wished for."""
        current = self._current()
        if current is None:
            return []
        passages = current.passages.suggest(caret, limit, unit, wishes)
        sources = self._store.sources(passage.paragraph_id for passage in passages)
        shown = [passage for passage in passages if passage.paragraph_id in sources]
        shown.sort(key=lambda p: self._is_tiresome(sources[p.paragraph_id].text[p.start : p.end]))
        return [self._phrase(current, passage, sources[passage.paragraph_id]) for passage in shown]

    def _is_tiresome(self, text: str) -> bool:
        """Whether a text was passed over time and again; such ones come last."""
        return self._habits is not None and text in self._habits.tiresome

    def _current(self) -> _Suggesters | None:
        """What answers from the newest index; None where there is none and none can be built.

        An import publishes its index at its end; until then the one before answers. The first
        question builds what is missing, unusable, or outdated because an import was killed.
        """
        learned = learned_at(self._database.folder)
        outdated = (newest_index(self._database), learned) != (self._shown, self._learned)
        if self._suggesters is None or outdated:
            self._learned = learned
            index = self._newest_index()
            self._suggesters = self._open(index) if index else None
            self._habits = self._revision = None
        elif not self._mapped:  # a cold disk is asked for less by the first answer if it reads
            self._database.map_file()
            self._mapped = True
        if self._suggesters:
            self._suggesters = self._hide_unused(self._suggesters)
        if self._suggesters and self._habits is None:
            self._habits = habits(self._database)
            self._suggesters.lean(self._habits.leaning)
        return self._suggesters

    def _newest_index(self) -> LibraryIndex | None:
        first = self._suggesters is None and not self._database.read_only
        for _ in range(2 if first else 1):  # one that is unusable is removed when it is opened
            if first:
                fold_families(self._database, near_families(self._database.connection))
                refresh_index(self._database)
            self._shown = newest_index(self._database)
            before = self._suggesters.index if self._suggesters else None
            if index := open_index(self._database, before):
                return index
        return None

    def _open(self, index: LibraryIndex) -> _Suggesters:
        places, sentences = index.places, SentenceFunctions(self._database)
        return _Suggesters(
            index,
            Completer(index, newest_weights(self._weights, self._database.folder)),
            PassageSuggester(index, sentences, read_chances(self._weights.with_name(_CHANCES))),
            sentences,
            dict(zip(places.paper_id.tolist(), places.paper_year.tolist(), strict=True)),
            lru_cache(maxsize=_KNOWN)(partial(_papers_with, index)),
        )

    def _hide_unused(self, current: _Suggesters) -> _Suggesters:
        """Without the papers that are not used any more, before the index is built anew."""
        revision = self._store.revision
        if revision == self._revision:
            return current
        self._revision = revision
        if is_current(self._database):
            return current
        index = current.index
        unused = ~np.isin(index.places.paper_id, list(self._store.papers_in_use()))
        if np.array_equal(unused, index.hidden):
            return current
        self._habits = None
        return self._open(replace(index, hidden=unused))

    def _phrase(
        self,
        current: _Suggesters,
        passage: Passage,
        source: SourceParagraph,
    ) -> Phrase:
        """A passage with all that is said of it."""
        text = source.text[passage.start : passage.end]
        self.offered.remember(text, passage.paper_id)
        found, standing = current.papers_with(text)
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


def _papers_with(index: LibraryIndex, text: str) -> tuple[Sequence[Particular], Sequence[Standing]]:
    """The particulars of a phrase, and the papers that have it, be it with others."""
    found = particulars(text)
    return found, papers_with(index, text, found)


def _source(paragraph: SourceParagraph) -> Source:
    return Source(paragraph.document, paragraph.year, paragraph.section)
