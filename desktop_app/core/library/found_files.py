"""Which files an import is about: those that are named, and those below the folders named."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file, and whether it was named itself and not merely found in a folder."""

    path: Path
    named: bool


def found_files(paths: Iterable[Path], note: Callable[[OSError], None]) -> list[FoundFile]:
    """The files that are named, and those below the folders that are named, in order, each once.

    Args:
        paths: of files and folders.
        note: is told of each folder that cannot be read.
    """
    found: dict[Path, FoundFile] = {}
    for path in map(real_path, paths):
        if _is_folder(path):
            for below in _files_below(path, note):
                found.setdefault(below, FoundFile(below, named=False))
        else:
            place = found.get(path)
            found[path] = FoundFile(place.path if place else path, named=True)
    return list(found.values())


def real_path(path: Path) -> Path:
    """The path from the root without links. A link that leads to itself stays one."""
    return Path(os.path.realpath(path))  # before Python 3.13, resolve() raises for such a link


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will tell why
        return False


def _files_below(folder: Path, note: Callable[[OSError], None]) -> Iterator[Path]:
    """Regular files, not hidden ones, nor the locks that Word leaves beside open documents.

    Links to folders are not followed, so that a loop of them has an end.
    """
    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith((".", "~$")) and _is_regular(path):
                yield path


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:  # gone since the folder was listed, or a link to nowhere
        return False
