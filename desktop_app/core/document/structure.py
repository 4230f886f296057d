"""Which paragraph is what: one parser for papers of the archive and for the draft.

A paper reads: title (one to four lines), bylines, salutation, then headings and body, at the end
signature and date; another paper may be enclosed below. Nothing is looked for beyond a few lines
or the numbers of a row, so that an unfinished draft is parsed like a whole paper.
"""

import re
from collections.abc import Sequence

from desktop_app.core.document.chapters import chapter_names
from desktop_app.core.document.front_matter import front_roles
from desktop_app.core.document.headings import Line, read_line, settle_headings
from desktop_app.core.document.line_shapes import attachment_words, is_date
from desktop_app.core.document.numbering import section_mark
from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role

Roles = Sequence[Role | None]

_SIGNATURE_LENGTH = 30
_SIGNATURE_LINES = 3
_MARKS = re.compile(r"[，。；：！？、,;:]")


def parse(texts: Sequence[str], hints: Roles = ()) -> tuple[Paragraph, ...]:
    """Give each paragraph its role.

    Args:
        texts: the paragraphs, in order; empty ones are body.
        hints: roles that are known from elsewhere (a Markdown heading, the user's choice), aligned
            with `texts`; None or a missing entry leaves the role to the parser.
    """
    known = [*hints, *[None] * (len(texts) - len(hints))]
    filled = [n for n, text in enumerate(texts) if text.strip()]
    parsed = [Paragraph(text, hint or Role.BODY) for text, hint in zip(texts, known, strict=True)]
    judged = _parse_filled([texts[n] for n in filled], [known[n] for n in filled])
    for n, paragraph in zip(filled, judged, strict=True):
        parsed[n] = paragraph
    return tuple(parsed)


def _parse_filled(texts: Sequence[str], known: Roles) -> list[Paragraph]:
    """Parse paragraphs none of which is empty."""
    front = front_roles([text.strip() for text in texts], known)
    paragraphs = [
        Paragraph(text, hint)
        if hint
        else Paragraph(text, role)
        if role
        else read_line(text).paragraph
        for text, hint, role in zip(texts, known, front, strict=True)
    ]
    _continue_attachments(paragraphs, known)
    settle_headings(paragraphs, known)
    for n in chapter_names(paragraphs):
        if known[n] is None:
            paragraphs[n] = Paragraph(paragraphs[n].text, Role.HEADING_1)
    _sign(paragraphs, known)
    return paragraphs


def _continue_attachments(paragraphs: list[Paragraph], known: Roles) -> None:
    """附件：1.… goes on with 2. and 3. on lines of their own, and 附件： with a single name."""
    expected = 0
    for n, paragraph in enumerate(paragraphs):
        line = read_line(paragraph.text)
        if paragraph.role is Role.ATTACHMENT:
            expected = _next_attachment(line.words)
            if expected == 1 and _announced(paragraphs, n + 1) and known[n + 1] is None:
                paragraphs[n + 1] = Paragraph(paragraphs[n + 1].text, Role.ATTACHMENT)
        elif expected and _names_attachment(line, expected):
            if known[n] is None:
                paragraphs[n] = Paragraph(paragraph.text, Role.ATTACHMENT)
            expected += 1
        else:
            expected = 0


def _announced(paragraphs: Sequence[Paragraph], n: int) -> bool:
    """Whether line `n` is there and says again the title of a paper enclosed further down."""
    titles = (p.text.strip() for p in paragraphs[n + 1 :] if p.role is Role.TITLE)
    return n < len(paragraphs) and paragraphs[n].text.strip() in titles


def _names_attachment(line: Line, expected: int) -> bool:
    mark = line.mark
    return mark is not None and (mark.level, mark.ordinal) == (3, expected) and line.stop < 0


def _next_attachment(text: str) -> int:
    """The number that follows a note on attachments; 0 if it does not count them."""
    words = attachment_words(text)
    if not words:
        return int(text.endswith(("：", ":")))
    mark = section_mark(words)
    return mark.ordinal + 1 if mark else 0


def _sign(paragraphs: list[Paragraph], known: Roles) -> None:
    """Mark each date on a line of its own after the body, and the short lines above it."""
    body_seen = False
    for n, paragraph in enumerate(paragraphs):
        if body_seen and paragraph.role is Role.BODY and is_date(paragraph.text) and not known[n]:
            paragraphs[n] = Paragraph(paragraph.text, Role.DATE)
            _sign_above(paragraphs, known, n)
        body_seen = body_seen or paragraph.role in (Role.BODY, *HEADINGS)


def _sign_above(paragraphs: list[Paragraph], known: Roles, date: int) -> None:
    """The issuing bodies stand above the date."""
    for n in range(date - 1, max(0, date - 1 - _SIGNATURE_LINES), -1):
        text = paragraphs[n].text.strip()
        signs = paragraphs[n].role is Role.BODY and len(text) <= _SIGNATURE_LENGTH
        if not signs or known[n] or _MARKS.search(text):
            return
        paragraphs[n] = Paragraph(paragraphs[n].text, Role.SIGNATURE)
