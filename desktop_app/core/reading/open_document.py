"""Paragraphs of an OpenDocument text (.odt) in the order in which they are read."""

import re
from collections.abc import Iterator

from lxml import etree

from desktop_app.core.document.paragraph import HEADINGS, Role
from desktop_app.core.errors import FileDamaged, FileEncrypted
from desktop_app.core.reading.list_numbers import with_number
from desktop_app.core.reading.open_document_lists import OpenDocumentNumbers
from desktop_app.core.reading.open_document_names import MANIFEST, OFFICE, TABLE, TEXT, local_name
from desktop_app.core.reading.open_document_styles import Styles, read_styles
from desktop_app.core.reading.package import Package, open_package
from desktop_app.core.reading.raw import RawParagraph, bounded, hinted

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_NOTE = TEXT + "note"
# What holds no text of the paper: deletions, comments, and prompts of the program.
_GONE = {TEXT + "tracked-changes", OFFICE + "annotation", OFFICE + "forms", TEXT + "ruby-text"}
_GONE |= {
    TABLE + "covered-table-cell",
    TEXT + "index-title-template",
    TEXT + "hidden-paragraph",
    TEXT + "bibliography-source",
}
_CHARACTERS = {TEXT + "tab": " ", TEXT + "line-break": "\n"}
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100  # in a row; more are there to fill the memory


def open_document_paragraphs(data: bytes) -> list[RawParagraph]:
    """The paragraphs of an .odt that hold text, those of its notes at the end.

    Raises:
        FileRefused: if the package is damaged, encrypted, or built like an attack.
    """
    with open_package(data) as package:
        if _MANIFEST in package and _is_encrypted(package):
            raise FileEncrypted
        content = package.xml(_CONTENT)
        roots = [package.xml(_STYLES)] if _STYLES in package else []
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise FileDamaged
    styles = read_styles([*roots, content])
    numbers = OpenDocumentNumbers(styles)
    main: list[RawParagraph] = []
    notes: list[RawParagraph] = []
    for paragraph, in_note in _paragraphs(body):
        text = _paragraph_text(paragraph, styles)
        number = numbers.next(paragraph)
        (notes if in_note else main).extend(
            hinted(with_number(number, text), _role(paragraph, styles))
        )
    return main + notes


def _is_encrypted(package: Package) -> bool:
    return next(package.xml(_MANIFEST).iter(MANIFEST + "encryption-data"), None) is not None


def _paragraphs(body: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Paragraphs in document order with those of tables and boxes, and whether they are notes'."""
    parent, gone, in_note = None, False, False
    for paragraph in bounded(body.iter(*_PARAGRAPHS)):
        if paragraph.getparent() is not parent:
            parent = paragraph.getparent()
            around = list(paragraph.iterancestors())
            gone = any(map(_is_gone, around))
            in_note = any(ancestor.tag == _NOTE for ancestor in around)
        if not gone:
            yield paragraph, in_note


def _is_gone(element: etree._Element) -> bool:
    """Whether an element holds text that does not show."""
    hidden = element.tag == TEXT + "section" and element.get(TEXT + "display") == "none"
    return hidden or element.tag in _GONE


def _paragraph_text(paragraph: etree._Element, styles: Styles) -> str:
    if styles.hides("paragraph", paragraph.get(TEXT + "style-name", "")):
        return ""
    pieces: list[str] = []
    _collect(paragraph, styles, pieces)
    return "".join(pieces)


def _collect(element: etree._Element, styles: Styles, pieces: list[str]) -> None:
    """The visible text below an element, in order; spaces in a row count as one (6.1.2)."""
    pieces.append(_one_space(element.text, pieces))
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == TEXT + "s":
                pieces.append(_spaces(child))
            elif child.tag in _CHARACTERS:
                pieces.append(_CHARACTERS[child.tag])
            elif _is_inline(child, styles):
                _collect(child, styles, pieces)
        pieces.append(_one_space(child.tail, pieces))


def _one_space(text: str | None, pieces: list[str]) -> str:
    """Text as it is shown: its white space is one space, and none behind another."""
    shown = _WHITE_SPACE.sub(" ", text or "")
    return shown.lstrip(" ") if not pieces or pieces[-1].endswith(" ") else shown


def _spaces(element: etree._Element) -> str:
    count = element.get(TEXT + "c", "1")
    return " " * (min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 6 else 1)


def _is_inline(element: etree._Element, styles: Styles) -> bool:
    """Whether an element's text belongs to the paragraph around it, and shows."""
    if not str(element.tag).startswith(TEXT) or element.tag in (*_PARAGRAPHS, *_GONE, _NOTE):
        return False  # drawings have titles and descriptions, which do not show
    if element.get(TEXT + "is-hidden") == "true":
        return False
    return not styles.hides("text", element.get(TEXT + "style-name", ""))


def _role(paragraph: etree._Element, styles: Styles) -> Role | None:
    if styles.is_title(paragraph.get(TEXT + "style-name", "")):
        return Role.TITLE
    level = paragraph.get(TEXT + "outline-level", "")
    is_heading = local_name(str(paragraph.tag)) == "h" and level.isdecimal() and len(level) == 1
    return dict(enumerate(HEADINGS, start=1)).get(int(level)) if is_heading else None
