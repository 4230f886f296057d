"""What the user chooses in the window, and saving it."""

import dataclasses
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import FileNotWritten
from desktop_app.session.settings import Settings, write_settings
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.theme.theme import Theme

_ACTUAL_SIZE = 100
_log = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the settings while the window is open.

    Signals:
        look_changed(): the page's zoom or colours are others.
        recent_changed(): the recent drafts are others.
        continuation_changed(): grey text is wanted or not, or after another rest.
    """

    look_changed = Signal()
    recent_changed = Signal()
    continuation_changed = Signal()

    def __init__(self, settings: Settings, file: Path, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings
        self._file = file
        self._theme = theme
        theme.changed.connect(self.look_changed)

    @property
    def look(self) -> PageLook:
        """How the page looks now."""
        return PageLook(self.settings.zoom, self._theme.colours)

    def zoom(self, steps: int) -> None:
        """Show the page so many steps larger; 0 for its actual size."""
        if steps:
            self.settings = self.settings.with_zoom_step(steps)
        else:
            self.settings = dataclasses.replace(self.settings, zoom=_ACTUAL_SIZE)
        self.look_changed.emit()

    def turn_theme(self) -> None:
        """From light to dark, or back."""
        name = "light" if self._theme.is_dark else "dark"
        self.settings = dataclasses.replace(self.settings, theme=name)
        self._theme.use(name)

    def show_continuation(self, wanted: bool) -> None:  # noqa: FBT001 — a signal gives it
        """Whether grey text shows what may come next."""
        self.settings = dataclasses.replace(self.settings, continuation=wanted)
        self.continuation_changed.emit()

    def delay_continuation(self, delay: int) -> None:
        """Let grey text wait so many milliseconds."""
        self.settings = dataclasses.replace(self.settings, continuation_delay=delay)
        self.continuation_changed.emit()

    def remember(self, path: Path) -> None:
        """A draft was opened or saved."""
        self.settings = self.settings.with_recent(path)
        self.recent_changed.emit()

    def forget(self, path: Path) -> None:
        """A draft is not there any more."""
        self.settings = self.settings.without_recent(path)
        self.recent_changed.emit()

    def save(self, *, outline_shown: bool, panel_shown: bool) -> None:
        """Write the settings; a disk that is full keeps no one from closing the window."""
        self.settings = dataclasses.replace(
            self.settings, outline_shown=outline_shown, panel_shown=panel_shown
        )
        try:
            write_settings(self._file, self.settings)
        except (FileNotWritten, OSError):
            _log.warning("The settings were not saved", exc_info=True)
