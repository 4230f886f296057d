"""Runs: stretches of text in one face, and the fields that Word fills in."""

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import CharacterStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from desktop_app.core.export.word_xml import w


def add_text(paragraph: Paragraph, text: str, style: CharacterStyle | None = None) -> None:
    """Add text whose ambiguous marks (“ ” ‘ ’ — … ·) are set in the Chinese font.

    Without the hint Word takes them for Latin and sets them half as wide.
    """
    _hinted(paragraph.add_run(text, style))


def add_page_number(paragraph: Paragraph) -> None:
    """Add the field that shows the number of its page."""
    for content in (
        w("fldChar", fldCharType="begin"),
        _instruction(" PAGE "),
        w("fldChar", fldCharType="separate"),
    ):
        _hinted(paragraph.add_run()).append(content)
    add_text(paragraph, "1")
    _hinted(paragraph.add_run()).append(w("fldChar", fldCharType="end"))


def _hinted(run: Run) -> BaseOxmlElement:
    """The run's element, marked as East Asian text."""
    element: BaseOxmlElement = run.font.element
    properties = run.font.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    return element


def _instruction(field: str) -> BaseOxmlElement:
    element = w("instrText")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = field
    return element
