import random
import re
from contextlib import suppress

import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import FileDamaged, FileEncrypted, FileHostile, FileRefused
from desktop_app.core.reading.open_document import open_document_paragraphs
from tests.core.reading.open_document_files import (
    NAMESPACES,
    content,
    items,
    list_style,
    listed,
    open_document,
    p,
)
from tests.core.reading.word_files import package

COUNTED = list_style(
    'style:num-format="一, 二, 三, ..." style:num-suffix="、"',
    'style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"',
    'style:num-format="1" text:display-levels="2"',
)


def texts(*blocks: str, styles: str = "") -> list[str]:
    found = open_document_paragraphs(open_document(*blocks, styles=styles))
    return [paragraph.text for paragraph in found]


def test_paragraphs_come_in_order_and_empty_ones_are_left_out() -> None:
    assert texts(p("关于开会的通知"), p(""), p("　"), p("各单位：")) == [
        "关于开会的通知",
        "各单位：",
    ]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("管理<text:span>暂行</text:span>办法", ["管理暂行办法"]),
        ('<text:a>网页</text:a>见<text:date>2026年</text:date>', ["网页见2026年"]),
        ('甲<text:s text:c="2"/>乙', ["甲  乙"]),
        ("甲<text:s/>乙", ["甲 乙"]),
        ("甲<text:tab/>乙", ["甲 乙"]),
        ("甲<text:line-break/>乙", ["甲", "乙"]),
        ("a\n   b  <text:span> c</text:span>", ["a b c"]),
        ("甲<office:annotation><text:p>批注</text:p></office:annotation>乙", ["甲乙"]),
        ("<text:ruby><text:ruby-text>zì</text:ruby-text>字</text:ruby>", ["字"]),
        ("甲<draw:frame><svg:title>图</svg:title></draw:frame>乙", ["甲乙"]),
        ("甲<!-- 注 -->乙<?a b?>丙", ["甲乙丙"]),
        ('甲<text:hidden-text text:is-hidden="true">藏</text:hidden-text>', ["甲"]),
        ('甲<text:s text:c="99999999999"/>乙', ["甲 乙"]),
    ],
)  # fmt: skip
def test_what_shows_in_a_line_is_read(inner: str, shown: list[str]) -> None:
    assert texts(p(inner)) == shown


def test_a_text_box_is_read_once_and_apart_from_the_paragraph_around_it() -> None:
    box = f"<draw:frame><draw:text-box>{p('框中')}</draw:text-box></draw:frame>"
    assert texts(p(f"框外{box}文字")) == ["框外文字", "框中"]


def test_tables_are_read_cell_by_cell() -> None:
    cells = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("任务", "单位"))
    covered = f"<table:covered-table-cell>{p('盖住')}</table:covered-table-cell>"
    table = f"<table:table><table:table-row>{cells}{covered}</table:table-row></table:table>"
    assert texts(p("前"), table, p("后")) == ["前", "任务", "单位", "后"]


def test_notes_stand_at_the_end() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('脚注')}</text:note-body></text:note>"  # noqa: E501 — one element
    assert texts(p(f"正{note}文"), p("后")) == ["正文", "后", "脚注"]


def test_deleted_and_hidden_text_is_not_read() -> None:
    deleted = f"<text:tracked-changes><text:changed-region><text:deletion>{p('旧')}</text:deletion></text:changed-region></text:tracked-changes>"  # noqa: E501 — one element
    section = f'<text:section text:display="none">{p("藏")}</text:section>'
    hidden = '<style:text-properties text:display="none"/>'
    styles = "".join(
        f'<style:style style:name="H" style:family="{family}">{hidden}</style:style>'
        for family in ("text", "paragraph")
    )
    line = p('看见<text:span text:style-name="H">隐藏</text:span>')
    assert texts(deleted, section, line, p("全藏", "H"), styles=styles) == ["看见"]


def test_headings_and_titles_have_their_roles() -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    blocks = [p("工作总结", "P1")]
    blocks += [f'<text:h text:outline-level="{n}">小题{n}</text:h>' for n in (1, 2, 5)]
    found = open_document_paragraphs(open_document(*blocks, styles=styles))
    assert [each.hint for each in found] == [Role.TITLE, Role.HEADING_1, Role.HEADING_2, None]


def test_lists_are_numbered_by_their_levels() -> None:
    inner = listed(items(p("指导思想"), p("基本原则") + listed(items(p("细项")), "")), "")
    block = listed(items(p("总体要求") + inner, p("主要任务") + p("第二段")))
    assert texts(block, styles=COUNTED) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）基本原则",
        "二.1 细项",
        "二、主要任务",
        "第二段",
    ]


