import io

import docx
import pytest
from docx.document import Document

from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import FileDamaged, FileHostile
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.word import word_paragraphs
from tests.core.reading.word_files import (
    NAMESPACES,
    OFFICE,
    RELATIONSHIPS,
    STYLES,
    document,
    named_main_part,
    package,
    paragraph,
    run,
    text_box,
    word_file,
)


def texts(*blocks: str) -> list[str]:
    return [found.text for found in word_paragraphs(word_file(*blocks))]


def test_paragraphs_come_in_order_and_empty_ones_are_left_out() -> None:
    blocks = [paragraph("关于开会的通知"), "<w:p/>", paragraph("　"), paragraph("各单位：")]
    assert texts(*blocks) == ["关于开会的通知", "各单位："]


def test_the_runs_of_a_paragraph_are_one_text() -> None:
    hidden = "<w:r><w:rPr><w:b/></w:rPr><w:instrText>PAGE</w:instrText></w:r>"
    link = f"<w:hyperlink>{run('暂行')}</w:hyperlink>"
    assert texts(paragraph(run("管理") + hidden + link + run("办法"))) == ["管理暂行办法"]


def test_tables_are_read_cell_by_cell_between_the_paragraphs() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("任务", "单位"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert texts(paragraph("前"), table, paragraph("后")) == ["前", "任务", "单位", "后"]


def test_a_text_box_is_read_once_and_apart_from_the_paragraph_around_it() -> None:
    box = text_box(paragraph("框中一"), paragraph("框中二"))
    assert texts(paragraph(run("框外") + box + run("文字"))) == ["框外文字", "框中一", "框中二"]


def test_a_text_box_for_old_programs_alone_is_read() -> None:
    box = f"<w:txbxContent>{paragraph('框中')}</w:txbxContent>"
    shape = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    assert texts(paragraph(shape)) == ["框中"]


def test_content_controls_are_read_inside_and_around_paragraphs() -> None:
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('临江')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{paragraph('第二段')}</w:sdtContent></w:sdt>"
    assert texts(paragraph(inline + run("市")), block) == ["临江市", "第二段"]


def test_what_was_deleted_or_moved_away_is_not_read() -> None:
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('走')}</w:moveFrom><w:moveTo>{run('来')}</w:moveTo>"
    inserted = f"<w:ins>{run('新')}</w:ins>"
    assert texts(paragraph(deleted + inserted + moved + run("文"))) == ["新来文"]


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next() -> None:
    for mark in ("<w:del/>", "<w:moveFrom/>", "<w:specVanish/>"):
        first = f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{run('前半')}</w:p>"
        assert texts(first, paragraph("后半"), paragraph("另")) == ["前半后半", "另"]
        table = f"<w:tbl><w:tr><w:tc>{first}</w:tc></w:tr></w:tbl>"
        assert texts(table, first) == ["前半", "前半"]


def test_a_deleted_row_is_not_read() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('旧')}</w:tc></w:tr>"
    kept = f"<w:tr><w:tc>{paragraph('新')}</w:tc></w:tr>"
    assert texts(f"<w:tbl>{deleted}{kept}</w:tbl>") == ["新"]


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_fields_show_their_results_and_not_their_instructions() -> None:
    begin, separate, end = map(mark, ("begin", "separate", "end"))
    inner = begin + run("PAGE") + separate + run("3") + end
    outer = begin + run("IF") + inner + separate + run("是") + end
    simple = f'<w:fldSimple w:instr="DATE">{run("今日")}</w:fldSimple>'
    assert texts(paragraph(run("甲") + outer + run("乙") + simple)) == ["甲是乙今日"]


def test_a_field_that_never_ends_hides_one_paragraph_at_most() -> None:
    assert texts(paragraph(mark("begin") + run("TOC")), paragraph("正文")) == ["正文"]
    assert texts(paragraph(run("甲") + mark("end") + mark("separate") + run("乙"))) == ["甲乙"]


def hidden_run(look: str) -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>藏</w:t></w:r>"


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        ("<w:vanish/>", ["露"]),
        ('<w:vanish w:val="0"/>', ["藏露"]),
        ('<w:rStyle w:val="H"/>', ["露"]),
        ('<w:rStyle w:val="I"/>', ["露"]),
        ('<w:rStyle w:val="H"/><w:vanish w:val="false"/>', ["藏露"]),
    ],
)
def test_hidden_text_is_not_read(look: str, shown: list[str]) -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="I"><w:basedOn w:val="H"/></w:style></w:styles>'
    )
    data = word_file(paragraph(hidden_run(look) + run("露")), styles=styles)
    assert [found.text for found in word_paragraphs(data)] == shown


def test_symbols_and_formulas_are_characters_and_pronunciations_are_not() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="x" w:char="?"/></w:r>'
    formula = '<m:r xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:t>x</m:t></m:r>'
    ruby = f"<w:ruby><w:rt>{run('zi')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby>"
    assert texts(paragraph(f"{sign}{formula}<w:r>{ruby}</w:r>")) == ["☑x字"]


