"""Gives the characters of each paragraph the look of its role.

Done by a highlighter and not by character formats, because those would enter the undo history and
the clipboard.
"""

from PySide6.QtGui import QSyntaxHighlighter, QTextDocument
from typing_extensions import override

from desktop_app.core.document.blanks import blank_spans
from desktop_app.core.document.paragraph import Role
from desktop_app.ui.editor.offsets import utf16_length
from desktop_app.ui.editor.page_look import PageLook, read_block_state


class RoleHighlighter(QSyntaxHighlighter):
    """Reads each block's role from its state, which the draft keeps right."""

    def __init__(self, document: QTextDocument, look: PageLook) -> None:
        super().__init__(document)
        self._use(look)

    def set_look(self, look: PageLook) -> None:
        """Show the page at another zoom or in other colours."""
        self._use(look)
        self.rehighlight()

    def _use(self, look: PageLook) -> None:
        self._formats = {role: look.character_format(role) for role in Role}
        self._blanks = {role: look.blank_format(role) for role in Role}

    @override
    def highlightBlock(self, text: str) -> None:
        role, run_in = read_block_state(self.currentBlock().userState())
        self.setFormat(0, utf16_length(text), self._formats[role])
        if run_in:
            start = utf16_length(text[:run_in])
            self.setFormat(start, utf16_length(text[run_in:]), self._formats[Role.BODY])
        if "{{" in text:
            for start, end in blank_spans(text):
                units = utf16_length(text[start:end])
                self.setFormat(utf16_length(text[:start]), units, self._blanks[role])
