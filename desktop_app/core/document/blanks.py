"""Blanks: places in a reused text that the writer still has to fill."""

import re

from desktop_app.core.text.sentences import Span

# {{市名}} is ours; the other forms are what papers on the web leave behind.
_BLANK = re.compile(r"\{\{[^{}\n]{0,20}\}\}")
_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])[xX×＊*]{2,}(?![A-Za-z])|某某|(?<![A-Za-z])[xX×](?=[年月日市县区省])"
)


def blank_spans(text: str) -> list[Span]:
    """The blanks written {{…}}."""
    return [Span(*match.span()) for match in _BLANK.finditer(text)]


def placeholder_spans(text: str) -> list[Span]:
    """Placeholders such as XX, ×× and 某某 that stand for a name, a date or a figure."""
    return [Span(*match.span()) for match in _PLACEHOLDER.finditer(text)]
