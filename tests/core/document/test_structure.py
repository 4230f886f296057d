from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role
from desktop_app.core.document.structure import parse
from tests.core.document.papers import LETTER, NOTICE, PAPERS, REPORT, SPEECH, Lines

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"


def roles(*texts: str) -> list[Role]:
    return [paragraph.role for paragraph in parse(texts)]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_whole_paper_gets_its_roles(paper: Lines) -> None:
    assert [(p.role, p.text) for p in parse([text for _, text in paper])] == list(paper)


@pytest.mark.parametrize("paper", [SPEECH, REPORT, LETTER], ids=["speech", "report", "letter"])
def test_empty_lines_do_not_change_the_roles(paper: Lines) -> None:
    spaced = [line for _, text in paper for line in (text, "")]
    assert [(p.role, p.text) for p in parse(spaced) if p.text] == list(paper)


@pytest.mark.parametrize("length", range(1, len(NOTICE)))
def test_an_unfinished_draft_is_parsed_like_the_whole(length: int) -> None:
    """Only what the end of a paper decides, signature and date, may still be open."""
    whole = parse([text for _, text in NOTICE])[:length]
    draft = parse([text for _, text in NOTICE[:length]])
    open_ended = (Role.SIGNATURE, Role.DATE)
    assert [p for p in draft if p.role is not Role.BODY] == [
        p for p in whole if p.role is not Role.BODY and p.role not in open_ended
    ]


def test_an_empty_draft_is_body() -> None:
    assert parse([]) == ()
    assert parse(["", "　"]) == (Paragraph("", Role.BODY), Paragraph("　", Role.BODY))


def test_a_lonely_line_is_the_title() -> None:
    assert roles("在全市青年工作会议上的讲话") == [Role.TITLE]


def test_a_bare_number_is_a_heading_and_half_a_number_is_none_yet() -> None:
    lines = roles("工作总结", "今年以来，工作顺利。", "一、", "（二）", "（二")[2:]
    assert lines == [Role.HEADING_1, Role.HEADING_2, Role.BODY]


def test_a_heading_being_typed_is_a_heading() -> None:
    assert roles("工作总结", "今年以来，工作顺利。", "一、主")[2] is Role.HEADING_1


def test_text_without_a_title_begins_with_its_salutation_or_body() -> None:
    assert roles("各位代表：", "现在，我向大会报告工作。") == [Role.SALUTATION, Role.BODY]
    assert roles("今年以来，全市上下团结奋斗，各项工作取得新成绩。", "一、经济发展") == [
        Role.BODY,
        Role.HEADING_1,
    ]


def test_a_run_in_heading_ends_at_the_first_full_stop() -> None:
    (paragraph,) = parse(["（一）加强领导。各级各部门要提高认识。"])
    assert paragraph.role is Role.HEADING_2
    assert paragraph.heading == "（一）加强领导"
    assert paragraph.body == "各级各部门要提高认识。"


def test_a_long_first_sentence_is_no_run_in_heading() -> None:
    text = "（一）" + "要" * 41 + "。各级要落实。"
    assert roles(text) == [Role.BODY]


def test_a_heading_on_its_own_line_may_end_with_a_full_stop_if_it_is_short() -> None:
    paragraph = parse(["总结", "情况如下。", "（一）总体情况。"])[2]
    assert (paragraph.role, paragraph.run_in) == (Role.HEADING_2, 0)
    assert roles("总结", "情况如下。", "（一）同意你局意见，请认真组织实施。")[2] is Role.BODY


def test_items_that_end_with_semicolons_are_no_headings() -> None:
    lines = ["办法", "应当符合下列条件：", "1.有固定场所；", "2.有专门人员；", "3.有管理制度"]
    assert roles(*lines)[2:] == [Role.BODY, Role.BODY, Role.BODY]


def test_a_known_role_wins() -> None:
    texts = ["前言", "一、不是标题", "小标题", "正文。"]
    hints = [Role.BODY, Role.BODY, Role.HEADING_1]
    assert [p.role for p in parse(texts, hints)] == [
        Role.BODY,
        Role.BODY,
        Role.HEADING_1,
        Role.BODY,
    ]


def test_a_known_body_at_the_front_ends_the_front() -> None:
    assert [p.role for p in parse(["工作总结", "区政府"], [Role.BODY])] == [Role.BODY, Role.BODY]


def test_a_known_title_is_followed_by_its_salutation() -> None:
    hints = [Role.TITLE]
    texts = ["一、二、三：我们的口号", "同志们：", "今天开会。"]
    assert [p.role for p in parse(texts, hints)] == [Role.TITLE, Role.SALUTATION, Role.BODY]


def test_a_sentence_that_leads_in_is_no_salutation() -> None:
    assert roles("实施方案", "为加强管理，制定本方案如下：")[1] is not Role.SALUTATION
    assert roles("实施方案", "现将有关事项通知如下：")[1] is not Role.SALUTATION


def test_a_date_in_running_text_is_no_date_line() -> None:
    lines = ["通知", "各单位：", "请落实。", "2025年5月6日前报送材料。"]
    assert roles(*lines)[3] is Role.BODY


def test_up_to_three_bodies_sign_above_a_date() -> None:
    lines = ["联合通知", "各单位：", "请认真落实。", "甲局", "乙局", "丙局", "2025年5月6日"]
    assert roles(*lines)[3:] == [*[Role.SIGNATURE] * 3, Role.DATE]


def test_the_label_of_an_attachment_on_its_own_line_is_an_attachment() -> None:
    lines = ["通知", "各单位：", "请落实。", "附件1", "统计表"]
    assert roles(*lines)[3] is Role.ATTACHMENT


