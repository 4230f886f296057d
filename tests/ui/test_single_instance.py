import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.ui.single_instance import claim

_CLAIM = """
import sys
from pathlib import Path
from desktop_app.ui.single_instance import claim
lock = claim(Path(sys.argv[1]))
print(lock is not None, flush=True)
sys.stdin.read()
"""


def _claim_elsewhere(state: Path) -> "subprocess.Popen[str]":
    """Another process that asks for the lock and lives until it is ended."""
    return subprocess.Popen(
        [sys.executable, "-c", _CLAIM, str(state)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _answer(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_folder_is_made_and_its_owners_only(tmp_path: Path) -> None:
    state = tmp_path / "bijia" / "1f"
    assert claim(state) is not None
    if sys.platform != "win32":
        assert state.stat().st_mode & 0o077 == 0


def test_a_second_process_finds_the_lock_taken(tmp_path: Path) -> None:
    lock = claim(tmp_path)
    with _claim_elsewhere(tmp_path) as other:
        assert _answer(other) == "False"
        other.kill()
    assert lock is not None


def test_a_lock_that_another_process_holds_is_not_given(tmp_path: Path) -> None:
    with _claim_elsewhere(tmp_path) as other:
        assert _answer(other) == "True"
        assert claim(tmp_path) is None
        other.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    with _claim_elsewhere(tmp_path) as other:
        assert _answer(other) == "True"
        other.kill()
        other.wait()
    assert (tmp_path / "window.lock").exists()
    assert claim(tmp_path) is not None


def test_a_lock_does_not_grow_old(tmp_path: Path) -> None:
    lock = claim(tmp_path)
    assert lock is not None
    assert lock.staleLockTime() == 0  # a window may be open for weeks


def test_each_library_has_a_lock_of_its_own(tmp_path: Path) -> None:
    first = claim(tmp_path / "one")
    assert claim(tmp_path / "two") is not None
    assert first is not None
