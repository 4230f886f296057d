"""Outlines mined from the library, with their sections, to be dragged whole or in part."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from typing_extensions import override

from desktop_app.session.answers import Template
from desktop_app.ui.models.phrase_mime import SECTIONS_FORMAT, sections_mime

_HEADING_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
WORDINGS_ROLE = Qt.ItemDataRole.UserRole + 2


class TemplateModel(QStandardItemModel):
    """Templates, and below each its headings; what is taken is a row with all below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Template, ...] = ()

    def show(self, templates: Sequence[Template], notes: Sequence[str]) -> bool:
        """Show these templates, each with a note for the mouse; whether anything changed."""
        if tuple(templates) == self._shown:
            return False
        self._shown = tuple(templates)
        self.clear()
        for template, note in zip(templates, notes, strict=True):
            top = _item(template.name, "", note)
            self.appendRow(top)
            above = [(0, top)]
            for section in template.sections:
                while above[-1][0] >= section.level:
                    above.pop()
                item = _item(section.heading, section.heading, section.heading)
                item.setData(section.papers, COUNT_ROLE)
                if section.variants:
                    item.setData((section.heading, *section.variants), WORDINGS_ROLE)
                above[-1][1].appendRow(item)
                above.append((section.level, item))
        return True

    def text_of(self, index: QModelIndex) -> str:
        """The headings at and below a row, one a line."""
        return "\n".join(filter(None, _headings(self.itemFromIndex(index))))

    def wordings(self, index: QModelIndex) -> tuple[str, ...]:
        """A section's heading and its variants; empty for what has only one wording."""
        return tuple(index.data(WORDINGS_ROLE) or ())

    def choose(self, index: QModelIndex | QPersistentModelIndex, wording: str) -> None:
        """Show another wording of a section; what is taken from now on has it."""
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, _HEADING_ROLE):
            self.setData(index, wording, role)

    @override
    def mimeTypes(self) -> list[str]:
        return [SECTIONS_FORMAT, "text/plain"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return sections_mime(self.text_of(indexes[0]))

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def _item(text: str, heading: str, note: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(heading, _HEADING_ROLE)
    item.setToolTip(note)
    item.setEditable(False)
    return item


def _headings(item: QStandardItem) -> Iterator[str]:
    yield item.data(_HEADING_ROLE)
    for row in range(item.rowCount()):
        yield from _headings(item.child(row))
