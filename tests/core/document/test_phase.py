import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.phase import Phase, phases
from desktop_app.core.document.structure import parse
from tests.core.document.papers import NOTICE, REPORT


def test_a_report_looks_back_until_its_headings_turn() -> None:
    paragraphs = parse([text for _, text in REPORT])
    found = list(phases(paragraphs, REPORT[0][1]))
    by_heading = {p.heading: phase for p, phase in zip(paragraphs, found, strict=True) if p.heading}
    assert found[0] is Phase.REVIEW
    assert by_heading["2.强化通报"] is Phase.REVIEW
    assert by_heading["二、存在问题"] is Phase.PROBLEM
    assert by_heading["三、下一步打算"] is found[-1] is Phase.PLAN


def test_a_notice_opens_above_its_first_heading() -> None:
    paragraphs = parse([text for _, text in NOTICE])
    first, *_, last = phases(paragraphs, "通知")
    assert first is Phase.OPENING
    assert last is Phase.REQUIREMENT


def test_no_more_than_a_third_of_a_paper_is_its_opening() -> None:
    texts = [Paragraph("正文。" * 20)] * 9 + [Paragraph("一、工作要求", Role.HEADING_1)]
    assert list(phases(texts, "讲话")) == [
        *[Phase.OPENING] * 3,
        *[Phase.DIRECTION] * 6,
        Phase.REQUIREMENT,
    ]


def test_a_short_notice_without_headings_directs_from_the_start() -> None:
    assert list(phases([Paragraph("各单位要抓好落实。")], "通知")) == [Phase.DIRECTION]


@pytest.mark.parametrize(
    ("heading", "phase"),
    [
        ("一、2024年工作回顾", Phase.REVIEW),
        ("二、存在的问题", Phase.PROBLEM),
        ("一、充分认识重要意义", Phase.MEANING),
        ("一、总体要求", Phase.REQUIREMENT),
        ("三、主要任务", Phase.DIRECTION),
    ],
)
def test_a_heading_names_the_phase(heading: str, phase: Phase) -> None:
    paragraphs = [Paragraph(heading, Role.HEADING_1), Paragraph("正文。")]
    assert list(phases(paragraphs, "意见")) == [phase, phase]


def test_a_report_without_headings_turns_to_its_plans_at_the_cue() -> None:
    texts = ["去年成绩显著。" * 5, "各项事业发展。" * 5, "今年是关键之年。", "抓好产业。" * 5]
    paragraphs = [Paragraph(text) for text in texts]
    assert list(phases(paragraphs, "工作报告")) == [
        Phase.REVIEW,
        Phase.REVIEW,
        Phase.PLAN,
        Phase.PLAN,
    ]


def test_a_report_without_any_cue_turns_in_its_middle() -> None:
    paragraphs = [Paragraph("甲" * 10) for _ in range(10)]
    found = list(phases(paragraphs, "总结"))
    assert found == [Phase.REVIEW] * 5 + [Phase.PLAN] * 5


@given(st.lists(st.sampled_from(REPORT).map(lambda line: line[1]), max_size=12))
def test_every_paragraph_has_a_phase(texts: list[str]) -> None:
    paragraphs = parse(texts)
    assert len(list(phases(paragraphs, "工作总结"))) == len(paragraphs)


def headed(title: str, *headings: str) -> list[Phase]:
    return list(phases([Paragraph(heading, Role.HEADING_1) for heading in headings], title))


def test_a_summary_looks_back_until_a_heading_speaks_of_problems_or_plans() -> None:
    headings = ["一、主要工作", "二、加强组织领导", "三、存在问题", "四、努力方向", "五、工作体会"]
    assert headed("2024年工作总结", *headings) == [
        Phase.REVIEW,
        Phase.REVIEW,
        Phase.PROBLEM,
        Phase.PLAN,
        Phase.PLAN,
    ]


@pytest.mark.parametrize(
    "heading",
    ["二、下一步打算", "二、下步工作", "二、2025年主要工作", "二、重点任务", "二、明年工作安排"],
)
def test_a_heading_that_plans_ends_the_review(heading: str) -> None:
    assert headed("2024年度工作总结", "一、主要工作", heading) == [Phase.REVIEW, Phase.PLAN]


