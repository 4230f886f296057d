from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.library.database import Database, open_database
from desktop_app.core.library.store import Store
from desktop_app.core.text.words import Words


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "library")
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database)


@pytest.fixture(scope="session")
def words() -> Words:
    return Words()
