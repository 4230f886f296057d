"""Automatic numbers of a .docx (ECMA-376 part 1, 17.9): the file holds rules, not the numbers."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from desktop_app.core.reading.list_numbers import DEPTHS, Level, ListCounts, NumberedList
from desktop_app.core.reading.word_names import W, child, is_on, number, value
from desktop_app.core.reading.word_styles import Styles

_NO_LIST = "0"


class WordNumbers:
    """Numbers the paragraphs of one document, which must be shown to it in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else _read_lists(root, styles)
        self._counts = ListCounts()

    def next(self, paragraph: etree._Element, style_id: str) -> str:
        """The number of the next paragraph; empty if it has none."""
        num_id, depth = self._place(paragraph, style_id)
        found = self._lists.get(num_id)
        if num_id == _NO_LIST or found is None:
            return ""
        return self._counts.next(num_id, found, depth)

    def _place(self, paragraph: etree._Element, style_id: str) -> tuple[str, int]:
        """The list and the depth in it, from the paragraph itself or from its style."""
        settings = child(paragraph, "pPr/numPr")
        own_depth = number(value(settings, "ilvl"))
        own = value(settings, "numId")
        if own is not None:
            return own, own_depth or 0
        for owner, style in self._styles.chain(style_id):
            if style.num_id is not None:
                found = self._lists.get(style.num_id)
                of_style = found.depths.get(owner, style.depth) if found else None
                return style.num_id, (of_style if own_depth is None else own_depth) or 0
        return _NO_LIST, 0


def _read_lists(root: etree._Element, styles: Styles) -> dict[str, NumberedList]:
    """The lists by the ids that paragraphs know them by."""
    kins = {e.get(W + "abstractNumId", ""): _read_kin(e) for e in root.iter(W + "abstractNum")}
    numbered = {e.get(W + "numId", ""): e for e in root.iter(W + "num")}
    linked = _linked_kins(root, numbered, styles)
    lists = {}
    for num_id, element in numbered.items():
        kin = value(element, "abstractNumId") or ""
        kin = linked.get(kin, kin)
        if kin in kins:
            lists[num_id] = _with_overrides(kins[kin], kin, element)
    return lists


def _linked_kins(
    root: etree._Element, numbered: Mapping[str, etree._Element], styles: Styles
) -> dict[str, str]:
    """Which list is meant by those that merely name a list style (17.9.21)."""
    named, owners = {}, {}
    for element in root.iter(W + "abstractNum"):
        kin = element.get(W + "abstractNumId", "")
        if link := value(element, "numStyleLink"):
            named[kin] = link
        elif link := value(element, "styleLink"):
            owners[link] = kin
    found = {}
    for kin, link in named.items():
        style = styles.by_id.get(link)
        through_style = numbered.get(style.num_id or "") if style else None
        found[kin] = owners.get(link) or value(through_style, "abstractNumId") or kin
    return found


def _read_kin(element: etree._Element) -> NumberedList:
    """The levels that lists of one kin have in common, and the styles tied to them."""
    levels, depths = {}, {}
    for item in element.iterchildren(W + "lvl"):
        depth = number(item.get(W + "ilvl")) or 0
        if depth in range(DEPTHS):
            levels[depth] = _read_level(item)
            if style := value(item, "pStyle"):
                depths[style] = depth
    return NumberedList("", levels, depths)


def _with_overrides(of_kin: NumberedList, kin: str, element: etree._Element) -> NumberedList:
    """A list: the levels of its kin, with what it sets otherwise."""
    levels, restarted = dict(of_kin.levels), set()
    for item in element.iterchildren(W + "lvlOverride"):
        depth = number(item.get(W + "ilvl")) or 0
        own = child(item, "lvl")
        if own is not None and depth in range(DEPTHS):
            levels[depth] = _read_level(own)
        start = number(value(item, "startOverride"))
        if start is not None and depth in levels:
            levels[depth] = replace(levels[depth], start=start)
            restarted.add(depth)
    return NumberedList(kin, levels, of_kin.depths, frozenset(restarted))


def _read_level(element: etree._Element) -> Level:
    return Level(
        text=value(element, "lvlText") or "",
        format_name=_format_name(element),
        start=_start(element),
        restart=number(value(element, "lvlRestart")),
        legal=bool(is_on(element, "isLgl")),
    )


def _start(element: etree._Element) -> int:
    start = number(value(element, "start"))
    return 0 if start is None else start  # 17.9.25: where none is given, it is zero


def _format_name(element: etree._Element) -> str:
    """The level's numerals; newer formats stand inside mc:AlternateContent."""
    found = next(element.iter(W + "numFmt"), None)
    return "decimal" if found is None else found.get(W + "val", "decimal")
