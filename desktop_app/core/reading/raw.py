"""What every reader delivers, and how much of it at the most."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import FileHostile

_HINT_LENGTH = 60  # a longer paragraph is no heading, whatever its style says

_T = TypeVar("_T")

# The longest report of the last decades has 600 paragraphs and 150,000 characters. More would be
# cleaned and parsed for longer than a user waits.
PARAGRAPHS = 50_000
CHARACTERS = 2_000_000
_ELEMENTS = 2 * PARAGRAPHS  # empty ones among them


class RawParagraph(NamedTuple):
    """A paragraph as it stands in the file, and the role its format gives it, if any."""

    text: str
    hint: Role | None = None


def hinted(text: str, hint: Role | None) -> Iterator[RawParagraph]:
    """The lines of a paragraph that hold text; a style's role fits only those like headings."""
    for line in text.split("\n"):
        if line.strip():
            fits = len(line) <= _HINT_LENGTH and "。" not in line
            yield RawParagraph(line.strip(), hint if fits else None)


def bounded(paragraphs: Iterable[_T]) -> Iterator[_T]:
    """The paragraphs as they come, whatever stands for them, as long as they are not too many.

    Raises:
        FileHostile: if there are more than any paper has, empty ones among them.
    """
    for count, paragraph in enumerate(paragraphs):
        if count >= _ELEMENTS:
            raise FileHostile
        yield paragraph