@pytest.mark.parametrize(
    ("sample", "number"),
    [
        ("1", "2"),
        ("a", "b"),
        ("A", "B"),
        ("i", "ii"),
        ("甲, 乙, 丙, ...", "乙"),
        ("①, ②, ③, ...", "②"),
        ("壹, 贰, 叁, ...", "贰"),
        ("１, ２, ３, ...", "２"),
        ("01, 02, 03, ...", "02"),
    ],
)
def test_a_sample_of_the_numerals_stands_for_them_all(sample: str, number: str) -> None:
    style = list_style(f'style:num-format="{sample}" style:num-suffix="）"')
    assert texts(listed(items(p("甲"), p("乙"))), styles=style)[1] == number + "）乙"


def test_newer_files_write_the_whole_number_as_one_setting() -> None:
    style = list_style('style:num-format="一, 二, 三, ..." loext:num-list-format="第%1%条"')
    assert texts(listed(items(p("为了规范"))), styles=style) == ["第一条 为了规范"]


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ("", "一、"),
        (' text:continue-numbering="true"', "二、"),
        (' text:continue-list="first"', "二、"),
        (' text:continue-list="nowhere"', "一、"),
    ],
)
def test_a_list_goes_on_where_it_says_so(more: str, number: str) -> None:
    first = listed(items(p("甲")), more=' xml:id="first"')
    assert (
        texts(first, p("中"), listed(items(p("乙")), more=more), styles=COUNTED)[2] == number + "乙"
    )


def test_an_item_may_have_a_number_of_its_own() -> None:
    item = f'<text:list-item text:start-value="5">{p("乙")}</text:list-item>'
    assert texts(listed(items(p("甲")) + item + items(p("丙"))), styles=COUNTED) == [
        "一、甲",
        "五、乙",
        "六、丙",
    ]


def test_bullets_and_headers_of_lists_have_no_numbers() -> None:
    bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="●"/>'
    styles = COUNTED + f'<text:list-style style:name="B">{bullet}</text:list-style>'
    header = f"<text:list-header>{p('头')}</text:list-header>"
    assert texts(listed(items(p("点")), "B"), listed(header), styles=styles) == ["点", "头"]


def test_headings_are_numbered_by_the_outline() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    styles = f"<office:document-styles {NAMESPACES}><text:outline-style>{level}</text:outline-style></office:document-styles>"  # noqa: E501 — one element
    heads = [f'<text:h text:outline-level="1">{text}</text:h>' for text in ("甲", "2.乙")]
    assert texts(*heads) == ["甲", "2.乙"]
    data = package({"content.xml": content(*heads), "styles.xml": styles})
    assert [each.text for each in open_document_paragraphs(data)] == ["1.甲", "2.乙"]


def test_a_document_with_a_password_is_refused_as_such() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    with pytest.raises(FileEncrypted):
        open_document_paragraphs(
            package({"META-INF/manifest.xml": manifest, "content.xml": "\x07\x08"})
        )


@pytest.mark.parametrize("part", ["", "<a/>", content(p("文"))[:-9]])
def test_a_package_without_readable_text_is_damaged(part: str) -> None:
    with pytest.raises(FileDamaged):
        open_document_paragraphs(package({"content.xml": part}))
    with pytest.raises(FileDamaged):
        open_document_paragraphs(package({"styles.xml": "<a/>"}))


def test_entities_are_hostile() -> None:
    entity = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(FileHostile):
        open_document_paragraphs(package({"content.xml": entity + content(p("&a;"))}))


def test_styles_that_are_based_on_each_other_do_no_harm() -> None:
    styles = "".join(
        f'<style:style style:name="{a}" style:family="paragraph" style:parent-style-name="{b}"/>'
        for a, b in ("ab", "ba")
    )
    assert texts(p("文", "a"), styles=styles) == ["文"]


SMALL = content(
    p("题名"), listed(items(p("甲") + listed(items(p("子")), ""), p("乙"))), styles=COUNTED
)


@pytest.mark.parametrize("twentieths", range(20))
def test_a_file_that_is_cut_off_is_refused(twentieths: int) -> None:
    data = package({"content.xml": SMALL})
    with pytest.raises(FileRefused):
        open_document_paragraphs(data[: len(data) * twentieths // 20])


def damaged(seed: int) -> bytes:
    chance = random.Random(seed)
    part = bytearray(SMALL.encode())
    values = [match.end() for match in re.finditer(rb'(?<!xmlns:....)="(?=[\w-])', part)]
    for _ in range(chance.randint(1, 4)):
        part[chance.choice(values)] = chance.choice(b"09a-% ")
    data = bytearray(package({"content.xml": bytes(part)}))
    if seed % 3 == 0:
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def test_any_damage_is_refused_or_does_no_harm() -> None:
    read = 0
    for seed in range(150):
        with suppress(FileRefused):
            assert all(each.text for each in open_document_paragraphs(damaged(seed)))
            read += 1
    assert 20 < read < 150  # the damage is neither too coarse to get far nor none at all
