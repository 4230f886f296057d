import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.reading.characters import mend


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("坚持党建引领,推动发展;", "坚持党建引领，推动发展；"),
        ("同志们:", "同志们："),
        ("真的吗?太好了!", "真的吗？太好了！"),
        ("增长６．５％，ＧＤＰ过千亿", "增长6.5%，GDP过千亿"),
        ("达到50%,位居第一", "达到50%，位居第一"),
        ("完成A类3个,B类5个", "完成A类3个，B类5个"),
        ("截至2024,全市", "截至2024，全市"),
        ("(一)加强领导", "（一）加强领导"),
        ("(1)建立台账", "（1）建立台账"),
        ("　　(1)建立台账", "（1）建立台账"),
        ("产业,(12)项目", "产业，（12）项目"),
        ("全市(含县区)范围", "全市（含县区）范围"),
        ("(办法(试行))", "（办法（试行））"),
        ("〔一〕要解决问题", "（一）要解决问题"),
        ("“接地气〞〝走进去〞", "“接地气”“走进去”"),
        ("干\u200b部\ufeff作\u00ad风", "干部作风"),
        ("　　全市上下　", "全市上下"),
        ("省长　李明", "省长 李明"),
        ("第三条\u00a0为了规范管理", "第三条 为了规范管理"),
        ("a\tb", "a b"),
        ("一、 总体要求", "一、总体要求"),
        ("三 、建设内容", "三、建设内容"),
        ("坚持 , 推动 ; 落实", "坚持，推动；落实"),
        ("我们 要坚持以人民 为中心。", "我们要坚持以人民为中心。"),
        ("第十条　禁止 买卖。", "第十条 禁止买卖。"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("(一)指导思想.", "（一）指导思想。"),
        (
            "科技引领,创新驱动.应用新技术,培育新业态.",
            "科技引领，创新驱动。应用新技术，培育新业态。",
        ),
        ('推动"一网通办"和“双碳"', "推动“一网通办”和“双碳”"),
    ],
)
def test_a_text_is_mended(text: str, mended: str) -> None:
    assert mend(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "投资1,200万元",
        "比例为3:1",
        "网址http://example.com/a?b=1",
        "采用5G(Fifth Generation)技术",
        "f(x)=1",
        "6.5%左右",
        "临政发〔2025〕1号",
        "3.5万人参加培训",
        "他说：“好！”",
        "会议定于上午8:30开始",
        "全长3.5公里",
        "艾力.买买提同志",
        "马 骏 王 磊 刘 洋",
        "主席：李明 副主席：王晓",
        '屏幕为15.6"的电脑',
        'the "Belt and Road"',
        "第1.2节",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert mend(text) == text


def test_stray_spaces_go_from_running_text() -> None:
    text = (
        "我们 要坚持以人民为中心的发展思想，　着力解决群众急难愁盼问题， 不断增强获得感和幸福感。"
    )
    assert mend(text) == text.replace(" ", "").replace("　", "")


def test_the_space_behind_the_number_of_an_article_stays_in_running_text() -> None:
    text = "第三条　县级以上人民政府应当 加强对公共停车场规划和建设的领导，协调解决其中的重大问题。"
    assert mend(text).startswith("第三条 县级以上人民政府应当加强")


def test_spaces_around_figures_and_latin_words_stay_in_running_text() -> None:
    text = "2024 年全市实施 120 个重点项目，完成投资 350 亿元，推广应用 ERP 系统，带动就业两万人。"
    assert mend(text) == text


@given(st.text())
def test_a_mended_text_has_no_hidden_characters_and_no_spaces_around(text: str) -> None:
    mended = mend(text)
    assert mended == mended.strip()
    assert not set(mended) & {*"\u200b\ufeff\u00ad\u00a0\t\x00"}


PIECES = [
    "中文",
    "，",
    ",",
    ":",
    "(一)",
    "((试行))",
    "(12)",
    "“",
    "”",
    "12",
    "6.5%",
    "A",
    ".",
    '"',
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_to_mend_twice_is_to_mend_once(text: str) -> None:
    assert mend(mend(text)) == mend(text)
