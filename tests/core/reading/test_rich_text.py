import pytest

from desktop_app.core.errors import FileDamaged, FileHostile, FileTooLarge, FileTooLong
from desktop_app.core.reading import rich_text
from desktop_app.core.reading.rich_text import rich_text_paragraphs

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}"
    r"{\f2\fcharset136 Ming;}{\f3\fcharset2 Symbol;}}"
)


def rich_text_file(body: str, head: str = r"\ansi\ansicpg936\deff0") -> bytes:
    return rf"{{\rtf1{head}{FONTS}{body}}}".encode("latin-1")


def escaped(text: str, encoding: str = "gb18030") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def texts(body: str, head: str = r"\ansi\ansicpg936\deff0") -> list[str]:
    return [paragraph.text for paragraph in rich_text_paragraphs(rich_text_file(body, head))]


def test_paragraphs_end_at_their_marks_and_not_at_line_ends() -> None:
    assert texts("one\\par two\nand\r\n\\par\\par three\\line four") == [
        "one",
        "twoand",
        "three",
        "four",
    ]


def test_bytes_are_in_the_code_page_of_the_document() -> None:
    assert texts(escaped("会议𠮷") + r"\par") == ["会议𠮷"]
    assert texts(escaped("會議", "big5"), r"\ansi\ansicpg950") == ["會議"]
    assert texts(escaped("é", "cp1252"), r"\ansi\ansicpg1252") == ["é"]
    assert texts(escaped("é", "cp1252"), r"\ansi\ansicpg99999") == ["é"]


def test_bytes_are_in_the_character_set_of_their_font() -> None:
    western = r"\ansi\ansicpg1252"
    assert texts(
        rf"\f1 {escaped('会议')}{{\f2 {escaped('會議', 'big5')}}}{escaped('纪要')}", western
    ) == ["会议會議纪要"]
    assert texts(rf"\f1 {escaped('会')}\plain caf\'e9", western) == ["会café"]
    assert texts(r"\f3 \'b7l\f1 \'b9\'a4") == ["工"]


def test_chinese_that_calls_itself_western_is_read_all_the_same() -> None:
    assert texts(escaped("关于会议的通知"), r"\ansi\ansicpg1252") == ["关于会议的通知"]


def test_the_second_half_of_a_character_may_be_written_as_a_letter() -> None:
    assert "丂".encode("gb18030") == b"\x81@"
    assert texts(r"\'81@ end") == ["丂 end"]


def test_unicode_characters_replace_what_is_written_for_old_programs() -> None:
    assert texts(r"\uc1\u20250?\uc2 \u35758\'d2\'e9 a\uc0\u-255 b") == ["会议 a！b"]
    assert texts(r"\u-10179?\u-9215?") == ["🐁"]
    assert texts(r"\u8220\ldblquote x\u8221\rdblquote") == ["“x”"]


def test_characters_with_names_are_characters() -> None:
    assert texts(r"a\tab b\emdash\~c\_d\-e\{\}\\\bullet") == ["a b— c-de{}\\•"]


@pytest.mark.parametrize(
    "group",
    [
        r"{\header page}",
        r"{\footer\pard 1\par}",
        r"{\info{\title secret}{\upr{\author a}{\*\ud{\author \u20013?}}}}",
        r"{\stylesheet{\s1 heading 1;}}",
        r"{\pict\wmetafile8 0123456789abcdef}",
        r"{\*\unknown words}",
        r"{\v hidden}",
        r"{\deleted gone}",
        r"{\field{\*\fldinst HYPERLINK \"http://a.b\"}}",
        r"{\annotation note}",
        "{\\pict\\bin6 }}}}}}}",
    ],
)
def test_what_is_no_text_of_the_document_is_left_out(group: str) -> None:
    assert texts(f"before {group}after") == ["before after"]


def test_hidden_text_ends_where_it_says() -> None:
    assert texts(r"a\v b\v0 c\v d\plain e") == ["ace"]


def test_the_result_of_a_field_is_text() -> None:
    assert texts(r"{\field{\*\fldinst HYPERLINK \"http://a.b\"}{\fldrslt link}}") == ["link"]


def test_automatic_numbers_are_text_and_bullets_are_not() -> None:
    assert texts(rf"{{\listtext\pard {escaped('一、')}\tab}}{escaped('总体')}") == ["一、总体"]
    assert texts(r"{\pntext 1.\tab}x\par{\listtext\u8226?\tab}y") == ["1.x", "y"]
    assert texts(r"{\listtext\f3\u-3913?\tab}y") == ["y"]


def test_notes_stand_at_the_end() -> None:
    assert texts(r"one{\footnote\pard a note}, two\par three") == ["one, two", "three", "a note"]


def test_text_boxes_are_read_once_and_cells_in_order() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt box\par}}{\shprslt old}}"
    assert texts(box + r"\trowd one\cell two\cell\row end") == ["box", "one", "two", "end"]


def test_unicode_text_replaces_its_old_form() -> None:
    assert texts(r"{\upr{??}{\*\ud{\u20250?\u35758?}}}") == ["会议"]


def test_what_follows_the_end_of_the_document_is_no_text() -> None:
    assert [p.text for p in rich_text_paragraphs(rb"{\rtf1 text}\0\0 more {x}")] == ["text"]


@pytest.mark.parametrize("share", [n / 20 for n in range(1, 20)])
def test_a_file_that_is_cut_off_is_damaged(share: float) -> None:
    data = rich_text_file(escaped("会议纪要") + r"{\b x}\par" * 9)
    with pytest.raises(FileDamaged):
        rich_text_paragraphs(data[: int(len(data) * share)])


def test_groups_that_nest_without_end_are_hostile() -> None:
    with pytest.raises(FileHostile):
        rich_text_paragraphs(b"{\\rtf1" + b"{" * 1_000_000)


@pytest.mark.parametrize("body", [r"\bin99999999999 ", r"\u99999999999?", r"\ansicpg9999999999 "])
def test_numbers_out_of_range_do_no_harm(body: str) -> None:
    data = rich_text_file(body)
    try:
        rich_text_paragraphs(data)
    except FileDamaged:
        assert "bin" in body


def test_a_font_table_built_to_stall_its_reader_does_not() -> None:
    data = b"{\\rtf1{\\fonttbl" + b"\\f0" * 100_000 + b"}text}"
    assert [p.text for p in rich_text_paragraphs(data)] == ["text"]


def test_more_than_a_paper_can_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_text, "_TOKENS", 20)
    with pytest.raises(FileTooLong):
        rich_text_paragraphs(rich_text_file(r"\par" * 30))
    monkeypatch.setattr(rich_text, "_LIMIT", 100)
    with pytest.raises(FileTooLarge):
        rich_text_paragraphs(rich_text_file("a" * 100))
