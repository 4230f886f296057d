"""Reading the parts of a Word file back, for the tests."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMESPACES = {"w": W.strip("{}")}


def part(data: bytes, name: str) -> etree._Element:
    """The root of an XML part, for example `word/styles.xml`."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path with the prefix w."""
    return root.findall(path, _NAMESPACES)


def one(root: etree._Element, path: str) -> etree._Element:
    """The only element at a path."""
    (element,) = found(root, path)
    return element


def values(element: etree._Element) -> dict[str, str]:
    """The attributes of an element by their short names."""
    return {str(name).removeprefix(W): str(value) for name, value in element.attrib.items()}


def style(data: bytes, identity: str) -> etree._Element:
    """A style by its id."""
    return one(part(data, "word/styles.xml"), f"w:style[@w:styleId='{identity}']")
