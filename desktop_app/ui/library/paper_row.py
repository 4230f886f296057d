"""What the engine says of the papers in the library, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop_app.core.document.paragraph import Paragraph, Role

_CERTAIN = 0.6  # from this confidence on, a value is shown without a question mark


class PaperState(StrEnum):
    """What a paper is good for: suggestions, searching only, or nothing that can be opened."""

    USED = "used"
    EXCLUDED = "excluded"
    SPUN = "spun"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as the catalogue lists it.

    Attributes:
        id: its number in the library.
        title: what it calls itself.
        genre: for example 通知; empty if unknown, as are `body` and `place`.
        year: None if unknown.
        body: that issued it.
        place: that it is about.
        characters: how many it has.
        state: what it is good for.
        copies: papers of its family, itself included.
        name: of its file.
    """

    id: int
    title: str
    genre: str
    year: int | None
    body: str
    place: str
    characters: int
    state: PaperState
    copies: int
    name: str

    @property
    def suggested(self) -> bool:
        """Whether the suggestions may draw on it."""
        return self.state in (PaperState.USED, PaperState.MISSING)


@dataclass(frozen=True, slots=True)
class RemovedText:
    """A line that cleaning took out, before which paragraph it stood, and why it went."""

    before: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """A paper in full.

    Attributes:
        row: as the catalogue lists it.
        doubtful: the fields whose values were inferred without much confidence.
        files: the paths that it was read from.
        paragraphs: what was kept of it.
        removed: what was not.
    """

    row: PaperRow
    doubtful: frozenset[str]
    files: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[RemovedText, ...]


def read_row(said: Mapping[str, Any]) -> PaperRow:
    """The paper in an answer."""
    return PaperRow(
        said["id"],
        said["title"],
        said["genre"],
        said["year"],
        said["body"],
        said["place"],
        said["characters"],
        PaperState(said["state"]),
        said["copies"],
        said["name"],
    )


def read_details(said: Mapping[str, Any]) -> PaperDetails:
    """The answer about one paper."""
    confidence: Mapping[str, float] = said["confidence"]
    return PaperDetails(
        read_row(said["paper"]),
        frozenset(field for field, value in confidence.items() if value < _CERTAIN),
        tuple(said["files"]),
        tuple(Paragraph(p["text"], Role(p["role"]), p["run_in"]) for p in said["paragraphs"]),
        tuple(RemovedText(r["before"], r["text"], r["reason"]) for r in said["removed"]),
    )
