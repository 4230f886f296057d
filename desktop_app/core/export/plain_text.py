"""Paragraphs as they may stand in XML: without what it forbids, and without space at their ends."""

import re

from desktop_app.core.document.paragraph import Paragraph

# Control characters, halves of surrogate pairs and non-characters. XML 1.0, section 2.2, allows
# U+007F–U+009F too, but they have no width and no use, and U+0085 would break the line.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def plain_paragraph(paragraph: Paragraph) -> Paragraph:
    """The paragraph ready for the page; its run-in heading still ends at the same character."""
    heading = plain_text(paragraph.text[: paragraph.run_in])
    text = heading + plain_text(paragraph.text[paragraph.run_in :])
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    run_in = min(max(len(heading) - start, 0), len(stripped))
    # A heading with nothing after it fills its paragraph.
    return Paragraph(stripped, paragraph.role, run_in if run_in < len(stripped) else 0)


def plain_text(text: str) -> str:
    """The text without characters that no XML file can hold; tabs stay."""
    return _FORBIDDEN.sub("", text)
