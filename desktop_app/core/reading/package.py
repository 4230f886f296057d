"""Parts of an Office package, read within bounds: a package can be built to flood the memory."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from desktop_app.core.errors import FileDamaged, FileEncrypted, FileHostile
from desktop_app.core.reading.zip_archive import open_zip

_ENTRIES = 2_000
_PART_LIMIT = 32 << 20  # bytes of one unpacked part; 10 M characters are no paper
_TOTAL_LIMIT = 128 << 20  # bytes of all parts that are read
_RATIO, _RATIO_FREE = 200, 1 << 20  # how far a part may unpack; small ones do no harm
_MARKS = 1_500_000  # elements and attributes of a part, of 100 to 250 bytes of memory each
# The two kinds of WordprocessingML (ISO/IEC 29500 parts 1 and 4) differ for a reader in this alone.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # ECMA-376 part 2 knows no others


class Package:
    """The parts of a zip package by name, unpacked one at a time and never beyond a limit."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise FileEncrypted
        if len(entries) > _ENTRIES or len(set(names)) < len(names) or any(map(_escapes, names)):
            raise FileHostile
        if any(entry.compress_type not in _METHODS for entry in entries):
            raise FileDamaged
        self._sizes = {entry.filename: entry.compress_size for entry in entries}
        self._left = _TOTAL_LIMIT

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def xml(self, name: str) -> etree._Element:
        """The root element of a part; raises FileDamaged where it is missing or broken."""
        data = self._bytes(name)
        # Office parts never declare a document type; one is there to name or to nest entities.
        if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
            raise FileHostile
        data = data.replace(_STRICT, _TRANSITIONAL)
        if data.count(b"<") + data.count(b"=") > _MARKS:
            raise FileHostile
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise FileDamaged from error

    def _bytes(self, name: str) -> bytes:
        """A part's bytes, read with a limit: the size given in the package's directory may lie."""
        if name not in self._sizes:
            raise FileDamaged
        limit = min(_PART_LIMIT, self._left)
        with self._archive.open(name) as part:
            data = part.read(limit + 1)
        if len(data) > limit or len(data) > max(_RATIO_FREE, _RATIO * self._sizes[name]):
            raise FileHostile
        self._left -= len(data)
        return data


def _escapes(name: str) -> bool:
    """Whether a part's name leads out of the package."""
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")


@contextmanager
def open_package(data: bytes) -> Iterator[Package]:
    """The package in `data`.

    Raises:
        FileRefused: if it is damaged, encrypted, or built like an attack.
    """
    # Already the list of the entries would take seconds and much memory. Packages within the
    # package may have entries of their own, so this count is a coarse one.
    if data.count(_DIRECTORY_ENTRY) > 10 * _ENTRIES:
        raise FileHostile
    with open_zip(data) as archive:
        yield Package(archive)
