"""Answers questions about the library: what the command line and the window's engine both speak.

Answers are mappings that become JSON. The library is opened at the first question that needs it
and stays open between questions.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.core.document.draft_file import read_draft
from desktop_app.core.errors import Reason, RequestMalformed
from desktop_app.core.library.database import refusing
from desktop_app.core.suggest.passages import Unit
from desktop_app.core.suggest.scene import Caret
from desktop_app.core.suggest.uses import Wishes
from desktop_app.session.answers import (
    Source,
    completion_json,
    heading_set_json,
    hit_json,
    kept_json,
    phrase_json,
    template_json,
)
from desktop_app.session.catalogue_verbs import CatalogueVerbs
from desktop_app.session.library import Library
from desktop_app.session.places import Places
from desktop_app.session.question import Question
from desktop_app.session.use_verbs import UseVerbs

Answer = dict[str, Any]
_LIMIT = 10


class Service:
    """Answers questions about one library.

    Args:
        places: the user's files.
        resources: folder of the program's resources.
    """

    def __init__(self, places: Places, resources: Path) -> None:
        self._places = places
        self._resources = resources
        self._library: Library | None = None
        self._verbs: dict[str, Callable[[Question], Answer]] = {
            "complete": self._complete,
            "suggest": self._suggest,
            "outline": self._outline,
            "headings": self._headings,
            "search": self._search,
            "stats": self._stats,
            "favourites": self._favourites,
            "keep": self._keep,
            "drop": self._drop,
            "read": _read,
            "export": self._export,
            **CatalogueVerbs(self.library).verbs,
            **UseVerbs(self.library).verbs,
        }

    def close(self) -> None:
        """Give the library's files back."""
        if self._library:
            self._library.close()
            self._library = None

    def library(self) -> Library:
        """The open library.

        Raises:
            LibraryUnusable: if it cannot be opened.
        """
        if self._library is None:
            self._library = Library(self._places, self._resources)
        return self._library

    def answer(self, verb: str, question: Question) -> Answer:
        """The answer to a question.

        Raises:
            BijiaError: if there is none, with the reason.
        """
        ask = self._verbs.get(verb)
        if ask is None:
            raise RequestMalformed(detail=Reason(f"没有“{verb}”", f"there is no “{verb}”"))
        with refusing():
            return ask(question)

    def _complete(self, question: Question) -> Answer:
        before, limit = question.text("before"), question.number("limit", _LIMIT)
        words = question.flag("words", default=False)
        seen = question.optional_number("seen")
        offers = self.library().suggestions.complete(before, limit, words=words, seen=seen)
        return {"completions": [completion_json(offer) for offer in offers]}

    def _suggest(self, question: Question) -> Answer:
        caret = Caret(
            question.texts("headings"), question.text("before"), question.text("title", "")
        )
        limit, unit = question.number("limit", _LIMIT), _unit(question)
        phrases = self.library().suggestions.suggest(caret, limit, unit, _wishes(question))
        return {"phrases": [phrase_json(phrase) for phrase in phrases]}

    def _outline(self, question: Question) -> Answer:
        title, genre = question.text("title"), question.text("genre", "") or None
        templates = self.library().skeletons.outlines(
            title, genre, question.number("limit", _LIMIT)
        )
        return {"templates": [template_json(template) for template in templates]}

    def _headings(self, question: Question) -> Answer:
        sets = self.library().skeletons.headings(
            question.text("title", ""),
            question.texts("headings"),
            question.text("before"),
            question.number("limit", _LIMIT),
        )
        return {"sets": [heading_set_json(found) for found in sets]}

    def _search(self, question: Question) -> Answer:
        hits, terms = self.library().search(
            question.text("query"),
            question.number("limit", _LIMIT),
            everything=question.flag("everything", default=False),
        )
        return {"hits": [hit_json(hit) for hit in hits], "terms": list(terms)}

    def _stats(self, _question: Question) -> Answer:
        held = self.library().statistics()
        return {
            "documents": held.documents,
            "characters": held.characters,
            "sections": held.sections,
            "phrases": held.phrases,
            "favourites": held.favourites,
        }

    def _favourites(self, _question: Question) -> Answer:
        return {"favourites": [kept_json(kept) for kept in self.library().kept()]}

    def _keep(self, question: Question) -> Answer:
        source = Source(
            question.text("document", ""),
            question.optional_number("year"),
            question.text("section", ""),
        )
        self.library().keep(question.text("text"), source)
        return self._favourites(question)

    def _drop(self, question: Question) -> Answer:
        self.library().drop(question.number("id"))
        return self._favourites(question)

    def _export(self, question: Question) -> Answer:
        # The engine starts a twentieth of a second sooner without python-docx.
        from desktop_app.session.exporting import export_draft  # noqa: PLC0415

        draft = read_draft(question.text("draft"))
        path = question.path("path")
        fonts = export_draft(draft, path, self._resources, question.text("style", ""))
        return {"path": str(path), "fonts": list(fonts)}


def _read(question: Question) -> Answer:
    """The paragraphs of a file of another format, as the beginning of a draft."""
    from desktop_app.core.reading.paper import read_raw  # noqa: PLC0415 — see `_export`

    paragraphs = read_raw(question.path("path"))
    return {
        "texts": [paragraph.text for paragraph in paragraphs],
        "roles": [paragraph.hint and paragraph.hint.value for paragraph in paragraphs],
    }


def _wishes(question: Question) -> Wishes:
    return Wishes(
        frozenset(question.texts("functions")),
        question.text("genre", ""),
        question.number("since", 0),
    )


def _unit(question: Question) -> Unit:
    unit = question.text("unit", "phrase")
    if unit == "phrase":
        return "phrase"
    if unit == "passage":
        return "passage"
    detail = Reason("“unit”应为 phrase 或 passage", "“unit” is phrase or passage")
    raise RequestMalformed(detail=detail)
