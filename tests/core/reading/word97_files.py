"""Word 97 files for the tests, put together byte by byte (MS-CFB, MS-DOC)."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_SECTOR = 512
_FREE, _END, _TABLE_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT = 0x800  # where the text begins in the document stream
_TABLES = 93
STYLES, SECTIONS, CHARACTER_PAGES, PARAGRAPH_PAGES = 1, 6, 12, 13
FONTS, PIECES, LISTS, OVERRIDES = 15, 33, 73, 74


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with a table of one sector; all streams lie in sectors of their own."""
    table, body, entries = [_TABLE_SECTOR, _END], b"", [_entry("Root Entry", 5, _END, 0, child=1)]
    for n, (name, content) in enumerate(streams.items(), start=1):
        size = max(4096, len(content))  # smaller ones would lie among the small streams
        count = -(-size // _SECTOR)
        first = len(table)
        table += [*range(first + 1, first + count), _END]
        body += content.ljust(count * _SECTOR, b"\0")
        right = n + 1 if n < len(streams) else _FREE
        entries.append(_entry(name, 2, first, size, right=right))
    assert len(table) <= 128
    assert len(entries) <= 4
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
    header += struct.pack(
        "<HHHHH6xLLLLLLLLL", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0
    )
    header += struct.pack("<109L", 0, *[_FREE] * 108)
    table += [_FREE] * (128 - len(table))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    return header + struct.pack("<128L", *table) + directory + body


def _entry(
    name: str, kind: int, first: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBBLLL", len(raw) + 2, kind, 1, _FREE, right, child)
    return head + struct.pack("<36xLQ", first, size)


@dataclass
class Word97:
    """What a file is made of; the text is one piece in UTF-16 unless `pieces` cuts it.

    Attributes:
        stories: lengths of the main text, footnotes, headers, macros, comments, endnotes, boxes
            and boxes in headers; by default all is main text.
        pieces: lengths of the pieces, and whether each is compressed.
        paragraphs: style and changes for each paragraph of the text, in order.
        characters: start, end and changes for stretches of the text.
        tables: further tables by their numbers.
    """

    text: str
    stories: Sequence[int] = ()
    pieces: Sequence[tuple[int, bool]] = ()
    paragraphs: Sequence[tuple[int, bytes]] = ()
    characters: Sequence[tuple[int, int, bytes]] = ()
    tables: Mapping[int, bytes] = field(default_factory=dict)
    behind_lists: bytes = b""
    identifier: int = 0xA5EC
    version: int = 0xC1
    flags: int = 0x0200

    def build(self) -> bytes:
        """The bytes of the file."""
        places, stream = self._laid_out()
        tables = dict(self.tables)
        tables.setdefault(PIECES, self._piece_table(places))
        pages = len(stream) // _SECTOR
        if self.paragraphs:
            stream += self._paragraph_page(places)
            tables[PARAGRAPH_PAGES] = struct.pack("<LLL", 0, len(stream), pages)
            pages += 1
        if self.characters:
            stream += self._character_page(places)
            tables[CHARACTER_PAGES] = struct.pack("<LLL", 0, len(stream), pages)
        table_stream, where = b"\0" * 8, [(0, 0)] * _TABLES
        for number, content in tables.items():
            where[number] = (len(table_stream), len(content))
            table_stream += content + (self.behind_lists if number == LISTS else b"")
        document = self._header(where).ljust(_TEXT, b"\0") + stream[_TEXT:]
        name = "1Table" if self.flags & 0x0200 else "0Table"
        return compound_file({"WordDocument": document, name: table_stream})

    def _laid_out(self) -> tuple[list[int], bytes]:
        """Where each character lies (and where the last ends), and the stream up to there."""
        places: list[int] = []
        stream, at = b"\0" * _TEXT, 0
        for length, compressed in self.pieces or [(len(self.text), False)]:
            part = self.text[at : at + length]
            raw = part.encode("cp1252" if compressed else "utf-16-le")
            width = 1 if compressed else 2
            places += range(len(stream), len(stream) + width * length, width)
            stream += raw + b"\0" * (len(raw) % 2)
            at += length
        places.append(len(stream))
        return places, stream.ljust(-(-len(stream) // _SECTOR) * _SECTOR, b"\0")

    def _piece_table(self, places: Sequence[int]) -> bytes:
        positions, descriptions, at = [0], b"", 0
        for length, compressed in self.pieces or [(len(self.text), False)]:
            place = places[at] * 2 | 0x40000000 if compressed else places[at]
            descriptions += struct.pack("<HLH", 0, place, 0)
            at += length
            positions.append(at)
        plc = struct.pack(f"<{len(positions)}L", *positions) + descriptions
        return b"\x02" + struct.pack("<L", len(plc)) + plc

    def _header(self, where: Sequence[tuple[int, int]]) -> bytes:
        head = struct.pack("<HH6xH", self.identifier, self.version, self.flags).ljust(32, b"\0")
        head += struct.pack("<H28x", 14)
        stories = [*(self.stories or [len(self.text)]), *[0] * 8][:8]
        head += struct.pack("<H", 22) + struct.pack("<12x8L", *stories).ljust(88, b"\0")
        return head + struct.pack("<H", _TABLES) + b"".join(struct.pack("<LL", *w) for w in where)

    def _paragraph_page(self, places: Sequence[int]) -> bytes:
        ends = [n + 1 for n, character in enumerate(self.text) if character in "\r\x07"]
        starts = [places[n] for n in [0, *ends][: len(self.paragraphs) + 1]]
        entries, page = b"", bytearray(_SECTOR)
        at = _SECTOR - 2
        for style, changes in self.paragraphs:
            look = struct.pack("<H", style) + changes
            look += b"\0" * (1 - len(look) % 2)  # with the byte of its size it is even
            at -= len(look) + 1
            page[at : at + 1 + len(look)] = bytes([(len(look) + 1) // 2]) + look
            entries += bytes([at // 2]) + b"\0" * 12
        head = struct.pack(f"<{len(starts)}L", *starts) + entries
        page[: len(head)] = head
        page[-1] = len(self.paragraphs)
        return bytes(page)

    def _character_page(self, places: Sequence[int]) -> bytes:
        bounds = [places[0]]
        entries, page = b"", bytearray(_SECTOR)
        at, count = _SECTOR - 2, 0
        for start, end, changes in self.characters:
            at -= (len(changes) + 2) // 2 * 2
            page[at : at + 1 + len(changes)] = bytes([len(changes)]) + changes
            bounds += [places[start], places[end]]
            entries += bytes([0, at // 2])
            count += 2
        head = struct.pack(f"<{len(bounds)}L", *bounds) + entries
        page[: len(head)] = head
        page[-1] = count
        return bytes(page)


def list_change(number: int, depth: int = 0) -> bytes:
    """Changes that put a paragraph into a list."""
    return struct.pack("<HBHH", 0x260A, depth, 0x460B, number)


def lists(kin: int, levels: Sequence[tuple[int, str]]) -> tuple[bytes, bytes]:
    """A table of one list with nine levels of numerals and texts, and what lies behind it."""
    entry = struct.pack("<HLL18xBB", 1, kin, 0, 0, 0)
    behind = b""
    for numerals, text in [*levels, *[(0, "")] * (9 - len(levels))]:
        at = [n + 1 for n, character in enumerate(text) if character < "\x09"]
        head = struct.pack("<LBB9s", 1, numerals, 0, bytes(at).ljust(9, b"\0")).ljust(28, b"\0")
        behind += head + struct.pack("<H", len(text)) + text.encode("utf-16-le")
    return entry, behind


def overrides(*entries: tuple[int, int | None]) -> bytes:
    """A table of lists as paragraphs name them: kin, and where the first depth starts anew."""
    fixed = b"".join(
        struct.pack("<L8xBBBB", kin, start is not None, 0, 0, 0) for kin, start in entries
    )
    data = b"".join(
        b"\xff" * 4 + (struct.pack("<LL", start, 0x10) if start is not None else b"")
        for _, start in entries
    )
    return struct.pack("<L", len(entries)) + fixed + data


def styles(*entries: tuple[int, int, int, bytes]) -> bytes:
    """A table of styles: what each is known as, its kind, its base, and its changes."""
    table = struct.pack("<HHH14x", 18, len(entries), 10)
    for known_as, kind, base, changes in entries:
        name = struct.pack("<HHH", 1, ord("a"), 0)
        look = struct.pack("<HH", 2 + len(changes), 0) + changes
        head = struct.pack("<HHHHH", known_as, kind | base << 4, 0, 0, 0)
        body = head + name + look
        table += struct.pack("<H", len(body)) + body + b"\0" * (len(body) % 2)
    return table
