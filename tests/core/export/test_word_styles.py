import pytest

from desktop_app.core.export.house_style import HouseStyle, Part
from desktop_app.core.export.layout import Block, Form
from desktop_app.core.export.word import word_document
from desktop_app.core.export.word_styles import run_in_style_id, style_id
from tests.core.export.word_parts import found, one, part, style, values


def _fonts(data: bytes, identity: str) -> dict[str, str]:
    return values(one(style(data, identity), "w:rPr/w:rFonts"))


def _names(data: bytes, kind: str) -> list[str]:
    styles = found(part(data, "word/styles.xml"), f"w:style[@w:type='{kind}']")
    return [values(one(element, "w:name"))["val"] for element in styles]


def test_only_our_styles_are_in_the_file(exported: bytes) -> None:
    assert _names(exported, "paragraph") == [
        "Normal",
        "Title",
        "题下署名",
        "发文字号",
        "Salutation",
        "Body Text",
        "附件说明",
        "附件标志",
        "Signature",
        "Date",
        "heading 1",
        "heading 2",
        "heading 3",
        "heading 4",
        "附件说明（编号）",
        "附件说明（续）",
        "正文（署名前）",
        "空行",
        "footer",
        "页码（单页）",
        "页码（双页）",
    ]
    assert _names(exported, "character") == [
        "Default Paragraph Font",
        "heading 1 Char",
        "heading 2 Char",
        "heading 3 Char",
        "heading 4 Char",
    ]


def test_every_block_has_a_style_in_the_file(exported: bytes) -> None:
    forms = {
        Part.BODY: [Form.PLAIN, Form.BEFORE_SIGNATURE, Form.EMPTY],
        Part.ATTACHMENT_NOTE: [Form.PLAIN, Form.NUMBERED, Form.CONTINUED],
    }
    for kind in Part:
        for form in forms.get(kind, [Form.PLAIN]):
            assert style(exported, style_id(Block(kind, "甲", form))) is not None


@pytest.mark.parametrize(
    ("identity", "chinese", "size"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("Byline", "楷体_GB2312", "32"),
        ("DocumentNumber", "仿宋_GB2312", "32"),
        ("Salutation", "仿宋_GB2312", "32"),
        ("Heading1", "黑体", "32"),
        ("Heading2", "楷体_GB2312", "32"),
        ("Heading3", "仿宋_GB2312", "32"),
        ("Heading4", "仿宋_GB2312", "32"),
        ("Heading1Char", "黑体", "32"),
        ("Heading2Char", "楷体_GB2312", "32"),
        ("BodyText", "仿宋_GB2312", "32"),
        ("BodyBeforeSignature", "仿宋_GB2312", "32"),
        ("AttachmentMark", "黑体", "32"),
        ("Signature", "仿宋_GB2312", "32"),
        ("Date", "仿宋_GB2312", "32"),
    ],
)
def test_a_style_names_its_fonts_in_all_four_slots(
    exported: bytes, identity: str, chinese: str, size: str
) -> None:
    latin = "Times New Roman"

    assert _fonts(exported, identity) == {
        "ascii": latin,
        "hAnsi": latin,
        "eastAsia": chinese,
        "cs": latin,
    }
    assert values(one(style(exported, identity), "w:rPr/w:sz")) == {"val": size}
    assert values(one(style(exported, identity), "w:rPr/w:color")) == {"val": "000000"}


def test_page_numbers_are_in_the_chinese_font_digits_and_all(exported: bytes) -> None:
    for identity in ("Footer", "PageNumberOdd", "PageNumberEven"):
        assert set(_fonts(exported, identity).values()) == {"宋体"}
        assert values(one(style(exported, identity), "w:rPr/w:sz")) == {"val": "28"}


def test_no_theme_font_is_left(exported: bytes) -> None:
    for fonts in found(part(exported, "word/styles.xml"), ".//w:rFonts"):
        assert not [name for name in values(fonts) if "Theme" in name]


def test_the_defaults_are_chinese_without_space_between_paragraphs(exported: bytes) -> None:
    defaults = one(part(exported, "word/styles.xml"), "w:docDefaults")

    language = values(one(defaults, "w:rPrDefault/w:rPr/w:lang"))
    assert (language["val"], language["eastAsia"]) == ("en-US", "zh-CN")
    assert len(one(defaults, "w:pPrDefault")) == 0


