"""What an index is built from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from desktop_app.core.document.paragraph import Role


class Kind(Enum):
    """What a paragraph is to the suggestions.

    All are text that can be continued and found, but only running text is offered as passages.
    What frames a paper (title, salutation, signature) shows where it begins and ends.
    """

    RUNNING = "running"
    HEADING = "heading"
    FRAME = "frame"

    @classmethod
    def of(cls, role: Role, run_in: int) -> "Kind":
        """The kind of a paragraph with this role and so long a run-in heading."""
        if role is Role.BODY or run_in:
            return cls.RUNNING
        return cls.HEADING if role.level else cls.FRAME


@dataclass(frozen=True, slots=True)
class IndexedParagraph:
    """A paragraph of the library.

    Attributes:
        id: its row in the store.
        text: its literal text, without line breaks.
        kind: what it is to the suggestions. A heading is one only on a line of its own.
        body: where its running text begins, in code points: behind a heading that runs on.
    """

    id: int
    text: str
    kind: Kind = Kind.RUNNING
    body: int = 0


@dataclass(frozen=True, slots=True)
class IndexedPaper:
    """A paper of the library: its row in the store, its year where known, its paragraphs."""

    id: int
    year: int | None
    paragraphs: Sequence[IndexedParagraph]
