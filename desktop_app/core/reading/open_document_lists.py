"""Automatic numbers of an OpenDocument text: lists are elements around its paragraphs."""

from dataclasses import dataclass

from lxml import etree

from desktop_app.core.reading.list_numbers import DEPTHS, Count
from desktop_app.core.reading.open_document_names import TEXT, XML_ID
from desktop_app.core.reading.open_document_styles import Styles

_LIST, _ITEM = TEXT + "list", TEXT + "list-item"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands: its outermost list, the style that holds, and how deep."""

    outermost: etree._Element
    style: str
    depth: int
    item: etree._Element | None


class OpenDocumentNumbers:
    """Numbers the paragraphs of one document, which must be shown to it in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[etree._Element, Count] = {}  # by outermost lists
        self._by_id: dict[str, Count] = {}
        self._by_style: dict[str, Count] = {}
        self._headings = Count()
        self._numbered: set[etree._Element] = set()

    def next(self, paragraph: etree._Element) -> str:
        """The number of the next paragraph; empty if it has none."""
        place = _place(paragraph)
        own_style = self._styles.list_style(paragraph.get(TEXT + "style-name", ""))
        if place is None:
            return self._heading_number(paragraph, own_style)
        # An item shows its number once, before its first paragraph; a list's header shows none.
        if place.item is None or place.item in self._numbered:
            return ""
        self._numbered.add(place.item)
        style = place.style or own_style or ""
        count = self._count(place.outermost, style)
        self._obey_start(count, place)
        return count.next(self._styles.lists.get(style, {}), place.depth)

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

    def _obey_start(self, count: Count, place: _Place) -> None:
        item = place.item
        start = "" if item is None else item.get(TEXT + "start-value", "")
        if start.isdecimal() and len(start) < 6:
            count.set_next(place.depth, int(start))


def _place(paragraph: etree._Element) -> _Place | None:
    """Where a paragraph stands among the lists around it; None outside of any."""
    lists: list[etree._Element] = []
    style = ""
    for ancestor in paragraph.iterancestors():
        if ancestor.tag in (TEXT + "p", TEXT + "note-body"):
            break  # a text box or a note: lists around its anchor are not its own
        if ancestor.tag == _LIST:
            lists.append(ancestor)
            style = style or ancestor.get(TEXT + "style-name", "")
    if not lists:
        return None
    parent = paragraph.getparent()
    item = parent if parent is not None and parent.tag == _ITEM else None
    style = (item.get(TEXT + "style-override", "") if item is not None else "") or style
    return _Place(lists[-1], style, min(len(lists), DEPTHS) - 1, item)
