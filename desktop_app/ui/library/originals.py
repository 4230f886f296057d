"""Opening the file that a paper was read from, in the program that the system has for it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

translate = QCoreApplication.translate


def open_original(files: Sequence[str]) -> str:
    """Open the first of these files that is still there.

    Returns:
        Why none was opened, as a sentence for the user; empty if one was.
    """
    there = next(filter(None, map(_on_disk, files)), None)
    if there is None:
        gone = translate("Originals", "The file is no longer there: {path}")
        return gone.format(path="、".join(files))
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(there))):
        return ""
    none = translate("Originals", "No program on this computer opens “{name}”.")
    return none.format(name=there.name)


def open_folder_of(file: str) -> str:
    """Open the folder in which a file lies; why not, as a sentence, or nothing."""
    folder = Path(file).parent
    if not folder.is_dir():
        gone = translate("Originals", "The folder is no longer there: {path}")
        return gone.format(path=str(folder))
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return ""
    return translate("Originals", "The folder could not be opened: {path}").format(path=folder)


def _on_disk(file: str) -> Path | None:
    """The file, or the archive that it lies in; None if neither is there."""
    path = Path(file)
    return next((place for place in (path, *path.parents) if place.is_file()), None)
