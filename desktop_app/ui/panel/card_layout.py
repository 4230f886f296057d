"""Where the parts of a card stand: measured once for its height and once more to paint it."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from desktop_app.ui.editor.offsets import utf16_length
from desktop_app.ui.models.card_model import Card

PAD, GAP = 12, 5  # pixels
MARGIN = 4  # between cards
STAR = 16
_LEADING = 1.35  # of the lines of a card's text


@dataclass(frozen=True, slots=True)
class CardFonts:
    """The fonts of a card."""

    text: QFont
    small: QFont


def card_fonts(base: QFont) -> CardFonts:
    """The fonts of cards in a view with this font."""
    small = QFont(base)
    small.setPixelSize(round(base.pixelSize() * 0.88))
    return CardFonts(base, small)


class CardLayout:
    """A card laid out in a width.

    Attributes:
        height: of the whole card with the margin below it, in pixels.
        body: the text, broken into lines.
        body_top: where it begins, from the card's top.
        note_top: where the line below it begins.
    """

    def __init__(self, card: Card, width: int, fonts: CardFonts, accent: QColor) -> None:
        small = fonts.small.pixelSize() * _LEADING
        # Without a label the text begins beside the star and keeps clear of it.
        room = width - 2 * PAD - (0 if card.label else STAR + GAP)
        self.body_top = PAD + (small + GAP if card.label else 0)
        self.body = QTextLayout(card.text, fonts.text)
        self.body.setFormats(_set_off(card, accent))
        body_height = _break_lines(self.body, max(60, room), fonts.text.pixelSize() * _LEADING)
        self.note_top = self.body_top + body_height + GAP
        bottom = self.note_top + small if card.note or card.shortcut else self.note_top - GAP
        self.height = round(bottom + PAD + MARGIN)


def _break_lines(layout: QTextLayout, width: float, line_height: float) -> float:
    """Break a text into lines; their height in all."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (line_height - line.height()) / 2))
        height += line_height
    layout.endLayout()
    return height


def _set_off(card: Card, accent: QColor) -> list[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setForeground(accent)
    ranges = []
    terms = "|".join(re.escape(term) for term in sorted(card.terms, key=len, reverse=True) if term)
    for found in re.finditer(terms, card.text) if terms else ():
        part = QTextLayout.FormatRange()
        part.start, part.length = utf16_length(card.text[: found.start()]), utf16_length(found[0])
        part.format = look
        ranges.append(part)
    return ranges


def star_rect(card: QRectF) -> QRectF:
    """Where a card's star is, for painting and for the mouse."""
    return QRectF(card.right() - PAD - STAR + 2, card.top() + PAD - 3, STAR, STAR)
