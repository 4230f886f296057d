import pytest

from desktop_app.core.reading.word import word_paragraphs
from tests.core.reading.word_files import NAMESPACES, run, word_file


def level(depth: int, numerals: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{numerals}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def kin(kin_id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{kin_id}">{"".join(levels)}</w:abstractNum>'


def num(num_id: int, kin_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{kin_id}"/>{overrides}</w:num>'


def item(text: str, num_id: int | None = None, depth: int | None = None, style: str = "") -> str:
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    inner += "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    look += f"<w:numPr>{inner}</w:numPr>" if inner else ""
    return f"<w:p><w:pPr>{look}</w:pPr>{run(text)}</w:p>"


def texts(*blocks: str, numbering: str, styles: str = "") -> list[str]:
    parts = {"numbering": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"}
    if styles:
        parts["styles"] = f"<w:styles {NAMESPACES}>{styles}</w:styles>"
    return [found.text for found in word_paragraphs(word_file(*blocks, **parts))]


OFFICIAL = kin(
    1,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)


def style(style_id: str, base: str = "", num_pr: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    look = f"<w:pPr><w:numPr>{num_pr}</w:numPr></w:pPr>" if num_pr else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{based}{look}</w:style>'


def test_an_outline_counted_by_word_is_written_out() -> None:
    blocks = [
        item("总体要求", 1, 0),
        item("指导思想", 1, 1),
        item("基本原则", 1, 1),
        item("坚持人民至上", 1, 2),
        item("细项", 1, 3),
        item("无号的一段"),
        item("主要任务", 1),
        item("产业", 1, 1),
        item("不编号", 0, 0),
    ]
    assert texts(*blocks, numbering=OFFICIAL + num(1, 1)) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）基本原则",
        "1.坚持人民至上",
        "①细项",
        "无号的一段",
        "二、主要任务",
        "（一）产业",
        "不编号",
    ]


def test_a_number_that_its_author_has_typed_is_not_doubled() -> None:
    assert texts(item("一、总则", 1, 0), numbering=OFFICIAL + num(1, 1)) == ["一、总则"]


def test_an_empty_item_is_counted() -> None:
    blocks = [item("", 1), item("乙", 1)]
    assert texts(*blocks, numbering=OFFICIAL + num(1, 1)) == ["二、乙"]


def test_lists_of_one_kin_count_on_unless_they_start_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OFFICIAL + num(1, 1) + num(2, 1) + num(3, 1, anew)
    blocks = [item("甲", 1), item("乙", 2), item("丙", 3), item("丁", 3), item("戊", 1)]
    assert texts(*blocks, numbering=numbering) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    numbering = OFFICIAL + num(1, 1) + num(2, 1, own)
    assert texts(item("甲", 2), item("乙", 2), numbering=numbering) == ["I.甲", "II.乙"]


def test_styles_number_their_paragraphs_through_those_they_are_based_on() -> None:
    tied = kin(
        1,
        level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="h2"/>'),
    )
    numbers = '<w:numId w:val="1"/>'
    styles = style("h1", num_pr=numbers) + style("h2", num_pr=numbers) + style("own", "h2")
    blocks = [item("总则", style="h1"), item("为了", style="h2"), item("凡", style="own")]
    assert texts(*blocks, numbering=tied + num(1, 1), styles=styles) == [
        "第一章 总则",
        "第一条 为了",
        "第二条 凡",
    ]


def test_a_paragraph_may_refuse_the_number_of_its_style() -> None:
    styles = style("h1", num_pr='<w:numId w:val="1"/>')
    blocks = [item("甲", style="h1"), item("乙", 0, style="h1"), item("丙", style="h1")]
    assert texts(*blocks, numbering=OFFICIAL + num(1, 1), styles=styles) == [
        "一、甲",
        "乙",
        "二、丙",
    ]


def test_a_list_that_names_a_list_style_has_its_levels() -> None:
    owner = f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>{level(0, "decimal", "%1)")}</w:abstractNum>'  # noqa: E501 — one element
    user = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/></w:abstractNum>'
    styles = style("S", num_pr='<w:numId w:val="1"/>', kind="numbering")
    numbering = owner + user + num(1, 1) + num(2, 2)
    assert texts(item("甲", 2), item("乙", 1), numbering=numbering, styles=styles) == [
        "1)甲",
        "2)乙",
    ]


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        (level(0, "bullet", "●"), "甲"),
        (level(0, "none", "附件："), "附件：甲"),
        (level(0, "decimal", ""), "甲"),
        ("", "甲"),
        (level(0, "decimalFullWidth", "%1．"), "１．甲"),
        (level(0, "ideographDigital", "%1、"), "一、甲"),
    ],
)
def test_levels_without_numbers_and_with_other_numerals(settings: str, shown: str) -> None:
    assert texts(item("甲", 1), numbering=kin(1, settings) + num(1, 1)) == [shown]


def test_broken_rules_leave_the_text() -> None:
    numbering = OFFICIAL + num(1, 1) + num(2, 99) + "<w:num/>"
    broken = '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    blocks = [item("甲", 2), item("乙", 7), item("丙", 1, 88), broken + run("丁") + "</w:p>"]
    styles = style("a", "b") + style("b", "a")
    circle = item("戊", style="a")
    assert texts(*blocks, circle, numbering=numbering, styles=styles) == [
        "甲",
        "乙",
        "丙",
        "一、丁",
        "戊",
    ]
