"""Memory that is kept; in a process of its own, since it cannot be undone."""

import subprocess
import sys

import pytest

_FAULTS = """
import resource
import sys
import numpy as np
from desktop_app.session.freed_memory import keep_freed_memory

if sys.argv[1] == "keep":
    keep_freed_memory()
for n in range(60):
    if n == 20:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    blocks = [np.ones(200_000, np.uint8) for _ in range(60)]
    del blocks
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def _faults(way: str) -> int:
    """How many pages forty rounds of blocks ask the system for."""
    command = [sys.executable, "-c", _FAULTS, way]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep freed memory themselves")
def test_blocks_that_are_freed_are_used_again() -> None:
    assert _faults("keep") < 500 < _faults("leave")
