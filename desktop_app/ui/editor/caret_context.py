"""What stands around the caret: the question that the panel's suggestions answer."""

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.ui.editor.draft_document import DraftDocument
from desktop_app.ui.editor.offsets import code_points


@dataclass(frozen=True, slots=True)
class CaretContext:
    """The draft up to the caret.

    Attributes:
        title: of the draft; empty if it has none.
        headings: above the caret, outermost first.
        before: the text up to the caret, paragraphs set apart by line breaks.
    """

    title: str
    headings: tuple[str, ...]
    before: str


def draft_title(paragraphs: tuple[Paragraph, ...]) -> str:
    """The title's lines in one."""
    return "".join(p.text.strip() for p in paragraphs if p.role is Role.TITLE)


def caret_context(draft: DraftDocument, cursor: QTextCursor) -> CaretContext:
    """The context of a cursor in the draft."""
    current = cursor.block()
    number = current.blockNumber()
    lines = [p.text for p in draft.paragraphs[:number]]
    lines.append(text_before(current, cursor.positionInBlock()))
    headings: list[str] = []
    level = 5
    for paragraph in reversed(draft.paragraphs[: number + 1]):
        if 0 < paragraph.role.level < level:
            level = paragraph.role.level
            headings.insert(0, paragraph.heading)
    return CaretContext(draft_title(draft.paragraphs), tuple(headings), "\n".join(lines))


def text_before(block: QTextBlock, units: int) -> str:
    """A block's text up to a place in it."""
    text = block.text()
    return text[: code_points(text, units)]
