"""Chapters that bear no number: 2024年工作回顾, 2025年工作安排, 名词解释.

Reports to an assembly often set their chapters apart by a line alone. Such a line looks like any
short line of a list; so it counts only in a paper that is spoken to an audience, and only where
the paper has another one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.core.document.line_shapes import (
    addresses_people,
    attachment_words,
    ends_like_title,
    is_byline,
    names_glossary,
)
from desktop_app.core.document.numbering import section_mark
from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role

_LENGTH = 30
_HAN_LEAST = 4
_MARKS = re.compile(r"[，。；：！？、,;:!?（）()|…]|^\d+\.\d|^[图表]\s*\d|^第.{1,4}[条章节]|^专栏")
_TEXT = re.compile(r"[。；：！？]")  # what running text has and the line of a table has not


def chapter_names(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The paragraphs that name a chapter without numbering it."""
    start = next((n for n, p in enumerate(paragraphs) if _addresses(p)), len(paragraphs))
    below = list(enumerate(paragraphs))[start + 1 :]
    filled = [(n, paragraph) for n, paragraph in below if paragraph.text.strip()]
    glossary = next((n for n, p in filled if _may_head(p) and names_glossary(p.text)), None)
    end = len(paragraphs) if glossary is None else glossary
    names = [n for (n, line), (_, next_) in pairwise(filled) if n < end and _heads(line, next_)]
    if len(names) > 1:
        yield from names
    if glossary is not None:
        yield glossary


def _addresses(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.SALUTATION and addresses_people(paragraph.text.strip())


def _may_head(paragraph: Paragraph) -> bool:
    return paragraph.role in (Role.BODY, Role.HEADING_1) and section_mark(paragraph.text) is None


def _heads(line: Paragraph, below: Paragraph) -> bool:
    text = line.text.strip()
    return (
        _may_head(line)
        and len(text) <= _LENGTH
        and sum("\u4e00" <= character <= "\u9fff" for character in text) >= _HAN_LEAST
        and not _MARKS.search(text)
        and not (ends_like_title(text) or is_byline(text))
        and attachment_words(text) is None
        and _goes_on(below)
    )


def _goes_on(below: Paragraph) -> bool:
    """Whether a line is a numbered heading or running text, which a chapter begins with."""
    numbered = below.role in HEADINGS and section_mark(below.text) is not None
    return numbered or (below.role is Role.BODY and _TEXT.search(below.text) is not None)
