"""The derived index: segments beside the library, and lists that say which of them count.

A list is named after the library's revision that it shows, and gets its name only when all its
segments are complete, so that a process killed at any moment leaves nothing that counts. All of it
can be thrown away: it is built again from the library.
"""

import json
import os
import re
import shutil
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import numpy as np

from desktop_app.core.errors import LibraryForbidden, LibraryReadOnly, reason_of
from desktop_app.core.library.database import INDEX_FOLDER, Database
from desktop_app.core.library.index.builder import MOST_PAPERS, build_segment
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.paper_pairs import JoinedPairs
from desktop_app.core.library.index.segment import Segment, SegmentUnusable
from desktop_app.core.library.segments import Extent, Plan, plan_segments
from desktop_app.core.library.store import Store

COLLOCATIONS = "collocations.npz"  # what is usual in the library, to tell spun papers by
LEARNED = "continuation.json"  # weights learned on this library
LEARNED_FROM = "learned-from.json"  # how large the library was when that was last tried

_LIST = re.compile(r"r(\d+)\.json")
_BUILDING = "building-"
_DAY = 86400  # seconds; no segment takes so long to build


@dataclass(frozen=True, slots=True)
class _SegmentList:
    """The segments of an index by name, and the papers in them that are not to be used."""

    segments: tuple[str, ...]
    hidden: tuple[int, ...]

    @classmethod
    def read(cls, path: Path) -> "_SegmentList":
        """Read a list; raises SegmentUnusable if it is none."""
        try:
            said = json.loads(path.read_text("utf-8"))
            return cls(tuple(map(str, said["segments"])), tuple(map(int, said["hidden"])))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SegmentUnusable(str(error)) from error

    def write(self, path: Path) -> None:
        """Write it whole or not at all."""
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        said = {"segments": self.segments, "hidden": self.hidden}
        unfinished.write_text(json.dumps(said), "utf-8")
        unfinished.replace(path)


def newest_index(database: Database) -> Path | None:
    """The list of the newest complete index; None where there is none yet."""
    lists = _lists(database.folder / INDEX_FOLDER)
    return lists[max(lists)] if lists else None


def open_index(database: Database, before: LibraryIndex | None = None) -> LibraryIndex | None:
    """The newest complete index, opened; None where there is none that can be read.

    Args:
        database: of the library.
        before: an older index of it, whose segments need not be opened again.
    """
    path = newest_index(database)
    if path is None:
        return None
    try:
        listed = _SegmentList.read(path)
        held = before.segments if before else {}
        segments = {
            name: held.get(name) or Segment.open(path.parent / name) for name in listed.segments
        }
    except SegmentUnusable:
        if not database.read_only:
            path.unlink(missing_ok=True)
        return None
    return LibraryIndex.of(segments, listed.hidden)


def is_current(database: Database) -> bool:
    """Whether the newest index shows the library as it is."""
    return Store(database).revision in _lists(database.folder / INDEX_FOLDER)


def refresh_index(database: Database) -> None:
    """Bring the index up to date with the papers, and clear away what is outdated.

    Raises:
        LibraryReadOnly: if the library cannot be written.
        LibraryForbidden: if the disk is full or fails.
    """
    if is_current(database):
        return
    if database.read_only:
        raise LibraryReadOnly
    try:
        folder = database.folder / INDEX_FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        _refresh(Store(database), folder)
    except OSError as error:
        raise LibraryForbidden(reason=reason_of(error)) from error


def _refresh(store: Store, folder: Path) -> None:
    revision = store.revision
    segments = _usable_segments(folder)
    extents = [_extent(name, segment) for name, segment in segments.items()]
    plan = plan_segments(store.papers_in_use(), extents, MOST_PAPERS)
    built = _build(store, plan, folder, [segments[name] for name in plan.kept])
    kept = _SegmentList((*plan.kept, *built), plan.hidden)
    kept.write(folder / f"r{revision}.json")
    _clear_away(folder, revision, kept.segments)


def _usable_segments(folder: Path) -> dict[str, Segment]:
    """The segments of the newest index that can be read."""
    lists = _lists(folder)
    try:
        names = _SegmentList.read(lists[max(lists)]).segments if lists else ()
    except SegmentUnusable:
        return {}
    found = {}
    for name in names:
        try:
            found[name] = Segment.open(folder / name)
        except SegmentUnusable:
            continue  # its papers are indexed anew
    return found


def _extent(name: str, segment: Segment) -> Extent:
    places = segment.places
    sizes = np.diff(places.paper_start, append=len(segment.text.units))
    return Extent(name, dict(zip(places.paper_id.tolist(), sizes.tolist(), strict=True)))


def _build(store: Store, plan: Plan, folder: Path, kept: Sequence[Segment]) -> Iterator[str]:
    """Build the segments that are planned; their names."""
    pairs = [segment.paper_pairs for segment in kept]
    for batch in plan.batches:
        known = JoinedPairs(pairs, 1).spread
        name = f"s{token_hex(8)}"
        building = folder / f"{_BUILDING}{name}"
        try:
            building.mkdir(mode=0o700)
            build_segment(store.papers_to_index(batch), building, known)
            building.rename(folder / name)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        pairs.append(Segment.open(folder / name).paper_pairs)
        yield name


def _clear_away(folder: Path, revision: int, used: Collection[str]) -> None:
    """Remove other lists than this one with the segments that only they name.

    What no list names may belong to one that another process is about to write; it goes when it
    is old.
    """
    outdated: set[str] = set()
    for number, path in _lists(folder).items():
        if number != revision:
            outdated |= _named_segments(path)
            path.unlink(missing_ok=True)
    kept = {*used, f"r{revision}.json", COLLOCATIONS, LEARNED, LEARNED_FROM}
    for place in folder.iterdir():
        if place.name not in kept and (place.name in outdated or _is_given_up(place)):
            _remove(place)


def _named_segments(path: Path) -> set[str]:
    try:
        return set(_SegmentList.read(path).segments)
    except SegmentUnusable:
        return set()


def _remove(place: Path) -> None:
    if place.is_dir():
        # Where another process still reads it, Windows keeps the files until next time.
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)


def _is_given_up(place: Path) -> bool:
    try:
        return time.time() - place.stat().st_mtime > _DAY
    except OSError:  # gone meanwhile, or given its name
        return False


def _lists(folder: Path) -> dict[int, Path]:
    """The lists of complete indexes by revision."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 — it is asked at every key
    except OSError:
        return {}
    return {int(m[1]): folder / name for name in names if (m := _LIST.fullmatch(name))}
