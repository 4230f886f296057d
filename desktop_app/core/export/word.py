"""A paper as a Word file in the layout of a house style.

Import this module only where a file is exported: python-docx takes a tenth of a second to load.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.core.document.paragraph import Paragraph
from desktop_app.core.export.house_style import HouseStyle, Part
from desktop_app.core.export.layout import Block, lay_out
from desktop_app.core.export.word_package import add_font_table, bare_document, packed
from desktop_app.core.export.word_page import set_page
from desktop_app.core.export.word_runs import add_text
from desktop_app.core.export.word_settings import font_table, settings_elements
from desktop_app.core.export.word_styles import (
    character_styles,
    paragraph_styles,
    run_in_style_id,
    style_elements,
    style_id,
)
from desktop_app.core.export.word_xml import refill, w


def word_document(
    paragraphs: Sequence[Paragraph], style: HouseStyle, written: datetime | None = None
) -> bytes:
    """The .docx of a paper.

    Its paragraphs are those of the paper that hold text, stripped of white space at their ends and
    of characters that XML forbids, and empty ones where the style wants empty lines.

    Args:
        paragraphs: the paper.
        style: the layout.
        written: what the file says about when it was made; now where it is not given. Equal
            arguments give equal bytes.
    """
    blocks = lay_out(paragraphs, style)
    document = bare_document()
    refill(document.styles.element, style_elements(style))
    refill(document.settings.element, settings_elements())
    add_font_table(document, font_table(style.fonts))
    set_page(document, style)
    _write(document, blocks)
    return packed(document, _title(blocks), written or datetime.now(UTC))


def _write(document: Document, blocks: Iterable[Block]) -> None:
    """Put the blocks into the document, each in the style of its part."""
    styles, faces = paragraph_styles(document), character_styles(document)
    for block in blocks:
        paragraph = document.add_paragraph(style=styles[style_id(block)])
        if block.right_twips is not None:
            properties = paragraph.paragraph_format.element.get_or_add_pPr()
            properties.append(_right_indent(block.right_twips))
        if block.heading is not None:
            add_text(paragraph, block.text[: block.run_in], faces[run_in_style_id(block.heading)])
        if block.text:
            add_text(paragraph, block.text[block.run_in :])


def _right_indent(twips: int) -> BaseOxmlElement:
    """An indent that depends on the text; zero characters, for the style's would overrule it."""
    return w("ind", rightChars=0, right=twips)


def _title(blocks: Sequence[Block]) -> str:
    """The lines of the first title in one."""
    lines = []
    for block in blocks:
        if block.part is Part.TITLE:
            lines.append(block.text)
        elif lines:
            break
    return "".join(lines)