@pytest.mark.parametrize("identity", ["BodyText", "Heading1", "Salutation", "Date", "EmptyLine"])
def test_lines_are_exact_and_characters_drawn_together(exported: bytes, identity: str) -> None:
    element = style(exported, identity)

    assert values(one(element, "w:pPr/w:spacing")) == {
        "before": "0",
        "after": "0",
        "line": "579",
        "lineRule": "exact",
    }
    assert values(one(element, "w:rPr/w:spacing")) == {"val": "-5"}
    assert values(one(element, "w:pPr/w:snapToGrid")) == {"val": "1"}


def test_the_title_is_off_the_grid_with_its_own_spacing(exported: bytes) -> None:
    title = style(exported, "Title")

    assert values(one(title, "w:pPr/w:snapToGrid")) == {"val": "0"}
    assert values(one(title, "w:rPr/w:spacing")) == {"val": "0"}
    assert values(one(title, "w:pPr/w:jc")) == {"val": "center"}
    assert found(title, "w:pPr/w:keepNext")
    assert found(title, "w:pPr/w:keepLines")


def test_body_is_justified_by_the_rules_of_chinese_setting(exported: bytes) -> None:
    properties = one(style(exported, "BodyText"), "w:pPr")

    said = {str(child.tag).rpartition("}")[2]: values(child).get("val") for child in properties}
    assert said == {
        "widowControl": "0",
        "kinsoku": "1",
        "overflowPunct": "1",
        "autoSpaceDE": "1",
        "autoSpaceDN": "1",
        "adjustRightInd": "0",
        "snapToGrid": "1",
        "spacing": None,
        "ind": None,
        "jc": "both",
    }


def test_indents_are_given_in_characters_and_in_twips(exported: bytes) -> None:
    assert values(one(style(exported, "BodyText"), "w:pPr/w:ind")) == {
        "firstLineChars": "200",
        "firstLine": "630",
    }
    assert values(one(style(exported, "Signature"), "w:pPr/w:ind")) == {
        "rightChars": "200",
        "right": "630",
    }
    assert not found(style(exported, "Salutation"), "w:pPr/w:ind")


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_are_word_s_own_with_their_level(exported: bytes, level: int) -> None:
    heading = style(exported, f"Heading{level}")

    assert values(one(heading, "w:name")) == {"val": f"heading {level}"}
    assert values(one(heading, "w:pPr/w:outlineLvl")) == {"val": str(level - 1)}
    assert values(one(heading, "w:link")) == {"val": f"Heading{level}Char"}
    assert values(one(heading, "w:next")) == {"val": "BodyText"}
    assert found(heading, "w:pPr/w:keepNext")


def test_a_run_in_heading_has_the_style_that_is_linked_to_its_level(exported: bytes) -> None:
    for level, heading in enumerate((Part.HEADING_1, Part.HEADING_2), start=1):
        linked = style(exported, run_in_style_id(heading))
        assert values(one(linked, "w:link")) == {"val": f"Heading{level}"}


def test_only_headings_are_in_the_outline(exported: bytes) -> None:
    levels = found(part(exported, "word/styles.xml"), "w:style/w:pPr/w:outlineLvl")

    assert len(levels) == 4


def test_wrapped_lines_of_an_attachment_note_align_with_the_name(exported: bytes) -> None:
    word, number = 3 * 315, 155 + 75  # 附件： and 1.
    indents = {
        identity: values(one(style(exported, identity), "w:pPr/w:ind"))
        for identity in ("AttachmentNote", "AttachmentNumbered", "AttachmentContinued")
    }

    assert indents == {
        "AttachmentNote": {"left": str(630 + word), "hanging": str(word)},
        "AttachmentNumbered": {"left": str(630 + word + number), "hanging": str(word + number)},
        "AttachmentContinued": {"left": str(630 + word + number), "hanging": str(number)},
    }


def test_the_text_above_a_signature_and_the_line_between_go_with_it(exported: bytes) -> None:
    for identity in ("BodyBeforeSignature", "EmptyLine", "Signature", "AttachmentNote"):
        assert found(style(exported, identity), "w:pPr/w:keepNext")
    assert not found(style(exported, "BodyText"), "w:pPr/w:keepNext")
    assert not found(style(exported, "Date"), "w:pPr/w:keepNext")


def test_an_attached_paper_begins_a_page(exported: bytes) -> None:
    assert found(style(exported, "AttachmentMark"), "w:pPr/w:pageBreakBefore")


def test_a_speech_has_its_number_in_the_face_of_its_bylines(speech: HouseStyle) -> None:
    data = word_document([], speech)

    assert _fonts(data, "DocumentNumber") == _fonts(data, "Byline")
