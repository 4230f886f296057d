from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role
from desktop_app.core.export.house_style import HouseStyle
from desktop_app.core.export.plain_text import plain_paragraph
from desktop_app.core.export.word import word_document
from tests.core.export.word_parts import W, found, one, part, values

_SCHEMAS = Path(__file__).parents[3].parent / "shared" / "schema"
_ODD_CHARACTERS = st.one_of(
    st.sampled_from(
        "　 \t\n\r\x00\x07\x0b\x85\u2028\ud800\ufffe<>&\"'—…“”‘’·×é½①𠮷𫚉😀\u200b\ufeff"
    ),
    st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=None),
)


@st.composite
def _paragraphs(draw: st.DrawFn) -> list[Paragraph]:
    """Papers of any text in any roles, headings that run on among them."""
    papers = []
    for text in draw(st.lists(st.text(_ODD_CHARACTERS, max_size=20), max_size=8)):
        role = draw(st.sampled_from(list(Role)))
        run_in = draw(st.integers(0, len(text))) if role in HEADINGS else 0
        papers.append(Paragraph(text, role, run_in))
    return papers


def _texts(data: bytes) -> list[str]:
    """What python-docx reads, empty lines left out."""
    return [p.text for p in docx.Document(BytesIO(data)).paragraphs if p.text]


def test_the_text_is_that_of_the_paper(exported: bytes, notice: list[Paragraph]) -> None:
    assert _texts(exported) == [paragraph.text for paragraph in notice]


@settings(max_examples=40, deadline=None)
@given(paper=_paragraphs())
def test_any_text_comes_back_paragraph_by_paragraph(
    gongwen: HouseStyle, paper: list[Paragraph]
) -> None:
    expected = [plain.text for plain in map(plain_paragraph, paper) if plain.text]

    assert _texts(word_document(paper, gongwen)) == expected


def test_empty_lines_stand_where_the_standard_wants_them(exported: bytes) -> None:
    texts = [p.text for p in docx.Document(BytesIO(exported)).paragraphs]

    before_empty = [texts[n - 1] for n, text in enumerate(texts) if not text]
    assert before_empty == [
        "（征求意见稿）",
        "各单位要于每月5日前报送进展。",
        "2.联系人名单",
        "附件1",
        "任务分工表",
    ]


def test_a_run_in_heading_is_one_paragraph_in_two_faces(exported: bytes) -> None:
    (paragraph,) = [
        p for p in docx.Document(BytesIO(exported)).paragraphs if p.text.startswith("（一）")
    ]

    assert paragraph.style is not None
    assert paragraph.style.style_id == "BodyText"
    assert [(run.text, run.style.style_id) for run in paragraph.runs] == [
        ("（一）加强组织领导。", "Heading2Char"),
        ("各级各部门要高度重视。", "DefaultParagraphFont"),
    ]


def test_every_run_is_marked_as_chinese(exported: bytes) -> None:
    for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml"):
        runs = found(part(exported, name), ".//w:r")
        assert runs
        assert all(values(one(run, "w:rPr/w:rFonts")) == {"hint": "eastAsia"} for run in runs)


def test_paragraphs_say_nothing_but_their_style(exported: bytes) -> None:
    """All but the signature and the date, whose place depends on their lengths."""
    direct = {}
    for paragraph in found(part(exported, "word/document.xml"), ".//w:p"):
        properties = one(paragraph, "w:pPr")
        text = "".join(t.text or "" for t in found(paragraph, ".//w:t"))
        direct[text] = [str(child.tag).removeprefix(W) for child in properties]

    assert direct.pop("2026年1月2日") == ["pStyle", "ind"]
    assert set(map(tuple, direct.values())) == {("pStyle",)}


def test_a_date_is_moved_in_twips_and_not_in_the_characters_of_its_style(exported: bytes) -> None:
    (indent,) = found(part(exported, "word/document.xml"), ".//w:p/w:pPr/w:ind")

    assert values(indent) == {"rightChars": "0", "right": str((2 + 10 - 2 - 3) * 315 - 6 * 155)}


def test_each_paragraph_has_the_style_of_its_role(exported: bytes) -> None:
    styles = [p.style.style_id for p in docx.Document(BytesIO(exported)).paragraphs if p.style]

    assert [identity for identity in styles if identity != "EmptyLine"] == [
        "Title",
        "Title",
        "DocumentNumber",
        "Byline",
        "Salutation",
        "BodyText",
        "Heading1",
        "BodyText",
        "Heading2",
        "Heading3",
        "Heading4",
        "BodyText",
        "AttachmentNumbered",
        "AttachmentContinued",
        "Signature",
        "Date",
        "AttachmentMark",
        "Title",
        "BodyText",
    ]


def test_an_empty_paper_is_a_word_file_too(gongwen: HouseStyle) -> None:
    assert docx.Document(BytesIO(word_document([], gongwen))).paragraphs == []


@pytest.fixture(scope="module")
def word_schema() -> etree.XMLSchema:
    """WordprocessingML of ECMA-376, transitional; the imports in it are relative to its file."""
    return etree.XMLSchema(etree.parse(_SCHEMAS / "wml.xsd"))


@pytest.mark.shared
@pytest.mark.skipif(not _SCHEMAS.is_dir(), reason="the schemas are not here")
@pytest.mark.parametrize(
    "name",
    [
        "word/document.xml",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
    ],
)
def test_the_parts_keep_to_the_schema(
    word_schema: etree.XMLSchema, notice: list[Paragraph], speech: HouseStyle, name: str
) -> None:
    for paper in (notice, [], [Paragraph("甲\t乙 ")]):
        root = part(word_document(paper, speech), name)
        assert word_schema.validate(root), word_schema.error_log


@pytest.mark.shared
@pytest.mark.skipif(not _SCHEMAS.is_dir(), reason="the schemas are not here")
def test_the_schema_would_see_a_wrong_order(word_schema: etree.XMLSchema, exported: bytes) -> None:
    root = part(exported, "word/styles.xml")
    properties = found(root, ".//w:pPr")[-1]
    properties.append(properties[0])

    assert not word_schema.validate(root)
