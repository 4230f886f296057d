import pytest

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.properties import Properties, infer_genre, infer_properties
from desktop_app.core.document.structure import parse
from tests.core.document.papers import LETTER, NOTICE, REPORT, SPEECH, Lines


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (SPEECH, Properties("在全市青年工作会议上的讲话", 2025, "讲话")),
        (REPORT, Properties("区政府办公室2024年工作总结", 2024, "工作总结")),
        (
            NOTICE,
            Properties("市政府办公室关于开展公共场所消防安全检查的通知", 2025, "通知"),
        ),
        (LETTER, Properties("关于商请支持活动场地的函", 2025, "函")),
    ],
)
def test_a_paper_tells_its_title_year_and_genre(paper: Lines, expected: Properties) -> None:
    assert infer_properties(parse([text for _, text in paper]), "稿件") == expected


def test_a_paper_without_a_title_is_named_after_its_file() -> None:
    found = infer_properties(parse(["各位代表：", "现在报告工作。"]), "2023_临江市_政府工作报告")
    assert found == Properties("2023 临江市 政府工作报告", 2023, "政府工作报告")


def test_the_year_of_the_title_counts_before_that_of_the_file() -> None:
    found = infer_properties(parse(["2024年工作总结", "正文。"]), "2025年归档")
    assert found.year == 2024


def test_a_year_in_chinese_numerals_is_read() -> None:
    assert infer_properties(parse(["二○二三年工作要点", "正文。"]), "x").year == 2023


@pytest.mark.parametrize("name", ["电话12025", "编号20230", "第1999999号"])
def test_digits_inside_a_longer_number_are_no_year(name: str) -> None:
    assert infer_properties([], name).year is None


def test_a_second_title_belongs_to_an_enclosed_paper() -> None:
    paragraphs = parse(["关于印发实施方案的通知", "各单位：", "现印发。", "实施方案"])
    assert infer_properties(paragraphs, "x").title == "关于印发实施方案的通知"


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("政府工作报告", "政府工作报告"),
        ("2024年度工作报告", "工作报告"),
        ("关于印发《工作方案》的通知", "通知"),
        ("关于工作总结的通报", "通报"),
        ("对某请示的批复", "批复"),
        ("关于某事的复函", "复函"),
        ("会议记录", ""),
        ("", ""),
    ],
)
def test_the_genre_named_last_counts_and_the_longer_name_wins(title: str, genre: str) -> None:
    assert infer_genre(title) == genre


def test_a_title_that_is_spaced_out_is_closed_up() -> None:
    found = infer_properties(parse(["2025 年 政 府 工 作 报 告", "正文。"]), "x")
    assert found == Properties("2025年政府工作报告", 2025, "政府工作报告")


def test_a_space_between_words_of_a_title_stays() -> None:
    assert (
        infer_properties(parse(["凝心聚力 再创辉煌", "正文。"]), "x").title == "凝心聚力 再创辉煌"
    )


def test_a_title_that_is_repeated_is_told_once() -> None:
    paragraphs = parse(["2025年临江市政府工作报告", "政府工作报告", "各位代表："])
    assert infer_properties(paragraphs, "x").title == "2025年临江市政府工作报告"


def test_an_enclosed_paper_does_not_give_its_title_to_one_that_has_none() -> None:
    paragraphs = parse(["各单位：", "现将清单印发给你们。", "附件1", "典型场景清单"])
    assert paragraphs[-1].role is Role.TITLE
    assert infer_properties(paragraphs, "2024年通知").title == "2024年通知"


def test_a_title_below_other_words_is_the_title() -> None:
    paragraphs = [Paragraph("内部资料，注意保存。"), Paragraph("我们的打算", Role.TITLE)]
    assert infer_properties(paragraphs, "x").title == "我们的打算"
