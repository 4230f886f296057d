"""Starts the program: the command line for a verb, else the window."""

import gc
import os
import sys
from collections.abc import Sequence

VERBS = frozenset(
    {"import", "complete", "suggest", "outline", "headings", "search"}
    | {"check", "export", "stats", "uses", "learn", "serve"}
)
_ABOUT = frozenset({"-h", "--help", "--version"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with the arguments of the command line; the exit status."""
    os.umask(0o077)  # whatever the program makes is its owner's only
    given = list(sys.argv[1:] if arguments is None else arguments)
    # What is not needed is not imported: the window starts without the library's machinery, the
    # command line without Qt.
    if _asks_for_verb(given):
        from desktop_app.cli import run  # noqa: PLC0415

        return run(given)
    gc.disable()  # loading leaves no garbage; looking for it takes a tenth of the time
    from desktop_app.ui.application import run_window  # noqa: PLC0415

    return run_window(given)


def _asks_for_verb(arguments: Sequence[str]) -> bool:
    """Whether the first argument behind the options is a verb."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--library":
            next(rest, None)
        elif not argument.startswith("--library="):
            return argument in VERBS or argument in _ABOUT
    return False
