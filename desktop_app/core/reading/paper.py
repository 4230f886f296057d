"""From a file to a paper: the one way in for whatever the archive holds."""

import re
from collections.abc import Callable
from pathlib import Path, PurePath

from desktop_app.core.document.paper import Paper
from desktop_app.core.errors import (
    FileEmpty,
    FileTooLarge,
    FileTooLong,
    FileUnsupported,
    FileWithoutText,
)
from desktop_app.core.reading.cleaning import Removed, clean
from desktop_app.core.reading.decoding import decode
from desktop_app.core.reading.file_bytes import MEGABYTE, TEXT_LIMIT, read_file_bytes
from desktop_app.core.reading.markdown import markdown_paragraphs
from desktop_app.core.reading.open_document import open_document_paragraphs
from desktop_app.core.reading.plain_text import text_paragraphs, unwrap
from desktop_app.core.reading.raw import CHARACTERS, PARAGRAPHS, RawParagraph
from desktop_app.core.reading.rich_text import rich_text_paragraphs
from desktop_app.core.reading.sniffing import Format, sniff
from desktop_app.core.reading.word import word_paragraphs

_HAN = re.compile(r"[\u3400-\u9fff]")


def read_paper(path: Path) -> Paper:
    """The paper in a file: cleaned, with roles, title, year and genre.

    Raises:
        FileRefused: with the reason, if the file holds no readable paper.
    """
    return read_paper_bytes(read_file_bytes(path), path.name)


def read_paper_bytes(data: bytes, name: str) -> Paper:
    """The paper in the bytes of a file, or of a member of an archive, that has this name.

    Raises:
        FileRefused: with the reason, if they hold no readable paper.
    """
    return read_cleaned(data, name)[0]


def read_cleaned(data: bytes, name: str) -> tuple[Paper, tuple[Removed, ...]]:
    """The same paper, and the lines of the file that are none of it.

    Raises:
        FileRefused: with the reason, if the bytes hold no readable paper.
    """
    cleaned = clean(read_raw_bytes(data, name))
    paragraphs = cleaned.paragraphs
    if not any(_HAN.search(paragraph.text) for paragraph in paragraphs):
        raise FileWithoutText
    texts, hints = [p.text for p in paragraphs], [p.hint for p in paragraphs]
    return Paper.of(texts, hints, PurePath(name).stem), cleaned.removed


def read_raw(path: Path) -> list[RawParagraph]:
    """The paragraphs as they stand in the file.

    Raises:
        FileRefused: with the reason, if the file cannot be read.
    """
    return read_raw_bytes(read_file_bytes(path), path.name)


def read_raw_bytes(data: bytes, name: str) -> list[RawParagraph]:
    """The paragraphs as they stand in the bytes of a file of this name.

    Raises:
        FileRefused: with the reason, if they cannot be read.
        FileUnsupported: for an archive, too, which is no paper but a folder of them.
    """
    if not data:
        raise FileEmpty
    found = sniff(data, PurePath(name).suffix)
    if found not in _READERS:
        raise FileUnsupported(kind=f".{found.value}")
    paragraphs = _READERS[found](data)
    characters = sum(len(paragraph.text) for paragraph in paragraphs)
    if len(paragraphs) > PARAGRAPHS or characters > CHARACTERS:
        raise FileTooLong
    return paragraphs


def _read_text(data: bytes) -> list[RawParagraph]:
    return [RawParagraph(text) for text in text_paragraphs(_decoded(data))]


def _read_markdown(data: bytes) -> list[RawParagraph]:
    return markdown_paragraphs(_decoded(data))


def _read_word(data: bytes) -> list[RawParagraph]:
    return _unwrapped(word_paragraphs(data))


def _read_open_document(data: bytes) -> list[RawParagraph]:
    return _unwrapped(open_document_paragraphs(data))


def _read_rich_text(data: bytes) -> list[RawParagraph]:
    return _unwrapped(rich_text_paragraphs(data))


# The libraries behind these take longer to load than most papers to read.
def _read_word_97(data: bytes) -> list[RawParagraph]:
    from desktop_app.core.reading.word97 import word97_paragraphs  # noqa: PLC0415 — see above

    return _unwrapped(word97_paragraphs(data))


def _read_pdf(data: bytes) -> list[RawParagraph]:
    from desktop_app.core.reading.pdf import pdf_paragraphs  # noqa: PLC0415 — see above

    return pdf_paragraphs(data)


def _read_html(data: bytes) -> list[RawParagraph]:
    from desktop_app.core.reading.html import html_paragraphs  # noqa: PLC0415 — see above

    return _unwrapped(html_paragraphs(data))


def _read_web_archive(data: bytes) -> list[RawParagraph]:
    from desktop_app.core.reading.mhtml import mhtml_paragraphs  # noqa: PLC0415 — see above

    return _unwrapped(mhtml_paragraphs(data))


def _unwrapped(paragraphs: list[RawParagraph]) -> list[RawParagraph]:
    """Lines that were pasted into a document one by one are joined, unless some have a role."""
    if any(paragraph.hint for paragraph in paragraphs):
        return paragraphs
    return [RawParagraph(text) for text in unwrap([p.text for p in paragraphs])]


def _decoded(data: bytes) -> str:
    if len(data) > TEXT_LIMIT:
        raise FileTooLarge(size=len(data) // MEGABYTE, limit=TEXT_LIMIT // MEGABYTE)
    text = decode(data)
    if len(text) > CHARACTERS:
        raise FileTooLong
    return text


_READERS: dict[Format, Callable[[bytes], list[RawParagraph]]] = {
    Format.TEXT: _read_text,
    Format.MARKDOWN: _read_markdown,
    Format.WORD: _read_word,
    Format.WORD_97: _read_word_97,
    Format.OPEN_DOCUMENT: _read_open_document,
    Format.RICH_TEXT: _read_rich_text,
    Format.PDF: _read_pdf,
    Format.HTML: _read_html,
    Format.WEB_ARCHIVE: _read_web_archive,
}
