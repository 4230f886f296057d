import pytest

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.export.house_style import HouseStyle, Part
from desktop_app.core.export.layout import Block, Form, lay_out

_BODY = Paragraph("现将有关事项通知如下。")


def _shape(paragraphs: list[Paragraph], style: HouseStyle) -> list[str]:
    """The parts in order, empty lines as an empty text."""
    return [block.part.value if block.text else "" for block in lay_out(paragraphs, style)]


def test_one_line_stays_empty_between_title_and_salutation(gongwen: HouseStyle) -> None:
    paper = [
        Paragraph("关于开展检查的通知", Role.TITLE),
        Paragraph("各区：", Role.SALUTATION),
        _BODY,
    ]

    assert _shape(paper, gongwen) == ["title", "", "salutation", "body"]


def test_one_line_stays_empty_between_bylines_and_body(speech: HouseStyle) -> None:
    paper = [
        Paragraph("在全市大会上的讲话", Role.TITLE),
        Paragraph("（2026年1月2日）", Role.BYLINE),
        Paragraph("李某某", Role.BYLINE),
        _BODY,
    ]

    assert _shape(paper, speech) == ["title", "byline", "byline", "", "body"]


def test_a_date_below_the_title_is_set_like_a_byline(speech: HouseStyle) -> None:
    paper = [Paragraph("讲话", Role.TITLE), Paragraph("2026年1月2日", Role.DATE), _BODY]

    assert _shape(paper, speech) == ["title", "byline", "", "body"]


def test_the_lines_of_a_title_follow_each_other(gongwen: HouseStyle) -> None:
    paper = [Paragraph("关于建设", Role.TITLE), Paragraph("气象站网的复函", Role.TITLE)]

    assert _shape(paper, gongwen) == ["title", "title"]


@pytest.mark.parametrize("number", ["国办函〔1996〕14号", "×政发[2026]3号"])
def test_a_document_number_has_a_style_of_its_own(gongwen: HouseStyle, number: str) -> None:
    assert _shape([Paragraph(number, Role.BYLINE)], gongwen) == ["document_number"]


def test_empty_paragraphs_of_the_draft_are_dropped(gongwen: HouseStyle) -> None:
    paper = [
        Paragraph("通知", Role.TITLE),
        Paragraph(""),
        Paragraph("　　"),
        Paragraph("\x07"),
        _BODY,
        Paragraph(""),
        _BODY,
    ]

    assert _shape(paper, gongwen) == ["title", "", "body", "body"]


def test_nothing_is_laid_out_as_nothing(gongwen: HouseStyle) -> None:
    assert lay_out([], gongwen) == []
    assert lay_out([Paragraph("")], gongwen) == []


def test_one_line_stays_empty_above_the_signature_and_the_text_is_bound_to_it(
    gongwen: HouseStyle,
) -> None:
    paper = [_BODY, _BODY, Paragraph("市委", Role.SIGNATURE), Paragraph("2026年1月", Role.DATE)]

    blocks = lay_out(paper, gongwen)

    assert [block.form for block in blocks] == [
        Form.PLAIN,
        Form.BEFORE_SIGNATURE,
        Form.EMPTY,
        Form.PLAIN,
        Form.PLAIN,
    ]


def test_a_signature_at_its_usual_place_needs_no_indent_of_its_own(gongwen: HouseStyle) -> None:
    paper = [
        _BODY,
        Paragraph("××市人民政府办公室", Role.SIGNATURE),
        Paragraph("2026年1月2日", Role.DATE),
    ]

    signature, date = lay_out(paper, gongwen)[-2:]

    assert signature.right_twips is None
    assert date.right_twips is not None


def test_a_date_alone_stands_where_its_style_says(gongwen: HouseStyle) -> None:
    date = lay_out([_BODY, Paragraph("2026年1月2日", Role.DATE)], gongwen)[-1]

    assert date == Block(Part.DATE, "2026年1月2日")


def test_each_sign_off_is_placed_by_itself(gongwen: HouseStyle) -> None:
    paper = [
        _BODY,
        Paragraph("市委", Role.SIGNATURE),
        Paragraph("2026年1月2日", Role.DATE),
        _BODY,
        Paragraph("××市人民政府办公室", Role.SIGNATURE),
        Paragraph("2026年1月2日", Role.DATE),
    ]

    rights = [block.right_twips for block in lay_out(paper, gongwen) if block.text]

    assert rights[1] is not None
    assert rights[4] is None
    assert rights[2] != rights[5]


def test_a_run_in_heading_is_body_with_the_face_of_its_level(gongwen: HouseStyle) -> None:
    paper = [Paragraph("　（一）加强领导。各级要做好。", Role.HEADING_2, 9)]

    assert lay_out(paper, gongwen) == [
        Block(Part.BODY, "（一）加强领导。各级要做好。", run_in=8, heading=Part.HEADING_2)
    ]


def test_attachments_that_go_on_counting_belong_to_the_note(gongwen: HouseStyle) -> None:
    paper = [
        _BODY,
        Paragraph("附件：1.任务分工表", Role.ATTACHMENT),
        Paragraph("2.联系人名单", Role.HEADING_3),
        Paragraph("3.回执"),
        Paragraph("市委", Role.SIGNATURE),
    ]

    blocks = [block for block in lay_out(paper, gongwen) if block.form is not Form.EMPTY]

    assert [(block.part, block.form) for block in blocks[1:4]] == [
        (Part.ATTACHMENT_NOTE, Form.NUMBERED),
        (Part.ATTACHMENT_NOTE, Form.CONTINUED),
        (Part.ATTACHMENT_NOTE, Form.CONTINUED),
    ]
    assert _shape(paper, gongwen) == [
        "body",
        "",
        "attachment_note",
        "attachment_note",
        "attachment_note",
        "",
        "signature",
    ]


@pytest.mark.parametrize("note", ["附件：任务分工表", "附件2：任务分工表"])
def test_a_number_after_a_single_attachment_is_a_heading(gongwen: HouseStyle, note: str) -> None:
    paper = [Paragraph(note, Role.ATTACHMENT), Paragraph("1.总体要求", Role.HEADING_3)]

    assert _shape(paper, gongwen) == ["attachment_note", "heading3"]


def test_attachments_may_be_listed_below_the_word(gongwen: HouseStyle) -> None:
    paper = [Paragraph("附件：", Role.ATTACHMENT), Paragraph("1.分工表", Role.HEADING_3)]

    assert lay_out(paper, gongwen)[1].form is Form.CONTINUED


def test_an_attached_paper_begins_with_its_mark_and_an_empty_line(gongwen: HouseStyle) -> None:
    paper = [
        _BODY,
        Paragraph("附件1", Role.ATTACHMENT),
        Paragraph("任务分工表", Role.TITLE),
        _BODY,
    ]

    assert _shape(paper, gongwen) == ["body", "attachment_mark", "", "title", "", "body"]


def test_no_word_of_the_paper_is_lost_whatever_its_roles(gongwen: HouseStyle) -> None:
    paper = [Paragraph(f"{role.value}{n}", role) for n in range(3) for role in Role]

    texts = [block.text for block in lay_out(paper, gongwen) if block.text]

    assert texts == [paragraph.text for paragraph in paper]
