"""The papers in a zip archive. What they are called is text and never used as a path."""

import re
import stat
import zipfile
from collections.abc import Iterator

from desktop_app.core.errors import (
    FileEmpty,
    FileEncrypted,
    FileHostile,
    FileRefused,
    FileTooLarge,
    FileUnsupported,
    Reason,
)
from desktop_app.core.reading.file_bytes import FILE_LIMIT, MEGABYTE
from desktop_app.core.reading.sniffing import Format, sniff
from desktop_app.core.reading.zip_archive import (
    PLAIN_PACKINGS,
    damaged_if_broken,
    open_zip,
    read_entry,
)

_ENTRIES = 5_000
_TOTAL = 512 * MEGABYTE  # of all members unpacked
_RATIO = 200  # times the packed size; text shrinks to a fifth, and a page of one letter to 1/1000
_SMALL = MEGABYTE  # a member that unpacks to less does no harm, however it is packed
_ENCRYPTED_FLAG, _UTF_8_FLAG = 0x1, 0x800
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_DRIVE = re.compile(r"^[A-Za-z]:")
_NESTED = Reason("压缩包里的压缩包", "An archive inside an archive")
_PACKING = Reason("这种压缩方式", "This way of packing")


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip archive of files, and not a document that is packed as one."""
    try:
        return bool(data) and sniff(data, "") is Format.ARCHIVE
    except FileRefused:
        return False


def archive_members(data: bytes) -> Iterator[tuple[str, bytes | FileRefused]]:
    """The files in an archive, one at a time: the name with its folders, and the bytes.

    A member that cannot be read comes with the reason instead. Folders, links, hidden files and
    what macOS adds are passed over. An archive in the archive is not opened.

    Raises:
        FileRefused: if the archive as a whole is damaged or built like an attack.
    """
    with open_zip(data) as archive:
        entries = archive.infolist()
        if len(entries) > _ENTRIES:
            raise FileHostile
        left = _TOTAL
        for entry in entries:
            name = member_name(entry)
            if not _is_file(entry) or _is_hidden(name):
                continue
            member = _member(archive, entry, left)
            left -= len(member) if isinstance(member, bytes) else 0
            yield name, member


def member_name(entry: zipfile.ZipInfo) -> str:
    """What a member is called, without what would make a path of it lead elsewhere.

    A name that is not marked as UTF-8 was written in the code page of its system, which in
    Chinese offices is GB18030, and which zipfile takes for that of the first PC.
    """
    name = entry.filename
    if not entry.flag_bits & _UTF_8_FLAG:
        name = _native(name)
    parts = _DRIVE.sub("", _CONTROLS.sub(" ", name)).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part.strip() not in ("", ".", ".."))


def _native(name: str) -> str:
    try:
        written = name.encode("cp437")
    except UnicodeEncodeError:  # an extra field gave the name in Unicode
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _is_file(entry: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return not entry.is_dir() and kind in (0, stat.S_IFREG)


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return "__MACOSX" in parts or any(part.startswith((".", "~$")) for part in parts)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes | FileRefused:
    """The bytes of a member, or why there are none."""
    if entry.flag_bits & _ENCRYPTED_FLAG:
        return FileEncrypted()
    try:
        return _unpacked(archive, entry, left)
    except FileRefused as refused:
        return refused


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    limit = min(FILE_LIMIT, left, max(_SMALL, _RATIO * entry.compress_size))
    if entry.compress_type not in PLAIN_PACKINGS:
        raise FileUnsupported(kind=_PACKING)
    with damaged_if_broken():
        data = read_entry(archive, entry, limit + 1)
    if len(data) > FILE_LIMIT:
        raise FileTooLarge(size=len(data) // MEGABYTE + 1, limit=FILE_LIMIT // MEGABYTE)
    if len(data) > limit:
        raise FileHostile
    if not data:
        raise FileEmpty
    if is_archive(data):
        raise FileUnsupported(kind=_NESTED)
    return data
