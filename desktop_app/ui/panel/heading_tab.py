"""标题: parallel headings of the library for the section at the caret."""

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.core.document.numbering import mark_text, next_ordinal
from desktop_app.session.answers import HeadingSet, Source, Template, TemplateSection
from desktop_app.ui.models.template_model import TemplateModel
from desktop_app.ui.panel.heading_tree import HeadingTree
from desktop_app.ui.panel.source_text import sources_details
from desktop_app.ui.theme.named import named


class HeadingTab(QWidget):
    """Shows sets of headings, numbered as they would go on at the caret.

    Signals:
        opened(): the tab has come to sight; what it shows may be out of date.
        taken(str): headings, one a line, are to be inserted.
        left(): Escape was pressed.
    """

    opened = Signal()
    taken = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = named(QLabel(), "note")
        self._place.setWordWrap(True)
        self.sets = TemplateModel(self)
        self.tree = HeadingTree(self)
        self.tree.setModel(self.sets)
        self._note = named(QLabel(), "note")
        self._note.setWordWrap(True)
        self._lay_out()
        self.tree.taken.connect(self._take)
        self.tree.left.connect(self.left)
        self.show_sets((), "", "")

    def show_sets(self, sets: Sequence[HeadingSet], place: str, before: str) -> None:
        """Show other sets, the first ones open.

        Args:
            sets: the likeliest first.
            place: the heading above the caret.
            before: the draft up to the caret, whose numbers the headings go on from.
        """
        templates = [_numbered(found, before) for found in sets]
        if self.sets.show(templates, [_sources(found) for found in sets]):
            self.tree.expandAll()
        self._place.setText(self.tr("Like those of “{heading}”").format(heading=place))
        self._place.setVisible(bool(place))
        self._note.setText(
            self.tr("Drag a set or one heading into the text, or press Enter")
            if sets
            else self.tr("Headings of like sections are shown here.")
        )

    def show_problem(self, sentence: str) -> None:
        """Say why there are no headings."""
        self.show_sets((), "", "")
        self._note.setText(sentence)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()

    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(self.sets.text_of(index))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._place)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._note)


def _numbered(found: HeadingSet, before: str) -> Template:
    """A set as an outline of one level."""
    numbers = count(next_ordinal(before.split("\n"), found.level))
    sections = tuple(
        TemplateSection(found.level, mark_text(found.level, number) + heading.text, "")
        for number, heading in zip(numbers, found.headings, strict=False)
    )
    return Template(found.pattern, "", (), sections)


def _sources(found: HeadingSet) -> str:
    """The papers of a set, and how many more have such headings."""
    papers = {Source(heading.document, heading.year): None for heading in found.headings}
    return sources_details(list(papers), max(found.count, len(papers)))
