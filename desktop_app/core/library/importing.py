"""Taking files and folders into the library.

Files are prepared, perhaps by other processes, and stored here, each in one transaction. An import
that stops half-way, however it stops, has taken in whole files only, and the next one goes on.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from desktop_app.core.errors import FileForbidden, FileRefused, FileUnsupported
from desktop_app.core.library.file_records import KnownFile, is_gone, stored_path
from desktop_app.core.library.found_files import FoundFile, found_files, real_path
from desktop_app.core.library.prepared import FileStamp, Prepared
from desktop_app.core.library.preparing import bytes_hash, file_stamp, prepare_here
from desktop_app.core.library.store import Store
from desktop_app.core.library.storing import Added
from desktop_app.core.reading.file_bytes import read_file_bytes

PrepareAll = Callable[[Iterable[Path]], Iterator[tuple[Path, Prepared]]]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, folder or member of an archive that could not be read, and why."""

    path: Path
    reason: FileRefused


class Stage(Enum):
    """What an import is at."""

    READING = "reading"
    INDEXING = "indexing"
    JUDGING = "judging"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come: files done of all, and the one that is at hand."""

    done: int
    total: int
    path: Path
    stage: Stage = Stage.READING


@dataclass(slots=True)
class ImportReport:
    """What became of the files.

    Attributes:
        imported: papers that are new or changed.
        unchanged: files that the library had already read as they are.
        duplicates: papers whose text another paper of the library has.
        failed: what could not be read, now or when it was last tried as it is.
        skipped: what lies in folders and is of a kind that holds no paper.
        missing: how many files are gone from the folders since the last import.
        cancelled: whether the import was stopped before its end.
    """

    imported: int = 0
    unchanged: int = 0
    duplicates: int = 0
    failed: list[Failure] = field(default_factory=list)
    skipped: list[Failure] = field(default_factory=list)
    missing: int = 0
    cancelled: bool = False


def import_files(
    store: Store,
    paths: Sequence[Path],
    report: ImportReport,
    cancelled: Callable[[], bool] = lambda: False,
    prepare_all: PrepareAll = prepare_here,
) -> Iterator[Progress]:
    """Import files, and folders with all below them; yields before each file and at the end.

    Args:
        store: takes the papers in.
        paths: of files and folders.
        report: is filled as the import goes.
        cancelled: is asked before each file.
        prepare_all: prepares files; they may come back in another order, and those that are
            asked for when the import is cancelled need not.

    Raises:
        LibraryUnusable: if the library cannot be written.
    """

    def note(error: OSError) -> None:
        report.failed.append(Failure(Path(error.filename), FileForbidden()))

    found = {file.path: file for file in found_files(paths, note)}
    known = store.files()
    _note_missing(store, paths, found, known, report)
    pending = [
        path for path in found if not _is_settled(store, found[path], _known(known, path), report)
    ]
    results = prepare_all(pending)
    for done, path in enumerate(pending, start=len(found) - len(pending)):
        if cancelled():
            report.cancelled = True
            return
        yield Progress(done, len(found), path)
        ready, prepared = next(results)
        _store(store, found[ready], prepared, report)
    if report.missing:
        store.forget_moved()
    if found:
        yield Progress(len(found), len(found), list(found)[-1])


def _known(known: Mapping[str, KnownFile], path: Path) -> KnownFile | None:
    return known.get(stored_path(path))


def _is_settled(
    store: Store, file: FoundFile, known: KnownFile | None, report: ImportReport
) -> bool:
    """Whether a file need not be read, because it was read as it is; if so, it is reported."""
    if known is None or _is_asked_for(file, known):
        return False
    try:
        stamp = file_stamp(file.path)
        if stamp != known.stamp and not _has_same_bytes(file.path, stamp, known):
            return False
    except FileRefused:
        return False  # reading it will tell why
    if known.missing or stamp != known.stamp:
        store.note_touched(known, stamp)
    if known.papers or not known.refusals:
        report.unchanged += 1
    for member, reason in known.refusals.items():
        _report_refusal(file, member, reason, report)
    return True


def _is_asked_for(file: FoundFile, known: KnownFile) -> bool:
    """Whether a file is to be read although it is as it was: the user or the program may do better.

    Permission may have been given since, and that shows neither in size nor in time.
    """
    if file.named and (known.withdrawn or known.refusals):
        return True
    forbidden = any(isinstance(reason, FileForbidden) for reason in known.refusals.values())
    return forbidden or (bool(known.refusals) and not known.current)


def _has_same_bytes(path: Path, stamp: FileStamp, known: KnownFile) -> bool:
    if stamp.size != known.stamp.size or not known.hash:
        return False
    return bytes_hash(read_file_bytes(path)) == known.hash


def _store(store: Store, file: FoundFile, prepared: Prepared, report: ImportReport) -> None:
    """Take in what came of a file. What is not there, or may not be looked at, is only told."""
    if prepared.stamp is not None:
        added = store.add(stored_path(file.path), prepared)
        report.imported += added.count(Added.IMPORTED)
        report.unchanged += added.count(Added.UNCHANGED)
        report.duplicates += added.count(Added.DUPLICATE)
    for member, outcome in prepared.contents:
        if isinstance(outcome, FileRefused):
            _report_refusal(file, member, outcome, report)


def _report_refusal(
    file: FoundFile, member: str, reason: FileRefused, report: ImportReport
) -> None:
    """A kind that is no paper's is a failure only where the user has named that very file."""
    skips = isinstance(reason, FileUnsupported) and (member or not file.named)
    told = report.skipped if skips else report.failed
    told.append(Failure(file.path / member if member else file.path, reason))


def _note_missing(
    store: Store,
    paths: Iterable[Path],
    found: Mapping[Path, FoundFile],
    known: Mapping[str, KnownFile],
    report: ImportReport,
) -> None:
    """Mark files that are gone from the folders that are there, and named ones that are gone."""
    roots = [stored_path(path) for path in map(real_path, paths)]
    folders = tuple(root.rstrip(os.sep) + os.sep for root in roots if not is_gone(root))
    seen = {stored_path(path) for path, file in found.items() if not file.named}
    gone = [
        file
        for path, file in known.items()
        if not file.missing
        and path not in seen
        and (path.startswith(folders) or path in roots)
        and is_gone(path)
    ]
    if gone:
        store.note_missing(gone)
        report.missing = len(gone)
