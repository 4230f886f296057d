"""The visible text of one paragraph of a .docx."""

from lxml import etree

from desktop_app.core.reading.symbols import symbol
from desktop_app.core.reading.word_fields import Fields
from desktop_app.core.reading.word_names import W, is_on, value
from desktop_app.core.reading.word_styles import Styles

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RUN, _LOOK, _TEXT, _SYMBOL, _MARK = (W + name for name in ("r", "rPr", "t", "sym", "fldChar"))
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# What the paper's reader does not see: deleted or moved away, alternatives for old programs, the
# pronunciation above characters, and paragraphs of text boxes, which are walked by themselves.
_UNSEEN = {W + name for name in ("del", "moveFrom", "txbxContent", "pPr", "rPr", "rt")} | {FALLBACK}
_CHARACTERS = {
    W + "tab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "ptab": " ",
}


def paragraph_text(paragraph: etree._Element, styles: Styles, style_id: str) -> str:
    """What a reader sees of the paragraph; line breaks are newlines."""
    return _Text(styles, hidden=styles.hides(style_id)).of(paragraph)


class _Text:
    """Collects characters, leaving out hidden runs and the instructions of fields."""

    def __init__(self, styles: Styles, *, hidden: bool) -> None:
        self._styles = styles
        self._hidden = hidden
        self._fields = Fields()
        self._pieces: list[str] = []

    def of(self, paragraph: etree._Element) -> str:
        self._collect(paragraph)
        return "".join(self._pieces)

    def _collect(self, element: etree._Element) -> None:
        hidden = element.tag == _RUN and self._is_hidden(element)
        for child in element:
            if child.tag in _UNSEEN:
                continue
            if child.tag == _MARK:
                self._pass_field_mark(child.get(W + "fldCharType"))
            elif (character := _character(child)) is None:
                self._collect(child)
            elif not hidden and not self._fields.hide:
                self._pieces.append(character)

    def _pass_field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end()

    def _is_hidden(self, run: etree._Element) -> bool:
        """Whether the run's text is hidden, by itself or by a style."""
        look = run.find(_LOOK)
        if look is None:
            return self._hidden
        own = is_on(look, "vanish")
        if own is not None:
            return own
        style_id = value(look, "rStyle")
        return self._hidden or (style_id is not None and self._styles.hides(style_id))


def _character(element: etree._Element) -> str | None:
    """The characters that an element stands for; None if it holds other elements."""
    if element.tag in (_TEXT, _MATH_TEXT):
        return element.text or ""
    if element.tag == _SYMBOL:
        return symbol(element.get(W + "font", ""), _code(element.get(W + "char", "")))
    return _CHARACTERS.get(str(element.tag))


def _code(hexadecimal: str) -> int:
    try:
        return int(hexadecimal, 16)
    except ValueError:
        return 0
