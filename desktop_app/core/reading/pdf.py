"""The text layer of a PDF, gathered from where each character stands on its page.

What a PDF library calls its text has a break at the end of every printed line, so the lines are
taken with their places, and `pdf_lines` makes paragraphs of them.
"""

from collections.abc import Iterator
from contextlib import closing

from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage
from pypdfium2.raw import (
    FPDF_ERR_PASSWORD,
    FPDF_ERR_SECURITY,
    FS_RECTF,
    FPDFText_GetLooseCharBox,
    FPDFText_GetUnicode,
)

from desktop_app.core.errors import (
    FileDamaged,
    FileEncrypted,
    FileRefused,
    FileScanned,
    FileTooLong,
)
from desktop_app.core.reading.pdf_lines import Character, Page, lines_of
from desktop_app.core.reading.pdf_paragraphs import joined_paragraphs
from desktop_app.core.reading.raw import CHARACTERS, RawParagraph

_PAGES = 2_000
_TAIL = 4_096  # bytes; some programs write a little behind the mark that ends the file
_END_MARKS = (b"%%EOF", b"startxref")
_NO_CHARACTERS = {0, 0x0A, 0x0D, 0xFFFE, 0xFFFF}  # line ends that PDFium adds, and gaps in a font


def pdf_paragraphs(data: bytes) -> list[RawParagraph]:
    """The paragraphs of a PDF, without running heads and page numbers.

    PDFium is not safe in threads; one process may read one PDF at a time.

    Raises:
        FileRefused: if the file is damaged, cut off, encrypted, too long, or holds pictures of
            pages only.
    """
    if not any(mark in data[-_TAIL:] for mark in _END_MARKS):
        raise FileDamaged  # PDFium would mend a file that is cut off, and the paper lack its end
    try:
        with PdfDocument(data) as document:
            pages = list(_pages(document))
    except PdfiumError as error:
        raise _refusal(error) from error
    paragraphs = joined_paragraphs(pages)
    if not paragraphs:
        raise FileScanned
    return [RawParagraph(text) for text in paragraphs]


def _refusal(error: PdfiumError) -> FileRefused:
    locked = error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
    return FileEncrypted() if locked else FileDamaged()


def _pages(document: PdfDocument) -> Iterator[Page]:
    if len(document) > _PAGES:
        raise FileTooLong
    left = CHARACTERS
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            left -= text.count_chars()
            if left < 0:
                raise FileTooLong
            yield Page(*page.get_size(), lines_of(_characters(text)))


def _characters(text: PdfTextPage) -> Iterator[Character]:
    """The characters of a page in the order in which they are drawn, in points from below."""
    box = FS_RECTF()
    for index in range(text.count_chars()):
        code = FPDFText_GetUnicode(text.raw, index)
        if code not in _NO_CHARACTERS and FPDFText_GetLooseCharBox(text.raw, index, box):
            yield Character(chr(code), box.left, box.bottom, box.right, box.top)
