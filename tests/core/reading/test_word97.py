import random
import struct
from contextlib import suppress

import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import (
    FileDamaged,
    FileEncrypted,
    FileHostile,
    FileRefused,
    FileUnsupported,
)
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.word97 import word97_paragraphs
from tests.core.reading.word97_files import (
    FONTS,
    LISTS,
    OVERRIDES,
    PIECES,
    SECTIONS,
    STYLES,
    Word97,
    compound_file,
    list_change,
    lists,
    overrides,
    styles,
)

CHINESE_COUNTING = 39
DELETED, HIDDEN = struct.pack("<HB", 0x0800, 1), struct.pack("<HB", 0x083C, 1)
PAPER = "工作总结\r各单位：\r一是抓落实。\r"


def texts(file: Word97) -> list[str]:
    return [paragraph.text for paragraph in word97_paragraphs(file.build())]


def test_paragraphs_come_in_order_and_empty_ones_are_left_out() -> None:
    assert texts(Word97("关于开会的通知\r\r　\r各单位：\r")) == ["关于开会的通知", "各单位："]


@pytest.mark.parametrize("flags", [0, 0x0200])
def test_either_table_stream_is_read(flags: int) -> None:
    assert texts(Word97(PAPER, flags=flags)) == PAPER.split()


def test_pieces_are_joined_whether_compressed_or_not() -> None:
    file = Word97("GB/T 9704“—”\r汉字\rend\r", pieces=[(13, True), (3, False), (4, True)])
    assert texts(file) == ["GB/T 9704“—”", "汉字", "end"]


def test_cells_and_rows_are_paragraphs() -> None:
    assert texts(Word97("任务\x07单位\x07\x07后\r")) == ["任务", "单位", "后"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("甲\x0b乙", ["甲", "乙"]),
        ("甲\x0c乙", ["甲", "乙"]),
        ("甲\x0e乙", ["甲", "乙"]),
        ("甲\t乙", ["甲 乙"]),
        ("甲\x1e乙\x1f丙", ["甲-乙丙"]),
        ("甲\x01\x02\x05\x08乙", ["甲乙"]),
        ("见\x13 HYPERLINK \x14网页\x15。", ["见网页。"]),
        ("\x13 IF \x13 PAGE \x141\x15 \x14是\x15", ["是"]),
        ("\x13 XE 索引\x15文", ["文"]),
        ("甲\x15\x14乙", ["甲乙"]),
        ("\U00020000字", ["\U00020000字"]),
    ],
)
def test_special_characters_are_shown_as_word_shows_them(raw: str, shown: list[str]) -> None:
    length = len(raw.encode("utf-16-le")) // 2
    assert texts(Word97(raw + "\r", stories=[length + 1], pieces=[(length + 1, False)])) == shown


def test_a_field_that_never_ends_hides_one_paragraph_at_most() -> None:
    assert texts(Word97("\x13 TOC \r正文\r")) == ["正文"]


def test_boxes_and_notes_follow_the_text_and_headers_are_left_out() -> None:
    parts = ["正文\x02\r", "\x02 脚注\r", "页眉\r", "", "批注\r", "\x02 尾注\r", "框中\r", "眉框\r"]
    file = Word97("".join(parts), stories=[len(part) for part in parts])
    assert texts(file) == ["正文", "框中", "脚注", "尾注"]


def test_hidden_text_is_not_read() -> None:
    assert texts(Word97("看见隐藏看见\r", characters=[(2, 4, HIDDEN)])) == ["看见看见"]


def test_deleted_text_and_paragraph_ends_are_not_read() -> None:
    file = Word97("前半旧\r后半\r另\r", characters=[(2, 4, DELETED)])
    assert texts(file) == ["前半后半", "另"]


def test_symbols_are_read_by_their_font() -> None:
    name = "Wingdings".encode("utf-16-le") + b"\0\0"
    font = b"\0" * 39 + name
    fonts = struct.pack("<HHB", 1, 0, len(font)) + font
    changes = struct.pack("<HHH", 0x6A09, 0, 0xF081)
    file = Word97("选(项\r", characters=[(1, 2, changes)], tables={FONTS: fonts})
    assert texts(file) == ["选①项"]


def numbered(*, start: int | None = None) -> list[str]:
    table, behind = lists(7, [(CHINESE_COUNTING, "\x00、"), (0, "\x00.\x01")])
    file = Word97(
        "总则\r分则\r细则\r无号\r附则\r",
        paragraphs=[
            (0, list_change(1)),
            (0, list_change(1)),
            (0, list_change(1, 1)),
            (0, b""),
            (0, list_change(2)),
        ],
        tables={LISTS: table, OVERRIDES: overrides((7, None), (7, start))},
        behind_lists=behind,
    )
    return texts(file)


def test_automatic_numbers_are_written_out() -> None:
    assert numbered() == ["一、总则", "二、分则", "二.1 细则", "无号", "三、附则"]


def test_a_list_that_starts_anew_does_so() -> None:
    assert numbered(start=5)[-1] == "五、附则"


def test_styles_give_roles_and_numbers_to_their_paragraphs() -> None:
    table, behind = lists(7, [(CHINESE_COUNTING, "\x00、")])
    plain, heading = (0, 1, 0xFFF, b""), (1, 1, 0, list_change(1))
    own = (0xFFE, 1, 1, b"")
    file = Word97(
        "题名\r总则\r正文\r细则\r",
        paragraphs=[(3, b""), (1, b""), (0, b""), (2, b"")],
        tables={
            STYLES: styles(plain, heading, own, (62, 1, 0, b"")),
            LISTS: table,
            OVERRIDES: overrides((7, None)),
        },
        behind_lists=behind,
    )
    assert word97_paragraphs(file.build()) == [
        RawParagraph("题名", Role.TITLE),
        RawParagraph("一、总则", Role.HEADING_1),
        RawParagraph("正文"),
        RawParagraph("二、细则"),
    ]


