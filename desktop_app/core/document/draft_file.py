"""The draft file: plain UTF-8 Markdown with a YAML head, readable without this program.

    ---
    style: speech
    ---

    # 在全市工作会议上的讲话

    同志们：

    ## 一、提高认识

Paragraphs are set apart by one empty line, so that an empty paragraph shows as two more. The title
and the headings carry # marks; every other role is inferred from the text. Where the writer has
given a paragraph a role that no mark can say, a line `{: .role}` below it does. A backslash takes
the meaning from a sign behind it; alone it is an empty paragraph whose role is given.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role
from desktop_app.core.document.structure import parse

_HEAD = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n{1,2}|\Z)", re.S | re.M)
_MARKED = re.compile(r"(?P<marks>#{1,5})[ \t]+")
_ROLE_LINE = re.compile(r"\{:\s*\.(?P<role>[a-z0-9]+)\s*\}")
_ESCAPED = re.compile(r"\\(?=[#\\\s]|\{:|---|$)")
_NEEDS_ESCAPE = re.compile(r"#|\\(?:[#\\\s{-]|$)|\s*\{:|---")
_ROLE_BY_MARKS = {1: Role.TITLE, **{level + 1: role for level, role in enumerate(HEADINGS, 1)}}
_MARKS = {role: "#" * count + " " for count, role in _ROLE_BY_MARKS.items()}


@dataclass(frozen=True, slots=True)
class DraftFile:
    """What a draft file says.

    Attributes:
        texts: the paragraphs without marks and without line breaks.
        hints: aligned with `texts`: the role that the file states, or None.
        head: the YAML head's entries; those unknown to the program are kept.
    """

    texts: tuple[str, ...]
    hints: tuple[Role | None, ...]
    head: Mapping[str, object] = field(default_factory=dict)


def read_draft(text: str) -> DraftFile:
    """Take a draft file apart. Any text is a draft; a head that is no YAML mapping is text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    head, body = _split_head(text)
    texts: list[str] = []
    hints: list[Role | None] = []
    for line in _paragraph_lines(body):
        stated = _ROLE_LINE.fullmatch(line.strip())
        if stated and texts and stated["role"] in _ROLES:
            hints[-1] = Role(stated["role"])
            continue
        marked = _MARKED.match(line)
        texts.append(_unescaped(line[marked.end() :] if marked else line))
        hints.append(_ROLE_BY_MARKS[len(marked["marks"])] if marked else None)
    return DraftFile(tuple(texts), tuple(hints), head)


def write_draft(draft: DraftFile) -> str:
    """The text of a draft file; `read_draft` gives back the same paragraphs, roles and head."""
    parsed = parse(draft.texts, draft.hints)
    blocks = [_block(paragraph, hint) for paragraph, hint in zip(parsed, draft.hints, strict=True)]
    return _head_text(draft.head) + "\n\n".join(blocks) + "\n"


_ROLES = frozenset(Role)


def _split_head(text: str) -> tuple[dict[str, object], str]:
    match = _HEAD.match(text)
    if match is None:
        return {}, text
    import yaml  # noqa: PLC0415 — most drafts have no head, and the window starts without it

    try:
        head = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: a date that there is not
        return {}, text
    if not isinstance(head, dict):
        return {}, text
    return {str(key): value for key, value in head.items()}, text[match.end() :]


def _head_text(head: Mapping[str, object]) -> str:
    if not head:
        return ""
    import yaml  # noqa: PLC0415 — see above

    return f"---\n{yaml.safe_dump(dict(head), allow_unicode=True, sort_keys=False)}---\n\n"


def _paragraph_lines(body: str) -> Iterator[str]:
    """The lines that are paragraphs; an empty line between two separators is an empty one."""
    for block in body.removesuffix("\n").split("\n\n"):
        if block.strip():
            yield from (line for line in block.split("\n") if line.strip())
        else:
            yield block.replace("\n", "")


def _block(paragraph: Paragraph, hint: Role | None) -> str:
    """One paragraph with the mark of its role, or the role itself where no mark can say it."""
    text = paragraph.text
    words = bool(text.strip())
    mark = _MARKS.get(paragraph.role, "") if words and not paragraph.run_in else ""
    stated = hint is not None and not mark
    escaped = _NEEDS_ESCAPE.match(text) or (mark and text[0] in " \t") or (stated and not words)
    line = mark + ("\\" if escaped else "") + text
    return f"{line}\n{{: .{hint}}}" if stated else line


def _unescaped(text: str) -> str:
    return text[1:] if _ESCAPED.match(text) else text
