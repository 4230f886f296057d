import pytest

from desktop_app.core.document.structure import parse
from desktop_app.core.document.year import infer_year

BODY = ["各单位：", "请落实。"]


def year(lines: list[str], title: str = "", name: str = "x") -> int | None:
    return infer_year(parse(lines), title or lines[0], name).value


def test_the_number_of_a_paper_tells_when_it_was_issued() -> None:
    lines = ["关于2019年部分节假日安排的通知", "国办发明电〔2018〕15号", *BODY]
    assert year(lines) == 2018
    assert year([lines[0], *BODY]) == 2019


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("行动计划（2021-2023年）", 2021),
        ("行动计划（2021—2023）", 2021),
        ("科技创新2030重大项目2021年度申报通知", 2021),
        ("二○二三年工作要点", 2023),
        ("停车办法", None),
    ],
)
def test_the_year_of_a_title(title: str, expected: int | None) -> None:
    assert year([title, "正文。"]) == expected


def test_a_regulation_is_of_the_year_of_its_last_revision() -> None:
    lines = ["管理条例", "1989年6月17日 国务院发布", "2011年1月8日 国务院修订", "第一条　略。"]
    assert year(lines) == 2011
    assert year([*lines[:2], "第一条　略。"]) == 1989


def test_chapters_tell_the_year_if_nothing_else_does() -> None:
    lines = [
        "政府工作报告",
        "各位代表：",
        "报告工作。",
        "一、2023年工作回顾",
        "正文。",
        "二、2024年工作安排",
    ]
    assert year(lines) == 2024
    assert infer_year(parse(lines), "政府工作报告", "x").confidence < 0.8


def test_several_years_make_less_sure() -> None:
    one = infer_year([], "2024年工作总结", "x")
    two = infer_year([], "2024年工作总结和2025年工作打算", "x")
    assert (one.value, two.value) == (2024, 2024)
    assert one.confidence > two.confidence > 0
