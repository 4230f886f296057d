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
        state = path.stat()
        stamp = FileStamp(state.st_size, state.st_mtime_ns)
        if store.is_unchanged(str(path), stamp):
            report.unchanged += 1
            return
        paper = read_paper(path)
    except OSError:
        report.failed.append(Failure(path, FileMissing()))
        return
    except FileRefused as reason:
        report.failed.append(Failure(path, reason))
        return
    if store.add(paper, str(path), stamp) is Added.IMPORTED:
        report.imported += 1
    else:
        report.duplicates += 1


def _files(paths: Sequence[Path], report: ImportReport) -> Iterator[Path]:
    """The files that are named, and those below the folders that are named, in order."""
    for path in (path.resolve() for path in paths):
        if path.is_dir():
            yield from _files_below(path, report)
        else:
            yield path


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
