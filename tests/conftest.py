"""What every test shares. Nothing here imports Qt: the core's tests do without it."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.command_line import CommandLine

# Windows open nowhere unless a run asks for a screen; must be set before Qt is loaded.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SHARED = Path(__file__).parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this run cannot show."""
    platform = os.environ["QT_QPA_PLATFORM"]
    missing = {
        "x11": platform != "xcb" and "runs under an X server with QT_QPA_PLATFORM=xcb",
        "drag_loop": platform != "minimal" and "runs with QT_QPA_PLATFORM=minimal",
        "permissions": _passes_by_permissions() and "needs a user whom file modes keep out",
        "shared": not _SHARED.is_dir() and "needs the papers of ../shared",
    }
    for item in items:
        for marker, reason in missing.items():
            if reason and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def _passes_by_permissions() -> bool:
    """Whether this user may read what nobody may, as root does, or modes mean nothing here."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).chmod(0)
        return os.access(file.name, os.R_OK)


@pytest.fixture
def shared() -> Path:
    """The folder of real papers; tests that use it carry the marker `shared`."""
    return _SHARED


@pytest.fixture
def bijia(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The program, to be run with arguments; its files are in a folder of the test's."""
    return CommandLine(tmp_path, monkeypatch)
