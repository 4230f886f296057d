"""What a process and all that it starts hold in memory, while it runs (Linux)."""

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.2  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has ended: seconds, peak of its memory in bytes, and its last line."""

    seconds: float
    memory: int
    said: str


def run_watched(command: Sequence[str]) -> Run:
    """Run a command to its end; shared pages count once (proportional set size)."""
    begun, peak = time.monotonic(), 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_held, _tree(process.pid))))
            time.sleep(_PAUSE)
        seconds = time.monotonic() - begun
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}: {said}")
    return Run(seconds, peak, said.splitlines()[-1])


def _tree(root: int) -> list[int]:
    """The process and all below it."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile
            continue
        parents[int(status.parent.name)] = int(fields[1])
    found = [root]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
