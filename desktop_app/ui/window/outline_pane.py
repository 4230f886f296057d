"""The outline of the draft, left of the page."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.core.document.sections import sections
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.models.heading_model import PARAGRAPH_ROLE, HeadingModel
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.tree import Tree


class OutlinePane(QWidget):
    """Shows the headings and where the caret is among them.

    Signals:
        place_chosen(int): the writer wants to go to this paragraph.
    """

    place_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.headings = HeadingModel(self)
        self._tree = Tree()
        self._tree.setModel(self.headings)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = named(
            QLabel(self.tr("Headings such as 一、 and （一） appear here.")), "note"
        )
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 16, 8, 10)
        layout.setSpacing(8)
        layout.addWidget(named(QLabel(self.tr("Outline")), "note"))
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        self._tree.clicked.connect(self._choose)
        self._tree.activated.connect(self._choose)

    def follow(self, editor: PageEditor) -> None:
        """Show the headings of the draft on the page, and the one above the caret."""
        if self.headings.show(sections(editor.draft.paragraphs)):
            self._tree.expandAll()
            self._empty.setVisible(self.headings.rowCount() == 0)
        item = self.headings.item_at(editor.textCursor().blockNumber())
        if item is None:
            self._tree.clearSelection()
        else:
            self._tree.setCurrentIndex(item.index())

    def _choose(self, index: QModelIndex) -> None:
        self.place_chosen.emit(index.data(PARAGRAPH_ROLE))
