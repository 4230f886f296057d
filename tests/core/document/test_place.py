import pytest

from desktop_app.core.document.place import place_at_front, place_of_name, place_of_text
from desktop_app.core.document.structure import parse


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("2025年海南省政府工作报告", "海南省"),
        ("宁夏政府工作报告", "宁夏回族自治区"),
        ("包头市2022年数字政府建设考评办法", "包头市"),
        ("阿坝州人民政府办公室", "阿坝藏族羌族自治州"),
        ("临江市人民政府办公室关于开展检查的通知", "临江市"),
        ("临江市总工会", "临江市"),
        ("四川省任城区人民政府", "任城区"),
        ("全市青年工作会议上的讲话", ""),
        ("城市公共交通条例", ""),
        ("国家市场监督管理总局", ""),
        ("自治区人民政府", ""),
        ("各市人民政府", ""),
        ("开发区管委会", ""),
        ("大同小异的办法", ""),
        ("", ""),
    ],
)
def test_a_title_or_a_body_begins_with_its_place(words: str, place: str) -> None:
    assert place_at_front(words).value == place


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("2024_四川_乐山_政府工作报告", "乐山市"),
        ("2024 青海 海南 政府工作报告", "海南藏族自治州"),
        ("2025_海南省_政府工作报告", "海南省"),
        ("上海-上海-总结", "上海市"),
        ("2023_临江市_政府工作报告", "临江市"),
        ("工作总结（定稿）", ""),
    ],
)
def test_the_name_of_a_file_tells_the_place(name: str, place: str) -> None:
    assert place_of_name(name).value == place


@pytest.mark.parametrize(
    "lines",
    [
        ["政府工作报告", "——2025年1月8日在乐山市第八届人民代表大会第五次会议上", "各位代表："],
        ["政府工作报告", "各位代表：", "现在，我代表乐山市人民政府，向大会报告工作。"],
    ],
)
def test_a_report_names_its_assembly_or_its_government(lines: list[str]) -> None:
    assert place_of_text(parse(lines)).value == "乐山市"
    assert place_of_text(parse([*lines[:1], "各位代表：", "现在开会。"])).value == ""


def test_a_listed_name_is_surer_than_one_that_only_looks_like_a_place() -> None:
    listed, shaped = place_at_front("乐山市人民政府"), place_at_front("临江市人民政府")
    assert listed.confidence > shaped.confidence > 0
