"""Which papers are kin to a draft: last year's paper of the same place shares rare wording."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.grams import SAMPLED
from desktop_app.core.library.index.library_index import LibraryIndex

_MOST = 3.5
_KEENNESS = 10
_SHORT = 2000  # characters; a draft that is just begun does not make kin with one chance match
_LINES = 4096  # whose papers are kept


class Kinship:
    """Kinship of the library's papers; the lines of a draft are looked up once."""

    def __init__(self, index: LibraryIndex) -> None:
        self._papers = index.places.papers
        self._papers_sharing = index.rare_grams.papers_sharing
        self._known: dict[str, NDArray[np.int64]] = {}

    def with_draft(self, lines: Sequence[str]) -> NDArray[np.float64]:
        """For each paper 0 to 3.5; the last line, still being written, does not count."""
        lists = [np.zeros(0, np.int64), *self._papers_of(lines[:-1])]
        shared = np.bincount(np.concatenate(lists), minlength=self._papers) * SAMPLED
        length = sum(len(line) for line in lines)
        kinship: NDArray[np.float64] = np.log1p(_KEENNESS * shared / np.sqrt(length + _SHORT))
        return np.minimum(kinship, _MOST)

    def _papers_of(self, lines: Sequence[str]) -> list[NDArray[np.int64]]:
        """The papers that share something with each line."""
        if len(self._known) > _LINES:
            self._known.clear()
        lacking = [line for line in dict.fromkeys(lines) if line not in self._known]
        if lacking:
            self._known |= zip(lacking, self._papers_sharing(lacking), strict=True)
        return [self._known[line] for line in lines]
