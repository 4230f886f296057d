"""Memory that one answer frees is kept for the next."""

import ctypes
import sys

_KEPT = 32 << 20  # bytes; the most that glibc lets blocks have which it keeps
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # glibc, malloc.h


def keep_freed_memory() -> None:
    """Have the C library of Linux keep what is freed; other systems do so by themselves.

    An answer works with arrays of some hundred kilobytes. glibc gives such blocks back to the
    system, which hands out empty pages for the next answer: an eighth of its time was measured.
    """
    if sys.platform != "linux":
        return
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)  # which musl lacks
    if set_option is not None:
        set_option(_TRIM_THRESHOLD, _KEPT)
        set_option(_MMAP_THRESHOLD, _KEPT)