@pytest.mark.parametrize("heading", ["二、完成的重点任务", "二、2024年亮点", "二、抓好学习"])
def test_a_heading_that_does_not_plan_goes_on_with_the_review(heading: str) -> None:
    assert headed("2024年度述职报告", "一、主要工作", heading) == [Phase.REVIEW, Phase.REVIEW]


def test_a_report_to_a_congress_plans_under_headings_without_a_cue() -> None:
    headings = ["一、2024年工作回顾", "二、加强政府自身建设"]
    assert headed("政府工作报告", *headings) == [Phase.REVIEW, Phase.PLAN]


def test_an_article_and_all_that_follow_are_provisions() -> None:
    texts = ["关于印发办法的通知", "现将办法印发给你们。"]
    articles = [f"第{ordinal}条 甲方办理乙方事项。" for ordinal in "一二三四五"]
    found = list(phases([Paragraph(text) for text in (*texts, *articles)], "印发办法的通知"))
    assert Phase.PROVISION not in found[:2]
    assert found[2:] == [Phase.PROVISION] * 5


def test_a_regulation_without_articles_is_provisions_too() -> None:
    found = list(phases([Paragraph("一、本市车辆凭证通行。")], "车辆通行暂行规定"))
    assert found == [Phase.PROVISION]


def test_a_few_articles_in_a_report_are_no_regulation() -> None:
    found = list(phases([Paragraph("第一条 经验是团结。")], "工作报告"))
    assert Phase.PROVISION not in found


def test_a_report_that_a_notice_passes_on_directs_and_does_not_look_back() -> None:
    paragraphs = [Paragraph("一、加强管理", Role.HEADING_1), Paragraph("管好车辆。")]
    assert list(phases(paragraphs, "转发交通局关于管理情况的报告的通知"))[-1] is Phase.DIRECTION


def test_a_paper_without_a_kind_that_begins_like_a_summary_looks_back() -> None:
    first = Paragraph("一年来，团委在区委的正确领导下，围绕中心开展工作。")
    found = list(phases([first, Paragraph("一、抓好学习", Role.HEADING_1)], "团委材料"))
    assert found == [Phase.REVIEW, Phase.REVIEW]


def test_a_chapter_of_goals_and_tasks_plans_and_its_section_of_goals_requires() -> None:
    paragraphs = [
        Paragraph("二、主要目标和重点任务", Role.HEADING_1),
        Paragraph("（一）发展目标", Role.HEADING_2),
        Paragraph("产值翻番。"),
        Paragraph("（二）办好实事", Role.HEADING_2),
        Paragraph("建成书屋。"),
    ]
    found = list(phases(paragraphs, "工作报告"))
    assert [found[0], found[2], found[4]] == [Phase.PLAN, Phase.REQUIREMENT, Phase.PLAN]


def test_what_follows_a_colon_behind_goals_is_a_goal() -> None:
    texts = ["一、开局", "今后三年的目标是：", "形成完整体系。", "抓好管理。"]
    assert list(phases([Paragraph(text) for text in texts], "意见"))[2] is Phase.REQUIREMENT


def test_a_matter_named_in_a_letter_is_no_problem() -> None:
    paragraphs = [Paragraph("一、关于河堤建设问题", Role.HEADING_1), Paragraph("同意立项。")]
    assert list(phases(paragraphs, "复函"))[-1] is Phase.DIRECTION


def test_the_call_above_the_signature_closes_a_paper() -> None:
    paragraphs = [
        Paragraph("一、真抓实干", Role.HEADING_1),
        Paragraph("抓好农业。"),
        Paragraph("同志们，让我们为美好明天而奋斗！"),
        Paragraph("青禾县人民政府", Role.SIGNATURE),
    ]
    found = list(phases(paragraphs, "讲话"))
    assert found[1:3] == [Phase.DIRECTION, Phase.CLOSING]


def test_a_last_paragraph_that_calls_nobody_closes_nothing() -> None:
    paragraphs = [Paragraph("抓好农业。"), Paragraph("抓好工业。")]
    assert Phase.CLOSING not in list(phases(paragraphs, "讲话"))
