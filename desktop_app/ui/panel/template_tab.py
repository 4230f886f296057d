"""模板: outlines mined from papers like the one that is to be written."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop_app.session.answers import Template
from desktop_app.ui.models.template_model import TemplateModel
from desktop_app.ui.panel.heading_tree import HeadingTree
from desktop_app.ui.panel.section_delegate import SectionDelegate
from desktop_app.ui.panel.source_text import template_details
from desktop_app.ui.theme.named import named

_PAUSE = 400  # milliseconds without typing until outlines are looked for


class TemplateTab(QWidget):
    """Shows outlines for a title: the draft's, or one that is typed here.

    Signals:
        title_changed(str): outlines are wanted for another title.
        taken(str): headings, one a line, are to be inserted.
        left(): Escape was pressed.
    """

    title_changed = Signal(str)
    taken = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLineEdit(placeholderText=self.tr("Title of the paper you have to write"))
        self._title.setClearButtonEnabled(True)
        self.templates = TemplateModel(self)
        self.tree = HeadingTree(self)
        self.tree.setModel(self.templates)
        self.tree.setItemDelegate(SectionDelegate(self.tree))
        self._note = named(QLabel(), "note")
        self._note.setWordWrap(True)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._title.textEdited.connect(self._timer.start)
        self._title.returnPressed.connect(self._ask)
        self._timer.timeout.connect(self._ask)
        self.tree.taken.connect(self._take)
        self.tree.left.connect(self.left)
        self.tree.menu_wanted.connect(self._offer_wordings)
        self.show_templates(())

    def follow_title(self, title: str) -> None:
        """Look for outlines for the draft's title, unless the writer has typed another one."""
        typed = self._title.isModified() and self._title.text()
        if title and title != self._title.text() and not typed:
            self._title.setText(title)
            self._timer.start()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show other outlines, the first one open."""
        notes = [template_details(template) for template in templates]
        if self.templates.show(templates, notes) and templates:
            self.tree.expandRecursively(self.templates.index(0, 0))
        self._note.setText(
            self.tr(
                "Drag an outline or a section into the text, or press Enter. "
                "A right click offers other wordings."
            )
            if templates
            else self.tr("Outlines of papers with a like title are shown here.")
        )

    def show_problem(self, sentence: str) -> None:
        """Say why there are no outlines."""
        self.show_templates(())
        self._note.setText(sentence)

    def _ask(self) -> None:
        self._timer.stop()
        self.title_changed.emit(self._title.text().strip())

    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(self.templates.text_of(index))

    def wording_menu(self, index: QModelIndex) -> QMenu:
        """The wordings that papers have for a section; empty where there is only one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for wording in self.templates.wordings(index):
            action = menu.addAction(wording)
            action.setCheckable(True)
            action.setChecked(wording == index.data())
            action.triggered.connect(partial(self._choose, QPersistentModelIndex(index), wording))
        return menu

    def _choose(self, index: QPersistentModelIndex, wording: str) -> None:
        if index.isValid():  # other outlines may have come while the menu was open
            self.templates.choose(index, wording)

    def _offer_wordings(self, index: QModelIndex, place: QPoint) -> None:
        if self.templates.wordings(index):
            self.wording_menu(index).popup(place)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._note)
