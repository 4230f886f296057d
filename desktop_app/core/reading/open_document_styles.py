"""What the styles of an OpenDocument text say of its paragraphs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from desktop_app.core.reading.list_numbers import BULLET, DEPTHS, Level
from desktop_app.core.reading.open_document_names import STYLE, TEXT, local_name

_LONGEST_CHAIN = 20  # styles based on each other
_LEVELS = {TEXT + "list-level-style-number", TEXT + "outline-level-style"}
_BULLETS = {TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"}
# ODF 1.3 part 3, 19.500: a sample of the numerals stands for them all. Names are Word's.
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "壱": "ideographLegalTraditional",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
    "㊀": "ideographEnclosedCircle",
    "１": "decimalFullWidth",
    "〇": "ideographDigital",
}
_TITLE = "Title"
_ZERO_FIRST = "01"


@dataclass(frozen=True, slots=True)
class Style:
    """A style's own settings; None where it leaves one to the style it is based on."""

    base: str = ""
    list_style: str | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """Paragraph and character styles, list styles, and the numbers of headings."""

    by_name: dict[tuple[str, str], Style] = field(default_factory=dict)
    lists: dict[str, Mapping[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)

    def chain(self, family: str, name: str) -> Iterator[tuple[str, Style]]:
        """The style and those it is based on, which may form a circle."""
        for _ in range(_LONGEST_CHAIN):
            style = self.by_name.get((family, name))
            if style is None:
                return
            yield name, style
            name = style.base

    def hides(self, family: str, name: str) -> bool:
        """Whether text in this style is hidden."""
        settings = (style.hidden for _, style in self.chain(family, name))
        return next((hidden for hidden in settings if hidden is not None), False)

    def list_style(self, paragraph_style: str) -> str | None:
        """The list style that a paragraph style asks for; empty for none at all."""
        settings = (style.list_style for _, style in self.chain("paragraph", paragraph_style))
        return next((name for name in settings if name is not None), None)

    def is_title(self, paragraph_style: str) -> bool:
        """Whether the style is that of a document's title, or made from it."""
        chain = self.chain("paragraph", paragraph_style)
        return paragraph_style == _TITLE or any(style.base == _TITLE for _, style in chain)


def read_styles(roots: list[etree._Element]) -> Styles:
    """The styles of styles.xml and content.xml together."""
    styles = Styles()
    for root in roots:
        for element in root.iter(STYLE + "style"):
            key = (element.get(STYLE + "family", ""), element.get(STYLE + "name", ""))
            styles.by_name[key] = _read_style(element)
        for element in root.iter(TEXT + "list-style"):
            styles.lists[element.get(STYLE + "name", "")] = _read_levels(element)
        for element in root.iter(TEXT + "outline-style"):
            styles.outline.update(_read_levels(element))
    return styles


def _read_style(element: etree._Element) -> Style:
    look = element.find(STYLE + "text-properties")
    display = None if look is None else look.get(TEXT + "display")
    return Style(
        base=element.get(STYLE + "parent-style-name", ""),
        list_style=element.get(STYLE + "list-style-name"),
        hidden=None if display is None else display == "none",
    )


def _read_levels(element: etree._Element) -> dict[int, Level]:
    levels = {}
    for item in element:
        place = item.get(TEXT + "level", "")
        if place.isdecimal() and int(place) <= DEPTHS + 1:
            if item.tag in _BULLETS:
                levels[int(place) - 1] = Level("", BULLET)
            elif item.tag in _LEVELS:
                levels[int(place) - 1] = _read_level(item, int(place))
    return levels


def _read_level(item: etree._Element, place: int) -> Level:
    settings = {local_name(str(name)): str(found) for name, found in item.attrib.items()}
    sample = settings.get("num-format", "")
    start = settings.get("start-value", "1")
    return Level(
        text=_number_text(settings, place),
        format_name=_format_name(sample),
        start=int(start) if start.isdecimal() and len(start) < 6 else 1,
    )


def _format_name(sample: str) -> str:
    if sample.startswith(_ZERO_FIRST):
        return "decimalZero"
    return _FORMATS.get(sample[:1], "decimal") if sample else "none"


def _number_text(settings: Mapping[str, str], place: int) -> str:
    """The number with %1 for the first level's count, as Word writes it.

    Newer files say it in one setting (%1%.%2%.); older ones give what stands before and behind,
    and how many levels show, with points between them.
    """
    whole = settings.get("num-list-format")
    if whole is not None:
        return _without_closing_signs(whole)
    shown = settings.get("display-levels", "1")
    first = place - (int(shown) if shown.isdecimal() and int(shown) <= place else 1) + 1
    counts = (
        ".".join(f"%{n}" for n in range(first, place + 1)) if settings.get("num-format") else ""
    )
    return settings.get("num-prefix", "") + counts + settings.get("num-suffix", "")


def _without_closing_signs(whole: str) -> str:
    for place in range(1, DEPTHS + 1):
        whole = whole.replace(f"%{place}%", f"%{place}")
    return whole.replace("%10%", "")
