"""Which format a file has, told by its bytes and not by its extension."""

import re
from enum import Enum

from desktop_app.core.errors import FileDamaged, FileDisguised, FileEncrypted, FileUnsupported
from desktop_app.core.reading.containers import compound_kind, package_kind
from desktop_app.core.reading.decoding import likelihood


class Format(Enum):
    """The formats that have a reader, by their usual extension; a zip is a file of papers."""

    TEXT = "txt"
    MARKDOWN = "md"
    WORD = "docx"
    WORD_97 = "doc"
    OPEN_DOCUMENT = "odt"
    RICH_TEXT = "rtf"
    PDF = "pdf"
    HTML = "html"
    WEB_ARCHIVE = "mht"
    ARCHIVE = "zip"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_UNSUPPORTED = (
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"8BPS", ".psd"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"7z\xbc\xaf", ".7z"),
    (b"Rar!", ".rar"),
    (b"\x1f\x8b", ".gz"),
    (b"BZh9", ".bz2"),
    (b"\xfd7zXZ", ".xz"),
    (b"MSCF\0", ".cab"),
    (b"ID3\x03", ".mp3"),
    (b"RIFF", ".wav/.avi/.webp"),
    (b"SQLite format 3", ".sqlite"),
    (b"\x7fELF", "ELF"),
    (b"MZ", ".exe"),
    (b"CAJ\0", ".caj"),
    (b"Founder CEB", ".ceb"),
)
_WORD_SUFFIXES = (".docx", ".docm", ".dotx")
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_PAGE_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
_PROGRAMS = (
    ".bat .c .cfg .conf .cpp .cs .css .go .h .ini .java .js .json .less .lua .php .ps1 .py .rb .rs "
    ".scss .sh .sql .svg .toml .ts .url .vbs .xml .yaml .yml"
)
_PROGRAM_SUFFIXES = frozenset(_PROGRAMS.split())
_BEFORE_TAGS = rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*"
_PAGE = re.compile(
    _BEFORE_TAGS + rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(
    _BEFORE_TAGS + rb"<(?:div|p|table|span|center|font|br|h[1-6]|article|section|script|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(rb"<(?:div|p|table|td|span|font|br|a|h[1-6])\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type):", re.IGNORECASE
)
_HEAD = 4_096
_PDF_HEAD = 1_024  # bytes in which a PDF may begin
_MARKS = b"\xef\xbb\xbf \t\r\n"
_LIKELY = 0.2  # of the characters are among the commonest: four times as many as chance yields


def sniff(data: bytes, suffix: str) -> Format:
    """The format of a file.

    Args:
        data: all its bytes, at least one.
        suffix: its extension with the dot; decides between plain text and Markdown, and tells
            whether text calls itself a Word file or the source of a program.

    Raises:
        FileUnsupported: if the file is of a type without a reader.
        FileRefused: if it is encrypted, damaged or disguised.
    """
    suffix = suffix.lower()
    if data.startswith(_OLE):
        return _format_of(compound_kind(data, suffix), suffix)
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    found = _marked_up(data, suffix)
    if found:
        return found
    _refuse_unsupported(data, suffix)
    if suffix in _WORD_SUFFIXES:
        raise FileDisguised
    return Format.MARKDOWN if suffix in _MARKDOWN_SUFFIXES else Format.TEXT


_FORMATS = {f".{kind.value}": kind for kind in Format} | {".ott": Format.OPEN_DOCUMENT}
# A broken file that calls itself one of these is a paper that cannot be read.
_PAPER_SUFFIXES = {*_FORMATS, *_WORD_SUFFIXES, ".wps", ".dot", ".wpt"}


def _format_of(kind: str, suffix: str) -> Format:
    """The format of a container of a kind, if the kind is known and has a reader."""
    if kind in _FORMATS:
        return _FORMATS[kind]
    if kind == "encrypted":
        raise FileEncrypted
    if not kind and suffix in _PAPER_SUFFIXES:
        raise FileDamaged
    raise FileUnsupported(kind=kind or suffix or "?")


def _zipped(data: bytes, suffix: str) -> Format:
    from desktop_app.core.reading.zip_archive import (  # noqa: PLC0415 — the window starts sooner
        open_zip,
        read_entry,
    )

    try:
        with open_zip(data) as package:
            names = set(package.namelist())
            mimetype = read_entry(package, "mimetype", 100) if "mimetype" in names else b""
    except FileDamaged:
        return _format_of("", suffix or ".zip")
    return _format_of(package_kind(names, mimetype.decode("latin-1")), suffix)


def _marked_up(data: bytes, suffix: str) -> Format | None:
    """The format of a file that says it in its first lines."""
    head = data[:_HEAD].lstrip(_MARKS)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    if head.startswith(b"{\\rtf"):
        return Format.RICH_TEXT
    if head.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in data[:_PDF_HEAD]):
        return Format.PDF
    if _MAIL.match(head):
        return Format.WEB_ARCHIVE
    return Format.HTML if _is_page(head, suffix) else None


def _is_page(head: bytes, suffix: str) -> bool:
    if _PAGE.match(head):
        return True
    fragment = _FRAGMENT.match(head) or (suffix in _PAGE_SUFFIXES and _ANY_TAG.search(head))
    return bool(fragment) and suffix not in _MARKDOWN_SUFFIXES


def _refuse_unsupported(data: bytes, suffix: str) -> None:
    for magic, kind in _UNSUPPORTED:
        if data.startswith(magic):
            raise FileUnsupported(kind=kind)
    if data[:_HEAD].lstrip(_MARKS).startswith(b"<?xml"):
        raise FileUnsupported(kind=".xml")
    if suffix in _PROGRAM_SUFFIXES:
        raise FileUnsupported(kind=suffix)
    if _is_binary(data):
        if suffix in _PAPER_SUFFIXES - {".txt", ".md"}:
            raise FileDamaged
        raise FileUnsupported(kind=suffix or "?")


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
