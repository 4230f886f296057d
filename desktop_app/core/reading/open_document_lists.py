"""Automatic numbers of an OpenDocument text: lists are elements around its paragraphs."""

from dataclasses import dataclass

from lxml import etree

from desktop_app.core.reading.list_numbers import DEPTHS, Count
from desktop_app.core.reading.open_document_names import TEXT, XML_ID
from desktop_app.core.reading.open_document_styles import Styles

_LIST, _ITEM = TEXT + "list", TEXT + "list-item"
_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_APART = (*_PARAGRAPHS, TEXT + "note-body")  # lists around the anchor of a box are not its own


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the paragraphs in one element stand: their outermost list, its style, how deep."""

    outermost: etree._Element
    style: str
    depth: int


class OpenDocumentNumbers:
    """Numbers the paragraphs of one document, which must be shown to it in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[etree._Element, Count] = {}  # by outermost lists
        self._by_id: dict[str, Count] = {}
        self._by_style: dict[str, Count] = {}
        self._headings = Count()
        self._parent: etree._Element | None = None
        self._place: _Place | None = None

    def next(self, paragraph: etree._Element) -> str:
        """The number of the next paragraph; empty if it has none."""
        parent, own_style = paragraph.getparent(), self._own_style(paragraph)
        if parent is not self._parent:
            self._parent, self._place = parent, _place(paragraph)
        if self._place is None:
            return self._heading_number(paragraph, own_style)
        # An item shows its number once, before its first paragraph; a list's header shows none.
        if parent is None or parent.tag != _ITEM or not _is_first(paragraph):
            return ""
        style = parent.get(TEXT + "style-override") or self._place.style or own_style or ""
        count = self._count(self._place.outermost, style)
        start = parent.get(TEXT + "start-value", "")
        if start.isdecimal() and len(start) < 6:
            count.set_next(self._place.depth, int(start))
        return count.next(self._styles.lists.get(style, {}), self._place.depth)

    def _own_style(self, paragraph: etree._Element) -> str | None:
        return self._styles.list_style(paragraph.get(TEXT + "style-name", ""))

    def _heading_number(self, paragraph: etree._Element, own_style: str | None) -> str:
        """Headings outside of lists are numbered by their levels, unless their style forbids."""
        level = paragraph.get(TEXT + "outline-level", "")
        in_outline = paragraph.tag == TEXT + "h" and level.isdecimal() and 0 < int(level) <= DEPTHS
        if not in_outline or own_style == "" or paragraph.get(TEXT + "is-list-header") == "true":
            return ""
        return self._headings.next(self._styles.outline, int(level) - 1)

    def _count(self, outermost: etree._Element, style: str) -> Count:
        """The count of a list, its own or that of the list which it goes on from."""
        if outermost not in self._counts:
            self._counts[outermost] = self._continued(outermost, style) or Count()
            if list_id := outermost.get(XML_ID):
                self._by_id[list_id] = self._counts[outermost]
            self._by_style[style] = self._counts[outermost]
        return self._counts[outermost]

    def _continued(self, outermost: etree._Element, style: str) -> Count | None:
        named = outermost.get(TEXT + "continue-list")
        if named in self._by_id:
            return self._by_id[named]
        goes_on = outermost.get(TEXT + "continue-numbering") == "true"
        return self._by_style.get(style) if goes_on else None


def _place(paragraph: etree._Element) -> _Place | None:
    """Where a paragraph stands among the lists around it; None outside of any."""
    lists: list[etree._Element] = []
    style = ""
    for ancestor in paragraph.iterancestors():
        if ancestor.tag in _APART:
            break
        if ancestor.tag == _LIST:
            lists.append(ancestor)
            style = style or ancestor.get(TEXT + "style-name", "")
    return _Place(lists[-1], style, min(len(lists), DEPTHS) - 1) if lists else None


def _is_first(paragraph: etree._Element) -> bool:
    """Whether no other paragraph stands before this one in the same element."""
    return next(paragraph.itersiblings(*_PARAGRAPHS, preceding=True), None) is None