def test_the_end_of_a_section_ends_a_paragraph() -> None:
    table, behind = lists(7, [(0, "\x00.")])
    sections = struct.pack("<LL12x", 0, 2)
    file = Word97(
        "甲\x0c乙\r",
        paragraphs=[(0, list_change(1))],
        tables={SECTIONS: sections, LISTS: table, OVERRIDES: overrides((7, None))},
        behind_lists=behind,
    )
    assert texts(file) == ["1.甲", "2.乙"]


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (Word97(PAPER, flags=0x0300), FileEncrypted),
        (Word97(PAPER, version=104, identifier=0xA5DC), FileUnsupported),
        (Word97(PAPER, version=104), FileUnsupported),
        (Word97(PAPER, identifier=0x1234), FileDamaged),
        (Word97(PAPER, stories=[1000]), FileDamaged),
        (Word97(PAPER, pieces=[(3, False), (100_000, False)]), FileDamaged),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    file: Word97, refusal: type[FileRefused]
) -> None:
    with pytest.raises(refusal):
        word97_paragraphs(file.build())


def test_the_refusal_of_an_older_file_names_its_kind() -> None:
    with pytest.raises(FileUnsupported, match="Word 95"):
        word97_paragraphs(Word97(PAPER, identifier=0xA5DC).build())


def test_other_compound_files_are_no_word_files() -> None:
    with pytest.raises(FileUnsupported):
        word97_paragraphs(compound_file({"Workbook": b""}))
    with pytest.raises(FileEncrypted):
        word97_paragraphs(compound_file({"EncryptedPackage": b"", "EncryptionInfo": b""}))
    with pytest.raises(FileDamaged):
        word97_paragraphs(compound_file({"WordDocument": b""}))


def with_table(data: bytes, sector: int, follower: int) -> bytes:
    """The file with another follower of a sector in its chain."""
    at = 512 + 4 * sector
    return data[:at] + struct.pack("<L", follower) + data[at + 4 :]


@pytest.mark.parametrize("sector", range(12))
def test_a_chain_that_goes_in_circles_is_bounded(sector: int) -> None:
    data = with_table(Word97(PAPER * 400).build(), sector, max(2, sector))
    with suppress(FileRefused):
        assert len(word97_paragraphs(data)) < 5000


@pytest.mark.parametrize(
    ("at", "value"), [(0x1E, 40), (0x20, 30), (0x2C, 1 << 30), (0x40, 1 << 30), (0x48, 1 << 30)]
)
def test_a_header_that_promises_too_much_is_damaged(at: int, value: int) -> None:
    data = bytearray(Word97(PAPER).build())
    size = 2 if at < 0x2C else 4
    data[at : at + size] = value.to_bytes(size, "little")
    with pytest.raises(FileDamaged):
        word97_paragraphs(bytes(data))


def test_a_stream_larger_than_its_file_is_damaged() -> None:
    data = bytearray(Word97(PAPER).build())
    data[1024 + 128 + 120 : 1024 + 128 + 124] = struct.pack("<L", 1 << 29)
    with pytest.raises(FileDamaged):
        word97_paragraphs(bytes(data))


def test_pieces_that_repeat_the_same_bytes_are_damaged() -> None:
    positions = struct.pack("<201L", *range(0, 201 * 1000, 1000))
    pieces = positions + struct.pack("<HLH", 0, 0x800, 0) * 200
    table = b"\x02" + struct.pack("<L", len(pieces)) + pieces
    with pytest.raises(FileDamaged):
        word97_paragraphs(Word97(PAPER * 200, tables={PIECES: table}).build())


def test_more_text_than_a_paper_can_have_is_hostile() -> None:
    pieces = struct.pack("<LLHLH", 0, 1 << 25, 0, 0x800, 0)
    table = b"\x02" + struct.pack("<L", len(pieces)) + pieces
    with pytest.raises(FileHostile):
        word97_paragraphs(Word97(PAPER, tables={PIECES: table}).build())


@pytest.mark.parametrize("twentieths", range(20))
def test_a_file_that_is_cut_off_is_refused(twentieths: int) -> None:
    data = Word97(PAPER * 100).build()
    with pytest.raises(FileRefused):
        word97_paragraphs(data[: len(data) * twentieths // 20])


SMALL = Word97(
    "总则\r分则\r看见隐藏\r",
    paragraphs=[(1, b""), (0, list_change(1)), (0, b"")],
    characters=[(8, 10, HIDDEN)],
    tables={
        STYLES: styles((0, 1, 0xFFF, b""), (1, 1, 0, list_change(1))),
        LISTS: lists(7, [(CHINESE_COUNTING, "\x00、")])[0],
        OVERRIDES: overrides((7, 3)),
    },
    behind_lists=lists(7, [(CHINESE_COUNTING, "\x00、")])[1],
).build()


def damaged(seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(SMALL)
    used = [n for n, byte in enumerate(data) if byte]
    for _ in range(chance.randint(1, 8)):
        data[chance.choice(used)] = chance.choice((0, 1, 127, 128, 255, chance.randrange(256)))
    return bytes(data)


def test_any_damage_is_refused_or_does_no_harm() -> None:
    read = 0
    for seed in range(150):
        with suppress(FileRefused):
            assert all(each.text for each in word97_paragraphs(damaged(seed)))
            read += 1
    assert 20 < read < 150  # the damage is neither too coarse to get far nor none at all
