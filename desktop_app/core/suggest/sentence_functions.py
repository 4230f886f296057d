"""What the sentences of the library do, as the import has found."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.document.genre import genre_family
from desktop_app.core.library.database import Database


@dataclass(frozen=True, eq=False)
class Sentences:
    """Sentences of stored paragraphs, one after another.

    Attributes:
        paragraph_id: where each stands,
        start: from which code point on,
        length: with how many of them.
        function: what it does.
    """

    paragraph_id: NDArray[np.int64]
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    function: Sequence[str]


class SentenceFunctions:
    """Reads functions; which paragraphs have one is read once."""

    def __init__(self, database: Database) -> None:
        self._read = database.connection.execute
        self._holding: dict[str, NDArray[np.int64]] = {}

    def of(self, paragraph_ids: Sequence[int]) -> Sentences:
        """The sentences of these paragraphs."""
        rows = self._read(
            "SELECT paragraph_id, start, length, function FROM phrase "
            "WHERE paragraph_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(paragraph_ids)),),
        ).fetchall()
        numbers = np.array([row[:3] for row in rows], np.int64).reshape(-1, 3)
        ids, starts, lengths = numbers.T
        return Sentences(ids, starts, lengths, [row[3] for row in rows])

    def paragraphs_with(self, function: str) -> NDArray[np.int64]:
        """The ids of all paragraphs with a sentence that does this, ascending."""
        if function not in self._holding:
            rows = self._read(
                "SELECT DISTINCT paragraph_id FROM phrase WHERE function = ? ORDER BY 1",
                (function,),
            )
            self._holding[function] = np.fromiter((row[0] for row in rows), np.int64)
        return self._holding[function]

    def papers_of(self, genre: str) -> NDArray[np.int64]:
        """The ids of the papers of a genre, and of those that belong to it: 发言 is a 讲话."""
        genres = [row[0] for row in self._read("SELECT DISTINCT genre FROM paper")]
        wanted = [name for name in genres if genre in (name, genre_family(name))]
        found = [
            row[0]
            for name in wanted
            for row in self._read("SELECT id FROM paper WHERE genre = ?", (name,))
        ]
        return np.array(found, np.int64)

    def genre_of(self, paper_id: int) -> str:
        """The genre of a paper; empty if it is unknown."""
        row = self._read("SELECT genre FROM paper WHERE id = ?", (paper_id,)).fetchone()
        return str(row[0]) if row else ""
