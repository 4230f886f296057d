"""The page in a web archive (.mht), which is a mail message of a page and what it shows."""

from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

from desktop_app.core.errors import FileDamaged, FileHostile, FileTooLarge
from desktop_app.core.reading.decoding import decode
from desktop_app.core.reading.file_bytes import MEGABYTE
from desktop_app.core.reading.html import html_paragraphs
from desktop_app.core.reading.plain_text import text_paragraphs
from desktop_app.core.reading.raw import RawParagraph

_LIMIT = 32 * MEGABYTE  # pictures included
_PARTS, _LINES = 5_000, 400_000


def mhtml_paragraphs(data: bytes) -> list[RawParagraph]:
    """The paragraphs of the first page in the archive, or of its first text.

    Raises:
        FileRefused: if the archive is cut off, too large, or nests like an attack.
    """
    if len(data) > _LIMIT:
        raise FileTooLarge(size=len(data) // MEGABYTE, limit=_LIMIT // MEGABYTE)
    if data.count(b"\n--") > _PARTS or data.count(b"\n") > _LINES:
        raise FileHostile
    try:
        message = message_from_bytes(data)
        parts = list(message.walk())
    except RecursionError as error:  # parts within parts within parts
        raise FileHostile from error
    if any(isinstance(d, CloseBoundaryNotFoundDefect) for part in parts for d in part.defects):
        raise FileDamaged
    page = _first(parts, "text/html") or _first(parts, "text/plain")
    if page is None:
        raise FileDamaged
    content = page.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    if page.get_content_type() == "text/html":
        return html_paragraphs(content, page.get_content_charset(""))
    return [RawParagraph(text) for text in text_paragraphs(decode(content))]


def _first(parts: list[Message], kind: str) -> Message | None:
    return next((part for part in parts if part.get_content_type() == kind), None)
