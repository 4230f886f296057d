"""Where the parts of a card stand: measured once for its height and once more to paint it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from desktop_app.ui.editor.offsets import utf16_length
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.theme.colours import Colours

PAD, GAP = 12, 5  # pixels
MARGIN = 4  # between cards
STAR = 16
_NEW_LINE = "\u2028"  # that Qt knows within a paragraph
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
        reasons: why the card is here, one a line; nothing unless that is to be shown.
        reasons_top: where they begin.
    """

    def __init__(self, card: Card, width: int, fonts: CardFonts, colours: Colours) -> None:
        small = fonts.small.pixelSize() * _LEADING
        # Without a label the text begins beside the star and keeps clear of it.
        room = width - 2 * PAD - (0 if card.label else STAR + GAP)
        self.body_top = PAD + (small + GAP if card.label else 0)
        self.body = QTextLayout(_shown_text(card), fonts.text)
        self.body.setFormats(_formats(card, colours))
        body_height = _break_lines(self.body, max(60, room), fonts.text.pixelSize() * _LEADING)
        self.note_top = self.body_top + body_height + GAP
        bottom = self.note_top + small if card.note or card.shortcut else self.note_top - GAP
        shown = card.reasons.replace("\n", _NEW_LINE) if card.explained else ""
        self.reasons = QTextLayout(shown, fonts.small)
        self.reasons_top = bottom + GAP
        if shown:
            bottom = self.reasons_top + _break_lines(self.reasons, max(60, width - 2 * PAD), small)
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


def _shown_text(card: Card) -> str:
    """The text as it is shown: the members of a parallel set each in a line of their own."""
    breaks = _breaks(card)
    ends = [*breaks[1:], len(card.text)] if breaks else []
    lines = [card.text[start:end] for start, end in zip(breaks, ends, strict=True)]
    return _NEW_LINE.join([card.text[: breaks[0]], *lines]) if breaks else card.text


def _breaks(card: Card) -> list[int]:
    """Before which characters a new line begins."""
    return sorted({part.start for part in card.parts if 0 < part.start < len(card.text)})


def _formats(card: Card, colours: Colours) -> list[QTextLayout.FormatRange]:
    """What is set off from the rest: blanks, what was searched for, and what is not taken."""
    rest, blank, term = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    rest.setForeground(QColor(colours.faint))
    blank.setBackground(QColor(colours.wash))
    term.setForeground(QColor(colours.accent))
    looks = [(start, end, rest) for start, end in _left_aside(card)]
    looks += [(start, end, blank) for start, end, _kind in card.blanks]
    looks += [(start, end, term) for start, end in _term_spans(card)]
    breaks = _breaks(card)
    return [_format(card.text, breaks, look) for look in looks if look[0] < look[1]]


def _format(
    text: str, breaks: list[int], look: tuple[int, int, QTextCharFormat]
) -> QTextLayout.FormatRange:
    start, end = (utf16_length(text[:n]) + bisect_right(breaks, n) for n in look[:2])
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, end - start, look[2]
    return part


def _left_aside(card: Card) -> list[tuple[int, int]]:
    """The text before and behind the part that is taken."""
    if card.part() == card.text or card.pick is None:
        return []
    return [(0, card.pick.start), (card.pick.end, len(card.text))]


def _term_spans(card: Card) -> Iterator[tuple[int, int]]:
    terms = "|".join(re.escape(term) for term in sorted(card.terms, key=len, reverse=True) if term)
    return (found.span() for found in re.finditer(terms, card.text)) if terms else iter(())


def star_rect(card: QRectF) -> QRectF:
    """Where a card's star is, for painting and for the mouse."""
    return QRectF(card.right() - PAD - STAR + 2, card.top() + PAD - 3, STAR, STAR)
