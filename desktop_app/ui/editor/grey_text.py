"""Text that is shown in the draft and is not part of it.

It stands in the area that Qt keeps in a paragraph's layout for text that is being composed: so it
wraps like any text and moves aside what follows, and neither the draft, nor undo, nor the clipboard
knows of it. An input method uses the same area, so it has to be gone before one begins.
"""

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextLayout

from desktop_app.ui.editor.draft_document import DraftDocument
from desktop_app.ui.editor.offsets import utf16_length


class GreyText:
    """One piece of such text in a draft, or none."""

    def __init__(self) -> None:
        self._draft: DraftDocument | None = None
        self._block = QTextBlock()
        self._text = ""

    def show(self, draft: DraftDocument, cursor: QTextCursor, text: str, colour: QColor) -> None:
        """Show a text behind the caret, in the place of the one before."""
        self.hide()
        if not text:
            return
        self._draft, self._block, self._text = draft, cursor.block(), text
        layout, place = self._block.layout(), cursor.positionInBlock()
        layout.setPreeditArea(place, text)
        draft.show_look(self._block)  # the fonts of the paragraph spread over the new text
        grey = QTextLayout.FormatRange()
        grey.start, grey.length = place, utf16_length(text)
        grey.format = QTextCharFormat()
        grey.format.setForeground(colour)
        layout.setFormats([*layout.formats(), grey])
        self._lay_out()

    def hide(self) -> None:
        """Show it no longer. The draft may have been changed since it was shown."""
        if self._draft is None:
            return
        # A block that has gone may have left its place to another: then the text has gone with it.
        if self._block.isValid() and self._block.layout().preeditAreaText() == self._text:
            self._block.layout().setPreeditArea(-1, "")
            self._draft.show_look(self._block)
            self._lay_out()
        self._draft = None

    def _lay_out(self) -> None:
        if self._draft is not None:
            self._draft.markContentsDirty(self._block.position(), self._block.length())
