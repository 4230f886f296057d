"""A part of a library's index, opened: memory-mapped arrays over some of its papers."""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.index.arrays import open_array
from desktop_app.core.library.index.grams import RareGrams
from desktop_app.core.library.index.pair_field import PairField
from desktop_app.core.library.index.paper_pairs import PaperPairs
from desktop_app.core.library.index.places import Places
from desktop_app.core.library.index.rows import PassageRows
from desktop_app.core.library.index.sorted_text import SortedText

FORMAT = 5  # to be raised whenever an array changes its meaning
FORMAT_FILE = "format.json"


class Part(StrEnum):
    """The parts of a segment, as their files are called."""

    PLACES = "places"
    ROWS = "rows"
    PAPER_PAIRS = "paper-pairs"
    RARE_GRAMS = "rare-grams"
    FORMULAE = "formulae"
    WHOLE = "field-whole"
    OPENING = "field-opening"
    HEADING = "field-heading"
    PREVIOUS = "field-previous"


class SegmentUnusable(Exception):
    """The folder holds no whole segment of this version; it can be built again."""


@dataclass(frozen=True, eq=False)
class Segment:
    """Everything that suggestions are ranked with, for some papers; it is never changed.

    Attributes:
        text: the papers, and where each string stands in them.
        places: which paper and paragraph stand at a position.
        rows: the passages that can be neighbours of a caret.
        paper_pairs: what each paper is made of.
        rare_grams: what only few papers have.
        formulae: hashes of what everybody writes, ascending.
        whole: likeness to the rows,
        opening: to their first words,
        heading: to the headings above them,
        previous: and to the leads of the rows before them.
    """

    text: SortedText
    places: Places
    rows: PassageRows
    paper_pairs: PaperPairs
    rare_grams: RareGrams
    formulae: NDArray[np.uint64]
    whole: PairField
    opening: PairField
    heading: PairField
    previous: PairField

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Map the arrays of a segment.

        Raises:
            SegmentUnusable: missing, unfinished, damaged, or of another version.
        """
        try:
            _check_format(folder)
            return cls(
                text=SortedText(folder),
                places=Places.open(folder, Part.PLACES),
                rows=PassageRows.open(folder, Part.ROWS),
                paper_pairs=PaperPairs.open(folder, Part.PAPER_PAIRS),
                rare_grams=RareGrams.open(folder, Part.RARE_GRAMS),
                formulae=open_array(folder, Part.FORMULAE),
                whole=PairField.open(folder, Part.WHOLE),
                opening=PairField.open(folder, Part.OPENING),
                heading=PairField.open(folder, Part.HEADING),
                previous=PairField.open(folder, Part.PREVIOUS),
            )
        except (OSError, ValueError, EOFError) as error:
            raise SegmentUnusable(str(error)) from error


def _check_format(folder: Path) -> None:
    found = json.loads((folder / FORMAT_FILE).read_text(encoding="utf-8"))
    if found != {"format": FORMAT}:
        raise ValueError(f"the segment is of another version: {found}")
