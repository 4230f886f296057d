"""Work on the user's papers in processes of their own, within bounds of time and memory.

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
from typing import Generic, TypeVar

from desktop_app.core.errors import FileDamaged, FileRefused, FileTooCostly

_Item = TypeVar("_Item")
_T = TypeVar("_T")
_STARTING = 10.0  # seconds that a process may take to start, on a machine that is busy
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


def read_apart(
    read: Callable[[_Item], _T],
    items: Iterable[_Item],
    workers: int | None = None,
    bounds: Bounds | None = None,
) -> Generator[tuple[_Item, _T | FileRefused], None, None]:
    """Read files, or what is taken from them, in several processes at once.

    Args:
        read: a function of a module, which each process imports; it may raise FileRefused.
        items: the files; each is taken when there is a process for it.
        workers: how many processes; one for each core if left out.
        bounds: of one file.

    Yields:
        Each item with what `read` gave or why it gave nothing, as they are ready.
    """
    waiting, held = iter(items), bounds or Bounds()
    count = workers or os.cpu_count() or 1
    readers = [_Reader(read, held, item) for item in islice(waiting, count)]
    try:
        while readers:
            for reader in _next_done(readers):
                item, result = reader.item, reader.answer()
                following = next(waiting, None)
                if following is None:
                    reader.end()
                    readers.remove(reader)
                elif reader.ended:
                    readers[readers.index(reader)] = _Reader(read, held, following)
                else:
                    reader.give(following)
                yield item, result
    finally:
        for reader in readers:
            reader.end()


class _Reader(Generic[_Item, _T]):
    """A process that reads one file at a time, with the file that it has been given."""

    def __init__(self, read: Callable[[_Item], _T], bounds: Bounds, first: _Item) -> None:
        self._bounds = bounds
        self.ended = False
        context = get_context("spawn")  # a fork would inherit the library's open file and locks
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, read, bounds), daemon=True)
        self._process.start()
        theirs.close()
        self.give(first)
        self.deadline += _STARTING

    def give(self, item: _Item) -> None:
        """Begin with a file."""
        self.item = item
        self.deadline = time.monotonic() + self._bounds.seconds
        self.connection.send(item)

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
        """End the process at once: it holds nothing that anybody still waits for."""
        if not self.ended:
            self.ended = True
            self.connection.close()
            self._process.kill()
            self._process.join()
            self._process.close()


def _next_done(readers: Sequence[_Reader[_Item, _T]]) -> list[_Reader[_Item, _T]]:
    """Wait for the readers that have an answer or no more time."""
    left = min(reader.deadline for reader in readers) - time.monotonic()
    ready = wait([reader.connection for reader in readers], max(0.0, left))
    now = time.monotonic()
    return [r for r in readers if r.connection in ready or r.deadline <= now]


def _serve(connection: Connection, read: Callable[[_Item], _T], bounds: Bounds) -> None:
    """In the reading process: answer for one file after another, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the import itself decides when to stop
    _be_modest(bounds.memory)
    while True:
        try:
            item = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_read_one(read, item, bounds))


def _read_one(read: Callable[[_Item], _T], item: _Item, bounds: Bounds) -> _T | FileRefused:
    try:
        return read(item)
    except FileRefused as refused:
        return refused
    except (MemoryError, RecursionError):
        return bounds.refusal()
    except Exception as error:  # noqa: BLE001 — whatever a strange file calls forth, it is one file
        _log.warning("a file could not be read: %r", error)
        return FileDamaged()


def _be_modest(memory: int) -> None:
    """Leave the machine to others, and never take more memory than one file may."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 — not on Windows

        os.nice(_NICENESS)
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
