"""The page of the Word file: paper, margins, grid, and the number at its foot."""

from docx.document import Document
from docx.section import Section
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from desktop_app.core.export.house_style import HouseStyle, Page, PageNumber
from desktop_app.core.export.word_runs import add_page_number, add_text
from desktop_app.core.export.word_styles import EVEN_FOOTER, ODD_FOOTER, paragraph_styles
from desktop_app.core.export.word_xml import w


def set_page(document: Document, style: HouseStyle) -> None:
    """Give the only section of the document its paper, its line grid and its page numbers."""
    section = document.sections[0]
    _set_paper(section, style.page)
    _set_grid(document, style.lines.line_twips)
    document.settings.odd_and_even_pages_header_footer = True
    styles = paragraph_styles(document)
    for footer, identity in (
        (section.footer, ODD_FOOTER),
        (section.even_page_footer, EVEN_FOOTER),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = styles[identity]
        _write_number(paragraph, style.page_number)


def _set_paper(section: Section, page: Page) -> None:
    section.page_width, section.page_height = Twips(page.width_twips), Twips(page.height_twips)
    section.top_margin, section.bottom_margin = Twips(page.top_twips), Twips(page.bottom_twips)
    section.left_margin, section.right_margin = Twips(page.left_twips), Twips(page.right_twips)
    section.header_distance = Twips(page.header_twips)
    section.footer_distance = Twips(page.footer_twips)
    section.gutter = Twips(0)


def _set_grid(document: Document, line_twips: int) -> None:
    """A grid of lines only: one of characters too halves LibreOffice's lines of 28."""
    properties = document.element.body.get_or_add_sectPr()
    properties.attrib.clear()  # marks of the machine on which the template was edited
    for old in properties.findall(w("docGrid").tag):
        properties.remove(old)
    properties.append(w("docGrid", type="lines", linePitch=line_twips))


def _write_number(paragraph: Paragraph, number: PageNumber) -> None:
    add_text(paragraph, number.before)
    add_page_number(paragraph)
    add_text(paragraph, number.after)
