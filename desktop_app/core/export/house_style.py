"""A house style: every number of an office's layout.

Lengths are twips (1/20 point, 1440 an inch) because Word counts in them; indents are characters
of the paragraph's own size (字), as the standard and the offices give them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from desktop_app.core.export.style_table import Between, Matching

TWIPS_PER_POINT = 20

_PLAIN = r"[^\x00-\x1f\ufffe\uffff]"  # what XML can hold, without line breaks
Text = Annotated[str, Matching(rf"(?! ){_PLAIN}+(?<! )", "仿宋_GB2312")]
Dash = Annotated[str, Matching(rf"{_PLAIN}{{0,10}}", "— ")]
Twips = Annotated[int, Between(0, 31680)]  # Word's largest page is 22 inches
Characters = Annotated[float, Between(0, 40)]
Alignment = Literal["left", "center", "right", "both"]


class Part(StrEnum):
    """The parts of a paper that look different from each other."""

    TITLE = "title"
    BYLINE = "byline"
    DOCUMENT_NUMBER = "document_number"
    SALUTATION = "salutation"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    BODY = "body"
    ATTACHMENT_NOTE = "attachment_note"
    ATTACHMENT_MARK = "attachment_mark"
    SIGNATURE = "signature"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Names:
    """What the style is called in the two languages of the interface."""

    chinese: Text
    english: Text


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins; header and footer distances count from the paper's edge."""

    width_twips: Twips
    height_twips: Twips
    top_twips: Twips
    bottom_twips: Twips
    left_twips: Twips
    right_twips: Twips
    header_twips: Twips
    footer_twips: Twips

    @property
    def text_width_twips(self) -> int:
        """Width of the type area (版心)."""
        return self.width_twips - self.left_twips - self.right_twips

    @property
    def text_height_twips(self) -> int:
        """Height of the type area (版心)."""
        return self.height_twips - self.top_twips - self.bottom_twips


@dataclass(frozen=True, slots=True)
class Lines:
    """The exact distance of lines, and how many stay empty where.

    Attributes:
        line_twips: from baseline to baseline, whatever the font.
        blank_after_front: lines between title, bylines and what follows them.
        blank_before_attachment_note: lines between the text and 附件：….
        blank_after_attachment_mark: lines between 附件1 on its own page and the title below it.
        blank_before_signature: lines between the text and signature or date.
    """

    line_twips: Annotated[int, Between(200, 1584)]
    blank_after_front: Annotated[int, Between(0, 5)]
    blank_before_attachment_note: Annotated[int, Between(0, 5)]
    blank_after_attachment_mark: Annotated[int, Between(0, 5)]
    blank_before_signature: Annotated[int, Between(0, 5)]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one part of a paper is set.

    Attributes:
        font: for Chinese characters and marks.
        latin: for Latin letters and digits.
        size_points: 16 is 三号, 22 is 二号, 14 is 四号.
        alignment: of its lines; `both` justifies.
        spacing_twips: added to each character; negative draws them together.
        first_line_characters: indent of the first line.
        left_characters: indent of all lines at the left.
        right_characters: indent of all lines at the right.
        bold: heavier strokes; the standard has none.
        keep_with_next: not left alone at the foot of a page.
        new_page: begins a page.
    """

    font: Text
    latin: Text
    size_points: Annotated[float, Between(5, 100)]
    alignment: Alignment
    spacing_twips: Annotated[int, Between(-60, 200)] = 0
    first_line_characters: Characters = 0
    left_characters: Characters = 0
    right_characters: Characters = 0
    bold: bool = False
    keep_with_next: bool = False
    new_page: bool = False

    @property
    def character_twips(self) -> int:
        """Width of one Chinese character with its spacing (一字)."""
        return round(self.size_points * TWIPS_PER_POINT) + self.spacing_twips

    @property
    def right_twips(self) -> int:
        """The indent at the right."""
        return round(self.right_characters * self.character_twips)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number at the foot of each page.

    Attributes:
        font: for the dashes.
        latin: for the digits.
        size_points: of both.
        before: what stands left of the number.
        after: what stands right of it.
        odd_pages: where it stands on right-hand pages.
        even_pages: where it stands on left-hand pages.
        indent_characters: distance from the edge of the type area, unless centred.
    """

    font: Text
    latin: Text
    size_points: Annotated[float, Between(5, 40)]
    before: Dash
    after: Dash
    odd_pages: Literal["left", "center", "right"]
    even_pages: Literal["left", "center", "right"]
    indent_characters: Characters


@dataclass(frozen=True, slots=True)
class Font:
    """What Word is told about a font, so that it finds a likeness where the font is missing.

    Attributes:
        name: as the parts of the paper name it.
        family: Word's class of typefaces.
        pitch: whether all characters are equally wide.
        chinese: a font for Chinese (GB2312 character set).
        substitute: the font to take instead.
        panose: Word's ten bytes of classification, in hexadecimal.
    """

    name: Text
    family: Literal["roman", "swiss", "modern", "script", "decorative", "auto"]
    pitch: Literal["fixed", "variable", "default"]
    chinese: bool
    substitute: Text = ""
    panose: Annotated[str, Matching(r"[0-9A-F]{20}", "02010609030101010101")] = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A layout as a whole.

    Attributes:
        names: for the user.
        page: paper and margins.
        lines: line distance and empty lines.
        texts: one style for each part of a paper.
        date_shift_characters: how far right of the signature's first character the date's first
            character stands (GB/T 9704-2012, 7.3.5.2).
        page_number: the number at the foot.
        fonts: every font that the style names.
    """

    names: Names
    page: Page
    lines: Lines
    texts: Mapping[Part, TextStyle]
    date_shift_characters: Characters
    page_number: PageNumber
    fonts: tuple[Font, ...]


def fonts_named(style: HouseStyle) -> tuple[str, ...]:
    """The fonts that the paper asks for, each once, in the order of their use.

    A font among them that is not installed is shown by its substitute, or by whatever the word
    processor falls back to.
    """
    pairs = [(text.font, text.latin) for text in style.texts.values()]
    pairs.append((style.page_number.font, style.page_number.latin))
    return tuple(dict.fromkeys(name for pair in pairs for name in pair))
