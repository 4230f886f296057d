"""Learning anew how to weigh continuations, on the user's own library."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.core.errors import Language
from desktop_app.core.library.database import INDEX_FOLDER
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.indexing import LEARNED, LEARNED_FROM
from desktop_app.core.suggest.examples import Effort
from desktop_app.core.suggest.learning import is_better, learn
from desktop_app.core.suggest.weights import ContinuationWeights

BACKGROUND = Effort(stretches=40, share=0.3, seconds=50)  # about two minutes of one core in all
_TRIAL = Effort(stretches=10, share=0, seconds=25)
_FEWEST = 12  # papers; from fewer there is nothing to learn
_HELD_OUT = 5  # every fifth paper is kept to try the weights on


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of learning.

    Attributes:
        papers: how many the library has.
        kept: whether what was learned is better than what was known, and is used from now on.
    """

    papers: int
    kept: bool

    def told(self) -> dict[str, Any]:
        """As JSON."""
        return {"papers": self.papers, "kept": self.kept}

    def sentence(self, language: Language) -> str:
        """For a reader."""
        if language == "en":
            outcome = (
                "and suggestions are better for it" if self.kept else "and found nothing better"
            )
            return f"Learned from {self.papers} papers {outcome}."
        return f"已从 {self.papers} 篇文稿学习，" + (
            "续写有改进。" if self.kept else "原有参数已是最好。"
        )


def newest_weights(shipped: Path, library: Path) -> ContinuationWeights:
    """The weights learned on a library if there are any that can be used, else those shipped."""
    try:
        return ContinuationWeights.read(library / INDEX_FOLDER / LEARNED)
    except (OSError, ValueError):
        return ContinuationWeights.read(shipped)


def learned_at(library: Path) -> int:
    """When weights were learned on a library, in nanoseconds; 0 for never."""
    try:
        return (library / INDEX_FOLDER / LEARNED).stat().st_mtime_ns
    except OSError:
        return 0


def is_due(papers: int, library: Path) -> bool:
    """Whether a library of so many papers has doubled since it was last learned from."""
    try:
        said = json.loads((library / INDEX_FOLDER / LEARNED_FROM).read_text("utf-8"))
        return papers >= max(_FEWEST, 2 * int(said["papers"]))
    except (OSError, ValueError, KeyError, TypeError):
        return papers >= _FEWEST


def learn_from(
    index: LibraryIndex | None, shipped: Path, library: Path, effort: Effort = BACKGROUND
) -> Learned:
    """Learn from a library, and keep what was learned if papers held out are the better for it.

    Args:
        index: of the library, if it has any.
        shipped: the weights that come with the program.
        library: its folder.
        effort: how much to learn from.

    Raises:
        OSError: the folder cannot be written.
    """
    used = np.flatnonzero(~index.hidden) if index else np.zeros(0, np.int64)
    if index is None or len(used) < _FEWEST:
        return Learned(len(used), kept=False)
    mixed = np.random.default_rng(len(used)).permutation(used).tolist()
    held_out, papers = mixed[::_HELD_OUT], [n for i, n in enumerate(mixed) if i % _HELD_OUT]
    known = newest_weights(shipped, library)
    learned = learn(index, known, papers, effort)
    kept = is_better(index, known, learned, held_out, _TRIAL)
    if kept:
        learned.write(library / INDEX_FOLDER / LEARNED)
    _note(len(used), library / INDEX_FOLDER / LEARNED_FROM)
    return Learned(len(used), kept)


def _note(papers: int, path: Path) -> None:
    """Write it whole or not at all."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(json.dumps({"papers": papers}), "utf-8")
    unfinished.replace(path)
