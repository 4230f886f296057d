"""What is in a container, told by the names of its parts: a zip package or an OLE file."""

from collections.abc import Collection

# Zip packages: the part that only they have, and the extension that they go by.
_PARTS = (
    ("word/document.xml", ".docx"),
    ("xl/workbook.xml", ".xlsx"),
    ("xl/workbook.bin", ".xlsb"),
    ("ppt/presentation.xml", ".pptx"),
    ("visio/document.xml", ".vsdx"),
    ("OFD.xml", ".ofd"),
    ("META-INF/container.xml", ".epub"),
    ("AndroidManifest.xml", ".apk"),
    ("META-INF/MANIFEST.MF", ".jar"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS = {
    "text": ".odt",
    "text-template": ".ott",
    "text-master": ".odm",
    "spreadsheet": ".ods",
    "presentation": ".odp",
    "graphics": ".odg",
}
# OLE files: the stream that only they have. A file may hold another, so the order matters less
# than what its extension says.
_STREAMS = (
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("PowerPoint Document", ".ppt"),
    ("VisioDocument", ".vsd"),
    ("__nameid_version1.0", ".msg"),
    ("MatOST", "Works .wps"),
    ("Quill", ".pub"),
    ("HwpSummaryInformation", ".hwp"),
)
_ENCRYPTED = "EncryptedPackage"
_SUFFIXES = {".et": ".xls", ".dps": ".ppt"}  # of the tables and slides that WPS writes


def package_kind(names: Collection[str], mimetype: str) -> str:
    """The extension of a zip package, or ".zip" for an archive of files.

    Args:
        names: of its parts.
        mimetype: what the part of that name says, which an OpenDocument file begins with.
    """
    if mimetype.startswith(_OPEN_DOCUMENT):
        return _OPEN_DOCUMENTS.get(mimetype.removeprefix(_OPEN_DOCUMENT).strip(), ".odf")
    for part, kind in _PARTS:
        if part in names:
            return kind
    if "_rels/.rels" in names and any(name.startswith("word/") for name in names):
        return ".docx"
    return ".odt" if {"content.xml", "mimetype"} <= set(names) else ".zip"


def compound_kind(data: bytes, suffix: str) -> str:
    """The extension of an OLE file, "encrypted" for a package with a password, "" if unknown.

    The names are looked for in the bytes, so that a file with a broken directory is known too.
    """
    if _ENCRYPTED.encode("utf-16-le") in data:
        return "encrypted"
    kinds = [kind for name, kind in _STREAMS if _is_stream(data, name)]
    said = _SUFFIXES.get(suffix, suffix)
    return said if said in kinds else "".join(kinds[:1])


def _is_stream(data: bytes, name: str) -> bool:
    """Whether the name ends an entry of the directory with the zero that every name there has."""
    return name.encode("utf-16-le") + b"\0\0" in data
