"""How each role looks on the page: font, place, line height, colours."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.ui.theme.colours import Colours
from desktop_app.ui.theme.fonts import BODY_PIXELS, role_font

LINE_CHARACTERS = 28  # of a full line, as on the printed page (GB/T 9704-2012)
PADDING = 76  # pixels between the page's text and its edge
_LINE_HEIGHTS = {Role.TITLE: 2.0}  # in body characters; others have the usual one
_LINE_HEIGHT = 1.8  # the standard's 28.95 pt for characters of 16 pt
_CENTRED = (Role.TITLE, Role.BYLINE)
_RIGHT = (Role.SIGNATURE, Role.DATE)
_FLUSH = (Role.SALUTATION, *_CENTRED, *_RIGHT)
_RIGHT_MARGIN = 2  # characters that signature and date keep from the edge


@dataclass(frozen=True, slots=True)
class PageLook:
    """The page at a zoom in per cent, in a set of colours."""

    zoom: int
    colours: Colours

    @property
    def character(self) -> int:
        """The width of a body character in pixels."""
        return round(BODY_PIXELS * self.zoom / 100)

    @property
    def page_width(self) -> int:
        """The page's width in pixels: a full line and the padding."""
        return LINE_CHARACTERS * self.character + 2 * PADDING

    def block_format(self, role: Role) -> QTextBlockFormat:
        """Where the lines of a paragraph stand."""
        look = QTextBlockFormat()
        look.setAlignment(_alignment(role))
        look.setTextIndent(0 if role in _FLUSH else 2 * self.character)
        look.setTopMargin(self._line_height(role) if role is Role.SALUTATION else 0)
        look.setRightMargin(_RIGHT_MARGIN * self.character if role in _RIGHT else 0)
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        look.setLineHeight(self._line_height(role), fixed)
        return look

    def _line_height(self, role: Role) -> float:
        return _LINE_HEIGHTS.get(role, _LINE_HEIGHT) * self.character

    def character_format(self, role: Role) -> QTextCharFormat:
        """How the characters of a paragraph look."""
        look = QTextCharFormat()
        look.setFont(role_font(role, self.zoom))
        look.setForeground(QColor(self.colours.ink))
        return look

    def blank_format(self, role: Role) -> QTextCharFormat:
        """How a blank that is still to be filled looks in a paragraph."""
        look = self.character_format(role)
        look.setForeground(QColor(self.colours.accent))
        look.setBackground(QColor(self.colours.wash))
        return look


def _alignment(role: Role) -> Qt.AlignmentFlag:
    if role in _CENTRED:
        return Qt.AlignmentFlag.AlignHCenter
    if role in _RIGHT:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft


_ROLES = tuple(Role)
_ROLE_BITS = 4


def block_state(paragraph: Paragraph) -> int:
    """A paragraph's role and run-in length as the one number that a text block can carry."""
    return _ROLES.index(paragraph.role) | paragraph.run_in << _ROLE_BITS


def read_block_state(state: int) -> tuple[Role, int]:
    """The role and run-in length in a block's number; body for a block that has none yet."""
    if state < 0:
        return Role.BODY, 0
    return _ROLES[state & ((1 << _ROLE_BITS) - 1)], state >> _ROLE_BITS
