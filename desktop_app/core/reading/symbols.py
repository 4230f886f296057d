"""Characters of symbol fonts, which Word keeps at places of its own instead of Unicode's."""

_PRIVATE = range(0xF000, 0xF100)  # where Word puts the 256 places of a symbol font
_CIRCLED, _CIRCLED_BLACK = "⓪①②③④⑤⑥⑦⑧⑨⑩", "⓿❶❷❸❹❺❻❼❽❾❿"
_WINGDINGS = {0x80 + n: character for n, character in enumerate(_CIRCLED + _CIRCLED_BLACK)}
_WINGDINGS |= {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA1: "○"}
_WINGDINGS |= {0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "×", 0xFC: "√"}
_WINGDINGS |= {0xFD: "☒", 0xFE: "☑"}
_WINGDINGS_2 = {0x50: "√", 0x4F: "×", 0x52: "☑", 0x53: "☒", 0xA3: "□"}
_WINGDINGS_2 |= {0x6A + n: character for n, character in enumerate(_CIRCLED)}
_SYMBOL = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL |= dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
_SYMBOL |= {0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB7: "·"}
_SYMBOL |= {0xA5: "∞", 0xAE: "→", 0xB9: "≠", 0xBB: "≈", 0xE5: "∑"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: int) -> str:
    """The character at a place of a font; empty where nobody can say what it looks like."""
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(code & 0xFF, "")
    if code in _PRIVATE:
        code -= _PRIVATE.start  # fonts without a table of their own follow ASCII, as far as it goes
        return chr(code) if 0x20 <= code < 0x7F else ""
    is_character = 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000
    return chr(code) if is_character else ""
