"""What is dragged and copied: the one place that knows the format.

A phrase carries its source for the windows of this program, and always its plain text, which is
all that other programs see.
"""

import json
import re

from PySide6.QtCore import QByteArray, QMimeData

from desktop_app.session.answers import Source, read_source, source_json

PHRASE_FORMAT = "application/x-bijia-phrase"
SECTIONS_FORMAT = "application/x-bijia-sections"
_LINE_BREAKS = re.compile("\r\n|[\r\u2028\u2029\v\f]")
_INDENT = re.compile("^[ \t\u3000]+", re.MULTILINE)
_FORBIDDEN = re.compile("[\0\ufffc\ufdd0\ufdd1]")  # Qt's own marks for pictures and frames


def phrase_mime(text: str, source: Source | None = None) -> QMimeData:
    """The mime data of a text, with its source if it has one."""
    mime = QMimeData()
    mime.setText(text)
    if source is not None:
        data = json.dumps(source_json(source), ensure_ascii=False).encode("utf-8")
        mime.setData(PHRASE_FORMAT, QByteArray(data))
    return mime


def sections_mime(text: str) -> QMimeData:
    """The mime data of headings, one a line, which become paragraphs of their own."""
    mime = phrase_mime(text)
    mime.setData(SECTIONS_FORMAT, QByteArray(b"1"))
    return mime


def is_sections(mime: QMimeData) -> bool:
    """Whether the text is to stand in paragraphs of its own wherever it is dropped."""
    return mime.hasFormat(SECTIONS_FORMAT)


def mime_text(mime: QMimeData) -> str:
    """The text to insert: paragraphs set apart by line breaks, without indents; empty if none.

    Files are no text, although a file manager also offers their addresses as such.
    """
    if mime.hasUrls() and not mime.hasFormat(PHRASE_FORMAT):
        return ""
    text = _LINE_BREAKS.sub("\n", mime.text()) if mime.hasText() else ""
    return _INDENT.sub("", _FORBIDDEN.sub("", text))


def mime_source(mime: QMimeData) -> Source | None:
    """The source of a dragged phrase; None for text from elsewhere."""
    if not mime.hasFormat(PHRASE_FORMAT):
        return None
    try:
        return read_source(json.loads(bytes(mime.data(PHRASE_FORMAT).data()).decode("utf-8")))
    except (ValueError, KeyError, TypeError):
        return None
