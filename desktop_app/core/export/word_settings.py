"""The settings and the font table of the Word file."""

from collections.abc import Iterable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.core.export.house_style import Font
from desktop_app.core.export.word_xml import w

_WORD_2013 = 15  # the newest compatibility mode; without it Word opens the file as an old one
_LAYOUT_OPTIONS = (
    "overrideTableStyleFontSizeAndJustification",
    "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents",
)
_GB2312 = "86"
_ANSI = "00"


def settings_elements() -> Iterator[BaseOxmlElement]:
    """The children of `w:settings`, in their order; odd and even footers are set elsewhere."""
    yield w("zoom", percent=100)
    yield w("defaultTabStop", val=420)
    # Marks keep their full width: compressed ones would change the characters of a line.
    yield w("characterSpacingControl", val="doNotCompress")
    yield w("compat", *_compatibility())
    yield w("themeFontLang", val="en-US", eastAsia="zh-CN")
    yield w("decimalSymbol", val=".")
    yield w("listSeparator", val=",")


def _compatibility() -> Iterator[BaseOxmlElement]:
    values = {"compatibilityMode": _WORD_2013} | dict.fromkeys(_LAYOUT_OPTIONS, 1)
    for name, value in values.items():
        yield w(
            "compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value
        )


def font_table(fonts: Iterable[Font]) -> BaseOxmlElement:
    """What Word is told about each font, above all what to take where it is missing."""
    return w("fonts", *(w("font", *_describe(font), name=font.name) for font in fonts))


def _describe(font: Font) -> Iterator[BaseOxmlElement]:
    if font.substitute:
        yield w("altName", val=font.substitute)
    if font.panose:
        yield w("panose1", val=font.panose)
    yield w("charset", val=_GB2312 if font.chinese else _ANSI)
    yield w("family", val=font.family)
    yield w("pitch", val=font.pitch)
