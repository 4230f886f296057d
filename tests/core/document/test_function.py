import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.function import (
    Function,
    Phase,
    heading_function,
    passage_function,
    phases,
)
from desktop_app.core.document.paragraph import Paragraph, Role
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
        *[Phase.PLAN] * 6,
        Phase.REQUIREMENT,
    ]


def test_a_notice_without_headings_plans_from_the_start() -> None:
    assert list(phases([Paragraph("各单位要抓好落实。")], "通知")) == [Phase.PLAN]


@pytest.mark.parametrize(
    ("heading", "phase"),
    [
        ("一、2024年工作回顾", Phase.REVIEW),
        ("二、存在的问题", Phase.PROBLEM),
        ("一、充分认识重要意义", Phase.MEANING),
        ("一、总体要求", Phase.REQUIREMENT),
        ("三、主要任务", Phase.PLAN),
    ],
)
def test_a_heading_names_the_phase(heading: str, phase: Phase) -> None:
    paragraphs = [Paragraph(heading, Role.HEADING_1), Paragraph("正文。")]
    assert list(phases(paragraphs, "意见")) == [phase, phase]


def test_a_heading_tells_what_its_section_does() -> None:
    assert heading_function("二、存在的问题") is Function.PROBLEM
    assert heading_function("三、重点任务") is Function.MEASURE


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


@pytest.mark.parametrize(
    ("text", "place", "function"),
    [
        ("现在，我代表市人民政府，向大会报告工作，请予审议。", 0.0, Function.OPENING),
        ("让我们携起手来，为建设美好家园而奋斗！", 0.95, Function.CLOSING),
        ("特此通知。", 0.99, Function.CLOSING),
        ("会议强调：“要牢记为民宗旨，扎扎实实办好每件实事。”", 0.5, Function.QUOTATION),
        ("部分干部作风不实，服务意识薄弱。", 0.5, Function.PROBLEM),
        ("做好这项工作，意义十分重大。", 0.5, Function.MEANING),
        ("各级党组织必须扛起主体责任。", 0.5, Function.REQUIREMENT),
        ("建设高标准农田。", 0.5, Function.MEASURE),
    ],
)
def test_the_words_of_a_passage_tell_its_function(
    text: str, place: float, function: Function
) -> None:
    assert passage_function(text, text, Phase.PLAN, place) is function


def test_a_closing_cue_in_the_middle_closes_nothing() -> None:
    text = "让我们回顾这一年。"
    assert passage_function(text, text, Phase.REVIEW, 0.4) is Function.ACHIEVEMENT


def test_a_problem_that_was_solved_is_an_achievement() -> None:
    text = "着力破解发展不平衡难题。"
    assert passage_function(text, text, Phase.REVIEW, 0.4) is Function.ACHIEVEMENT


def test_every_clause_of_a_paragraph_that_owns_up_is_a_problem() -> None:
    paragraph = "我们清醒认识到，工作中还面临不少困难。财政收支压力较大。"
    assert passage_function("财政收支压力较大。", paragraph, Phase.REVIEW, 0.5) is Function.PROBLEM


@pytest.mark.parametrize(
    ("phase", "function"),
    [
        (Phase.REVIEW, Function.ACHIEVEMENT),
        (Phase.PROBLEM, Function.PROBLEM),
        (Phase.MEANING, Function.MEANING),
        (Phase.REQUIREMENT, Function.REQUIREMENT),
        (Phase.PLAN, Function.MEASURE),
    ],
)
def test_where_the_words_are_silent_the_phase_decides(phase: Phase, function: Function) -> None:
    assert passage_function("天气晴朗。", "天气晴朗。", phase, 0.5) is function


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
