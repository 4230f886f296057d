import pytest

from tests.core.check.mending import found, mended, spots


def paper(*lines: str) -> str:
    return "\n".join(["市2025年工作报告", "", *lines])


@pytest.mark.parametrize(
    ("lines", "wrong", "right"),
    [
        (["一、工作回顾", "三、工作打算"], "三、", "二、"),
        (["一、总体要求", "（一）指导思想", "（三）主要目标"], "（三）", "（二）"),
        (["一、总体要求", "1.强化学习。", "2.强化落实。", "4.强化督查。"], "4.", "3."),
        (["一、总体要求", "（2）建立台账"], "（2）", "（1）"),
        (["一、总体要求", "(二)主要目标"], "(二)", "（一）"),
        (["1、学习。", "3、落实。"], "3、", "2."),
        (["三、总体要求"], "三、", "一、"),
        (["第一章 总则", "第三章 附则"], "第三章", "第二章"),
        (["一、总体要求", "二、主要任务", "三、保障措施", "二、附则"], "二、", "四、"),
    ],
)
def test_a_number_that_does_not_follow_is_named_with_the_right_one(
    lines: list[str], wrong: str, right: str
) -> None:
    text = paper(*lines)
    (finding,) = found(text, "number-jumps")
    assert text[finding.start : finding.end] == wrong
    assert finding.replacement == right
    assert finding.start == text.rindex(wrong)


def test_a_number_that_stands_twice_is_a_repetition() -> None:
    text = paper("一、工作回顾", "二、存在问题", "二、工作打算")
    assert spots(text, "number-repeated") == ["二、"]
    assert mended(text).endswith("三、工作打算")


def test_a_jump_is_reported_once() -> None:
    assert spots(paper("一、甲乙", "三、丙丁", "四、戊己"), "number-jumps") == ["三、"]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、工作回顾", "（一）经济", "（二）民生", "二、工作打算", "（一）经济", "（二）民生"],
        ["一、总体要求", "（一）思想", "（二）目标", "二、任务", "（三）改革", "（四）开放"],
        [
            "第一章 总则",
            "一、为了规范管理。",
            "二、本办法适用于全市。",
            "第二章 职责",
            "三、各单位负责。",
        ],
        ["第一章 总则", "第一节 目的", "一、甲乙", "第二节 范围", "一、丙丁"],
        ["一、总体要求", "1.学习。", "2.落实。", "（1）建账；", "（2）通报。", "3.督查。"],
        ["一、工作回顾", "2.5万人就业。", "二、工作打算"],
        ["一、注释", "1.双碳：略。", "2.6个专项：略。", "3.2025年十件实事：略。", "4.其他：略。"],
        ["一、甲", "1.子。", "2.丑。", "二、乙", "1.2025年底前建成。", "2.寅。"],
        ["一、回顾", "二、打算", "附件：1.任务清单", "2.责任分工"],
    ],
)
def test_numbers_may_begin_again_or_go_on_in_a_new_section(lines: list[str]) -> None:
    text = paper(*lines)
    assert found(text, "number-jumps") == []
    assert found(text, "number-repeated") == []
    assert found(text, "level-inverted") == []


def test_numbers_that_go_on_across_sections_are_expected_to_do_so() -> None:
    text = paper("一、要求", "（一）甲", "（二）乙", "二、任务", "（三）丙", "三、保障", "（五）丁")
    (finding,) = found(text, "number-jumps")
    assert finding.replacement == "（四）"


def test_a_bracketed_number_between_two_arabic_ones_is_a_wrong_level() -> None:
    text = paper("1.工作回顾", "（一）经济发展", "（二）民生改善", "2.工作打算")
    (finding,) = found(text, "level-inverted")
    assert text[finding.start : finding.end] == "（一）"
    assert "“1.”" in finding.message("zh")


def test_sections_counted_without_a_parent_are_no_wrong_level() -> None:
    text = paper(
        "2024年回顾", "（一）经济", "（二）民生", "重点抓好两件事：", "一、经济", "（一）工业"
    )
    assert found(text, "level-inverted") == []


def test_a_number_with_a_wrong_mark_counts_too() -> None:
    assert spots(paper("一，工作回顾", "三、工作打算"), "number-jumps") == ["三、"]
    assert found(paper("一，工作回顾", "二、工作打算"), "number-jumps") == []


def test_the_paper_enclosed_after_a_date_counts_by_itself() -> None:
    notice = ["一、高度重视", "二、认真落实", "市政府办公室", "2025年3月1日"]
    enclosed = ["工作方案", "一、总体要求", "二、主要任务"]
    text = paper("各县（市、区）：", "现将方案印发给你们。", *notice, *enclosed)
    assert found(text, "number-jumps") == []
    assert found(text, "number-repeated") == []
