"""Files that are a little wrong become papers or are refused; nothing else may happen.

`python -m tests.core.reading.test_fuzz 2000` changes each file so many times.
"""

import io
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from email.message import EmailMessage

import docx
import pytest

from desktop_app.core.errors import FileRefused
from desktop_app.core.reading.archive import archive_members
from desktop_app.core.reading.html import html_paragraphs
from desktop_app.core.reading.mhtml import mhtml_paragraphs
from desktop_app.core.reading.paper import read_paper_bytes
from desktop_app.core.reading.pdf import pdf_paragraphs
from desktop_app.core.reading.rich_text import rich_text_paragraphs
from desktop_app.core.reading.word import word_paragraphs
from tests.core.reading.mutations import mutations
from tests.core.reading.papers import MENU_PAGE, PAPER
from tests.core.reading.pdf_files import printed

COUNT = 100  # of each; more are tried by hand, see above
SEED = 20_261_122

Reader = Callable[[bytes], Iterable[object]]


def _word() -> bytes:
    document = docx.Document()
    for text in PAPER:
        document.add_paragraph(text)
    document.add_table(2, 2).cell(0, 0).text = "甲"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _page() -> bytes:
    blocks = "".join(f"<div class='a'><p style='x:y'>{text}</p></div>" for text in MENU_PAGE)
    head = "<meta charset='utf-8'><title>网</title><script>if (a<b) {}</script>"
    return f"<!doctype html><html><head>{head}</head><body>{blocks}</body></html>".encode()


def _web_archive() -> bytes:
    message = EmailMessage()
    message.set_content(_page().decode(), subtype="html", charset="utf-8", cte="quoted-printable")
    message.add_related(b"\x89PNG" * 20, "image", "png", cid="<a>")
    return message.as_bytes()


def _rich_text() -> bytes:
    fonts = rb"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 Song;}}{\*\generator x;}"
    texts = (b"".join(b"\\'%02x" % byte for byte in text.encode("gb18030")) for text in PAPER)
    marks = rb"{\listtext\'d2\'bb\tab}{\field{\*\fldinst X}{\fldrslt r}}\u24037?{\footnote n}"
    return b"{\\rtf1\\ansi\\ansicpg936" + fonts + marks + rb"\par ".join(texts) + b"}"


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("讲话/一.txt", "\n".join(PAPER))
        archive.writestr("二.rtf", _rich_text())
        archive.writestr("三.pdf", printed(*PAPER[:3]))
    return buffer.getvalue()


def _read_archive(data: bytes) -> list[object]:
    found: list[object] = []
    for name, content in archive_members(data):
        if isinstance(content, bytes):
            _outcome(_named(name), content)
        found.append(name)
    return found


def _named(name: str) -> Reader:
    """The way in of all files, which tells the format first and cleans after."""
    return lambda data: [read_paper_bytes(data, name)]


_TEXT = "\n".join(PAPER)
FILES: dict[str, tuple[Reader, bytes]] = {
    "docx": (word_paragraphs, _word()),
    "pdf": (pdf_paragraphs, printed(*PAPER, lines=8)),
    "html": (html_paragraphs, _page()),
    "mht": (mhtml_paragraphs, _web_archive()),
    "rtf": (rich_text_paragraphs, _rich_text()),
    "zip": (_read_archive, _archive()),
    "txt utf-8": (_named("a.txt"), _TEXT.encode()),
    "txt utf-16": (_named("a.txt"), _TEXT.encode("utf-16")),
    "txt gb18030": (_named("a.txt"), _TEXT.encode("gb18030")),
    "txt big5": (
        _named("a.txt"),
        ("會議紀要\n各單位：\n會議決定，由總務處負責。\n" * 9).encode("big5"),
    ),
    "md": (_named("a.md"), f"---\nstyle: speech\n---\n\n# {_TEXT}".encode()),
    "any rtf": (_named("a.doc"), _rich_text()),
    "any docx": (_named("a.wps"), _word()),
}


def _outcome(read: Reader, data: bytes) -> str:
    """What became of the bytes; whatever else is raised is the crash that is looked for."""
    try:
        read(data)
    except FileRefused as refused:
        return type(refused).__name__
    return "read"


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_a_little_wrong_is_read_or_refused(name: str) -> None:
    read, data = FILES[name]
    assert _outcome(read, data) == "read"
    outcomes = [_outcome(read, changed) for changed in mutations(data, COUNT, SEED)]
    assert len(outcomes) == COUNT


def _report(count: int) -> None:
    for name, (read, data) in FILES.items():
        outcomes: dict[str, int] = {}
        slowest = 0.0
        for changed in mutations(data, count, SEED + 1):
            start = time.perf_counter()
            outcome = _outcome(read, changed)
            slowest = max(slowest, time.perf_counter() - start)
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
        sys.stdout.write(f"{name}: slowest {slowest:.2f} s, {outcomes}\n")


if __name__ == "__main__":
    _report(int(sys.argv[1]))
