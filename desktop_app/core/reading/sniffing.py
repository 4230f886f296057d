"""Which format a file has, told by its bytes and not by its extension."""

from enum import Enum

from desktop_app.core.errors import (
    FileDamaged,
    FileDisguised,
    FileEncrypted,
    FileRefused,
    FileUnsupported,
)
from desktop_app.core.reading.decoding import likelihood


class Format(Enum):
    """The formats that have a reader."""

    TEXT = "text"
    MARKDOWN = "markdown"
    WORD = "docx"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_UNSUPPORTED = (
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"7z\xbc\xaf", ".7z"),
    (b"Rar!", ".rar"),
    (b"\x1f\x8b", ".gz"),
    (b"SQLite format 3", ".sqlite"),
    (b"\x7fELF", "ELF"),
    (b"MZ", ".exe"),
)
_WORD_SUFFIXES = (".docx", ".docm", ".dotx")
_PART = "word/document.xml"
_LIKELY = 0.2  # of the characters are among the commonest: four times as many as chance yields


def sniff(data: bytes, suffix: str) -> Format:
    """The format of a file.

    Args:
        data: all its bytes, at least one.
        suffix: its extension with the dot; decides between plain text and Markdown, and tells
            whether text calls itself a Word file.

    Raises:
        FileRefused: if no reader exists, or the file is encrypted, damaged or disguised.
    """
    suffix = suffix.lower()
    if data.startswith(_OLE):
        encrypted = _ENCRYPTED_PACKAGE in data
        raise FileEncrypted if encrypted else FileUnsupported(kind=".doc/.wps")
    if data.startswith(b"PK"):
        return _zipped(data, suffix)
    for magic, kind in _UNSUPPORTED:
        if data.startswith(magic):
            raise FileUnsupported(kind=kind)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"mime-version:", b"<?xml")):
        raise FileUnsupported(kind=".xml" if head.startswith(b"<?xml") else ".html")
    if _is_binary(data):
        raise FileUnsupported(kind=suffix or "?")
    if suffix in _WORD_SUFFIXES:
        raise FileDisguised
    return Format.MARKDOWN if suffix in (".md", ".markdown") else Format.TEXT


def _zipped(data: bytes, suffix: str) -> Format:
    from desktop_app.core.reading.zip_archive import (  # noqa: PLC0415 — the window starts sooner
        open_zip,
    )

    try:
        with open_zip(data) as package:
            names = set(package.namelist())
    except FileDamaged as error:
        if suffix in _WORD_SUFFIXES:
            raise
        raise _zip_refusal(suffix) from error
    if _PART in names or any(name.startswith("word/") for name in names):
        return Format.WORD
    raise _zip_refusal(suffix)


def _zip_refusal(suffix: str) -> FileRefused:
    return FileUnsupported(kind=suffix or ".zip")


def _is_binary(data: bytes) -> bool:
    """Neither text in a known encoding nor UTF-16: control characters that no text has."""
    sample = data[:65536]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_latin_utf16(sample):
        return False
    # Chinese in UTF-16 has bytes of all values, among them those of control characters.
    return _has_controls(sample) and likelihood(sample) < _LIKELY


def _has_controls(sample: bytes) -> bool:
    return sum(sample.count(code) for code in _CONTROLS) > len(sample) // 200


_CONTROLS = [bytes([n]) for n in range(32) if n not in (9, 10, 12, 13, 26, 27)]


def _looks_like_latin_utf16(sample: bytes) -> bool:
    """ASCII letters and line ends in UTF-16 have their zero bytes all on one side."""
    letters, zeros = sorted((sample[0::2], sample[1::2]), key=lambda half: half.count(0))
    sided = zeros.count(0) > len(sample) // 100 and letters.count(0) <= zeros.count(0) // 20
    return sided and not _has_controls(letters)
