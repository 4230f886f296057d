import pytest

from desktop_app.core.document.issuing_body import in_full, infer_body, is_national, lacks_place
from desktop_app.core.document.structure import parse

END = ["各单位：", "请落实。"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("国务院办公厅关于开展治理工作的通知", "国务院办公厅"),
        ("国务院、中央军委关于同意迁址的批复", "国务院、中央军委"),
        ("国务院办公厅转发国家地震局关于防震意见的通知", "国务院办公厅"),
        ("公安部对部分刀具实行管制的暂行规定", "公安部"),
        ("第十三届全国人民代表大会第二次会议关于政府工作报告的决议", "全国人民代表大会"),
        ("2019 第十三届全国人民代表大会第二次会议关于政府工作报告的决议", "全国人民代表大会"),
        ("共青团临江市委2024年工作总结", "共青团临江市委"),
        ("临江市总工会“十四五”工作总结", "临江市总工会"),
        ("关于开展检查的通知", ""),
        ("在全市工作会议上的讲话", ""),
    ],
)
def test_a_title_begins_with_the_body(title: str, body: str) -> None:
    assert infer_body([], title).value == body


def test_those_who_sign_above_the_first_date_issued_the_paper() -> None:
    lines = [
        "联合通知",
        *END,
        "甲 局",
        "",
        "乙局",
        "2025年5月6日",
        "方案",
        "正文。",
        "丙局",
        "2025年5月1日",
    ]
    assert infer_body(parse(lines), "联合通知").value == "甲局、乙局"
    stamped = ["通知", *END, "（临江市教育局代章）", "2025年5月6日"]
    assert infer_body(parse(stamped), "通知").value == "临江市教育局"


def test_a_person_signs_for_the_body_in_whose_order_he_does() -> None:
    lines = [
        "停车办法",
        "临江市人民政府令",
        "（第16号）",
        "现予公布。",
        "市长　李明",
        "2025年5月6日",
    ]
    assert infer_body(parse(lines), "停车办法").value == "临江市人民政府"


@pytest.mark.parametrize(
    ("byline", "body"),
    [
        ("国办发〔2019〕3号", "国务院办公厅"),
        ("1989年6月17日 中华人民共和国国务院令第37号发布", "国务院"),
        ("2003年8月18日 食品药品监管局、海关总署第4号令公布", "食品药品监管局、海关总署"),
        ("2007年1月31日 国务院第167次常务会议通过", "国务院"),
        ("2008年7月17日 经人力资源和社会保障部第6次部务会议通过", "人力资源和社会保障部"),
        ("1957年6月26日在第一届全国人民代表大会第四次会议上", ""),
        ("临政办发〔2025〕12号", ""),
    ],
)
def test_a_number_or_an_order_below_the_title_tells_the_body(byline: str, body: str) -> None:
    assert infer_body(parse(["管理条例", byline, "第一条　略。"]), "管理条例").value == body


def test_an_order_counts_before_the_approval_above_it() -> None:
    lines = ["规定", "1989年9月26日 国务院批准", "1989年10月17日 能源部令第1号发布", "第一条　略。"]
    assert infer_body(parse(lines), "规定").value == "能源部"
    assert infer_body(parse([*lines[:2], "第一条　略。"]), "规定").value == "国务院"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("现在，我代表省人民政府，向大会报告工作。", "省人民政府"),
        ("我代表中华人民共和国国务院，向大会作报告。", "国务院"),
        ("我代表吉林省政府报告工作。", "吉林省人民政府"),
        ("我受行署委托作工作报告。", "行政公署"),
        ("大家好！", ""),
    ],
)
def test_a_report_says_for_whom_it_speaks(text: str, body: str) -> None:
    assert infer_body(parse(["政府工作报告", "各位代表：", text]), "政府工作报告").value == body


def test_a_body_without_its_place_gets_it() -> None:
    assert in_full("市人民政府", "乐山市") == "乐山市人民政府"
    assert in_full("自治区人民政府", "西藏自治区") == "西藏自治区人民政府"
    assert in_full("行政公署", "锡林郭勒盟") == "锡林郭勒盟行政公署"
    assert in_full("区人民政府", "乐山市") == "区人民政府"
    assert in_full("乐山市人民政府", "乐山市") == "乐山市人民政府"
    assert in_full("市人民政府", "") == "市人民政府"
    assert lacks_place("市人民政府")
    assert not lacks_place("乐山市人民政府")


def test_bodies_of_the_whole_country() -> None:
    for body in ("国务院办公厅", "教育部", "工业和信息化部、国家标准化管理委员会", "中共中央"):
        assert is_national(body)
    for body in ("临江市教育局", "市委宣传部", "乐山市人民政府", ""):
        assert not is_national(body)
