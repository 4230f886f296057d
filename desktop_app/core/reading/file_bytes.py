"""The bytes of a user's file, or the reason why there are none."""

import errno
import os
import stat
from pathlib import Path

from desktop_app.core.errors import (
    FileEmpty,
    FileForbidden,
    FileMissing,
    FileRefused,
    FileTooLarge,
    FileUnsupported,
)

MEGABYTE = 1 << 20
FILE_LIMIT = 100 * MEGABYTE  # a .docx with photographs may be large; its text is limited apart
TEXT_LIMIT = 20 * MEGABYTE  # of plain text; the longest report of the last decades has 0.4


def read_file_bytes(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """All bytes of a regular file.

    Raises:
        FileRefused: if it is missing, forbidden, empty, larger than `limit` bytes, or a device.
    """
    try:
        # Without O_NONBLOCK the opening of a FIFO would wait for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        try:
            data = _read(descriptor, path.name, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _refusal(error) from error
    if not data:
        raise FileEmpty
    return data


def _read(descriptor: int, name: str, limit: int) -> bytes:
    state = os.fstat(descriptor)
    if not stat.S_ISREG(state.st_mode):
        raise FileUnsupported(kind=name)
    size = state.st_size
    if size <= limit:
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limit + 1)
        if len(data) <= limit:
            return data
        size = len(data)  # files grow, and some of the system's tell no size
    raise FileTooLarge(size=size // MEGABYTE, limit=limit // MEGABYTE)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would translate line ends
_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)


def _refusal(error: OSError) -> FileRefused:
    return FileMissing() if error.errno in _NOTHING_THERE else FileForbidden()
