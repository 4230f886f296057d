"""From the paragraphs of a file to those of the paper in it, and what was left out on the way."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from desktop_app.core.document.line_shapes import ends_like_title, is_byline, may_be_title
from desktop_app.core.document.numbering import section_mark
from desktop_app.core.reading.characters import mend, visible
from desktop_app.core.reading.contents_list import contents_lines
from desktop_app.core.reading.glued import split_glued
from desktop_app.core.reading.page_marks import page_numbers, running_heads
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.web_page import site_lines


class Reason(StrEnum):
    """Why a paragraph of a file is none of the paper's."""

    SITE = auto()  # menus, adverts, notes and links of a web page
    CONTENTS = auto()  # a table of contents
    PAGE_NUMBER = auto()
    REPEATED = auto()  # a running head, or the title once more


@dataclass(frozen=True, slots=True)
class Removed:
    """A paragraph that was left out; it stood before the kept paragraph of index `before`."""

    text: str
    before: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The paper's own paragraphs, mended, and the others as they stood, in their order."""

    paragraphs: tuple[RawParagraph, ...]
    removed: tuple[Removed, ...]


# In this order: numbers stand between the heads of pages, and both between the lines of a list.
_SIFTERS: tuple[tuple[Reason, Callable[[Sequence[str]], set[int]]], ...] = (
    (Reason.REPEATED, running_heads),
    (Reason.PAGE_NUMBER, page_numbers),
    (Reason.CONTENTS, contents_lines),
    (Reason.SITE, site_lines),
)
_LONGEST_LINE = 400  # characters
_FRONT = 6  # paragraphs among which a title may be repeated
_TITLE_LENGTH = range(6, 61)
_FIGURES = re.compile(r"\d+")


def clean(paragraphs: Sequence[RawParagraph]) -> Cleaned:
    """The paper's own paragraphs, each whole and with proper marks."""
    reasons = _reasons([_line(paragraph.text) for paragraph in paragraphs])
    kept: list[RawParagraph] = []
    removed: list[Removed] = []
    for paragraph, reason in zip(paragraphs, reasons, strict=True):
        if reason:
            removed.append(Removed(paragraph.text, len(kept), reason))
            continue
        for piece in _mended(paragraph):
            if _repeats_title(piece.text, kept):
                removed.append(Removed(piece.text, len(kept), Reason.REPEATED))
            else:
                kept.append(piece)
    return Cleaned(tuple(kept), tuple(removed))


def _line(text: str) -> str:
    """What the sifters look at; of long paragraphs they care for the length only."""
    return visible(text).strip() if len(text) <= _LONGEST_LINE else text


def _reasons(texts: Sequence[str]) -> list[Reason | None]:
    """For each line why it goes; None where it stays."""
    reasons: list[Reason | None] = [None] * len(texts)
    left = list(range(len(texts)))
    for reason, sift in _SIFTERS:
        found = sift([texts[n] for n in left])
        for place in found:
            reasons[left[place]] = reason
        left = [n for place, n in enumerate(left) if place not in found]
    return reasons


def _mended(paragraph: RawParagraph) -> Iterator[RawParagraph]:
    text, hint = paragraph
    for piece in [text] if hint else split_glued(text):
        if mended := mend(piece):
            yield RawParagraph(mended, hint)


def _repeats_title(text: str, above: Sequence[RawParagraph]) -> bool:
    """Whether a line is a title again: sites print it above the text, which begins with it."""
    if len(above) >= _FRONT or not _may_repeat(text):
        return False
    if any(p.text == text for p in above):
        return True
    titles = (p.text for p in above if _may_repeat(p.text))
    return ends_like_title(text) and any(_much_alike(title, text) for title in titles)


def _may_repeat(text: str) -> bool:
    fits = len(text) in _TITLE_LENGTH and may_be_title(text)
    return fits and not is_byline(text) and not section_mark(text)


def _much_alike(first: str, second: str) -> bool:
    """Whether two lines have most characters in common, and no figures that differ."""
    figures = [_FIGURES.findall(text) for text in (first, second)]
    if all(figures) and figures[0] != figures[1]:
        return False
    ours, theirs = set(first), set(second)
    return len(ours & theirs) >= 0.8 * max(len(ours), len(theirs))
