"""Where in the outline of a draft the caret stands, and which headings are wanted there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.document.function import chapter_function
from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.numbering import section_mark, without_mark

_BEGUN = 30  # characters; a section that has no more is still open to headings of its own
_LONGEST = 40  # characters of a heading that runs on into its paragraph
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """A level of headings that is wanted.

    Attributes:
        level: 1 to 4.
        parent: words of the heading above; empty at level 1.
        own: words of the heading that the caret stands under; empty for one yet to be written.
        function: what the chapter does; None at level 1, where chapters differ.
        siblings: words of the headings that the draft has beside it, its own among them.
    """

    level: int
    parent: str
    own: str
    function: Function | None
    siblings: tuple[str, ...] = ()


def heading_places(title: str, headings: Sequence[str], before: str) -> Iterator[HeadingPlace]:
    """The levels wanted at the caret: the section's own, and the one below if it has just begun.

    Args:
        title: of the draft.
        headings: above the caret, outermost first, with or without numbers.
        before: the draft up to the caret.
    """
    headings = [heading for heading in headings if heading.strip()]
    words = [without_mark(heading).strip() for heading in headings]
    if not words:
        yield HeadingPlace(1, "", "", None, tuple(_siblings(before, 1)))
        return
    mark = section_mark(headings[-1])
    level = mark.level if mark else len(headings)
    function = chapter_function(words[0], title)
    parent = words[-2] if len(words) > 1 else ""
    beside = tuple(dict.fromkeys([*_siblings(before, level), words[-1]]))
    yield HeadingPlace(level, parent, words[-1], function if level > 1 else None, beside)
    written = before.rpartition(headings[-1])[2]
    if level < _DEEPEST and len(written) <= _BEGUN:
        yield HeadingPlace(level + 1, words[-1], "", function)


def _siblings(before: str, level: int) -> Iterator[str]:
    """The headings of a level since the last one above it."""
    found: list[str] = []
    for line in before.split("\n"):
        mark = section_mark(line)
        if mark and mark.level < level:
            found.clear()
        elif mark and mark.level == level:
            found.append(line[mark.end :].partition("。")[0].strip())
    return (words for words in found if 0 < len(words) <= _LONGEST)
