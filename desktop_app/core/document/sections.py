"""The sections of a document: headings with what stands under them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.document.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs up to the next heading of any level.

    Attributes:
        level: 1 to 4; 0 for what stands before the first heading.
        heading: the heading's words with their number; empty at level 0.
        start: index of the heading's paragraph (of the first paragraph at level 0).
        end: index behind the section's last paragraph, subsections left out.
        path: the headings above it, outermost first, its own last.
    """

    level: int
    heading: str
    start: int
    end: int
    path: tuple[str, ...]


def sections(paragraphs: Sequence[Paragraph]) -> list[Section]:
    """The document as consecutive sections; together they hold every paragraph once."""
    starts = [n for n, paragraph in enumerate(paragraphs) if paragraph.role.level]
    found = []
    if paragraphs and (not starts or starts[0] > 0):
        found.append(Section(0, "", 0, starts[0] if starts else len(paragraphs), ()))
    above: list[tuple[int, str]] = []
    for n, end in zip(starts, [*starts[1:], len(paragraphs)], strict=False):
        level, heading = paragraphs[n].role.level, paragraphs[n].heading
        above = [(depth, words) for depth, words in above if depth < level]
        above.append((level, heading))
        found.append(Section(level, heading, n, end, tuple(words for _, words in above)))
    return found
