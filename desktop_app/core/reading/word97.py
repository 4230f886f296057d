"""Paragraphs of a Word 97 file (.doc) and of Kingsoft's .wps, which is the same.

Macros and embedded objects lie in streams that are never opened, so nothing of them can run.
"""

import re
from collections.abc import Iterator

from desktop_app.core.errors import FileDamaged
from desktop_app.core.reading.binary import uints
from desktop_app.core.reading.list_numbers import ListCounts, with_number
from desktop_app.core.reading.raw import RawParagraph, bounded, hinted
from desktop_app.core.reading.word97_characters import (
    CELL_END,
    PARAGRAPH_END,
    SECTION_END,
    Characters,
)
from desktop_app.core.reading.word97_file import StoryLengths, Table, Word97File, read_word97
from desktop_app.core.reading.word97_lists import read_lists
from desktop_app.core.reading.word97_pieces import Pieces, read_pieces
from desktop_app.core.reading.word97_properties import ParagraphFormat, paragraph_formats
from desktop_app.core.reading.word97_styles import list_place, read_styles
from desktop_app.core.reading.word_fields import Fields

_FIELD_MARK = re.compile("([\x13-\x15])")
_SECTION_ENTRY = 12
# Marks of pictures, notes and comments have no text; the others have characters of their own.
_SPECIAL = dict.fromkeys(range(0x20)) | {0x09: " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n"}
_SPECIAL |= {0x0E: "\n", 0x1E: "-"}


def word97_paragraphs(data: bytes) -> list[RawParagraph]:
    """The paragraphs that hold text: the main text, then notes and text boxes.

    Raises:
        FileRefused: if the file is damaged, encrypted, or older than Word 97.
    """
    file = read_word97(data)
    pieces = read_pieces(file)
    characters = Characters(file, pieces)
    layout = _Layout(file, pieces)
    found: list[RawParagraph] = []
    for start, end in _stories(file.stories):
        if end > len(characters):
            raise FileDamaged
        for first, last in bounded(_paragraphs(characters, start, end, layout.section_ends)):
            text = _shown(characters.text(first, last))
            found += layout.dressed(text, min(last, end - 1))
    return found


class _Layout:
    """What the formats of paragraphs add to their text; they must be shown to it in order."""

    def __init__(self, file: Word97File, pieces: Pieces) -> None:
        self._pieces = pieces
        self._formats = paragraph_formats(file)
        self._styles = read_styles(file)
        self._lists = read_lists(file)
        self._counts = ListCounts()
        self.section_ends = _section_ends(file)

    def dressed(self, text: str, end: int) -> Iterator[RawParagraph]:
        """A paragraph that ends at a position, with its number and its role."""
        look = self._formats.at(self._pieces.place(end))
        role = self._styles[look.style].role if look.style < len(self._styles) else None
        return hinted(with_number(self._number(look), text), role)

    def _number(self, look: ParagraphFormat) -> str:
        number, depth = list_place(self._styles, look)
        numbered = self._lists.get(number)
        return self._counts.next(number, numbered, depth) if numbered else ""


def _stories(lengths: StoryLengths) -> Iterator[tuple[int, int]]:
    """Where the parts of the text lie that belong to the paper, in the order of reading."""
    notes = lengths.main + lengths.footnotes
    endnotes = notes + lengths.headers + lengths.macros + lengths.comments
    boxes = endnotes + lengths.endnotes
    yield 0, lengths.main
    yield boxes, boxes + lengths.boxes
    yield lengths.main, notes
    yield endnotes, boxes


def _paragraphs(
    characters: Characters, start: int, end: int, section_ends: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Where each paragraph of a part begins, and where its end mark stands."""
    first = start
    for position in range(start, end):
        unit = characters.unit(position)
        if unit in (PARAGRAPH_END, CELL_END) or (
            unit == SECTION_END and position + 1 in section_ends
        ):
            yield first, position
            first = position + 1
    if first < end:
        yield first, end


def _section_ends(file: Word97File) -> frozenset[int]:
    """The positions behind sections, where the mark of a page's end is a paragraph's too."""
    table = file.table(Table.SECTIONS)
    count = max(0, len(table) - 4) // (4 + _SECTION_ENTRY)
    return frozenset(uints(table, 4, count) if count else ())


def _shown(text: str) -> str:
    """The text without the instructions of fields; line breaks are newlines."""
    fields = Fields()
    moves = {"\x13": fields.begin, "\x14": fields.separate, "\x15": fields.end}
    shown = []
    for piece in _FIELD_MARK.split(text):
        if piece in moves:
            moves[piece]()
        elif not fields.hide:
            shown.append(piece.translate(_SPECIAL))
    return "".join(shown)
