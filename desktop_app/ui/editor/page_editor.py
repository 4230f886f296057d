"""The page that is written on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QTextEdit, QWidget
from typing_extensions import override

from desktop_app.core.document.draft_file import DraftFile
from desktop_app.core.document.paragraph import Role
from desktop_app.ui.editor.caret_context import CaretContext, caret_context
from desktop_app.ui.editor.continuation import Continuation
from desktop_app.ui.editor.draft_document import DraftDocument
from desktop_app.ui.editor.page_look import PageLook
from desktop_app.ui.editor.page_painting import paint_drop_mark, paint_page
from desktop_app.ui.models.phrase_mime import is_sections, mime_text, phrase_mime

_EMPTY = DraftFile(("",), (None,))
_INDENT = 2 * "\N{IDEOGRAPHIC SPACE}"  # of the first line, which Qt does not leave before a hint


class PageEditor(QTextEdit):
    """Shows a draft as a page on a desk. Whatever is inserted goes one way: paste, drop and key.

    Signals:
        caret_moved(): the caret stands elsewhere or the text changed; never while composing.
        draft_replaced(): another draft is shown.
        text_inserted(str): text was put in, in one step: dropped, pasted, or taken by key.
        stepped_back(): the writer has taken back what was done last.
        zoom_asked(int): so many steps larger, by the wheel.
        menu_opening(QMenu): the context menu, for others to add to.
    """

    caret_moved = Signal()
    draft_replaced = Signal()
    text_inserted = Signal(str)
    stepped_back = Signal()
    zoom_asked = Signal(int)
    menu_opening = Signal(QMenu)

    def __init__(self, look: PageLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._composing = False
        self._waiting: list[Callable[[], None]] = []
        self._press: QPoint | None = None
        self._drop_place: QTextCursor | None = None
        self._settling: QPoint | None = None
        self.continuation = Continuation(self, self.insert_text)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the page stays in its place; shown when there is somewhere to go.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setEnabled(False)
        self.verticalScrollBar().rangeChanged.connect(self._show_scroll_bar)
        self.setTabChangesFocus(True)
        begin = self.tr("Begin with the title, then write on in a new line.")
        self.setPlaceholderText(_INDENT + begin)
        self.setAutoFillBackground(True)
        self.viewport().setAutoFillBackground(False)
        self.draft = DraftDocument(_EMPTY, look, self)
        self._show_draft()
        self.set_look(look)
        self.cursorPositionChanged.connect(self._tell_caret_moved)
        self.textChanged.connect(self._tell_caret_moved)
        self.selectionChanged.connect(self._follow_selection)

    def _show_scroll_bar(self, first: int, last: int) -> None:
        self.verticalScrollBar().setEnabled(last > first)

    # The draft

    def open_draft(self, file: DraftFile) -> None:
        """Show another draft in place of this one."""
        outdated, self.draft = self.draft, DraftDocument(file, self._look, self)
        self._show_draft()
        outdated.deleteLater()
        self.draft_replaced.emit()
        self._tell_caret_moved()

    def set_look(self, look: PageLook) -> None:
        """Show the page at another zoom or in other colours."""
        self._look = look
        self.setFont(look.character_format(Role.BODY).font())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(look.colours.desk))
        palette.setColor(QPalette.ColorRole.Text, QColor(look.colours.ink))
        self.setPalette(palette)
        self.draft.set_look(look)
        self.continuation.set_colour(QColor(look.colours.faint))
        self._centre_page()
        self.viewport().update()

    def context(self) -> CaretContext:
        """What stands around the caret."""
        return caret_context(self.draft, self.textCursor())

    def insert_text(self, text: str) -> None:
        """Put text in the place of the selection or at the caret; one undo takes it out.

        While an input method composes nothing is inserted.
        """
        if not text or self._composing:
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._show_caret()
        self.text_inserted.emit(text)

    def insert_paragraphs(self, text: str) -> None:
        """Put text at the caret as paragraphs of its own; one undo takes it out."""
        cursor = self.textCursor()
        before = "" if cursor.atBlockStart() else "\n"
        after = "" if cursor.atBlockEnd() else "\n"
        self.insert_text(before + text + after)

    def show_place(self, paragraph: int) -> None:
        """Put the caret at the end of a paragraph and scroll so that it stands near the top."""
        block = self.draft.findBlockByNumber(paragraph)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        top = self.draft.documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(int(top) - self.viewport().height() // 4)

    # Composing

    @property
    def composing(self) -> bool:
        """Whether an input method shows text that is not yet part of the draft."""
        return self._composing

    def when_calm(self, action: Callable[[], None]) -> None:
        """Do something now, or when the input method has finished composing."""
        if self._composing:
            self._waiting.append(action)
        else:
            action()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.continuation.hold()  # the input method paints in the same place
        composing = bool(event.preeditString())
        if composing and not self._composing:
            self._composing = True
            self.draft.hold_structure(held=True)
        super().inputMethodEvent(event)
        if event.commitString():
            self._show_caret()
        if self._composing and not composing:
            self._become_calm()
        elif not composing:
            self.continuation.follow()

    def _become_calm(self) -> None:
        self._composing = False
        self.draft.hold_structure(held=False)
        self._tell_caret_moved()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()

    # Dropping and pasting

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(mime_text(source))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        insert = self.insert_paragraphs if is_sections(source) else self.insert_text
        insert(mime_text(source))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return phrase_mime(self.textCursor().selection().toPlainText())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.continuation.clear()  # Qt would count it among the places for a drop
        super().dragEnterEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        accepted = event.isAccepted()
        self._mark_drop(self.cursorForPosition(event.position().toPoint()) if accepted else None)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark_drop(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(None)
        if self._composing:
            QGuiApplication.inputMethod().commit()
        super().dropEvent(event)
        if event.source() is not self.viewport():
            # Nothing that is given to the draft shall be taken away where it came from.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_drop(self, place: QTextCursor | None) -> None:
        self._drop_place = place
        self.viewport().update()

    # Dragging out

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # When grey text goes, the lines below move: a hand that trembles shall select nothing.
        self._settling = event.position().toPoint() if self.continuation.shown else None
        press = self.continuation.make_way(event)
        place = press.position().toPoint()
        left = press.button() is Qt.MouseButton.LeftButton
        self._press = place if left and self._is_selected(place) else None
        super().mousePressEvent(press)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        begun = self._press or self._settling
        if begun is None:
            super().mouseMoveEvent(event)
            return
        moved = (event.position().toPoint() - begun).manhattanLength()
        if moved >= QApplication.startDragDistance():
            selected, self._press, self._settling = self._press is not None, None, None
            if selected:
                self._drag_selection()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = self._settling = None
        super().mouseReleaseEvent(event)

    def _is_selected(self, place: QPoint) -> bool:
        cursor, under = self.textCursor(), self.cursorForPosition(place).position()
        return cursor.hasSelection() and cursor.selectionStart() <= under <= cursor.selectionEnd()

    def _drag_selection(self) -> None:
        """Drag within the page moves text; whatever else takes it gets a copy.

        Qt's own drag would delete the text here when another widget accepts it.
        """
        drag = QDrag(self.viewport())
        drag.setMimeData(self.createMimeDataFromSelection())
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        drag.exec(both, Qt.DropAction.MoveAction)

    # Keys, menu, wheel

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin_paragraph()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_step()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_step()
        else:
            place = self.textCursor().position()
            super().keyPressEvent(event)
            if self.textCursor().position() != place and not self.textCursor().hasSelection():
                self._show_caret()

    def _show_caret(self) -> None:
        """Scroll so that the caret can be seen, and a line below it, which grey text may need."""
        self.ensureCursorVisible()
        line = self._look.block_format(Role.BODY).lineHeight()
        lacking = self.cursorRect().bottom() + round(line) - self.viewport().height()
        if lacking > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + lacking)

    def undo_step(self) -> None:
        """Take back what the writer did last; while an input method composes, nothing."""
        self._step(self.draft.undo_step)
        self.stepped_back.emit()

    def redo_step(self) -> None:
        """Do again what was taken back last; while an input method composes, nothing."""
        self._step(self.draft.redo_step)

    def _step(self, step: Callable[[QTextCursor], None]) -> None:
        if not self._composing:
            cursor = self.textCursor()
            step(cursor)
            self.setTextCursor(cursor)
            self._show_caret()

    def _begin_paragraph(self) -> None:
        """Break the paragraph; a role that was given to it stays with its first part."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertBlock()
        self.draft.leave_role_to_text(cursor)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._show_caret()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)  # Qt's own steps are not the writer's
        self.menu_opening.emit(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.continuation.clear()
        super().focusOutEvent(event)

    # Looks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scrolled = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        paint_page(painter, self.viewport().rect(), scrolled, self._look.colours)
        painter.end()
        super().paintEvent(event)
        if self._drop_place is not None:
            painter = QPainter(self.viewport())
            paint_drop_mark(painter, self.cursorRect(self._drop_place), self._look.colours)
            painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        # Ahead of the page's own resizing, so that the lines are laid out once, at their width.
        if event.type() is QEvent.Type.Resize:
            self._centre_page()
        elif isinstance(event, QKeyEvent) and self.continuation.wants(event):
            # Ahead of the keys that the window knows, and of Tab, which leaves the page else.
            if event.type() is QEvent.Type.KeyPress:
                self.continuation.obey(event)
            event.accept()
            return True
        return super().event(event)

    def _centre_page(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(0, (room - self._look.page_width) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def _show_draft(self) -> None:
        self.continuation.clear()
        self.setDocument(self.draft)
        self.setCursorWidth(2)
        self.draft.contentsChange.connect(self.continuation.note_change)
        self.draft.structure_changed.connect(self.continuation.repaint)

    def _follow_selection(self) -> None:
        if not self._composing:
            self.continuation.follow()

    def _tell_caret_moved(self) -> None:
        if not self._composing:
            self.continuation.follow()
            self.caret_moved.emit()
