"""Where things lie: the program's own resources, and the user's data."""

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

import appdirs

_APP = "bijia"


@dataclass(frozen=True, slots=True)
class Places:
    """The user's files.

    Attributes:
        library: folder of the library.
        settings: the settings file.
        state: folder for what a running window leaves behind; one for each library.
    """

    library: Path
    settings: Path
    state: Path

    def beside_another_window(self) -> "Places":
        """The same places for a window whose library has another window that does not answer."""
        return replace(self, state=self.state.with_name(f"{self.state.name}-{os.getpid()}"))


def user_places(library: Path | None = None) -> Places:
    """The places of this user by the customs of the system, or with a library of their choice."""
    folder = library or Path(appdirs.user_data_dir(_APP, appauthor=False), "library")
    return Places(
        library=folder,
        settings=Path(appdirs.user_config_dir(_APP, appauthor=False), "settings.json"),
        state=Path(appdirs.user_state_dir(_APP, appauthor=False), _fingerprint(folder)),
    )


def resources() -> Path:
    """The folder of the resources: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def _fingerprint(folder: Path) -> str:
    """A short name for a folder, the same however the folder is written."""
    # Before Python 3.13, Path.resolve() raises for a link that leads to itself.
    path = os.path.realpath(folder)
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:16]
