"""The package around the Word file's text: what goes in, what it tells of itself, its bytes.

A Word file can betray more than its text: who wrote it, on which machine, with which program. This
one tells its title and when it was written.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.rel import Relationships
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_KEPT_BY_PACKAGE = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
_KEPT_BY_DOCUMENT = (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS)
_PROPERTY_LENGTH = 255  # python-docx refuses longer properties
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def bare_document() -> Document:
    """A document of python-docx without its theme, thumbnail, numbering and other extras."""
    document = docx.Document()
    _keep(_package(document).rels, _KEPT_BY_PACKAGE)
    _keep(document.part.rels, _KEPT_BY_DOCUMENT)
    return document


def add_font_table(document: Document, table: BaseOxmlElement) -> None:
    """Put the font table into the package."""
    name, package = PackURI("/word/fontTable.xml"), document.part.package
    part = XmlPart(name, CONTENT_TYPE.WML_FONT_TABLE, table, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def packed(document: Document, title: str, written: datetime) -> bytes:
    """The bytes of the .docx, the same ones for the same document, title and time.

    Args:
        document: what to write.
        title: what the properties of the file call it.
        written: when the properties say it was made; a time without zone is local.
    """
    _describe(document, title, written)
    related = [relationship.target_part for relationship in document.part.rels.values()]
    for part in [document.part, *related]:
        _tidy(part.element)
    stream = BytesIO()
    document.save(stream)
    return _without_clock(stream)


def _package(document: Document) -> OpcPackage:
    return cast("OpcPackage", document.part.package)


def _keep(relationships: Relationships, kinds: tuple[str, ...]) -> None:
    """Drop the parts that our file has no need of."""
    for identity, relationship in list(relationships.items()):
        if relationship.reltype not in kinds:
            del relationships[identity]


def _describe(document: Document, title: str, written: datetime) -> None:
    """Replace all properties; the template's own name python-docx as author and the year 2013."""
    part = cast("XmlPart", _package(document).part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES))
    part.element.clear()
    properties = document.core_properties
    properties.title = title[:_PROPERTY_LENGTH]
    properties.revision = 1
    properties.created = properties.modified = written.astimezone(UTC)


def _tidy(root: BaseOxmlElement) -> None:
    """Remove what the template declares and our parts do not use."""
    root.attrib.pop(_IGNORABLE, None)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])


def _without_clock(stream: BytesIO) -> bytes:
    """The same archive with a fixed time on every entry."""
    copy = BytesIO()
    with ZipFile(stream) as old, ZipFile(copy, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the archive does not tell the operating system either
            new.writestr(entry, old.read(name))
    return copy.getvalue()
