"""Everything the window can be told to do, with its key: one table."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

Keys = QKeySequence.StandardKey | str | None


class WindowActions(QObject):
    """The actions of a window, as attributes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        standard = QKeySequence.StandardKey
        self.new = self._action(self.tr("New"), standard.New)
        self.open = self._action(self.tr("Open"), standard.Open)
        self.save = self._action(self.tr("Save"), standard.Save)
        self.save_as = self._action(self.tr("Save as…"), "Ctrl+Shift+S")
        self.export_word = self._action(self.tr("Export to Word"), "Ctrl+E")
        self.quit = self._action(self.tr("Quit"), standard.Quit)
        self.undo = self._action(self.tr("Undo"), standard.Undo)
        self.redo = self._action(self.tr("Redo"), "Ctrl+Y")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.find = self._action(self.tr("Find"), standard.Find)
        self.replace = self._action(self.tr("Replace"), "Ctrl+H")
        self.find_next = self._action(self.tr("Find next"), "F3")
        self.find_previous = self._action(self.tr("Find previous"), "Shift+F3")
        self.import_files = self._action(self.tr("Import papers…"), "Ctrl+I")
        self.import_folder = self._action(self.tr("Import a folder…"), "Ctrl+Shift+I")
        self.library = self._action(self.tr("Library…"), "Ctrl+L")
        self.keep_selection = self._action(self.tr("Keep the selection"), "Ctrl+D")
        self.suggestions = self._action(self.tr("Suggestions"), "Alt+1")
        self.search = self._action(self.tr("Search the library"), "Alt+2")
        self.search.setShortcuts([QKeySequence("Alt+2"), QKeySequence("Ctrl+Shift+F")])
        self.templates = self._action(self.tr("Templates"), "Alt+3")
        self.favourites = self._action(self.tr("Favourites"), "Alt+4")
        self.headings = self._action(self.tr("Headings"), "Alt+5")
        self.page = self._action(self.tr("Back to the page"), "Alt+0")
        self.zoom_in = self._action(self.tr("Larger"), "Ctrl++")
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = self._action(self.tr("Smaller"), "Ctrl+-")
        self.zoom_reset = self._action(self.tr("Actual size"), "Ctrl+0")
        self.theme = self._action(self.tr("Light / dark"), "F9")
        self.continuation = self._action(self.tr("Grey continuation"), "F6", checkable=True)
        self.export_uses = self._action(self.tr("Export the record…"), None)
        self.forget_uses = self._action(self.tr("Forget all of it…"), None)
        self.filter = self._action(self.tr("Filter the suggestions"), "Alt+6")
        self.show_outline = self._action(self.tr("Outline"), "F7", checkable=True)
        self.show_panel = self._action(self.tr("Side panel"), "F8", checkable=True)
        self.insert = [self._action("", f"Ctrl+{number}") for number in range(1, 10)]

    def all(self) -> list[QAction]:
        """Every action, so that its key works wherever the focus is in the window."""
        return self.findChildren(QAction)

    def _action(self, text: str, keys: Keys, *, checkable: bool = False) -> QAction:
        action = QAction(text, self)
        action.setCheckable(checkable)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text}  {key}" if text else key)
        return action
