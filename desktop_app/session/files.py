"""Writing files so that a crash leaves either the old or the new one, whole."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from desktop_app.core.errors import FileNotWritten, Reason, reason_of

OWNER_ONLY = 0o600
_NO_FILE = Reason("那不是普通文件", "it is no ordinary file")


def write_atomically(path: Path, data: bytes) -> None:
    """Put data in the place of a file. A new file is its owner's only; an old one keeps its mode.

    A link is followed, so that it goes on pointing to the file.

    Raises:
        FileNotWritten: with the reason; what stood there before is untouched.
    """
    # Before Python 3.13, Path.resolve() raises for a link that leads to itself.
    place = Path(os.path.realpath(path))
    try:
        _replace(place, data, _mode_for(place))
    except OSError as error:
        raise FileNotWritten(name=path.name, reason=reason_of(error)) from error


def write_own_file(path: Path, data: bytes) -> None:
    """Write a file of the program's own, whose folder is made where there is none.

    Raises:
        FileNotWritten: with the reason; what stood there before is untouched.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(name=path.name, reason=reason_of(error)) from error
    write_atomically(path, data)


def _mode_for(place: Path) -> int:
    if not place.exists():
        return OWNER_ONLY
    mode = place.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a device would be gone, not written to
        raise FileNotWritten(name=place.name, reason=_NO_FILE)
    if not os.access(place, os.W_OK):  # to replace it would pass by its owner's wish
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _replace(place: Path, data: bytes, mode: int) -> None:
    descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:40]}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        temporary.chmod(mode)
        temporary.replace(place)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets a folder be synchronised."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