def test_notes_stand_at_the_end_in_the_order_of_the_text() -> None:
    def note(kind: str, note_id: int, text: str, more: str = "") -> str:
        return f'<w:{kind} w:id="{note_id}"{more}>{paragraph(text)}</w:{kind}>'

    def reference(kind: str, note_id: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{note_id}"/></w:r>'

    feet = note("footnote", 0, "线", ' w:type="separator"') + note("footnote", 1, "甲注")
    feet += note("footnote", 2, "乙注") + note("footnote", 3, "删去的注")
    data = word_file(
        paragraph(run("正") + reference("footnote", 2) + run("文") + reference("endnote", 1)),
        paragraph(f"<w:del>{reference('footnote', 3)}</w:del>" + reference("footnote", 1)),
        footnotes=f"<w:footnotes {NAMESPACES}>{feet}</w:footnotes>",
        endnotes=f"<w:endnotes {NAMESPACES}>{note('endnote', 1, '尾注')}</w:endnotes>",
    )
    found = [each.text for each in word_paragraphs(data)]
    assert found == ["正文", "乙注", "甲注", "尾注"]


def test_parts_are_found_by_their_relationships_and_nothing_outside_is_fetched() -> None:
    relationships = (
        f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Type="{OFFICE}/styles" Target="http://0.0.0.0/x" TargetMode="External"/>'
        f'<Relationship Type="{OFFICE}/styles" Target="look/s.xml"/>'
        f'<Relationship Type="{OFFICE}/numbering" Target="../../../etc/passwd"/>'
        f'<Relationship Type="{OFFICE}/image" Target="file:///etc/passwd"/></Relationships>'
    )
    parts = {"word/_rels/document.xml.rels": relationships, "word/look/s.xml": STYLES}
    data = package(parts | {"word/document.xml": document(paragraph("总结", "a3"))})
    assert word_paragraphs(data) == [RawParagraph("总结", Role.TITLE)]


def test_the_strict_kind_of_the_format_is_read() -> None:
    strict = document(paragraph("正文")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert word_paragraphs(package({"word/document.xml": strict})) == [RawParagraph("正文")]


@pytest.mark.parametrize("line_break", ["<w:br/>", "<w:cr/>", '<w:br w:type="page"/>'])
def test_a_line_break_ends_a_paragraph(line_break: str) -> None:
    broken = f"<w:r><w:t>关于开会</w:t>{line_break}<w:t>的通知</w:t></w:r>"
    assert texts(paragraph(broken)) == ["关于开会", "的通知"]


@pytest.mark.parametrize(
    ("mark", "character"), [("tab", " "), ("ptab", " "), ("noBreakHyphen", "-")]
)
def test_tabs_and_hyphens_are_characters(mark: str, character: str) -> None:
    between = f"<w:r><w:t>甲</w:t><w:{mark}/><w:t>乙</w:t></w:r>"
    assert texts(paragraph(between)) == [f"甲{character}乙"]


def test_styles_give_the_roles_of_title_and_headings() -> None:
    blocks = [
        paragraph("工作总结", "a3"),
        paragraph("主要成效", "1"),
        paragraph("产业发展", "2"),
        paragraph("小题", "9"),
        paragraph("正文", "x"),
        paragraph("正文", "missing"),
    ]
    assert [found.hint for found in word_paragraphs(word_file(*blocks, styles=STYLES))] == [
        Role.TITLE,
        Role.HEADING_1,
        Role.HEADING_2,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("text", ["长" * 61, "这是一个句子。后面还有"])
def test_running_text_in_the_style_of_a_heading_is_text(text: str) -> None:
    found = word_paragraphs(word_file(paragraph(text, "1"), styles=STYLES))
    assert found == [RawParagraph(text)]


def test_a_file_without_styles_is_read() -> None:
    assert word_paragraphs(word_file(paragraph("文", "1"))) == [RawParagraph("文")]


@pytest.mark.parametrize("name", ["word/document2.xml", "/word/main.xml", "content/paper.xml"])
def test_the_main_part_may_have_any_name(name: str) -> None:
    assert word_paragraphs(named_main_part(name, paragraph("正文"))) == [RawParagraph("正文")]


def test_a_package_without_its_main_part_is_damaged() -> None:
    with pytest.raises(FileDamaged):
        word_paragraphs(package({"word/styles.xml": STYLES}))


def test_broken_xml_is_damaged() -> None:
    with pytest.raises(FileDamaged):
        word_paragraphs(package({"word/document.xml": document()[:-9]}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_part_that_declares_a_document_type_is_hostile(encoding: str) -> None:
    entity = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    part = f'<?xml version="1.0" encoding="{encoding}"?>{entity}{document(paragraph("文"))}'
    with pytest.raises(FileHostile):
        word_paragraphs(package({"word/document.xml": part.encode(encoding)}))


def saved(written: Document) -> bytes:
    buffer = io.BytesIO()
    written.save(buffer)
    return buffer.getvalue()


def test_what_python_docx_writes_is_read() -> None:
    written = docx.Document()
    written.add_heading("工作总结", level=0)
    written.add_heading("一、主要成效", level=1)
    written.add_paragraph("全市经济稳中有进。")
    table = written.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "指标", "增长"
    written.add_heading("（一）产业发展", level=2)
    assert word_paragraphs(saved(written)) == [
        RawParagraph("工作总结", Role.TITLE),
        RawParagraph("一、主要成效", Role.HEADING_1),
        RawParagraph("全市经济稳中有进。"),
        RawParagraph("指标"),
        RawParagraph("增长"),
        RawParagraph("（一）产业发展", Role.HEADING_2),
    ]


def test_headers_and_footers_are_not_part_of_the_text() -> None:
    written = docx.Document()
    written.sections[0].header.paragraphs[0].text = "内部资料"
    written.sections[0].footer.paragraphs[0].text = "第1页"
    written.add_paragraph("正文")
    assert word_paragraphs(saved(written)) == [RawParagraph("正文")]
