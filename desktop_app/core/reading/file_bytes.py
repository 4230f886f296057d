"""The bytes of a user's file, or the reason why there are none."""

import os
import stat
from pathlib import Path

from desktop_app.core.errors import (
    FileEmpty,
    FileForbidden,
    FileMissing,
    FileTooLarge,
    FileUnsupported,
)

MEGABYTE = 1 << 20
FILE_LIMIT = 100 * MEGABYTE  # a .docx with photographs may be large; its text is limited apart


def read_file_bytes(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """All bytes of a regular file.

    Raises:
        FileRefused: if it is missing, forbidden, empty, larger than `limit` bytes, or a device.
    """
    try:
        # Without O_NONBLOCK the opening of a FIFO would wait for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except OSError as error:
        raise _refusal(error) from error
    with os.fdopen(descriptor, "rb") as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise FileUnsupported(kind=path.name)
        if state.st_size > limit:
            raise FileTooLarge(size=state.st_size // MEGABYTE, limit=limit // MEGABYTE)
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise _refusal(error) from error
    if not data:
        raise FileEmpty
    return data


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would translate line ends


def _refusal(error: OSError) -> Exception:
    missing = isinstance(error, FileNotFoundError | NotADirectoryError)
    return FileMissing() if missing else FileForbidden()
