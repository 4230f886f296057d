import pytest

from desktop_app.core.library.index.library_index import LibraryIndex
from tests.core.suggest.county_papers import county_index


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    return county_index(tmp_path_factory.mktemp("counties"))
