"""Formats of paragraphs and characters in a Word 97 file, as far as they touch its text.

They lie on pages of 512 bytes in the document stream (MS-DOC 2.9.33 and 2.9.174), each entry for
a stretch of bytes of that stream, as a list of changes to the format of the style (2.6).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.core.errors import FileDamaged, FileHostile
from desktop_app.core.reading.binary import block, uint, uints
from desktop_app.core.reading.word97_file import Table, Word97File

_PAGE = 512
_MOST_PAGES = 20_000  # room for a million paragraphs
_PAGE_NUMBER = 0x3F_FFFF
_PARAGRAPH_ENTRY = 13  # bytes: where the format lies on the page, then a height
_OPERAND_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # by the upper three bits; 0: the operand tells
_TABLE_LOOK, _TABS = 0xD608, 0xC615  # the two whose operands tell their sizes in another way

LIST, LIST_DEPTH = 0x460B, 0x260A
_DELETED, _HIDDEN, _SYMBOL = 0x0800, 0x083C, 0x6A09
_ON = (1, 0x81)


class ParagraphFormat(NamedTuple):
    """What the text needs of a paragraph's format; None where the style decides.

    Attributes:
        style: its style's place in the table of styles.
        list_number: its list's place in the table of list overrides, from 1; 0 for no list.
        depth: its depth in that list, from 0.
    """

    style: int = 0
    list_number: int | None = None
    depth: int | None = None


class CharacterFormat(NamedTuple):
    """A stretch of bytes of the stream whose text is not simply shown.

    Attributes:
        start, end: its bytes.
        symbol: font and place of the symbol that stands there; -1 where none does.
        deleted: whether it was deleted with its paragraph ends, rather than hidden.
    """

    start: int
    end: int
    symbol: tuple[int, int] = (-1, -1)
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphFormats:
    """Formats by where the bytes of their paragraphs begin."""

    starts: Sequence[int]
    formats: Sequence[ParagraphFormat]

    def at(self, place: int) -> ParagraphFormat:
        """The format of the paragraph at a place of the stream."""
        index = bisect_right(self.starts, place) - 1
        return self.formats[index] if index >= 0 else ParagraphFormat()


def changes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes in a list: what is changed, and the operand."""
    at = 0
    while at + 2 <= len(data):
        code = uint(data, at, 2)
        size, start = _operand_size(data, at, code)
        operand = data[start : start + size]
        if len(operand) < size:
            return  # cut off; what came before holds
        yield code, operand
        at = start + size


def _operand_size(data: bytes, at: int, code: int) -> tuple[int, int]:
    """How many bytes the operand has, and where they begin."""
    size = _OPERAND_SIZES[code >> 13]
    if size:
        return size, at + 2
    if code == _TABLE_LOOK:
        return max(0, int.from_bytes(data[at + 2 : at + 4], "little") - 1), at + 4
    told = int.from_bytes(data[at + 2 : at + 3], "little")
    if code == _TABS and told == 255:
        return len(data), at + 3  # its size is hidden among the tabs; nothing of use follows
    return told, at + 3


def paragraph_format(style: int, data: bytes) -> ParagraphFormat:
    """The format that a list of changes makes of a style."""
    found = dict(changes(data))
    number = found.get(LIST)
    depth = found.get(LIST_DEPTH)
    return ParagraphFormat(
        style,
        None if number is None else _list_number(int.from_bytes(number, "little")),
        None if depth is None else depth[0],
    )


def _list_number(value: int) -> int:
    """Values of the upper half stand for lists that were taken away again (2.6.2)."""
    return value if value < 0x800 else 0


def paragraph_formats(file: Word97File) -> ParagraphFormats:
    """The formats of all paragraphs."""
    found: dict[int, ParagraphFormat] = {}
    for page in _pages(file, Table.PARAGRAPH_PAGES):
        count = page[-1]
        starts = uints(page, 0, count + 1)
        for n, start in enumerate(starts[:-1]):
            at = 2 * uint(page, 4 * (count + 1) + _PARAGRAPH_ENTRY * n, 1)
            found[start] = _format_on_page(page, at) if at else ParagraphFormat()
    ordered = sorted(found)
    return ParagraphFormats(ordered, [found[start] for start in ordered])


def _format_on_page(page: bytes, at: int) -> ParagraphFormat:
    size = 2 * page[at] - 1
    if size < 0:
        at += 1
        size = 2 * uint(page, at, 1)
    entry = page[at + 1 : at + 1 + size]
    return paragraph_format(int.from_bytes(entry[:2], "little"), entry[2:])


def character_formats(file: Word97File) -> list[CharacterFormat]:
    """The stretches of the stream that are hidden, deleted, or symbols, in their order."""
    found: list[CharacterFormat] = []
    for page in _pages(file, Table.CHARACTER_PAGES):
        count = page[-1]
        places = uints(page, 0, count + 1)
        for n, entry in enumerate(block(page, 4 * (count + 1), count)):
            if entry and places[n] < places[n + 1]:
                size = page[2 * entry]
                data = page[2 * entry + 1 : 2 * entry + 1 + size]
                found += _not_shown(places[n], places[n + 1], data)
    return sorted(found)


def _not_shown(start: int, end: int, data: bytes) -> Iterator[CharacterFormat]:
    found = dict(changes(data))
    deleted = found.get(_DELETED, b"\0")[0] in _ON
    if deleted or found.get(_HIDDEN, b"\0")[0] in _ON:
        yield CharacterFormat(start, end, deleted=deleted)
    elif symbol := found.get(_SYMBOL):
        yield CharacterFormat(start, end, (uint(symbol, 0, 2), uint(symbol, 2, 2)))


def _pages(file: Word97File, which: Table) -> Iterator[bytes]:
    """The pages that a table lists behind the places where each begins (2.8.5, 2.8.6)."""
    table = file.table(which)
    count = max(0, len(table) - 4) // 8
    if count > _MOST_PAGES:
        raise FileHostile
    for number in uints(table, 4 * (count + 1), count) if count else ():
        page = block(file.document, _PAGE * (number & _PAGE_NUMBER), _PAGE)
        if 4 * (page[-1] + 1) >= _PAGE:
            raise FileDamaged
        yield page
