"""Taking files and folders into the library, one paper at a time."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.errors import FileForbidden, FileMissing, FileRefused
from desktop_app.core.library.store import Added, FileStamp, Store
from desktop_app.core.reading.paper import read_paper


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder that could not be read, and why."""

    path: Path
    reason: FileRefused


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come: files done of all, and the one that comes next."""

    done: int
    total: int
    path: Path


@dataclass(slots=True)
class ImportReport:
    """What became of the files.

    Attributes:
        imported: papers that are new or changed.
        unchanged: files that the library had already read as they are.
        duplicates: files whose text another paper of the library has.
        failed: what could not be read.
        cancelled: whether the import was stopped before its end.
    """

    imported: int = 0
    unchanged: int = 0
    duplicates: int = 0
    failed: list[Failure] = field(default_factory=list)
    cancelled: bool = False


def import_files(
    store: Store,
    paths: Sequence[Path],
    report: ImportReport,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Progress]:
    """Import files, and folders with all below them; yields before each file and at the end.

    Every paper is one transaction, so that an import which stops half-way has taken in whole
    papers only. `report` is filled as the import goes.

    Raises:
        LibraryUnusable: if the library cannot be written.
    """
    files = list(dict.fromkeys(_files(paths, report)))
    for done, path in enumerate(files):
        if cancelled():
            report.cancelled = True
            return
        yield Progress(done, len(files), path)
        _import_file(store, path, report)
    if files:
        yield Progress(len(files), len(files), files[-1])


def _import_file(store: Store, path: Path, report: ImportReport) -> None:
    try:
        added = _add_file(store, path)
    except OSError as error:
        refused = FileForbidden() if isinstance(error, PermissionError) else FileMissing()
        report.failed.append(Failure(path, refused))
    except FileRefused as refused:
        report.failed.append(Failure(path, refused))
    else:
        report.imported += added is Added.IMPORTED
        report.unchanged += added is Added.UNCHANGED
        report.duplicates += added is Added.DUPLICATE


def _add_file(store: Store, path: Path) -> Added:
    state = path.stat()
    stamp = FileStamp(state.st_size, state.st_mtime_ns)
    # Bytes of a name that are no UTF-8 are held as lone surrogates, which SQLite refuses.
    name = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if store.is_unchanged(name, stamp):
        return Added.UNCHANGED
    return store.add(read_paper(path), name, stamp)


def _files(paths: Sequence[Path], report: ImportReport) -> Iterator[Path]:
    """The files that are named, and those below the folders that are named, in order."""
    for path in map(real_path, paths):
        if _is_folder(path):
            yield from _files_below(path, report)
        else:
            yield path


def real_path(path: Path) -> Path:
    """The path from the root without links. A link that leads to itself stays one."""
    return Path(os.path.realpath(path))  # before Python 3.13, resolve() raises for such a link


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will tell why
        return False


def _files_below(folder: Path, report: ImportReport) -> Iterator[Path]:
    """Regular files, not hidden ones, nor the locks that Word leaves beside open documents.

    Links to folders are not followed, so that a loop of them has an end.
    """

    def note(error: OSError) -> None:
        report.failed.append(Failure(Path(error.filename), FileForbidden()))

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
