"""Spaces and characters without a shape that papers from the web and from Word leave behind."""

import re
from collections.abc import Iterator

from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.passages import Passage
from desktop_app.core.check.patterns import CLOSING, HAN, OPENING
from desktop_app.core.check.rule import Rule
from desktop_app.core.text.sentences import Span

INVISIBLE = Rule(
    "invisible-character",
    Severity.WARNING,
    "此处有看不见的字符，应删去。",
    "There is a character here that cannot be seen; delete it.",
)
TYPED_INDENT = Rule(
    "typed-indent",
    Severity.INFO,
    "段首缩进由版式负责，应删去手打的空格。",
    "The layout indents paragraphs; delete the spaces typed here.",
)
STRAY_SPACE = Rule(
    "stray-space",
    Severity.WARNING,
    "此处有多余的空格，应删去。",
    "There is a needless space here; delete it.",
)

_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_BLANK = " \t\u00a0\u2000-\u200a\u3000"
_INDENT = re.compile(f"^[{_BLANK}]+")
_MARK = f"{CLOSING}{OPENING}，。；：、！？"
# 第一条　为了 keeps its space, as tables, signatures and 总　则 do
_KEPT = re.compile(
    rf"(?:第[一二三四五六七八九十百零〇\d]+[编章节条款]|附件\d*|[图表]\d*)[{_BLANK}]+"
)
# one blank between two words may set off a name (省长 某某) or the halves of a slogan
_BESIDE_MARK = re.compile(
    rf"(?<=[{_MARK}])[{_BLANK}]+(?=[{HAN}{_MARK}])|(?<=[{HAN}])[{_BLANK}]+(?=[{_MARK}])"
    rf"|(?<=[{HAN}])[{_BLANK}]{{2,}}(?=[{HAN}])"
)
_RUN = re.compile(rf"(?<=[^{_BLANK}])(?:[{_BLANK}]{{2,}}|[\t\u00a0])(?=[^{_BLANK}])")
_SENTENCE = re.compile("[，。；！？]")
_LINE = 30  # shorter lines without a mark are titles, names and cells, spaced as one likes


def space_findings(passage: Passage) -> Iterator[Finding]:
    """Invisible characters, typed indents, and needless spaces within running text."""
    for match in _ZERO_WIDTH.finditer(passage.text):
        yield INVISIBLE.finding(passage, Span(*match.span()), "")
    if indent := _INDENT.match(passage.text):
        yield TYPED_INDENT.finding(passage, Span(*indent.span()), "")
    if len(passage.text) > _LINE and _SENTENCE.search(passage.text):
        yield from _stray_spaces(passage)


def _stray_spaces(passage: Passage) -> Iterator[Finding]:
    kept = [match.end() for match in _KEPT.finditer(passage.text)]
    for pattern, right in ((_BESIDE_MARK, ""), (_RUN, " ")):
        for match in pattern.finditer(passage.text):
            if match.end() not in kept:
                yield STRAY_SPACE.finding(passage, Span(*match.span()), right)
