"""Paragraphs of a Markdown file: this program's drafts, and what other programs write."""

import re

from desktop_app.core.document.draft_file import read_draft
from desktop_app.core.reading.raw import RawParagraph

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# Rules, the lines under titles and table heads, and the fences of code blocks hold no text.
_NO_TEXT = re.compile(r"(?:[-*_=]\s*){3,}|[|:\-\s]+|(?:`{3,}|~{3,})\w*")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]*\)")
_BULLET = re.compile(r"(?:[-*+](?!\s*\d+\s*[-—])|>+|#{6})\s+")  # but no page number - 1 -
_CLOSING_MARKS = re.compile(r"\s+#+$")
# Two stars stand for a name that was left out, too: what they enclose is bold only if it is a
# heading or a term, at the start and with its mark.
_BOLD = re.compile(
    r"(?P<number>[（(一二三四五六七八九十\d）)、.．]*)\*\*(?P<words>[^*]{1,60}?)\*\*"
    r"(?:(?<=[。：；！？]\*\*)|(?=[：:，。]|$))"
)


def markdown_paragraphs(text: str) -> list[RawParagraph]:
    """The paragraphs that hold text, with the roles that the file states."""
    draft = read_draft(_COMMENT.sub("", text))
    found = (
        RawParagraph(_without_markup(line.strip()), hint)
        for line, hint in zip(draft.texts, draft.hints, strict=True)
    )
    return [paragraph for paragraph in found if paragraph.text]


def _without_markup(line: str) -> str:
    if _NO_TEXT.fullmatch(line):
        return ""
    if line.startswith("|") and line.endswith("|"):
        line = " ".join(cell.strip() for cell in line.split("|"))
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    line = _BULLET.sub("", line.strip(), count=1) if _BULLET.match(line.strip()) else line.strip()
    bold = _BOLD.match(line)
    line = bold["number"] + bold["words"] + line[bold.end() :] if bold else line
    return _CLOSING_MARKS.sub("", line)
