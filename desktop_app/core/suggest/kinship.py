"""Which papers are kin to a draft: last year's paper of the same place shares rare wording."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.grams import SAMPLED
from desktop_app.core.library.index.library_index import LibraryIndex

_MOST = 3.5
_KEENNESS = 10
_SHORT = 2000  # characters; a draft that is just begun does not make kin with one chance match


def kinship(index: LibraryIndex, lines: Sequence[str]) -> NDArray[np.float64]:
    """For each paper 0 to 3.5, its kinship with a draft.

    Args:
        index: of the library.
        lines: of the draft; the last one, still being written, does not count.
    """
    lists = [np.zeros(0, np.int64), *index.rare_grams.papers_sharing(lines[:-1])]
    shared = np.bincount(np.concatenate(lists), minlength=index.places.papers) * SAMPLED
    length = sum(len(line) for line in lines)
    kin: NDArray[np.float64] = np.log1p(_KEENNESS * shared / np.sqrt(length + _SHORT))
    return np.minimum(kin, _MOST)
