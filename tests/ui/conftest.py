"""What the tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.document.draft_file import DraftFile, read_draft
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.theme.colours import LIGHT
from desktop_app.ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Qt's application, which every widget and document needs."""
    return qapp


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


def draft(*texts: str) -> DraftFile:
    """A draft of these paragraphs."""
    return read_draft("\n\n".join(texts) + "\n")
