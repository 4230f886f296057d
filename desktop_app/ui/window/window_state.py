"""How the user has placed the windows and their columns, from one start to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class WindowState:
    """A file of what Qt's widgets tell of their own look; what is missing is empty."""

    def __init__(self, file: Path) -> None:
        self._file = str(file)

    def saved(self, name: str) -> QByteArray:
        """What was saved under a name, if it was what is saved here."""
        value = self._settings().value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def save(self, name: str, look: QByteArray) -> None:
        """Save a look."""
        self._settings().setValue(name, look)

    def _settings(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)
