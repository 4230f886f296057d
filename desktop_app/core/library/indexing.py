"""The derived index: built beside the library, published whole, thrown away when it is outdated.

Each index lies in a folder that is named after the library's revision it shows. A folder gets its
name only when it is complete, so that a process killed while building leaves nothing that counts.
"""

import os
import re
import shutil
import time
from pathlib import Path

from desktop_app.core.errors import LibraryForbidden, LibraryReadOnly, reason_of
from desktop_app.core.library.database import INDEX_FOLDER, Database
from desktop_app.core.library.index.builder import build_index
from desktop_app.core.library.index.library_index import IndexUnusable, LibraryIndex
from desktop_app.core.library.store import Store

_PUBLISHED = re.compile(r"r(\d+)")
_BUILDING = "building-"
_DAY = 86400  # seconds; no index takes so long to build


def index_folder(database: Database) -> Path | None:
    """The newest complete index; None where there is none yet."""
    published = _published(database.folder / INDEX_FOLDER)
    return published[max(published)] if published else None


def open_index(database: Database) -> LibraryIndex | None:
    """The newest complete index, opened; None where there is none that can be read."""
    folder = index_folder(database)
    if folder is None:
        return None
    try:
        return LibraryIndex.open(folder)
    except IndexUnusable:
        if not database.read_only:
            shutil.rmtree(folder, ignore_errors=True)
        return None


def is_current(database: Database) -> bool:
    """Whether the newest index shows the library as it is."""
    return Store(database).revision in _published(database.folder / INDEX_FOLDER)


def refresh_index(database: Database) -> None:
    """Build the index anew if papers have changed since, and remove older ones.

    Raises:
        LibraryReadOnly: if the library cannot be written.
        LibraryForbidden: if the disk is full or fails.
    """
    if is_current(database):
        return
    if database.read_only:
        raise LibraryReadOnly
    folder = database.folder / INDEX_FOLDER
    building = folder / f"{_BUILDING}{os.getpid()}"
    store = Store(database)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir(mode=0o700)
        revision = store.revision
        build_index(store.papers_to_index(), building)
        _publish(building, folder / f"r{revision}")
    except OSError as error:
        raise LibraryForbidden(reason=reason_of(error)) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _clear_away(folder, revision)


def _publish(building: Path, place: Path) -> None:
    """Give a complete index its name; another process may have built the same one meanwhile."""
    try:
        building.rename(place)
    except OSError:
        if not place.is_dir():
            raise


def _clear_away(folder: Path, revision: int) -> None:
    """Remove other indexes than this one, and what killed processes have left half built."""
    outdated = [place for number, place in _published(folder).items() if number != revision]
    left = filter(_is_given_up, folder.glob(f"{_BUILDING}*"))
    for place in (*outdated, *left):
        # Where another process still reads it, Windows keeps the files until next time.
        shutil.rmtree(place, ignore_errors=True)


def _is_given_up(building: Path) -> bool:
    try:
        return time.time() - building.stat().st_mtime > _DAY
    except OSError:  # complete meanwhile, and named so
        return False


def _published(folder: Path) -> dict[int, Path]:
    """The complete indexes by revision."""
    try:
        names = [place.name for place in folder.iterdir()]
    except OSError:
        return {}
    return {int(m[1]): folder / name for name in names if (m := _PUBLISHED.fullmatch(name))}
