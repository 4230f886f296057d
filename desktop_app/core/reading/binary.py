"""Numbers and slices of binary files; what lies beyond the end means damage."""

import struct

from desktop_app.core.errors import FileDamaged


def block(data: bytes, start: int, size: int) -> bytes:
    """So many bytes from a place.

    Raises:
        FileDamaged: if the data end before.
    """
    if start < 0 or size < 0 or start + size > len(data):
        raise FileDamaged
    return data[start : start + size]


def uint(data: bytes, start: int, size: int) -> int:
    """The unsigned number in so many bytes, the lowest first.

    Raises:
        FileDamaged: if the data end before.
    """
    return int.from_bytes(block(data, start, size), "little")


def uints(data: bytes, start: int, count: int, *, size: int = 4) -> tuple[int, ...]:
    """So many numbers of 2 or 4 bytes in a row.

    Raises:
        FileDamaged: if the data end before.
    """
    return struct.unpack(f"<{count}{'H' if size == 2 else 'I'}", block(data, start, count * size))
