"""The look in use, and changing it while the window is open."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme.colours import DARK, LIGHT, Colours, qt_palette
from desktop_app.ui.theme.style_sheet import style_sheet

ThemeName = Literal["light", "dark", "auto"]


class Theme(QObject):
    """Lays one of the two sets of colours over the application.

    Signals:
        changed(): the colours are others now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, name: str) -> None:
        super().__init__(application)
        self._application = application
        self._name = ""
        self.colours: Colours = LIGHT
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self.use(name)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are shown."""
        return self.colours is DARK

    def use(self, name: str) -> None:
        """Show the light or the dark colours; "auto" follows the system."""
        if name == self._name:
            return
        self._name = name
        self._show(dark=self._system_is_dark() if name == "auto" else name == "dark")

    def _follow_system(self) -> None:
        if self._name == "auto":
            self._show(dark=self._system_is_dark())

    def _show(self, *, dark: bool) -> None:
        self.colours = DARK if dark else LIGHT
        self._application.setPalette(qt_palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()

    def _system_is_dark(self) -> bool:
        return self._hints.colorScheme() is Qt.ColorScheme.Dark
