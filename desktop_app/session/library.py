"""The library in use: questions in, answers with their sources out."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.library import favourites
from desktop_app.core.library.database import Database, open_database, refusing
from desktop_app.core.library.search import search
from desktop_app.core.library.store import Scope, Statistics, Store
from desktop_app.core.text.words import Words
from desktop_app.session.answers import Hit, KeptPhrase, Source
from desktop_app.session.places import Places

if TYPE_CHECKING:
    from desktop_app.session.skeletons import Skeletons
    from desktop_app.session.suggestions import Suggestions


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
        self._words = Words()
        self._resources = resources

    @cached_property
    def suggestions(self) -> "Suggestions":
        """What may be written at a place of a draft."""
        from desktop_app.session.suggestions import Suggestions  # noqa: PLC0415 — imports go without

        shipped = self._resources / "suggest" / "continuation.json"
        return Suggestions(self._database, shipped, self._words)

    @cached_property
    def skeletons(self) -> "Skeletons":
        """Outlines and headings."""
        from desktop_app.session.skeletons import Skeletons  # noqa: PLC0415 — as above

        return Skeletons(self._store)

    @property
    def database(self) -> Database:
        """The open library file."""
        return self._database

    def close(self) -> None:
        """Give the library's files back."""
        self.__dict__.pop("suggestions", None)  # which hold the index open
        self._database.close()

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
