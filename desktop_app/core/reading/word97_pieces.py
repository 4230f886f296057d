"""The text of a Word 97 file, which lies in pieces anywhere in its stream (MS-DOC 2.8.35)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from desktop_app.core.errors import FileDamaged, FileHostile
from desktop_app.core.reading.binary import block, uint, uints
from desktop_app.core.reading.word97_file import Table, Word97File

_GROUP, _PIECES = 1, 2  # what a part of the table holds, told by its first byte
_DESCRIPTION = 8  # bytes for each piece, behind the positions
_MOST_PIECES, _MOST_CHARACTERS = 200_000, 16 << 20  # more are no paper
_COMPRESSED, _PLACE = 0x4000_0000, 0x3FFF_FFFF


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that lies in one place.

    Attributes:
        start, end: which characters of the text, counted in UTF-16 units.
        place: where they begin in the document stream, in bytes.
        width: bytes of one character: 1 for Western text, else 2.
    """

    start: int
    end: int
    place: int
    width: int

    @property
    def place_end(self) -> int:
        """Where the bytes of the piece end."""
        return self.place + (self.end - self.start) * self.width

    def position(self, place: int) -> int:
        """Which character lies at a place of the stream, or would if the piece went so far."""
        return self.start + (place - self.place) // self.width


@dataclass(frozen=True)
class Pieces:
    """All pieces of a text, in its order."""

    pieces: Sequence[Piece]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def place(self, position: int) -> int:
        """Where a character of the text lies in the document stream."""
        piece = self.pieces[max(0, bisect_right(self._starts, position) - 1)]
        return piece.place + (position - piece.start) * piece.width


def read_pieces(file: Word97File) -> Pieces:
    """The pieces of the text.

    Raises:
        FileHostile: if there is more text than a paper can have.
        FileDamaged: if they are not in order or have more characters than the stream has bytes.
    """
    table = _piece_table(file.table(Table.PIECES))
    count = max(0, len(table) - 4) // (4 + _DESCRIPTION)
    positions = uints(table, 0, count + 1)
    if count > _MOST_PIECES or positions[-1] > _MOST_CHARACTERS:
        raise FileHostile
    in_order = all(a <= b for a, b in pairwise(positions))
    # Several pieces may name the same bytes; only an attack lets a small file grow that way.
    if not count or positions[0] or not in_order or positions[-1] > len(file.document):
        raise FileDamaged
    pieces = []
    for n, (start, end) in enumerate(pairwise(positions)):
        place = uint(table, 4 * (count + 1) + _DESCRIPTION * n + 2, 4)
        compressed = bool(place & _COMPRESSED)
        place &= _PLACE
        pieces.append(Piece(start, end, place // 2 if compressed else place, 2 - compressed))
    return Pieces(pieces)


def _piece_table(table: bytes) -> bytes:
    """The part that holds the pieces, behind any number of parts with formats (Clx, 2.9.38)."""
    at = 0
    while uint(table, at, 1) == _GROUP:
        at += 3 + uint(table, at + 1, 2)
    if uint(table, at, 1) != _PIECES:
        raise FileDamaged
    return block(table, at + 5, uint(table, at + 1, 4))


def piece_texts(file: Word97File, pieces: Pieces) -> Iterator[bytes]:
    """The text piece by piece, in UTF-16 with the lower byte first.

    Raises:
        FileDamaged: if a piece lies beyond the end of the stream.
    """
    for piece in pieces.pieces:
        data = block(file.document, piece.place, (piece.end - piece.start) * piece.width)
        # Replaced characters count as one each, so that positions stay true.
        yield data if piece.width == 2 else data.decode("cp1252", "replace").encode("utf-16-le")
