"""Paragraphs that lost the breaks between them, as copying from a preview window leaves them."""

import re

from desktop_app.core.reading.plain_text import unwrap
from desktop_app.core.text.han_numerals import from_han

_GLUED = 400  # characters; a shorter paragraph may well be one
_INDENT = re.compile(r"\u3000{2,}")
# Spaces around a figure are no line breaks.
_LINE_SPACE = re.compile(r"(?<![0-9A-Za-z%.])[ \u3000]+(?![0-9A-Za-z])")
_WRAPPED_LINES = 10
_SALUTED = re.compile(
    r"(?P<title>.{0,60}?)\s*(?P<salutation>(?:各位[^，。：:]{2,20}|同志们|朋友们|同学们|老师们)[：:])"
)
_NUMBER = re.compile(r"(?:^|(?<=[。；：！？\s”]))([一二三四五六七八九十]{1,3})、")


def split_glued(text: str) -> list[str]:
    """The paragraphs that a long text was glued from; a list of one where it is one."""
    if len(text) < _GLUED:
        return [text]
    parts = [part for part in _INDENT.split(text) if part.strip()]
    parts = [piece for part in parts for piece in _split_lines(part)]
    parts = [piece for part in parts[:1] for piece in _split_salutation(part)] + parts[1:]
    return [piece for part in parts for piece in _split_sections(part)]


def _split_lines(text: str) -> list[str]:
    """A page whose line breaks became spaces is unwrapped like any wrapped text."""
    lines = _LINE_SPACE.split(text.strip())
    return unwrap(lines) if len(lines) >= _WRAPPED_LINES else [text]


def _split_salutation(text: str) -> list[str]:
    match = _SALUTED.match(text)
    if not match or len(text) < match.end() + 20:
        return [text]
    return [part for part in (match["title"], match["salutation"], text[match.end() :]) if part]


def _split_sections(text: str) -> list[str]:
    """Cut before 一、 二、 三、 where they follow one another in order."""
    if len(text) < _GLUED:
        return [text]
    starts = [0]
    expected = 1
    for match in _NUMBER.finditer(text):
        if from_han(match[1]) == expected:
            starts.append(match.start())
            expected += 1
    if expected <= 2:
        return [text]
    cuts = sorted(set(starts))
    pieces = [text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return [piece for piece in pieces if piece]
