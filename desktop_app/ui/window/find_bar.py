"""Find and replace, in a bar above the page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme


class FindBar(QWidget):
    """Finds in the draft; all places found are marked.

    Signals:
        closed(): the writer wants back to the page.
    """

    closed = Signal()

    def __init__(self, editor: PageEditor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._theme = theme
        self._wanted = QLineEdit(placeholderText=self.tr("Find"))
        self._instead = QLineEdit(placeholderText=self.tr("Replace with"))
        self._count = named(QLabel(), "note")
        self._replacing = QWidget()
        self._lay_out()
        self._wanted.textChanged.connect(self._find_typed)
        self._wanted.returnPressed.connect(self.find_next)
        self._instead.returnPressed.connect(self.replace)
        editor.draft_replaced.connect(self._mark)
        self.hide()

    def open_to_find(self) -> None:
        """Show the bar to find something: what is selected, to begin with."""
        self._open(replacing=False)

    def open_to_replace(self) -> None:
        """Show the bar to find and replace something."""
        self._open(replacing=True)

    def _open(self, *, replacing: bool) -> None:
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._wanted.setText(selected)
        self._replacing.setVisible(replacing)
        self.show()
        self._wanted.setFocus()
        self._wanted.selectAll()
        self._mark()

    def find_next(self) -> None:
        """Go to the next place, from the end on to the beginning."""
        self._find(QTextDocument.FindFlag(0))

    def find_previous(self) -> None:
        """Go to the place before, from the beginning on to the end."""
        self._find(QTextDocument.FindFlag.FindBackward)

    def replace(self) -> None:
        """Replace the place that is selected and go to the next."""
        cursor = self._editor.textCursor()
        wanted = self._wanted.text()
        if wanted and cursor.selectedText().casefold() == wanted.casefold():
            cursor.insertText(self._instead.text())
        self.find_next()

    def replace_all(self) -> None:
        """Replace everywhere; one undo takes it back."""
        places = self._places()
        edit = QTextCursor(self._editor.draft)
        edit.beginEditBlock()
        for place in reversed(places):
            place.insertText(self._instead.text())
        edit.endEditBlock()
        self._mark()
        self._count.setText(self.tr("Replaced: {count}").format(count=len(places)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def close_bar(self) -> None:
        """Hide the bar and its marks."""
        self.hide()
        self._editor.setExtraSelections([])
        self.closed.emit()

    def _find_typed(self) -> None:
        """While the words are typed, stay at the place that still fits."""
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._editor.setTextCursor(cursor)
        self.find_next()

    def _find(self, direction: QTextDocument.FindFlag) -> None:
        wanted = self._wanted.text()
        found = wanted and self._editor.find(wanted, direction)
        if wanted and not found:
            cursor = self._editor.textCursor()
            backward = direction & QTextDocument.FindFlag.FindBackward
            operation = QTextCursor.MoveOperation
            cursor.movePosition(operation.End if backward else operation.Start)
            self._editor.setTextCursor(cursor)
            self._editor.find(wanted, direction)
        self._mark()

    def _places(self) -> list[QTextCursor]:
        wanted, places = self._wanted.text(), []
        cursor = QTextCursor(self._editor.draft)
        while wanted:
            cursor = self._editor.draft.find(wanted, cursor)
            if cursor.isNull():
                break
            places.append(QTextCursor(cursor))
        return places

    def _mark(self) -> None:
        if not self.isVisible():
            return
        places = self._places()
        marks = []
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = place
            mark.format.setBackground(QColor(self._theme.colours.wash))
            marks.append(mark)
        self._editor.setExtraSelections(marks)
        told = self.tr("Found: {count}").format(count=len(places))
        self._count.setText(told if self._wanted.text() else "")

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout(self._replacing)
        first.addWidget(self._wanted, 1)
        first.addWidget(self._count)
        first.addWidget(self._button(self.tr("Previous"), self.find_previous))
        first.addWidget(self._button(self.tr("Next"), self.find_next))
        first.addWidget(self._button(self.tr("Close"), self.close_bar))
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self._instead, 1)
        second.addWidget(self._button(self.tr("Replace"), self.replace))
        second.addWidget(self._button(self.tr("Replace all"), self.replace_all))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addWidget(self._replacing)
