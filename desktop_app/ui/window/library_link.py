"""Between the page, the panel and the library: asks for the caret, the search and the stars."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.session.answers import (
    KeptPhrase,
    Source,
    read_heading_set,
    read_hit,
    read_kept,
    read_phrase,
    read_template,
    source_json,
)
from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.editor.caret_context import CaretContext
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.panel import SidePanel

_PAUSE = 150  # milliseconds that the caret rests until phrases are asked for
_PHRASES, _HITS, _TEMPLATES, _HEADING_SETS = 10, 50, 5, 8
_Said = TypeVar("_Said")


class LibraryLink(QObject):
    """Asks the engine and shows its answers in the panel, nothing while an input method composes.

    Signals:
        failed(str): a problem, in one sentence.
        counted(int): how many papers the library holds.
    """

    failed = Signal(str)
    counted = Signal(int)

    def __init__(self, editor: PageEditor, panel: SidePanel, engine: Engine) -> None:
        super().__init__(editor)
        self._editor = editor
        self._panel = panel
        self._engine = engine
        self._number = 0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._ask_phrases)
        editor.caret_moved.connect(self._timer.start)
        panel.suggestions.wanted_changed.connect(self._ask_phrases)
        panel.search.query_changed.connect(self._ask_hits)
        panel.templates.title_changed.connect(self._ask_templates)
        panel.headings.opened.connect(self._ask_headings)
        panel.keep_asked.connect(self.keep)
        panel.drop_asked.connect(self._drop)

    def refresh(self) -> None:
        """Ask everything anew: at the start, and when papers have been imported."""
        self._ask("stats", {"verb": "stats"}, self._show_counts, self.failed.emit)
        self._ask("kept", {"verb": "favourites"}, self._show_kept, self.failed.emit)
        self._ask_phrases()

    def _ask(
        self,
        lane: str,
        fields: dict[str, Any],
        receive: Callable[[dict[str, Any]], None],
        refuse: Callable[[str], None],
    ) -> None:
        calm = self._when_calm
        self._engine.ask(lane, fields, partial(calm, receive), partial(calm, refuse))

    def _when_calm(self, show: Callable[[_Said], None], said: _Said) -> None:
        self._editor.when_calm(partial(show, said))

    # Questions that follow the writer

    def _ask_phrases(self) -> None:
        if self._editor.composing:
            return  # asked again when the input method is done
        context = self._editor.context()
        self._panel.suggestions.show_place(context.headings, context.title)
        self._panel.templates.follow_title(context.title)
        fields = {
            "verb": "suggest",
            "title": context.title,
            "headings": list(context.headings),
            "before": context.before,
            "limit": _PHRASES,
            **self._panel.suggestions.filter.wanted.fields(),
        }
        refuse = partial(self._when_calm, self._panel.suggestions.show_problem)
        self._engine.ask("suggest", fields, self._show_phrases, refuse)
        if self._panel.headings.isVisible():
            self._ask_headings()

    def _show_phrases(self, answer: dict[str, Any]) -> None:
        if not self._editor.composing:  # else they are asked for again when that is done
            phrases = [read_phrase(phrase) for phrase in answer["phrases"]]
            self._panel.suggestions.show_phrases(phrases)

    def _ask_hits(self, query: str) -> None:
        search = self._panel.search
        if not query:
            self._engine.forget("search")
            search.show_hits((), ())
            return
        fields = {"verb": "search", "query": query, "limit": _HITS}
        self._ask("search", fields, self._show_hits, search.show_problem)

    def _show_hits(self, answer: dict[str, Any]) -> None:
        hits = [read_hit(hit) for hit in answer["hits"]]
        self._panel.search.show_hits(hits, answer["terms"], more=len(hits) == _HITS)

    def _ask_templates(self, title: str) -> None:
        templates = self._panel.templates
        if not title:
            self._engine.forget("outline")
            templates.show_templates(())
            return
        fields = {"verb": "outline", "title": title, "limit": _TEMPLATES}
        self._ask("outline", fields, self._show_templates, templates.show_problem)

    def _show_templates(self, answer: dict[str, Any]) -> None:
        self._panel.templates.show_templates([read_template(t) for t in answer["templates"]])

    def _ask_headings(self) -> None:
        context = self._editor.context()
        fields = {
            "verb": "headings",
            "title": context.title,
            "headings": list(context.headings),
            "before": context.before,
            "limit": _HEADING_SETS,
        }
        show = partial(self._show_headings, context)
        self._ask("headings", fields, show, self._panel.headings.show_problem)

    def _show_headings(self, context: CaretContext, answer: dict[str, Any]) -> None:
        sets = [read_heading_set(found) for found in answer["sets"]]
        place = context.headings[-1] if context.headings else context.title
        self._panel.headings.show_sets(sets, place, context.before)

    # Favourites

    def keep(self, text: str, source: Source | None) -> None:
        """Keep a text among the favourites."""
        fields = {"verb": "keep", "text": text, **source_json(source or Source("", None))}
        self._ask_for_sure(fields)

    def _drop(self, kept_id: int) -> None:
        self._ask_for_sure({"verb": "drop", "id": kept_id})

    def _ask_for_sure(self, fields: dict[str, Any]) -> None:
        """Ask in a lane of its own: none of these may be overtaken by the next."""
        self._number += 1
        self._ask(f"kept-{self._number}", fields, self._show_kept, self.failed.emit)

    def _show_kept(self, answer: dict[str, Any]) -> None:
        kept: list[KeptPhrase] = [read_kept(phrase) for phrase in answer["favourites"]]
        self._panel.favourites.show_kept(kept)
        self._panel.show_kept({phrase.text: phrase.id for phrase in kept})

    def stop(self) -> None:
        """The window closes: nothing more is asked."""
        self._timer.stop()

    def _show_counts(self, answer: dict[str, Any]) -> None:
        papers = answer["documents"]
        self._panel.suggestions.show_empty_library(empty=papers == 0)
        self.counted.emit(papers)
