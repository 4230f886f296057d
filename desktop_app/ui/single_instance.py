"""One window for each library: the first start takes a lock, later ones find it taken.

A lock file is quick to ask, and the window opens sooner than with a socket. How a later start then
speaks with the first window is in `doorkeeper`, which is loaded when it is needed.
"""

from pathlib import Path

from PySide6.QtCore import QLockFile


def claim(state: Path) -> QLockFile | None:
    """The lock of a library's window, held while the object lives; None if another has it.

    Args:
        state: the folder in which the window of the library keeps what it needs while it runs.
    """
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = QLockFile(str(state / "window.lock"))
    lock.setStaleLockTime(0)  # a window may be open for weeks; only a dead one loses its lock
    return lock if lock.tryLock(0) else None
