"""How wide a line of text will be, without asking a font."""

import unicodedata

from desktop_app.core.export.house_style import TWIPS_PER_POINT, TextStyle

# Widths in Times New Roman as shares of the type size. Its digits are exactly half as wide.
_NARROW_MARKS = " .,;:'|/"
_NARROW, _DIGIT, _CAPITAL = 0.25, 0.5, 0.7


def width_twips(text: str, style: TextStyle) -> int:
    """Width of a text in one line: exact for Chinese characters and digits, near for letters."""
    size = style.size_points * TWIPS_PER_POINT
    return round(sum(_share(character) * size + style.spacing_twips for character in text))


def _share(character: str) -> float:
    # Ambiguous marks (“ ” — ·) are set in the Chinese font, see `word.py`.
    if unicodedata.east_asian_width(character) in "WFA":
        return 1
    if character in _NARROW_MARKS:
        return _NARROW
    return _CAPITAL if character.isupper() else _DIGIT
