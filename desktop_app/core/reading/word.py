"""Paragraphs of a .docx in the order in which they are read.

The package is walked with lxml rather than through python-docx, which leaves out tables, text
boxes, content controls and automatic numbers, and takes forty times as long.
"""

import posixpath
from collections.abc import Iterator

from lxml import etree

from desktop_app.core.reading.list_numbers import with_number
from desktop_app.core.reading.package import Package, open_package
from desktop_app.core.reading.raw import RawParagraph, bounded, hinted
from desktop_app.core.reading.word_names import W, child, is_on, value
from desktop_app.core.reading.word_notes import notes
from desktop_app.core.reading.word_numbering import WordNumbers
from desktop_app.core.reading.word_styles import Styles, read_styles
from desktop_app.core.reading.word_text import FALLBACK, paragraph_text

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DEFAULT_MAIN = "word/document.xml"
_BLOCKS = {W + name for name in ("p", "tbl", "sdt")}
_GONE = {FALLBACK, W + "del", W + "moveFrom"}
_ROW = W + "tr"


def word_paragraphs(data: bytes) -> list[RawParagraph]:
    """The paragraphs of a .docx that hold text, those of its notes at the end.

    Raises:
        FileRefused: if the package is damaged, encrypted, or built like an attack.
    """
    with open_package(data) as package:
        main = _related(package, "").get("officeDocument", _DEFAULT_MAIN)
        body = package.xml(main)
        parts = _related(package, main)
        styles = read_styles(_part(package, parts, "styles"))
        numbers = WordNumbers(_part(package, parts, "numbering"), styles)
        stories = [body, *notes(package, parts, body)]
    found: list[RawParagraph] = []
    for story in stories:
        found += _story_paragraphs(story, styles, numbers)
    return found


def _related(package: Package, source: str) -> dict[str, str]:
    """The parts that a part refers to, by the last words of the relationships' types.

    Parts outside of the package are left out: nothing is ever fetched.
    """
    folder, name = posixpath.split(source)
    relationships = posixpath.join(folder, "_rels", f"{name}.rels")
    if relationships not in package:
        return {}
    found: dict[str, str] = {}
    for each in package.xml(relationships).iter(_RELATIONSHIP):
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
            found.setdefault(each.get("Type", "").rpartition("/")[2], target.lstrip("/"))
    return found


def _part(package: Package, parts: dict[str, str], kind: str) -> etree._Element | None:
    name = parts.get(kind, f"word/{kind}.xml")
    return package.xml(name) if name in package else None


def _story_paragraphs(
    story: etree._Element, styles: Styles, numbers: WordNumbers
) -> Iterator[RawParagraph]:
    """The paragraphs of the main text or of one note."""
    # Pieces of text from paragraphs that have lost their end, by the paragraphs they run into.
    carried: dict[etree._Element, list[str]] = {}
    for paragraph in _paragraphs(story):
        style_id = value(paragraph, "pPr/pStyle") or styles.default
        pieces = carried.pop(paragraph, [])
        pieces.append(paragraph_text(paragraph, styles, style_id))
        following = _following(paragraph) if _end_is_gone(paragraph) else None
        if following is not None:
            carried[following] = pieces
            continue
        text = with_number(numbers.next(paragraph, style_id), "".join(pieces))
        yield from hinted(text, styles.role(style_id))


def _paragraphs(story: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs in document order, those of tables and text boxes among them, none twice."""
    parent, gone = None, False
    for paragraph in bounded(story.iter(W + "p")):
        if paragraph.getparent() is not parent:
            parent = paragraph.getparent()
            gone = any(_is_gone(ancestor) for ancestor in paragraph.iterancestors())
        if not gone:
            yield paragraph


def _is_gone(element: etree._Element) -> bool:
    """Whether an element holds a deleted text box or row, or an alternative for old programs."""
    return element.tag in _GONE or (element.tag == _ROW and child(element, "trPr/del") is not None)


def _end_is_gone(paragraph: etree._Element) -> bool:
    """Whether the paragraph's end was deleted, or is hidden to let the next one run in."""
    mark = child(paragraph, "pPr/rPr")
    deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    return deleted or bool(is_on(mark, "specVanish"))


def _following(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph right behind this one; None before a table and at the end of a cell."""
    block = next((each for each in paragraph.itersiblings() if each.tag in _BLOCKS), None)
    return block if block is not None and block.tag == W + "p" else None
