"""What is stored of a file, as plain values that travel between processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.core.errors import FileRefused

READING = 2  # raised with every new reader, so that files which were refused are tried again
PROPERTIES = ("title", "year", "genre", "body", "place")  # what a paper says of itself


class FileStamp(NamedTuple):
    """What tells without reading whether a file has changed: bytes and nanoseconds."""

    size: int
    modified_ns: int


class SectionRow(NamedTuple):
    """A section: its level, its heading, the headings above joined to one, its place, its size.

    `place` is from 0 to 1; `paragraphs` counts those from its heading to the next.
    """

    level: int
    heading: str
    path: str
    place: float
    paragraphs: int


class ParagraphRow(NamedTuple):
    """A paragraph: its role, the length of a heading that runs on, its text, and its tokens."""

    role: str
    run_in: int
    text: str
    tokens: str


class PhraseRow(NamedTuple):
    """A phrase: the number of its paragraph, where it stands there, what it does and is worth."""

    paragraph: int
    start: int
    length: int
    function: str
    worth: float


class RemovedRow(NamedTuple):
    """A line that cleaning took away, the number of the paragraph it stood before, and why."""

    before: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class PreparedPaper:
    """A paper with all that is stored of it.

    Attributes:
        name: of its file, without folder and extension.
        title, year, genre, body, place: what it says of itself; None or empty where unknown.
        confidence: for each of these, how sure that is, 0 to 1.
        digest: tells papers with the same text.
        signature: tells papers with nearly the same text, see paper_marks; empty if not computed.
        sections: in order; together they hold every paragraph once.
        paragraphs: in order.
        phrases: in order.
        removed: what cleaning took away, in order.
    """

    name: str
    title: str
    year: int | None
    genre: str
    body: str
    place: str
    confidence: Mapping[str, float]
    digest: bytes
    signature: bytes
    sections: tuple[SectionRow, ...]
    paragraphs: tuple[ParagraphRow, ...]
    phrases: tuple[PhraseRow, ...]
    removed: tuple[RemovedRow, ...]

    @property
    def characters(self) -> int:
        """Code points of all paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


class Content(NamedTuple):
    """What came of a file or of a member of an archive; `member` is empty for the file itself."""

    member: str
    outcome: PreparedPaper | FileRefused


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read.

    Attributes:
        stamp: of the file before it was read; None if nothing is there or tells.
        hash: SHA-256 of its bytes; empty if they could not be read.
        contents: its paper, the papers of an archive, or why there is none.
    """

    stamp: FileStamp | None
    hash: bytes
    contents: tuple[Content, ...]

    @property
    def refusal(self) -> FileRefused | None:
        """Why nothing in the file could be read; None if something was."""
        if len(self.contents) == 1 and not self.contents[0].member:
            outcome = self.contents[0].outcome
            return outcome if isinstance(outcome, FileRefused) else None
        return None
