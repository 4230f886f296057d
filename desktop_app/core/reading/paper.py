"""From a file to a paper: the one way in for whatever the archive holds."""

import re
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.document.paper import Paper
from desktop_app.core.errors import FileTooLarge, FileWithoutText
from desktop_app.core.reading.cleaning import clean
from desktop_app.core.reading.decoding import decode
from desktop_app.core.reading.file_bytes import MEGABYTE, read_file_bytes
from desktop_app.core.reading.markdown import markdown_paragraphs
from desktop_app.core.reading.plain_text import text_paragraphs, unwrap
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.sniffing import Format, sniff
from desktop_app.core.reading.word import word_paragraphs

TEXT_LIMIT = 20 * MEGABYTE  # of plain text; the longest report of the last decades has 0.4
_HAN = re.compile(r"[\u3400-\u9fff]")


def read_paper(path: Path) -> Paper:
    """The paper in a file: cleaned, with roles, title, year and genre.

    Raises:
        FileRefused: with the reason, if the file holds no readable paper.
    """
    paragraphs = clean(read_raw(path)).paragraphs
    if not any(_HAN.search(paragraph.text) for paragraph in paragraphs):
        raise FileWithoutText
    return Paper.of([p.text for p in paragraphs], [p.hint for p in paragraphs], path.stem)


def read_raw(path: Path) -> list[RawParagraph]:
    """The paragraphs as they stand in the file.

    Raises:
        FileRefused: with the reason, if the file cannot be read.
    """
    data = read_file_bytes(path)
    return _READERS[sniff(data, path.suffix)](data)


def _read_text(data: bytes) -> list[RawParagraph]:
    return [RawParagraph(text) for text in text_paragraphs(_decoded(data))]


def _read_markdown(data: bytes) -> list[RawParagraph]:
    return markdown_paragraphs(_decoded(data))


def _read_word(data: bytes) -> list[RawParagraph]:
    paragraphs = word_paragraphs(data)
    if any(paragraph.hint for paragraph in paragraphs):
        return paragraphs
    return [RawParagraph(text) for text in unwrap([p.text for p in paragraphs])]


def _decoded(data: bytes) -> str:
    if len(data) > TEXT_LIMIT:
        raise FileTooLarge(size=len(data) // MEGABYTE, limit=TEXT_LIMIT // MEGABYTE)
    return decode(data)


_READERS: dict[Format, Callable[[bytes], list[RawParagraph]]] = {
    Format.TEXT: _read_text,
    Format.MARKDOWN: _read_markdown,
    Format.WORD: _read_word,
}
