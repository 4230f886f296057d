"""Streams of an OLE compound file (MS-CFB), read within bounds.

olefile trusts what a file says of its own size in several places, follows chains that go in
circles as often as it is told to, and walks the directory by recursion. The header is therefore
held against the size of the file first, and every stream's size before it is opened.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from olefile import OleFileIO

from desktop_app.core.errors import FileDamaged, FileHostile

STREAM_LIMIT = 64 << 20  # bytes; a Word file keeps its pictures in other streams than its text
_HEADER = struct.Struct("<8s16xHHHHHH4x10L")
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR_SHIFTS, _MINI_SECTOR_SHIFT = (9, 12), 6
_SMALLEST = 1536  # bytes: header, one sector of the table, one of the directory
# What olefile raises for bytes that are not as they should be: its own errors are OSErrors; the
# others come from its tables, its directory's names and sizes, and its recursion.
_BROKEN = (
    OSError,
    IndexError,
    TypeError,
    ValueError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
)


class Compound:
    """The streams of a compound file by name."""

    def __init__(self, file: "OleFileIO[str]", size: int) -> None:
        self._file = file
        self._limit = min(size, STREAM_LIMIT)
        # The small streams lie in the root's own, which is read whole for the first of them. The
        # stubs do not know of its size.
        if not 0 <= getattr(file.root, "size", -1) <= size:
            raise FileDamaged

    def __contains__(self, name: str) -> bool:
        return bool(self._file.exists(name))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream.

        Raises:
            FileDamaged: if it is missing, or larger than the file that holds it.
            FileHostile: if it is larger than any text.
        """
        size = self._file.get_size(name)
        if size > self._limit:
            raise FileHostile if self._limit == STREAM_LIMIT else FileDamaged
        data = bytes(self._file.openstream(name).read())
        if len(data) < size:
            raise FileDamaged  # cut off, which olefile takes for granted
        return data


@contextmanager
def open_compound(data: bytes) -> Iterator[Compound]:
    """The compound file in `data`.

    Raises:
        FileRefused: if it cannot be read, also while it is being used.
    """
    _check_header(data)
    try:
        file: OleFileIO[str]
        with OleFileIO(io.BytesIO(data)) as file:
            yield Compound(file, len(data))
    except _BROKEN as error:
        raise FileDamaged from error


def _check_header(data: bytes) -> None:
    """Refuse a header that promises larger tables than the file can hold."""
    if len(data) < _SMALLEST:
        raise FileDamaged
    magic, *fields = _HEADER.unpack_from(data)
    sector_shift, mini_shift = fields[3:5]
    if magic != _MAGIC or sector_shift not in _SECTOR_SHIFTS or mini_shift != _MINI_SECTOR_SHIFT:
        raise FileDamaged
    sectors = (len(data) >> sector_shift) + 1
    table, small_table, table_of_table = fields[7], fields[12], fields[14]
    most = sectors * 4 // (1 << sector_shift) + 2  # a table has four bytes for each sector
    if table > 2 * most or small_table > sectors or table_of_table > most:
        raise FileDamaged
