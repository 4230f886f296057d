"""Text that is shown in a document and is not part of it.

It stands in the area that Qt keeps in a paragraph's layout for text that is being composed: so it
wraps like any text and moves aside what follows, and neither the document, nor undo, nor the
clipboard knows of it. An input method uses the same area, so it has to be gone before one begins.
"""

from collections.abc import Iterator

from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)

from desktop_app.ui.editor.offsets import utf16_length


class GreyText:
    """One piece of such text, or none."""

    def __init__(self) -> None:
        self._document: QTextDocument | None = None
        self._block = QTextBlock()
        self._text = ""

    def show(self, cursor: QTextCursor, text: str, colour: QColor) -> None:
        """Show a text behind the caret, in the place of the one before."""
        self.hide()
        if not text:
            return
        self._document, self._block, self._text = cursor.document(), cursor.block(), text
        layout, place = self._block.layout(), cursor.positionInBlock()
        length = utf16_length(text)
        formats = [*_moved_apart(layout.formats(), place, length), _grey(place, length, colour)]
        layout.setPreeditArea(place, text)
        layout.setFormats(formats)
        self._lay_out()

    def hide(self) -> None:
        """Show it no longer. The document may have been changed since it was shown."""
        if self._document is None:
            return
        # A block that has gone may have left its place to another: then the text has gone with it.
        if self._block.isValid() and self._block.layout().preeditAreaText() == self._text:
            layout = self._block.layout()
            place = layout.preeditAreaPosition()
            formats = [*_moved_together(layout.formats(), place, utf16_length(self._text))]
            layout.setPreeditArea(-1, "")
            layout.setFormats(formats)
            self._lay_out()
        self._document = None

    def _lay_out(self) -> None:
        # Not by the highlighter: it would tell that the text has changed.
        if self._document is not None:
            self._document.markContentsDirty(self._block.position(), self._block.length())


def _grey(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setForeground(colour)
    return _range(start, length, look)


def _moved_apart(
    ranges: list[QTextLayout.FormatRange], place: int, length: int
) -> Iterator[QTextLayout.FormatRange]:
    """The looks of a paragraph when text comes into it, as Qt's highlighter moves them itself.

    The text that comes looks like the character before it.
    """
    for part in ranges:
        start, size = part.start, part.length
        if start >= place:
            start += length
        elif start + size >= place:
            size += length
        yield _range(start, size, part.format)


def _moved_together(
    ranges: list[QTextLayout.FormatRange], place: int, length: int
) -> Iterator[QTextLayout.FormatRange]:
    """The looks when the text goes again, without its own."""
    for part in ranges:
        start, size = part.start, part.length
        if start >= place + length:
            yield _range(start - length, size, part.format)
        elif start < place:
            spans = start + size >= place + length
            yield _range(start, size - length if spans else size, part.format)


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, look
    return part
