"""What an index is built from."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexedParagraph:
    """A paragraph of the library.

    Attributes:
        id: its row in the store.
        text: its literal text, without line breaks.
        heading: whether it is a heading on a line of its own. Such a line can be continued and
            found, but is no passage to offer. A heading that runs on into body text is none.
    """

    id: int
    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class IndexedPaper:
    """A paper of the library: its row in the store, its year where known, its paragraphs."""

    id: int
    year: int | None
    paragraphs: Sequence[IndexedParagraph]
