"""The two streams of a Word 97 file, and the table of contents that ties them together.

Structures are those of MS-DOC; the number of its section is given where one is read.
"""

from dataclasses import dataclass
from enum import IntEnum

from desktop_app.core.errors import FileDamaged, FileEncrypted, FileUnsupported
from desktop_app.core.reading.binary import block, uint, uints
from desktop_app.core.reading.ole_streams import open_compound

_DOCUMENT, _ENCRYPTED = "WordDocument", "EncryptedPackage"
_IDENTIFIER, _OLD_IDENTIFIERS = 0xA5EC, (0xA5DC, 0xA5DB, 0xA59B, 0xA59C)
_WORD_97 = 0xC0  # the lowest version whose text is described as below
_FLAGS, _ENCRYPTED_FLAG, _SECOND_TABLE = 0x0A, 0x0100, 0x0200
_SIZES = 32  # where the sizes of the header's variable parts begin
_STORIES = 3  # the count of the main text is the fourth number of its part


class Table(IntEnum):
    """Places in the list of tables (FibRgFcLcb97, 2.5.6)."""

    STYLES = 1
    SECTIONS = 6
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    LISTS = 73
    LIST_OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class StoryLengths:
    """How many characters each part of the text has, in the order in which they follow."""

    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True, slots=True)
class Word97File:
    """A Word 97 file: its document stream, its table stream, and where tables lie in the latter."""

    document: bytes
    tables: bytes
    stories: StoryLengths
    places: tuple[tuple[int, int], ...]

    def table(self, which: Table) -> bytes:
        """The bytes of a table; none where the file has no such table."""
        start, size = self.places[which] if which < len(self.places) else (0, 0)
        return block(self.tables, start, size) if size else b""

    def behind(self, which: Table) -> bytes:
        """What follows a table that is larger than the list of tables says."""
        start, size = self.places[which] if which < len(self.places) else (0, 0)
        return self.tables[start + size :] if size else b""


def read_word97(data: bytes) -> Word97File:
    """The file in `data`.

    Raises:
        FileRefused: if it is damaged, encrypted, older than Word 97, or no Word file.
    """
    with open_compound(data) as compound:
        if _ENCRYPTED in compound:
            raise FileEncrypted
        if _DOCUMENT not in compound:
            raise FileUnsupported(kind="OLE")
        document = compound.stream(_DOCUMENT)
        _check_version(document)
        flags = uint(document, _FLAGS, 2)
        if flags & _ENCRYPTED_FLAG:
            raise FileEncrypted
        tables = compound.stream("1Table" if flags & _SECOND_TABLE else "0Table")
    return _with_contents(document, tables)


def _check_version(document: bytes) -> None:
    identifier, version = uint(document, 0, 2), uint(document, 2, 2)
    known = identifier == _IDENTIFIER
    if identifier in _OLD_IDENTIFIERS or (known and version < _WORD_97):
        raise FileUnsupported(kind="Word 95 .doc")
    if not known:
        raise FileDamaged


def _with_contents(document: bytes, tables: bytes) -> Word97File:
    """Read the rest of the header (Fib, 2.5.1), whose parts each begin with their size."""
    at = _SIZES + 2 + 2 * uint(document, _SIZES, 2)
    numbers = uints(document, at + 2, uint(document, at, 2))
    at += 2 + 4 * len(numbers)
    places = uints(document, at + 2, 2 * uint(document, at, 2))
    lengths = numbers[_STORIES : _STORIES + 8]
    if len(lengths) < 8:
        raise FileDamaged
    pairs = tuple(zip(places[::2], places[1::2], strict=True))
    return Word97File(document, tables, StoryLengths(*lengths), pairs)
