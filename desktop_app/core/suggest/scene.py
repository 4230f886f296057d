"""A place in a draft, and what of the library is near it."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.suggest.neighbour_text import NeighbourText
from desktop_app.core.suggest.neighbours import Neighbours
from desktop_app.core.suggest.uses import Uses, Wishes


@dataclass(frozen=True, slots=True)
class Caret:
    """A place in a draft.

    Attributes:
        headings: above it, outermost first.
        before: the draft up to it, one paragraph a line.
        title: of the draft, where nothing is written yet.
    """

    headings: Sequence[str]
    before: str
    title: str = ""


@dataclass(frozen=True, eq=False)
class Scene:
    """All that a question is answered from.

    Attributes:
        index: of the library.
        caret: where it is asked.
        wishes: what is asked for.
        neighbours: of the caret.
        text: of the neighbours.
        uses: for each position of the text, what it does.
    """

    index: LibraryIndex
    caret: Caret
    wishes: Wishes
    neighbours: Neighbours
    text: NeighbourText
    uses: Uses
