"""The draft as Qt's text document, its structure kept up to date while it is written."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop_app.core.document.draft_file import DraftFile
from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.structure import parse
from desktop_app.ui.editor.page_look import PADDING, PageLook, block_state, read_block_state
from desktop_app.ui.editor.role_highlighter import RoleHighlighter

# A role that the writer has given belongs to the block's format, so that undo knows it.
_STATED_ROLE = QTextFormat.Property.UserProperty.value + 1
_SETTLE = 30  # milliseconds after a change until the structure is read again


class DraftDocument(QTextDocument):
    """One draft. Another draft is another document.

    Signals:
        structure_changed(): `paragraphs` is new; comes shortly after any change of the text.
    """

    structure_changed = Signal()

    def __init__(self, file: DraftFile, look: PageLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.head: Mapping[str, object] = dict(file.head)
        self.paragraphs: tuple[Paragraph, ...] = ()
        self._look = look
        self._held = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE)
        self._fill(file)
        # Made when the text is there: a highlighter that follows the filling is quadratic.
        self._highlighter = RoleHighlighter(self, look)
        self._highlighter.rehighlight()
        self.documentLayout()  # without one Qt tells of no changes
        self._timer.timeout.connect(self.read_structure)
        self.contentsChange.connect(self._expect_structure)

    def _fill(self, file: DraftFile) -> None:
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(PADDING)
        self.setDefaultFont(self._look.character_format(Role.BODY).font())
        self.setPlainText("\n".join(file.texts))
        for block, role in zip(self.blocks(), _needed_hints(file), strict=False):
            if role:
                _state_role(QTextCursor(block), role)
        self._place(self._find_roles())
        self.setUndoRedoEnabled(True)
        self.setModified(False)

    def blocks(self) -> Iterator[QTextBlock]:
        """The paragraphs as Qt's blocks, in order."""
        block = self.begin()
        while block.isValid():
            yield block
            block = block.next()

    def to_file(self) -> DraftFile:
        """The draft as it stands."""
        texts = tuple(block.text() for block in self.blocks())
        return DraftFile(texts, tuple(_stated_role(b) for b in self.blocks()), self.head)

    def set_look(self, look: PageLook) -> None:
        """Show the draft at another zoom or in other colours."""
        if look == self._look:
            return
        resized = look.zoom != self._look.zoom
        self._look = look
        self._highlighter.set_look(look)
        if resized:
            self.setDefaultFont(look.character_format(Role.BODY).font())
            self._place(list(self.blocks()))

    def undo_step(self, cursor: QTextCursor) -> None:
        """Take back what the writer did last; the cursor goes where it was done.

        Qt keeps the placing of a paragraph as a step of its own where it came after a single
        insertion. Such a step is passed over: nobody took it.
        """
        before = self._content()
        while self.isUndoAvailable() and self._content() == before:
            self.undo(cursor)

    def redo_step(self, cursor: QTextCursor) -> None:
        """Do again what was taken back last, with the placing that came after it."""
        before = self._content()
        while self.isRedoAvailable() and self._content() == before:
            self.redo(cursor)
        after = self._content()
        while self.isRedoAvailable() and self._content() == after:
            self.redo()
        if self._content() != after:
            self.undo()

    def _content(self) -> tuple[str, tuple[Role | None, ...]]:
        """All that the writer decides: the text and the roles given to paragraphs."""
        return self.toPlainText(), tuple(_stated_role(block) for block in self.blocks())

    def state_role(self, cursor: QTextCursor, role: Role | None) -> None:
        """Give the selected paragraphs a role, or leave it to the text again; one undo step."""
        block = self.findBlock(cursor.selectionStart())
        edit = QTextCursor(block)
        edit.beginEditBlock()
        while block.isValid() and block.position() <= cursor.selectionEnd():
            _state_role(QTextCursor(block), role)
            block = block.next()
        edit.endEditBlock()

    def leave_role_to_text(self, cursor: QTextCursor) -> None:
        """Drop the given role of the paragraph at a cursor, within the edit that goes on."""
        _state_role(cursor, None)

    def hold_structure(self, *, held: bool) -> None:
        """While an input method composes, nothing may change under it."""
        self._held = held
        if not held:
            self._timer.start()

    def read_structure(self) -> None:
        """Find the role of every paragraph now, and give changed ones their look."""
        if self._held:
            return
        self._timer.stop()
        changed = self._find_roles()
        for block in changed:
            self._highlighter.rehighlightBlock(block)
        self._place(changed)
        self.structure_changed.emit()

    def _expect_structure(self) -> None:
        self._timer.start()

    def _find_roles(self) -> list[QTextBlock]:
        """Parse the draft; the blocks whose role is another than before."""
        blocks = list(self.blocks())
        hints = [_stated_role(block) for block in blocks]
        self.paragraphs = parse([block.text() for block in blocks], hints)
        changed = []
        for block, paragraph in zip(blocks, self.paragraphs, strict=True):
            state = block_state(paragraph)
            if block.userState() != state:
                block.setUserState(state)
                changed.append(block)
        return changed

    def _place(self, blocks: list[QTextBlock]) -> None:
        """Indent and align paragraphs as part of the edit that made it necessary.

        After an undo nothing is done: a change would drop what can be redone, and the undo has
        brought the old places back itself.
        """
        wanted = [(b, self._look.block_format(read_block_state(b.userState())[0])) for b in blocks]
        misplaced = [(b, look) for b, look in wanted if not _stands(b, look)]
        if not misplaced or self.isRedoAvailable():
            return
        modified, undoable = self.isModified(), self.isUndoAvailable()
        self.setUndoRedoEnabled(undoable)  # nothing was edited yet, so there is nothing to undo
        edit = QTextCursor(self)
        edit.joinPreviousEditBlock()
        for block, look in misplaced:
            QTextCursor(block).mergeBlockFormat(look)
        edit.endEditBlock()
        self.setUndoRedoEnabled(True)
        self.setModified(modified)


def _needed_hints(file: DraftFile) -> list[Role | None]:
    """The file's hints that the text does not suggest by itself.

    Only these become roles that the writer has given: the others shall go on following the text.
    A hint may change what the lines below suggest, so the rest is judged again until all agree.
    """
    needed: list[Role | None] = [None] * len(file.texts)
    while True:
        parsed = parse(file.texts, needed)
        missing = [n for n, hint in enumerate(file.hints) if hint and hint is not parsed[n].role]
        if not missing:
            return needed
        for n in missing:
            needed[n] = file.hints[n]


def _stands(block: QTextBlock, wanted: QTextBlockFormat) -> bool:
    """Whether a block's lines stand where they are wanted."""
    now = block.blockFormat()
    return (
        now.alignment() == wanted.alignment()
        and now.textIndent() == wanted.textIndent()
        and now.rightMargin() == wanted.rightMargin()
        and now.topMargin() == wanted.topMargin()
        and now.lineHeight() == wanted.lineHeight()
    )


def _stated_role(block: QTextBlock) -> Role | None:
    """The role that the writer has given to a paragraph."""
    name = block.blockFormat().stringProperty(_STATED_ROLE)
    return Role(name) if name else None


def _state_role(cursor: QTextCursor, role: Role | None) -> None:
    look = cursor.blockFormat()
    if role:
        look.setProperty(_STATED_ROLE, role.value)
    else:
        look.clearProperty(_STATED_ROLE)
    cursor.setBlockFormat(look)
