"""From the paragraphs of a file to those of the paper in it."""

from collections.abc import Sequence

from desktop_app.core.reading.characters import mend
from desktop_app.core.reading.glued import split_glued
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.web_page import without_site


def clean(paragraphs: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The paper's own paragraphs, each whole and with proper marks."""
    cleaned = []
    for text, hint in without_site(paragraphs):
        pieces = [text] if hint else split_glued(text)
        mended = (mend(piece) for piece in pieces)
        cleaned += [RawParagraph(piece, hint) for piece in mended if piece]
    return _without_repeated_title(cleaned)


def _without_repeated_title(paragraphs: list[RawParagraph]) -> list[RawParagraph]:
    """Sites print the title above the text, which begins with it once more."""
    if len(paragraphs) < 2:
        return paragraphs
    first, second = (set(p.text) for p in paragraphs[:2])
    short = all(6 <= len(p.text) <= 60 for p in paragraphs[:2])
    repeats = short and len(first & second) >= 0.8 * max(len(first), len(second))
    return paragraphs[:1] + paragraphs[2:] if repeats else paragraphs
