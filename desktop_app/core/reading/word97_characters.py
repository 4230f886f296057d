"""The characters of a Word 97 file as they are shown, without what is hidden or deleted."""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from desktop_app.core.errors import FileDamaged
from desktop_app.core.reading.binary import block, uint
from desktop_app.core.reading.symbols import symbol
from desktop_app.core.reading.word97_file import Table, Word97File
from desktop_app.core.reading.word97_pieces import Piece, Pieces, piece_texts
from desktop_app.core.reading.word97_properties import CharacterFormat, character_formats

CELL_END, SECTION_END, PARAGRAPH_END = 0x07, 0x0C, 0x0D
_NOTHING = 0  # stands where a character is not shown; positions must stay true
_KEPT_WHEN_HIDDEN = (CELL_END, SECTION_END, PARAGRAPH_END)
_KEPT_WHEN_DELETED = (CELL_END, SECTION_END)  # without their ends, paragraphs run together
_FONT_NAME = 39  # bytes of a font's entry before its name (FFN, 2.9.89)
_ENCODING = f"utf-16-{sys.byteorder[0]}e"


class Characters:
    """The text in UTF-16 units, in which the file counts positions."""

    def __init__(self, file: Word97File, pieces: Pieces) -> None:
        self._units = array("H")
        for data in piece_texts(file, pieces):
            self._units.frombytes(data)
        if sys.byteorder == "big":
            self._units.byteswap()
        fonts = _fonts(file)
        stretches = _apart(character_formats(file))
        ends = [stretch.end for stretch in stretches]
        for piece in pieces.pieces:
            for stretch in _touching(piece, stretches, ends):
                self._apply(piece, stretch, fonts)

    def unit(self, position: int) -> int:
        """The unit at a position."""
        return self._units[position]

    def text(self, start: int, end: int) -> str:
        """The characters between two positions, with Word's special ones among them."""
        return self._units[start:end].tobytes().decode(_ENCODING, "replace").replace("\0", "")

    def __len__(self) -> int:
        return len(self._units)

    def _apply(self, piece: Piece, stretch: CharacterFormat, fonts: Sequence[str]) -> None:
        start = piece.position(max(stretch.start, piece.place))
        end = piece.position(min(stretch.end, piece.place_end))
        kept = _KEPT_WHEN_DELETED if stretch.deleted else _KEPT_WHEN_HIDDEN
        shown = _symbol_unit(stretch.symbol, fonts)
        for position in range(start, end):
            if self._units[position] not in kept:
                self._units[position] = shown


def _apart(stretches: Sequence[CharacterFormat]) -> list[CharacterFormat]:
    """The stretches without those that overlap; only damage makes any."""
    found: list[CharacterFormat] = []
    for stretch in stretches:
        if not found or stretch.start >= found[-1].end:
            found.append(stretch)
    return found


def _touching(
    piece: Piece, stretches: Sequence[CharacterFormat], ends: Sequence[int]
) -> Iterator[CharacterFormat]:
    for n in range(bisect_right(ends, piece.place), len(stretches)):
        if stretches[n].start >= piece.place_end:
            return
        yield stretches[n]


def _symbol_unit(place: tuple[int, int], fonts: Sequence[str]) -> int:
    font, code = place
    if font < 0:
        return _NOTHING
    shown = symbol(fonts[font] if font < len(fonts) else "", code)
    return ord(shown) if shown and ord(shown) < 0x10000 else _NOTHING


def _fonts(file: Word97File) -> list[str]:
    """The names of the fonts by their numbers; damage ends the list."""
    table = file.table(Table.FONTS)
    names: list[str] = []
    if not table:
        return names
    at = 4
    try:
        for _ in range(uint(table, 0, 2)):
            size = uint(table, at, 1)
            entry = block(table, at + 1, size)
            name = entry[_FONT_NAME:].decode("utf-16-le", "replace")
            names.append(name.partition("\0")[0])
            at += 1 + size
    except FileDamaged:
        pass
    return names
