from desktop_app.core.document.paper import Paper
from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.properties import infer_properties
from desktop_app.core.document.structure import parse
from tests.core.document.papers import NOTICE


def test_a_paper_is_parsed_and_tells_its_properties() -> None:
    texts = [text for _, text in NOTICE]
    paper = Paper.of(texts, [None] * len(texts), "停车")
    assert paper.name == "停车"
    assert paper.paragraphs == parse(texts)
    assert paper.properties == infer_properties(paper.paragraphs, "停车")
    assert paper.properties.title == "市政府办公室关于开展公共场所消防安全检查的通知"


def test_roles_that_the_file_states_are_kept() -> None:
    paper = Paper.of(["前言", "小标题"], [Role.BODY, Role.HEADING_1], "2024年工作总结")
    assert paper.paragraphs == (
        Paragraph("前言", Role.BODY),
        Paragraph("小标题", Role.HEADING_1),
    )
    assert paper.properties.title == "2024年工作总结"


def test_the_characters_are_those_of_all_paragraphs() -> None:
    assert Paper.of(["通知", "", "𠮷日。"], [None] * 3, "x").characters == 5
    assert Paper.of([], [], "x").characters == 0