@given(st.lists(st.sampled_from([text for lines in PAPERS.values() for _, text in lines])))
def test_parsing_keeps_every_paragraph_and_its_text(texts: list[str]) -> None:
    parsed = parse(texts)
    assert [paragraph.text for paragraph in parsed] == texts
    for paragraph in parsed:
        assert 0 <= paragraph.run_in < len(paragraph.text)
        assert not paragraph.run_in or paragraph.role.level


@given(st.lists(st.text(max_size=30), max_size=12))
def test_no_text_breaks_the_parser(texts: list[str]) -> None:
    assert [paragraph.text for paragraph in parse(texts)] == texts


def test_a_heading_and_its_body_together_are_the_paragraph() -> None:
    for paragraph in parse([text for _, text in (*SPEECH, *REPORT)]):
        if paragraph.run_in:
            assert paragraph.text.startswith(paragraph.heading)
            assert paragraph.text.endswith(paragraph.body)
            assert len(paragraph.heading) + len(paragraph.body) + 1 == len(paragraph.text)


JUDGEMENTS = {
    "the middle line of a title": (
        ["市政府办公室", "关于转发市教育局", "有关问题请示的通知", "各单位："],
        1,
        Role.TITLE,
    ),
    "a line that leads in behind the title": (
        ["工作总结", "今年主要做了以下工作：", "一、抓好学习"],
        1,
        Role.BODY,
    ),
    "a second name in the note on attachments": (
        ["通知", "各单位：", "请落实。", "附件：1.分工表", "2.联系表", "市政府", "2025年5月6日"],
        4,
        Role.ATTACHMENT,
    ),
    "an item behind an empty line": (
        ["办法", "应当符合下列条件：", "（一）有场所；", "", "（二）有人员。"],
        4,
        Role.BODY,
    ),
    "where and when a report was given": (
        ["2025年政府工作报告", "来源：临江日报", "2025年1月8日市长李明作报告", "各位代表："],
        2,
        Role.BYLINE,
    ),
    "the title of the enclosed paper": (
        ["印发方案的通知", "各单位：", "现印发。", "市政府", "2025年5月6日", "停车管理方案"],
        5,
        Role.TITLE,
    ),
}


@pytest.mark.parametrize(("texts", "index", "role"), JUDGEMENTS.values(), ids=JUDGEMENTS)
def test_a_judgement_that_was_wrong_once(texts: list[str], index: int, role: Role) -> None:
    assert roles(*texts)[index] is role


def test_a_note_on_attachments_counts_on_above_the_signature() -> None:
    lines = [
        "通知",
        "各单位：",
        "请落实。",
        "附件：",
        "1.分工表",
        "2.联系表",
        "市政府",
        "2025年5月6日",
    ]
    assert roles(*lines)[3:] == [*[Role.ATTACHMENT] * 3, Role.SIGNATURE, Role.DATE]


def test_a_note_on_attachments_ends_where_its_numbers_break_off() -> None:
    lines = ["通知", "各单位：", "请落实。", "附件：1.分工表", "3.联系表"]
    assert roles(*lines)[4] is Role.HEADING_3
    lines = ["通知", "各单位：", "请落实。", "附件：1.分工表", "2.各单位要认真填写。"]
    assert roles(*lines)[4] is Role.BODY


def test_how_a_paper_is_published_is_body_at_its_end() -> None:
    lines = ["通知", "各单位：", "请落实。", "市政府", "2025年5月6日", "（此件公开发布）"]
    assert roles(*lines)[-2:] == [Role.DATE, Role.BODY]


def test_empty_lines_may_stand_between_the_signature_and_the_date() -> None:
    lines = ["通知", "各单位：", "请落实。", "甲局", "", "乙局", "", "2025年5月6日"]
    found = roles(*lines)
    assert [found[n] for n in (3, 5, 7)] == [Role.SIGNATURE, Role.SIGNATURE, Role.DATE]


def test_the_single_name_of_an_attachment_is_not_the_title_of_the_enclosed_paper() -> None:
    lines = ["办法的通知", "各单位：", "请落实。", "2025年5月6日", "考评办法", "一、对象"]
    enclosed = ["附件：", "考评指标", "附件", "考评指标", "一、政务服务"]
    found = roles(*lines, *enclosed)[len(lines) :]
    assert found == [*[Role.ATTACHMENT] * 3, Role.TITLE, Role.HEADING_1]
    assert roles(*lines, "附件：")[-1] is Role.ATTACHMENT


@given(st.sampled_from(list(PAPERS.values())), st.sampled_from(list(PAPERS.values())))
def test_to_know_the_titles_and_headings_already_changes_nothing(
    first: Lines, second: Lines
) -> None:
    """A saved draft names them; read again, the rest must get the same roles."""
    texts = [text for _, text in (*first, *second)]
    found = parse(texts)
    marked = (Role.TITLE, *HEADINGS)
    hints = [p.role if p.role in marked and not p.run_in else None for p in found]
    assert parse(texts, hints) == found


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the papers of ../shared are not here")
def test_every_real_paper_is_parsed_with_its_text_and_order_kept() -> None:
    paths = sorted(CORPUS.glob("[0-9]*/*.txt"))
    assert len(paths) > 500
    for path in paths:
        texts = path.read_text(encoding="utf-8").splitlines()
        parsed = parse(texts)
        assert [paragraph.text for paragraph in parsed] == texts, path.name
        assert any(paragraph.body for paragraph in parsed), path.name
