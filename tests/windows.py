"""Whole windows for tests, each with a home and a library of its own."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.library.importing import ImportReport
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import Places, resources, user_places
from desktop_app.ui.application import make_window
from desktop_app.ui.window.main_window import MainWindow

_PATIENCE = 20_000  # milliseconds; the machine of a test may be busy


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own, so that no test sees another's settings or the developer's."""
    mask = os.umask(0o077)  # as the program sets it when it starts
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("BIJIA_LANGUAGE", "zh")
    yield tmp_path
    os.umask(mask)


@pytest.fixture
def places(home: Path) -> Places:
    """The user's files, with the sample papers in the library."""
    found = user_places(home / "library")
    library = Library(found, resources())
    for _ in import_paths(library, [resources() / "starter"], ImportReport(), lambda: False):
        pass
    library.close()
    return found


@pytest.fixture
def empty_places(home: Path) -> Places:
    """The user's files before anything was imported."""
    return user_places(home / "library")


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator["WindowOpener"]:
    """Opens windows and closes them at the end, unsaved changes given up."""
    opener = WindowOpener(qapp, qtbot)
    yield opener
    opener.close()


class WindowOpener:
    """Opens a window the way the program does and waits until it can be worked with."""

    def __init__(self, application: QApplication, qtbot: QtBot) -> None:
        self._application = application
        self._qtbot = qtbot
        self._windows: list[MainWindow] = []
        self._handlers = list(logging.getLogger().handlers)

    def __call__(
        self, places: Places, draft: Path | None = None, *, counted: bool = True
    ) -> MainWindow:
        """A window; `counted` waits until it knows how many papers the library holds."""
        window = self.at_rest(places)
        if counted:
            with self._qtbot.waitSignal(window.parts.library.counted, timeout=_PATIENCE):
                window.start(draft)
        else:
            window.start(draft)
        return window

    def at_rest(self, places: Places) -> MainWindow:
        """A window that has not asked its library anything yet."""
        hook = sys.excepthook
        window = make_window(self._application, places)
        sys.excepthook = hook  # an error in a slot shall fail the test, not be told to a writer
        self._windows.append(window)
        window.show()
        return window

    def close(self) -> None:
        """Close every window that was opened, and undo what opening one does to the program."""
        for window in self._windows:
            window.parts.editor.draft.setModified(False)
            window.close()
            window.deleteLater()
        self._application.processEvents()
        forget_translations(self._application)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for handler in logging.getLogger().handlers[len(self._handlers) :]:
            logging.getLogger().removeHandler(handler)
            handler.close()


def forget_translations(application: QApplication) -> None:
    """Speak English again, as in the code."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()


def wait_for_cards(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the panel has phrases for the caret."""
    cards = window.parts.panel.suggestions.list.cards
    qtbot.waitUntil(lambda: cards.rowCount() > 0, timeout=_PATIENCE)
