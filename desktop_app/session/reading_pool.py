"""Reading the user's files in processes of their own, within bounds of time and memory.

A file may be built to flood the memory or to keep a reader busy for ever, and libraries in C may
crash on it. None of this reaches the import or the other files: the process that reads such a file
is ended, and another one takes its place.
"""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from desktop_app.core.errors import FileDamaged, FileRefused, FileTooCostly
from desktop_app.core.library.prepared import Prepared
from desktop_app.core.library.preparing import prepare, refused

_T = TypeVar("_T")
_STARTING = 10.0  # seconds that a process may take to start, on a machine that is busy
_GOODBYE = 1.0  # and to end
_NICENESS = 5  # the window and whatever else the writer has open go first
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may cost: seconds, and bytes of its process's own data (kept on Linux)."""

    seconds: float = 10.0
    memory: int = 512 << 20

    def refusal(self) -> FileTooCostly:
        """What to say of a file that costs more."""
        return FileTooCostly(seconds=f"{self.seconds:g}", memory=self.memory >> 20)


def prepare_apart(paths: Iterable[Path]) -> Generator[tuple[Path, Prepared], None, None]:
    """Prepare files for the library, as `read_apart` reads them."""
    for path, result in read_apart(prepare, paths):
        yield path, refused(path, result) if isinstance(result, FileRefused) else result


def read_apart(
    read: Callable[[Path], _T],
    paths: Iterable[Path],
    workers: int | None = None,
    bounds: Bounds | None = None,
) -> Generator[tuple[Path, _T | FileRefused], None, None]:
    """Read files in several processes at once.

    Args:
        read: a function of a module, which each process imports; it may raise FileRefused.
        paths: the files; each is taken when there is a process for it.
        workers: how many processes; one for each core if left out.
        bounds: of one file.

    Yields:
        Each path with what `read` gave or why it gave nothing, as they are ready.
    """
    waiting, held = iter(paths), bounds or Bounds()
    count = workers or os.cpu_count() or 1
    readers = [_Reader(read, held, path) for path in islice(waiting, count)]
    try:
        while readers:
            for reader in _next_done(readers):
                path, result = reader.path, reader.answer()
                following = next(waiting, None)
                if following is None:
                    reader.end()
                    readers.remove(reader)
                elif reader.ended:
                    readers[readers.index(reader)] = _Reader(read, held, following)
                else:
                    reader.give(following)
                yield path, result
    finally:
        for reader in readers:
            reader.end()


class _Reader(Generic[_T]):
    """A process that reads one file at a time, with the file that it has been given."""

    def __init__(self, read: Callable[[Path], _T], bounds: Bounds, first: Path) -> None:
        self._bounds = bounds
        self.ended = False
        context = get_context("spawn")  # a fork would inherit the library's open file and locks
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, read, bounds), daemon=True)
        self._process.start()
        theirs.close()
        self.give(first)
        self.deadline += _STARTING

    def give(self, path: Path) -> None:
        """Begin with a file."""
        self.path = path
        self.deadline = time.monotonic() + self._bounds.seconds
        self.connection.send(path)

    def answer(self) -> _T | FileRefused:
        """What became of the file. The process is ended if it died, or is not ready in time."""
        try:
            if self.connection.poll():
                said: _T | FileRefused = self.connection.recv()
                return said
        except (EOFError, OSError):
            self.end()
            return FileDamaged()
        self.end()
        return self._bounds.refusal()

    def end(self) -> None:
        """End the process, at once if it does not go by itself."""
        if not self.ended:
            self.ended = True
            ready = self.connection.poll() or time.monotonic() < self.deadline
            self.connection.close()
            self._process.join(_GOODBYE if ready else 0)
            self._process.kill()
            self._process.join()
            self._process.close()


def _next_done(readers: Sequence[_Reader[_T]]) -> list[_Reader[_T]]:
    """Wait for the readers that have an answer or no more time."""
    left = min(reader.deadline for reader in readers) - time.monotonic()
    ready = wait([reader.connection for reader in readers], max(0.0, left))
    now = time.monotonic()
    return [r for r in readers if r.connection in ready or r.deadline <= now]


def _serve(connection: Connection, read: Callable[[Path], _T], bounds: Bounds) -> None:
    """In the reading process: answer for one path after another, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the import itself decides when to stop
    _be_modest(bounds.memory)
    while True:
        try:
            path = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_read_one(read, path, bounds))


def _read_one(read: Callable[[Path], _T], path: Path, bounds: Bounds) -> _T | FileRefused:
    try:
        return read(path)
    except FileRefused as refused:
        return refused
    except (MemoryError, RecursionError):
        return bounds.refusal()
    except Exception as error:  # noqa: BLE001 — whatever a strange file calls forth, it is one file
        _log.warning("%s: %r", path.name, error)
        return FileDamaged()


def _be_modest(memory: int) -> None:
    """Leave the machine to others, and never take more memory than one file may."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 — not on Windows

        os.nice(_NICENESS)
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
