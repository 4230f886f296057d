import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.reading.decoding import decode, likelihood

SIMPLIFIED = (
    "关于印发停车管理方案的通知\n各县（市、区）人民政府：\n现将方案印发给你们，请一并认真执行。\n"
)
TRADITIONAL = (
    "關於召開年度工作會議的通知\n各單位：\n定於六月五日上午召開年度工作會議，請準時出席。\n"
)
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")

# Sentences of official papers, to be cut anywhere and put together at will.
WORDS = (
    "我们要坚持以人民为中心，",
    "全面推进乡村建设。",
    "会议指出，",
    "各级各部门要提高认识；",
    "一是加强领导，",
    "二是落实责任。",
    "2024年，",
    "全市生产总值增长6.5%，",
    "（一）完善制度\n",
)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map("".join)


@pytest.mark.parametrize("encoding", [*UNICODE, "gb18030", "gbk"])
def test_simplified_text_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize("encoding", [*UNICODE, "big5", "gb18030"])
def test_traditional_text_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("text", ["通知", "报告", "工作总结", "联通", "会议\n", "讲话稿"])
def test_a_very_short_text_is_read(text: str, encoding: str) -> None:
    """通知 and 联通 in GB18030 are valid UTF-8 as well, of letters that nobody uses."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["會議", "通告", "報告"])
def test_a_very_short_traditional_text_is_read(text: str) -> None:
    assert decode(text.encode("big5")) == text


@given(sentences, st.sampled_from([*UNICODE, "gb18030"]))
def test_any_text_is_read_in_any_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(st.integers(6, len(SIMPLIFIED)), st.sampled_from([*UNICODE, "gb18030"]))
def test_the_beginning_of_a_text_is_enough(length: int, encoding: str) -> None:
    assert decode(SIMPLIFIED[:length].encode(encoding)) == SIMPLIFIED[:length]


@given(st.integers(4, len(TRADITIONAL)))
def test_the_beginning_of_a_traditional_text_is_enough(length: int) -> None:
    assert decode(TRADITIONAL[:length].encode("big5")) == TRADITIONAL[:length]


@pytest.mark.parametrize("missing", [1, 2])
def test_a_text_cut_off_inside_a_character_loses_only_that(missing: int) -> None:
    assert decode("今年工作。".encode()[:-missing]) == "今年工作"


def test_characters_outside_the_common_plane_are_kept() -> None:
    text = "同志𠮷田出席会议，工作顺利。"
    for encoding in (*UNICODE, "gb18030"):
        assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(codec="ascii", exclude_characters="\0")))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_mark_at_the_start_decides(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


@pytest.mark.parametrize(
    "text", ["·", "a·b", "José·María é", "α=β", "Иван", "25°±2", "𠮷", "😀", "会议\0纪要"]
)
def test_proper_utf_8_is_not_taken_for_gb18030(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.text("中文的一是·é😀a1\n", min_size=1))
def test_a_saved_draft_is_read_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary())
def test_any_bytes_give_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)
    assert likelihood(data) <= 1


def test_chinese_is_likelier_than_noise() -> None:
    noise = bytes(n * 37 % 251 for n in range(4000))
    for encoding in (*UNICODE, "gb18030"):
        assert likelihood(SIMPLIFIED.encode(encoding)) > 0.4
    assert likelihood(noise) < 0.1
