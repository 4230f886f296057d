"""The footnotes and endnotes of a .docx, in the order in which its text refers to them."""

from collections.abc import Iterator

from lxml import etree

from desktop_app.core.reading.package import Package
from desktop_app.core.reading.word_names import W
from desktop_app.core.reading.word_text import FALLBACK

_KINDS = ("footnote", "endnote")
_GONE = {W + "del", W + "moveFrom", FALLBACK}


def notes(package: Package, parts: dict[str, str], body: etree._Element) -> list[etree._Element]:
    """The notes that the text refers to, footnotes first.

    Args:
        package: the document's package.
        parts: names of its parts by the ends of their relationships' types.
        body: the root of the main part.
    """
    found = []
    for kind in _KINDS:
        name = parts.get(f"{kind}s", f"word/{kind}s.xml")
        if name in package:
            root = package.xml(name)
            by_id = {note.get(W + "id", ""): note for note in root.iter(W + kind)}
            wanted = dict.fromkeys(_references(body, f"{kind}Reference"))
            found += [by_id[note_id] for note_id in wanted if note_id in by_id]
    return found


def _references(body: etree._Element, name: str) -> Iterator[str]:
    for reference in body.iter(W + name):
        if not any(ancestor.tag in _GONE for ancestor in reference.iterancestors()):
            yield reference.get(W + "id", "")
