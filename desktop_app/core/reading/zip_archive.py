"""Opening a zip archive, which may be broken in many ways."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.errors import FileDamaged

# What zipfile raises for bytes that are not as they should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
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
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except _BROKEN as error:
        raise FileDamaged from error
