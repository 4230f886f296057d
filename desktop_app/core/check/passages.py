"""The paragraphs of a draft file, each with its place in the file (format: `draft_file`)."""

import re
from dataclasses import dataclass, replace

from desktop_app.core.document.paragraph import HEADINGS, Role
from desktop_app.core.text.sentences import Span

_HEAD = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?=[^\n:]+:|---)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_LINE = re.compile(r"[^\r\n]+")
# # 标题, \# 正文: a sign gives the role, a backslash before a sign takes its meaning
_SIGN = re.compile(r"(?P<marks>#{1,5})[ \t]+|\\(?=[#\\\s]|\{:|---|$)")
_ROLE_LINE = re.compile(r"\s*\{:\s*\.(?P<role>[a-z0-9]+)\s*\}\s*")
_ROLE_BY_MARKS = dict(enumerate((Role.TITLE, *HEADINGS), start=1))
_ROLES = frozenset(Role)

# Nothing in these is Chinese prose: web and mail addresses, names of files, blanks to be filled.
_FOREIGN = re.compile(
    r"(?:https?|ftp)://[^\s\u3000-\u9fff\uff00-\uffef]+"
    r"|www\.[\w.-]+(?:/[^\s\u3000-\u9fff\uff00-\uffef]*)?"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[\w-]+\.(?:docx?|wps|pdf|xlsx?|pptx?|txt|md|zip|rar|jpe?g|png)(?![A-Za-z])"
    r"|\{\{[^{}\n]*\}\}",
    re.ASCII,
)
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the file.

    Attributes:
        text: its words, without the signs of the file format.
        start: the offset of its first character in the file, in code points.
        role: the role that the file states, if any.
    """

    text: str
    start: int
    role: Role | None = None


def split_passages(text: str) -> list[Passage]:
    """The paragraphs that hold words, in order; the YAML head and role lines are left out."""
    head = _HEAD.match(text)
    passages: list[Passage] = []
    for line in _LINE.finditer(text, head.end() if head else 0):
        stated = _ROLE_LINE.fullmatch(line.group())
        if stated and passages and stated["role"] in _ROLES:
            passages[-1] = replace(passages[-1], role=Role(stated["role"]))
        elif line.group().strip():
            passages.append(_passage(line))
    return [passage for passage in passages if passage.text.strip()]


def _passage(line: re.Match[str]) -> Passage:
    sign = _SIGN.match(line.group())
    if sign is None:
        return Passage(line.group(), line.start())
    role = _ROLE_BY_MARKS[len(sign["marks"])] if sign["marks"] else None
    return Passage(line.group()[sign.end() :], line.start() + sign.end(), role)


def foreign_spans(text: str) -> list[Span]:
    """Where a paragraph holds no prose: addresses, names of files, blanks."""
    return [Span(*match.span()) for match in _FOREIGN.finditer(text)]


def title_spans(text: str) -> list[Span]:
    """The titles in 《》; they are spelled as their own authors chose."""
    return [Span(*match.span()) for match in _TITLE.finditer(text)]
