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


def test_an_ole_file_is_encrypted_or_an_old_word_file() -> None:
    with pytest.raises(FileEncrypted):
        sniff(OLE + "EncryptedPackage".encode("utf-16-le") + OLE, ".docx")
    with pytest.raises(FileUnsupported) as caught:
        sniff(OLE, ".wps")
    assert ".doc" in caught.value.sentence("zh")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"{\\rtf1\\ansi}", ".rtf"),
        (b"\x89PNG\r\n\x1a\n\0\0", ".png"),
        (b"\x7fELF\x02\x01", "ELF"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE html><p>a</p>", ".html"),
        (b"<HTML><p>a</p>", ".html"),
        (b"MIME-Version: 1.0\r\n", ".html"),
        (b'<?xml version="1.0"?><a/>', ".xml"),
        (package("content.xml", "mimetype"), ".odt"),
        (b"\0\1\2\3" * 100, ".odt"),
    ],
)
def test_a_known_format_without_reader_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(FileUnsupported) as caught:
        sniff(data, ".odt")
    assert caught.value.fields == {"kind": kind}


def test_a_broken_zip_is_damaged_only_where_word_is_promised() -> None:
    cut = package("word/document.xml")[:40]
    with pytest.raises(FileDamaged):
        sniff(cut, ".docx")
    with pytest.raises(FileUnsupported):
        sniff(cut, ".zip")


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
