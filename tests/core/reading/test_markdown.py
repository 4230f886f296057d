import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.reading.markdown import markdown_paragraphs
from desktop_app.core.reading.raw import RawParagraph


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in markdown_paragraphs(text)]


def test_marks_give_roles_and_the_head_is_left_out() -> None:
    text = "---\nstyle: speech\n---\n\n# 讲话\n\n同志们：\n\n## 一、提高认识\n\n今天开会。\n"
    assert markdown_paragraphs(text) == [
        RawParagraph("讲话", Role.TITLE),
        RawParagraph("同志们："),
        RawParagraph("一、提高认识", Role.HEADING_1),
        RawParagraph("今天开会。"),
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("## 工作总结 ##", "工作总结"),
        ("###### 小标题", "小标题"),
        ("- 抓好落实", "抓好落实"),
        ("* 抓好落实", "抓好落实"),
        ("> 引文", "引文"),
        ("见[办法](http://example.com/a)第三条", "见办法第三条"),
        ("如图![图](a.png)所示", "如图所示"),
        ("**加强领导。**各级要落实。", "加强领导。各级要落实。"),
        ("（一）**加强领导。**各级要落实。", "（一）加强领导。各级要落实。"),
        ("- **目标**：增长6%", "目标：增长6%"),
        ("**总体要求**", "总体要求"),
        ("| 指标 | 增长 |", "指标 增长"),
    ],
)
def test_markup_of_other_programs_is_taken_off(line: str, text: str) -> None:
    assert texts(line) == [text]


@pytest.mark.parametrize(
    "line",
    ["---", "* * *", "=====", "|---|:--:|", "```", "~~~text", "<!-- note -->", "![图](a.png)"],
)
def test_lines_without_text_are_left_out(line: str) -> None:
    assert texts(f"前文。\n\n{line}\n\n后文。") == ["前文。", "后文。"]


def test_a_comment_over_several_lines_is_left_out() -> None:
    assert texts("<!-- INFO\nname: x\n-->\n# 条例\n") == ["条例"]


@pytest.mark.parametrize(
    "line",
    [
        "**市召开会议，**县参加",
        "以**书记同志为核心",
        "- 1 -",
        "〔2025〕1号",
        "2*3*4=24",
        "-5度",
        "[1]",
    ],
)
def test_what_is_no_markup_stays(line: str) -> None:
    assert texts(line) == [line]
