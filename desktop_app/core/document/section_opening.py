"""Sentences that open a section: they announce what it is about before the particulars come."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.sections import Section, sections
from desktop_app.core.text.sentences import Span, sentence_spans

_LENGTH = range(14, 91)
_PARTICULAR = re.compile(r"[\d《（]|第[一二三四五六七八九十]+[条章]")  # figures and titles report
_DEEPEST = 2


def section_openings(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Span]]:
    """The sentences that open sections of the first two levels.

    Such a sentence is the first below its heading, has two clauses or more and no figures or
    titles of papers, and is not all that its section says.

    Yields:
        The number of its paragraph, and where it stands in the paragraph's text.
    """
    found = sections(paragraphs)
    for number, section in enumerate(found):
        below = found[number + 1 :]
        subdivided = bool(below) and below[0].level > section.level
        if 0 < section.level <= _DEEPEST and (opening := _opening(paragraphs, section)):
            index, span = opening
            alone = index == section.end - 1 and span.end == len(paragraphs[index].text)
            if subdivided or not alone:
                yield opening


def _opening(paragraphs: Sequence[Paragraph], section: Section) -> tuple[int, Span] | None:
    """The first sentence below a heading, if it announces."""
    for index in range(section.start, section.end):
        paragraph = paragraphs[index]
        if paragraph.body and (index == section.start or paragraph.role is Role.BODY):
            offset = len(paragraph.text) - len(paragraph.body)
            first = sentence_spans(paragraph.body)[0]
            text = paragraph.body[first.start : first.end].strip()
            announces = len(text) in _LENGTH and "，" in text and text[-1] in "。！："
            if announces and not _PARTICULAR.search(text):
                return index, Span(offset + first.start, offset + first.end)
            return None
    return None
