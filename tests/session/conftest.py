from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.library.importing import ImportReport
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import Places, resources


def places_in(folder: Path) -> Places:
    """A user's places, all in one folder."""
    return Places(folder / "library", folder / "settings.json", folder / "state")


def import_into(library: Library, *paths: Path) -> ImportReport:
    """Import to the end."""
    report = ImportReport()
    for _ in import_paths(library, paths, report, lambda: False):
        pass
    return report


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def library(places: Places) -> Iterator[Library]:
    """A library that is empty."""
    opened = Library(places, resources())
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with the sample papers; tests do not change it."""
    opened = Library(places_in(tmp_path_factory.mktemp("home")), resources())
    import_into(opened, resources() / "starter")
    yield opened
    opened.close()
