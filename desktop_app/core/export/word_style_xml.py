"""One style of Word as XML, complete in itself.

Each style spells out all that it decides, though it is based on another: programs that look at one
style alone then see what the reader sees. The order of elements is the schema's; Word refuses
files in another order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.core.export.house_style import TWIPS_PER_POINT, TextStyle
from desktop_app.core.export.word_xml import switch, w


@dataclass(frozen=True, slots=True)
class WordStyle:
    """What Word calls a paragraph style.

    Attributes:
        identity: the id by which paragraphs name it.
        name: what users see; Word translates the names that it knows.
        text: fonts, size and alignment.
        based_on: id of the style above it; none for the default style.
        followed_by: id of the style that the next paragraph gets when the user goes on typing.
        line_twips: exact line distance; None for the font's own.
        on_grid: lines stand on the grid of the page.
        indents: attributes of `w:ind`.
        outline: level in Word's outline, counted from 0.
        keep_lines: not broken over two pages.
        keep_with_next: stays on the page of what follows.
        auto_space: a thin space between Chinese characters and letters or digits.
    """

    identity: str
    name: str
    text: TextStyle
    based_on: str | None = "Normal"
    followed_by: str = ""
    line_twips: int | None = None
    on_grid: bool = False
    indents: Mapping[str, int] = field(default_factory=dict)
    outline: int | None = None
    keep_lines: bool = False
    keep_with_next: bool = False
    auto_space: bool = True


def paragraph_style(style: WordStyle) -> BaseOxmlElement:
    """The style as `w:style`; one with an outline level is linked to its character style."""
    return w(
        "style",
        *_head(style),
        w("pPr", *_paragraph_properties(style)),
        w("rPr", *run_properties(style.text)),
        type="paragraph",
        default=int(style.based_on is None),
        styleId=style.identity,
    )


def linked_character_style(style: WordStyle) -> BaseOxmlElement:
    """The character style with the same face, for a heading that runs on into the text."""
    return w(
        "style",
        w("name", val=f"{style.name} Char"),
        w("basedOn", val="DefaultParagraphFont"),
        w("link", val=style.identity),
        w("uiPriority", val=9),
        w("rPr", *run_properties(style.text)),
        type="character",
        customStyle=1,
        styleId=linked_identity(style.identity),
    )


def linked_identity(identity: str) -> str:
    """The id of the character style that is linked to a paragraph style."""
    return f"{identity}Char"


def run_properties(text: TextStyle) -> Iterator[BaseOxmlElement]:
    """Fonts in all four slots, size and spacing of characters."""
    half_points = round(text.size_points * 2)
    yield w("rFonts", ascii=text.latin, hAnsi=text.latin, eastAsia=text.font, cs=text.latin)
    yield switch("b", on=text.bold)
    yield switch("bCs", on=text.bold)
    yield w("color", val="000000")
    yield w("spacing", val=text.spacing_twips)
    yield w("kern", val=0)
    yield w("sz", val=half_points)
    yield w("szCs", val=half_points)


def _head(style: WordStyle) -> Iterator[BaseOxmlElement]:
    yield w("name", val=style.name)
    if style.based_on is not None:
        yield w("basedOn", val=style.based_on)
    yield w("next", val=style.followed_by or style.identity)
    if style.outline is not None:
        yield w("link", val=linked_identity(style.identity))
    yield w("uiPriority", val=9)
    yield w("qFormat")


def _paragraph_properties(style: WordStyle) -> Iterator[BaseOxmlElement]:
    if style.keep_with_next or style.text.keep_with_next:
        yield w("keepNext")
    if style.keep_lines:
        yield w("keepLines")
    if style.text.new_page:
        yield w("pageBreakBefore")
    yield switch("widowControl", on=False)  # else a page would lose its last line now and then
    yield switch("kinsoku", on=True)
    yield switch("overflowPunct", on=True)
    yield switch("autoSpaceDE", on=style.auto_space)
    yield switch("autoSpaceDN", on=style.auto_space)
    yield switch("adjustRightInd", on=False)
    yield switch("snapToGrid", on=style.on_grid)
    yield _line_spacing(style.line_twips)
    if style.indents:
        yield w("ind", **style.indents)
    yield w("jc", val=style.text.alignment)
    if style.outline is not None:
        yield w("outlineLvl", val=style.outline)


def _line_spacing(line_twips: int | None) -> BaseOxmlElement:
    if line_twips is None:
        return w("spacing", before=0, after=0, line=12 * TWIPS_PER_POINT, lineRule="auto")
    return w("spacing", before=0, after=0, line=line_twips, lineRule="exact")


def indent(side: str, characters: float, character_twips: int) -> dict[str, int]:
    """An indent in characters for Word and WPS, and in twips for readers that know no characters.

    Args:
        side: left, right or firstLine.
        characters: how many.
        character_twips: width of one.
    """
    if not characters:
        return {}
    return {f"{side}Chars": round(characters * 100), side: round(characters * character_twips)}
