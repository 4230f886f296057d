"""The names of WordprocessingML (ECMA-376 part 1, 17) that the reader looks for."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")


def value(parent: etree._Element | None, path: str) -> str | None:
    """The w:val of the first element at a path like `pPr/numPr/ilvl`, None where it is missing."""
    found = child(parent, path)
    return None if found is None else found.get(W + "val")


def child(parent: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path like `pPr/numPr`."""
    if parent is None:
        return None
    for name in path.split("/"):
        parent = parent.find(W + name)
        if parent is None:
            return None
    return parent


def is_on(parent: etree._Element | None, path: str) -> bool | None:
    """Whether a switch is on or off; None where it is not set here."""
    found = child(parent, path)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def number(text: str | None) -> int | None:
    """An attribute's whole number; None where there is none."""
    try:
        return int(text or "")
    except ValueError:
        return None
