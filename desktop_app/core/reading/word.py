"""Paragraphs of a .docx in the order in which they are read.

The package is walked with lxml rather than through python-docx, which leaves out tables, text
boxes and content controls, and takes forty times as long.
"""

from collections.abc import Iterator

from lxml import etree

from desktop_app.core.document.paragraph import HEADINGS, Role
from desktop_app.core.reading.package import Package, open_package
from desktop_app.core.reading.raw import RawParagraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/officeDocument"
_DEFAULT_MAIN = "word/document.xml"
# Text that the paper's reader does not see: deleted or moved away, alternatives for old programs,
# and paragraphs of text boxes, which are walked by themselves.
_HIDDEN = {_W + "del", _W + "moveFrom", _W + "txbxContent", _W + "pPr", _W + "rPr", _MC_FALLBACK}
_CHARACTERS = {
    _W + "tab": " ",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
    _W + "ptab": " ",
}
_HINT_LENGTH = 60  # a longer paragraph is no heading, whatever its style says


def word_paragraphs(data: bytes) -> list[RawParagraph]:
    """The paragraphs of a .docx that hold text.

    Raises:
        FileRefused: if the package is damaged, encrypted, or built like an attack.
    """
    with open_package(data) as package:
        body = package.xml(_main_part(package))
        roles = _style_roles(package)
    found = []
    for paragraph in _paragraphs(body):
        hint = roles.get(_style_id(paragraph))
        for line in "".join(_characters(paragraph)).split("\n"):
            if line.strip():
                fits = hint and len(line) <= _HINT_LENGTH and "。" not in line
                found.append(RawParagraph(line.strip(), hint if fits else None))
    return found


def _main_part(package: Package) -> str:
    """The part that the package itself names as its main document."""
    if "_rels/.rels" in package:
        for relationship in package.xml("_rels/.rels").iter(_RELATIONSHIP):
            if relationship.get("Type", "").endswith(_MAIN):
                return relationship.get("Target", "").lstrip("/")
    return _DEFAULT_MAIN


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs in document order, those of tables and text boxes among them, none twice."""
    for paragraph in body.iter(_W + "p"):
        if not any(ancestor.tag == _MC_FALLBACK for ancestor in paragraph.iterancestors()):
            yield paragraph


def _characters(element: etree._Element) -> Iterator[str]:
    """The visible text below an element, in order."""
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _HIDDEN:
            yield from _characters(child)


def _style_id(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(_W + "val", "")


def _style_roles(package: Package) -> dict[str, Role]:
    """Which styles are titles and headings, by Word's own names for them."""
    if "word/styles.xml" not in package:
        return {}
    known = {"title": Role.TITLE}
    known |= {f"heading {level}": role for level, role in enumerate(HEADINGS, start=1)}
    roles = {}
    for style in package.xml("word/styles.xml").iter(_W + "style"):
        name = style.find(_W + "name")
        role = known.get("" if name is None else name.get(_W + "val", "").lower())
        if role:
            roles[style.get(_W + "styleId", "")] = role
    return roles
