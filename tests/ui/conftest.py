"""What the tests of the window share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.document.draft_file import DraftFile, read_draft
from desktop_app.session.places import Places
from desktop_app.ui.application import _translate
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.theme.colours import LIGHT
from desktop_app.ui.theme.fonts import interface_font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window import main_window
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.silent_engine import SilentEngine
from tests.windows import WindowOpener, empty_places, forget_translations, home, open_window

__all__ = ["empty_places", "home", "open_window"]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Qt's application, which every widget and document needs, in the program's font."""
    qapp.setFont(interface_font())
    yield qapp
    # Without a screen Qt keeps what was copied until Python has ended, which crashes.
    qapp.clipboard().clear()


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """The interface speaks Chinese."""
    _translate(qapp, "zh")
    yield
    forget_translations(qapp)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look."""
    return Theme(qapp, "light")


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[PageEditor]:
    """A page, shown."""
    page = PageEditor(PageLook(100, LIGHT))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    yield page
    page.draft.setModified(False)


@pytest.fixture
def engine(tmp_path: Path) -> SilentEngine:
    """Takes questions down; a test gives the answers."""
    return SilentEngine(tmp_path, "zh")


@pytest.fixture
def window(
    empty_places: Places, open_window: WindowOpener, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """A window, in Chinese, whose library says nothing by itself."""
    monkeypatch.setattr(main_window, "Engine", SilentEngine)
    return open_window.at_rest(empty_places)


def draft(*texts: str) -> DraftFile:
    """A draft of these paragraphs."""
    return read_draft("\n\n".join(texts) + "\n")
