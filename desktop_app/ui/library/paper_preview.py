"""A paper as it was read, with its structure in the margin."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.ui.library.names import removal_label, role_label
from desktop_app.ui.library.paper_row import PaperDetails, RemovedText
from desktop_app.ui.theme.colours import Colours
from desktop_app.ui.theme.fonts import interface_font, role_font
from desktop_app.ui.theme.theme import Theme

_ZOOM = 75  # per cent of the page's size
_LINE_HEIGHT = 138.0  # per cent
_SPACE = 7  # pixels below a paragraph
_LABEL_PIXELS = 11
_EDGE, _GAP = 14, 14  # pixels left of the margin's labels, and between them and the text


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of the preview: what stands in the margin, and the text."""

    label: str
    text: str
    role: Role = Role.BODY
    heading: int = 0  # characters of the text that look like a heading
    removed: bool = False
    note: bool = False


class PaperPreview(QTextEdit):
    """Shows a paper, cleaned or with what cleaning took out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._theme = theme
        self._details: PaperDetails | None = None
        self._whole = False
        self._lines: tuple[_Line, ...] = ()
        self._note = ""
        theme.changed.connect(self._refresh)

    def show_paper(self, details: PaperDetails) -> None:
        """Show a paper: from its beginning, unless it is the one that is being read."""
        same = self._details is not None and self._details.row.id == details.row.id
        self._details, self._note = details, ""
        self._refresh()
        if not same:
            self.verticalScrollBar().setValue(0)

    def show_note(self, sentence: str) -> None:
        """Show a sentence in place of a paper."""
        self._details, self._note = None, sentence
        self._refresh()

    def show_whole(self, *, whole: bool) -> None:
        """Whether what cleaning took out is shown too."""
        self._whole = whole
        self._refresh()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self._label_font())
        painter.setPen(QColor(self._theme.colours.faint))
        for block, top in self._visible_blocks():
            line = block.layout().lineAt(0)
            place = QRect(_EDGE, round(top + line.y()), self.width(), round(line.height()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._label(block))

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, float]]:
        """The blocks in sight, and where in the viewport they begin."""
        document, shift = self.document(), self.verticalScrollBar().value()
        place = document.documentLayout().blockBoundingRect

        def bottom(number: int) -> float:
            return place(document.findBlockByNumber(number)).bottom()

        # To ask what stands at a point goes wrong while a long paper is still being laid out.
        block = document.findBlockByNumber(
            bisect_left(range(document.blockCount()), float(shift), key=bottom)
        )
        while block.isValid():
            top = place(block).top() - shift
            if top > self.viewport().height():
                return
            yield block, top
            block = block.next()

    def _label(self, block: QTextBlock) -> str:
        number = block.blockNumber()
        return self._lines[number].label if number < len(self._lines) else ""

    def _refresh(self) -> None:
        """Fill a document before it is shown: one layout, however long the paper."""
        place = self.verticalScrollBar().value()
        self._lines = _lines(self._details, whole=self._whole) or (
            _Line("", self._note, note=True),
        )
        margin = self._margin()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        frame = QTextFrameFormat()
        frame.setLeftMargin(margin)
        frame.setRightMargin(_EDGE)
        frame.setTopMargin(_EDGE)
        document.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(document)
        for number, line in enumerate(self._lines):
            if number:
                cursor.insertBlock()
            _write(cursor, line, self._theme.colours)
        self.setDocument(document)  # which deletes the one before, being its child
        self.verticalScrollBar().setValue(place)

    def _label_font(self) -> QFont:
        font = self.font()
        font.setPixelSize(_LABEL_PIXELS)
        return font

    def _margin(self) -> int:
        """Room for the longest label of the paper, shown or not, so that the text does not jump."""
        labels = {line.label for line in _lines(self._details, whole=True)}
        metrics = QFontMetrics(self._label_font())
        widest = max(map(metrics.horizontalAdvance, labels), default=0)
        return _EDGE + (widest + _GAP if widest else 0)


def _lines(details: PaperDetails | None, *, whole: bool) -> tuple[_Line, ...]:
    if details is None:
        return ()
    removed = list(details.removed) if whole else []
    lines: list[_Line] = []
    for number, paragraph in enumerate(details.paragraphs):
        while removed and removed[0].before <= number:
            lines.append(_removed_line(removed.pop(0)))
        lines.append(_kept_line(paragraph))
    return (*lines, *map(_removed_line, removed))


def _kept_line(paragraph: Paragraph) -> _Line:
    role, text = paragraph.role, paragraph.text
    heading = (paragraph.run_in or len(text)) if role.level else 0
    return _Line(role_label(role), text, role, heading)


def _removed_line(removed: RemovedText) -> _Line:
    return _Line(removal_label(removed.reason), removed.text, removed=True)


def _write(cursor: QTextCursor, line: _Line, colours: Colours) -> None:
    place = QTextBlockFormat()
    place.setBottomMargin(_SPACE)
    place.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(place)
    if line.note:
        cursor.insertText(line.text, _note_format(colours))
    elif line.removed:
        cursor.insertText(line.text, _removed_format(colours))
    else:
        heading = line.heading if line.role.level else len(line.text)
        cursor.insertText(line.text[:heading], _format(line.role, colours))
        cursor.insertText(line.text[heading:], _format(Role.BODY, colours))


def _format(role: Role, colours: Colours) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(role_font(role, _ZOOM))
    look.setForeground(QColor(colours.ink))
    return look


def _removed_format(colours: Colours) -> QTextCharFormat:
    look = _format(Role.BODY, colours)
    look.setForeground(QColor(colours.faint))
    look.setFontStrikeOut(True)
    return look


def _note_format(colours: Colours) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(interface_font())
    look.setForeground(QColor(colours.faint))
    return look
