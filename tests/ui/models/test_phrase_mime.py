import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl

from desktop_app.session.answers import Source
from desktop_app.ui.models.phrase_mime import (
    PHRASE_FORMAT,
    is_sections,
    mime_source,
    mime_text,
    phrase_mime,
    sections_mime,
)

_SOURCE = Source("关于“防汛”的通知", 2025, "二、重点 › （一）巡查")


def _text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def test_a_phrase_comes_back_with_its_source() -> None:
    mime = phrase_mime("守住安全底线😀", _SOURCE)
    assert mime_text(mime) == "守住安全底线😀"
    assert mime_source(mime) == _SOURCE
    assert mime.text() == "守住安全底线😀"


def test_other_programs_see_plain_text_only() -> None:
    mime = phrase_mime("守住安全底线", _SOURCE)
    assert set(mime.formats()) == {PHRASE_FORMAT, "text/plain"}


def test_text_of_no_paper_has_no_source() -> None:
    assert mime_source(phrase_mime("自己写的")) is None
    assert mime_source(_text("别处来的")) is None


@pytest.mark.parametrize("data", [b"", b"no json", b"{}", b"[1]", b"\xff\xfe"])
def test_a_source_that_makes_no_sense_is_none(data: bytes) -> None:
    mime = _text("甲")
    mime.setData(PHRASE_FORMAT, QByteArray(data))
    assert mime_source(mime) is None


def test_headings_know_that_they_are_paragraphs() -> None:
    assert is_sections(sections_mime("一、甲\n二、乙"))
    assert not is_sections(phrase_mime("甲"))
    assert mime_text(sections_mime("一、甲\n二、乙")) == "一、甲\n二、乙"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028", "\u2029", "\v", "\f", "\n"])
def test_every_kind_of_line_end_is_a_line_break(line_end: str) -> None:
    assert mime_text(_text(f"甲{line_end}　　乙")) == "甲\n乙"


def test_characters_that_qt_keeps_for_itself_are_left_out() -> None:
    assert mime_text(_text("甲\ufffc乙\ufdd0丙")) == "甲乙丙"


def test_files_are_no_text() -> None:
    mime = _text("file:///a.docx")
    mime.setUrls([QUrl.fromLocalFile("/a.docx")])
    assert mime_text(mime) == ""


def test_what_is_no_text_is_empty() -> None:
    mime = QMimeData()
    mime.setData("image/png", QByteArray(b"1"))
    assert mime_text(mime) == ""
