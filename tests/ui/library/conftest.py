"""What the tests of the library's window share."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.catalogue import Catalogue
from desktop_app.ui.library.library_window import LibraryWindow
from desktop_app.ui.theme.theme import Theme
from tests.ui.models.conftest import check_rules
from tests.ui.silent_engine import SilentEngine

__all__ = ["check_rules"]


@pytest.fixture
def catalogue(engine: SilentEngine) -> Catalogue:
    """Asks an engine that a test answers for."""
    return Catalogue(engine)


@pytest.fixture
def library(catalogue: Catalogue, theme: Theme, qtbot: QtBot) -> LibraryWindow:
    """The library's window, shown and active."""
    made = LibraryWindow(catalogue, theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    return made
