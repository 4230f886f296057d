"""Answers questions about the library's papers one by one, its files and its folders."""

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.core.errors import FileUnsupported, Reason, RequestMalformed
from desktop_app.core.library.catalogue import (
    catalogue,
    catalogue_entry,
    edit_paper,
    exclude_papers,
    papers_of_ids,
    refusals,
    remove_papers,
)
from desktop_app.core.library.folders import watch, watch_no_longer, watched_folders
from desktop_app.core.text.surrogates import without_surrogates
from desktop_app.session.catalogue_answers import entry_json, paper_json, refusal_json
from desktop_app.session.language import system_language
from desktop_app.session.library import Library
from desktop_app.session.question import Question

Answer = dict[str, Any]
_TEXTS = ("title", "genre", "body", "place")
_YEARS = range(1, 10_000)


class CatalogueVerbs:
    """The verbs for looking through the library and putting it in order.

    Args:
        library: gives the open library.

    Attributes:
        verbs: what answers a question, by the verb's name.
    """

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library
        self.verbs: Mapping[str, Callable[[Question], Answer]] = {
            "papers": self._papers,
            "paper": self._paper,
            "edit_paper": self._edit,
            "exclude_papers": self._exclude,
            "remove_papers": self._remove,
            "failures": self._failures,
            "folders": self._folders,
            "watch": self._watch,
        }

    def _papers(self, _question: Question) -> Answer:
        return {"papers": [paper_json(paper) for paper in catalogue(self._library().database)]}

    def _paper(self, question: Question) -> Answer:
        return entry_json(catalogue_entry(self._library().database, question.number("id")))

    def _edit(self, question: Question) -> Answer:
        values = _edited(question.part("fields"))
        paper = edit_paper(self._library().database, question.number("id"), values)
        return {"paper": paper_json(paper)}

    def _exclude(self, question: Question) -> Answer:
        paper_ids, database = question.numbers("ids"), self._library().database
        exclude_papers(database, paper_ids, excluded=question.flag("excluded"))
        return {"papers": [paper_json(paper) for paper in papers_of_ids(database, paper_ids)]}

    def _remove(self, question: Question) -> Answer:
        removed = remove_papers(self._library().database, question.numbers("ids"))
        return {"removed": removed}

    def _failures(self, _question: Question) -> Answer:
        known = refusals(self._library().database)
        failed = [told for told in known if not isinstance(told.reason, FileUnsupported)]
        language = system_language()
        return {
            "failures": [refusal_json(told, language) for told in failed],
            "skipped": len(known) - len(failed),
        }

    def _folders(self, _question: Question) -> Answer:
        return {"folders": list(map(str, watched_folders(self._library().database)))}

    def _watch(self, question: Question) -> Answer:
        path, watched = question.path("path"), question.flag("watched")
        (watch if watched else watch_no_longer)(self._library().database, path)
        return self._folders(question)


def _edited(fields: Question) -> dict[str, str | int | None]:
    """The properties that are set. A title has words; an empty year is none that is known."""
    values: dict[str, str | int | None] = {
        name: _one_line(fields.text(name, "")) for name in _TEXTS if fields.has(name)
    }
    if values.get("title") == "":
        raise RequestMalformed(detail=Reason("题目是空的", "the title is empty"))
    if fields.has("year"):
        year = fields.optional_number("year")
        if year is not None and year not in _YEARS:
            raise RequestMalformed(detail=Reason("年份不对", "that is no year"))
        values["year"] = year
    return values


def _one_line(text: str) -> str:
    """The text without line ends, and without half an emoji, which SQLite refuses."""
    return " ".join(without_surrogates(text).split())
