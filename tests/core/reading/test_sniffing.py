import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import (
    FileDamaged,
    FileDisguised,
    FileEncrypted,
    FileRefused,
    FileUnsupported,
)
from desktop_app.core.reading.sniffing import Format, sniff

TEXT = "关于召开会议的通知\n各单位：\n定于五月六日召开会议，请一并准备材料。\n".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def package(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [
        (".txt", Format.TEXT),
        ("", Format.TEXT),
        (".doc", Format.TEXT),
        (".md", Format.MARKDOWN),
        (".MD", Format.MARKDOWN),
        (".markdown", Format.MARKDOWN),
    ],
)
def test_the_extension_tells_text_from_markdown(suffix: str, expected: Format) -> None:
    assert sniff(TEXT, suffix) is expected


@pytest.mark.parametrize("suffix", [".docx", ".DOCX", ".docm", ".dotx"])
def test_text_that_calls_itself_word_is_disguised(suffix: str) -> None:
    with pytest.raises(FileDisguised):
        sniff(TEXT, suffix)


@pytest.mark.parametrize("names", [["word/document.xml"], ["_rels/.rels", "word/document2.xml"]])
def test_a_word_package_is_word_whatever_its_extension(names: list[str]) -> None:
    for suffix in (".docx", ".wps", ".txt", ""):
        assert sniff(package(*names), suffix) is Format.WORD


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_text_in_any_encoding_is_text(encoding: str) -> None:
    text = TEXT.decode()
    assert sniff(text.encode(encoding), ".txt") is Format.TEXT
    assert sniff(text.replace("\n", "").encode(encoding), ".txt") is Format.TEXT


def test_latin_text_in_utf_16_is_text() -> None:
    assert sniff("Minutes of the meeting\n".encode("utf-16-le"), ".txt") is Format.TEXT


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + OLE[8:]


def test_an_ole_file_is_known_by_its_streams_whatever_its_extension() -> None:
    for suffix in (".doc", ".wps", ".txt", ".docx", ""):
        assert sniff(stream("WordDocument"), suffix) is Format.WORD_97
        with pytest.raises(FileEncrypted):
            sniff(stream("EncryptedPackage"), suffix)
        with pytest.raises(FileUnsupported) as caught:
            sniff(stream("Workbook"), suffix)
        assert caught.value.fields == {"kind": ".xls"}


def test_an_ole_file_of_nothing_known_is_damaged_if_it_calls_itself_a_paper() -> None:
    for suffix in (".doc", ".wps"):
        with pytest.raises(FileDamaged):
            sniff(OLE, suffix)
    with pytest.raises(FileUnsupported) as caught:
        sniff(OLE, ".db")
    assert caught.value.fields == {"kind": ".db"}


@pytest.mark.parametrize("suffix", ["", ".txt", ".doc", ".wps", ".docx", ".pdf", ".html"])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\r\n%PDF-1.4\n", Format.PDF),
        (b"{\\rtf1\\ansi}", Format.RICH_TEXT),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE html><p>a</p>", Format.HTML),
        (b"<HTML><p>a</p>", Format.HTML),
        (b"<!-- saved --><html lang=zh><p>a</p>", Format.HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', Format.HTML),
        ("<html><p>工作</p>".encode("utf-16"), Format.HTML),
        (b"<p>a</p>", Format.HTML),
        (b"<div class=a>a</div>", Format.HTML),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", Format.WEB_ARCHIVE),
        (b"From: <Saved>\r\nSubject: =?x\r\n\t=?y\r\nMIME-Version: 1.0\r\n", Format.WEB_ARCHIVE),
        (package("content.xml", "mimetype"), Format.OPEN_DOCUMENT),
        (package("讲话.txt"), Format.ARCHIVE),
    ],
)
def test_the_bytes_tell_the_format_and_not_the_extension(
    data: bytes, expected: Format, suffix: str
) -> None:
    assert sniff(data, suffix) is expected


@pytest.mark.parametrize("text", ["PK赛方案", "From: 办公室\n通知\n", "<通知>\n", "%PDF 说明"])
def test_text_that_begins_like_another_format_is_text(text: str) -> None:
    assert sniff(text.encode(), ".txt") is Format.TEXT


def test_a_page_may_begin_with_text_and_a_draft_with_a_tag() -> None:
    assert sniff("通知<br>各单位".encode(), ".htm") is Format.HTML
    assert sniff("通知，各单位".encode(), ".htm") is Format.TEXT
    assert sniff("<div align=center>\n\n# 通知".encode(), ".md") is Format.MARKDOWN


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", ".doc", ".png"),
        (b"\x7fELF\x02\x01", "", "ELF"),
        (b"Rar!\x1a\x07", ".zip", ".rar"),
        (b'<?xml version="1.0"?><a/>', ".txt", ".xml"),
        (package("xl/workbook.xml"), ".docx", ".xlsx"),
        (package("ppt/presentation.xml"), ".pptx", ".pptx"),
        (b"\0\1\2\3" * 100, ".dat", ".dat"),
        (b"\0\1\2\3" * 100, "", "?"),
        (b"var a = 1;", ".js", ".js"),
    ],
)
def test_a_type_without_reader_is_named(data: bytes, suffix: str, kind: str) -> None:
    with pytest.raises(FileUnsupported) as caught:
        sniff(data, suffix)
    assert type(caught.value) is FileUnsupported
    assert caught.value.fields == {"kind": kind}
    assert "跳过" in caught.value.sentence("zh")


def test_noise_that_calls_itself_a_paper_is_damaged() -> None:
    for suffix in (".odt", ".doc", ".pdf"):
        with pytest.raises(FileDamaged):
            sniff(b"\0\1\2\3" * 100, suffix)


def test_a_broken_zip_is_damaged_where_a_paper_or_an_archive_is_promised() -> None:
    cut = package("word/document.xml")[:40]
    for suffix in (".docx", ".wps", ".odt", ".zip", ""):
        with pytest.raises(FileDamaged):
            sniff(cut, suffix)
    with pytest.raises(FileUnsupported):
        sniff(cut, ".xlsx")


def test_a_zip_of_a_later_version_is_damaged() -> None:
    data = bytearray(package("word/document.xml"))
    entry = data.index(b"PK\x01\x02")
    data[entry + 6] = 200
    with pytest.raises(FileDamaged):
        sniff(bytes(data), ".docx")


@given(st.binary(min_size=1), st.sampled_from([".txt", ".docx", ".md", ""]))
def test_any_bytes_have_a_format_or_are_refused(data: bytes, suffix: str) -> None:
    for beginning in (b"", b"PK\x03\x04"):
        try:
            assert sniff(beginning + data, suffix) in Format
        except FileRefused as refusal:
            assert refusal.sentence("zh")  # noqa: PT017 — either outcome is right
