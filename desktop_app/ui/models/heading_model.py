"""Headings as a tree: the outline of the draft."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop_app.core.document.sections import Section

PARAGRAPH_ROLE = Qt.ItemDataRole.UserRole


class HeadingModel(QStandardItemModel):
    """The draft's headings, each knowing the paragraph it stands in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[int, str]] = []
        self._items: list[QStandardItem] = []

    def show(self, sections: Sequence[Section]) -> bool:
        """Show the headings of these sections; whether the tree had to be built anew.

        While text is written the headings mostly stay, and only their places move.
        """
        headed = [section for section in sections if section.level]
        wanted = [(section.level, section.heading) for section in headed]
        rebuilt = wanted != self._shown
        if rebuilt:
            self._rebuild(wanted)
        for item, section in zip(self._items, headed, strict=True):
            item.setData(section.start, PARAGRAPH_ROLE)
        return rebuilt

    def item_at(self, paragraph: int) -> QStandardItem | None:
        """The heading under which a paragraph stands."""
        above = [item for item in self._items if item.data(PARAGRAPH_ROLE) <= paragraph]
        return above[-1] if above else None

    def _rebuild(self, headings: list[tuple[int, str]]) -> None:
        self.clear()
        self._shown = headings
        self._items = []
        above: list[tuple[int, QStandardItem]] = [(0, self.invisibleRootItem())]
        for level, heading in headings:
            while above[-1][0] >= level:
                above.pop()
            item = QStandardItem(heading)
            item.setEditable(False)
            item.setToolTip(heading)
            above[-1][1].appendRow(item)
            above.append((level, item))
            self._items.append(item)
