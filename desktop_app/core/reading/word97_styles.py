"""The table of styles of a Word 97 file (STSH, MS-DOC 2.9.271)."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.document.paragraph import HEADINGS, Role
from desktop_app.core.errors import FileDamaged
from desktop_app.core.reading.binary import block, uint, uints
from desktop_app.core.reading.word97_file import Table, Word97File
from desktop_app.core.reading.word97_properties import ParagraphFormat, paragraph_format

_PARAGRAPH_STYLE = 1
_NO_BASE = 0xFFF
_LONGEST_CHAIN = 20  # styles based on each other; Word allows 11
# Word's own styles bear numbers whatever they are called (2.9.260).
_ROLES = {62: Role.TITLE} | dict(enumerate(HEADINGS, start=1))


class Style(NamedTuple):
    """A paragraph style: which of Word's own it is, the one it is based on, and its format."""

    known_as: int = 0
    base: int = _NO_BASE
    look: ParagraphFormat = ParagraphFormat()

    @property
    def role(self) -> Role | None:
        """The role of paragraphs in this style."""
        return _ROLES.get(self.known_as)


_PLAIN = Style(known_as=0xFFF)


def read_styles(file: Word97File) -> list[Style]:
    """The styles by their numbers; text is readable without them, so damage ends the list."""
    table = file.table(Table.STYLES)
    styles: list[Style] = []
    if not table:
        return styles
    try:
        at = 2 + uint(table, 0, 2)
        count, head = uints(table, 2, 2, size=2)
        for _ in range(count):
            size = uint(table, at, 2)
            styles.append(_read_style(block(table, at + 2, size), head) if size else _PLAIN)
            at += 2 + size + size % 2
    except FileDamaged:
        pass
    return styles


def _read_style(data: bytes, head: int) -> Style:
    known_as, kind = uint(data, 0, 2) & 0xFFF, uint(data, 2, 2)
    if kind & 0xF != _PARAGRAPH_STYLE:
        return _PLAIN
    at = head + 2 + 2 * uint(data, head, 2) + 2  # behind the name and its closing zero
    size = uint(data, at, 2)
    changes = block(data, at + 2, size)
    return Style(known_as, kind >> 4, paragraph_format(0, changes[2:]))


def list_place(styles: Sequence[Style], own: ParagraphFormat) -> tuple[int, int]:
    """A paragraph's list and its depth there, its own or those of its style; list 0 is none."""
    number, depth, style_number = own.list_number, own.depth, own.style
    for _ in range(_LONGEST_CHAIN):
        if number is not None or style_number >= len(styles):
            break
        style = styles[style_number]
        number = style.look.list_number
        depth = style.look.depth if depth is None else depth
        style_number = style.base
    return number or 0, depth or 0
