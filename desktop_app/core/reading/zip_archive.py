"""Opening a zip archive, which may be broken in many ways."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.errors import FileDamaged

# The others unpack without regard to how much is asked for.
PLAIN_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises for bytes that are not as they should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
)


@contextmanager
def open_zip(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive in `data`.

    Raises:
        FileDamaged: if it cannot be read, also while it is being used.
    """
    with damaged_if_broken(), zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive


@contextmanager
def damaged_if_broken() -> Iterator[None]:
    """Raises FileDamaged for what zipfile raises where bytes are not as they should be."""
    try:
        yield
    except _BROKEN as error:
        raise FileDamaged from error


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str, limit: int) -> bytes:
    """The first `limit` bytes of an entry, whatever size the archive says it has."""
    with archive.open(entry) as opened:
        return opened.read(limit)
