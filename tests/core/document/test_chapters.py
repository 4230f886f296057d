import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.document.structure import parse

H1, H2, BODY = Role.HEADING_1, Role.HEADING_2, Role.BODY
FRONT = ["政府工作报告", "各位代表：", "现在，我代表市人民政府报告工作，请予审议。"]
REVIEW, PLAN = "2024年工作回顾", "2025年工作安排"
TEXT = "过去一年，全市上下团结奋斗，各项工作取得新成绩。"


def below(*lines: str) -> list[Role]:
    return [paragraph.role for paragraph in parse([*FRONT, *lines])][len(FRONT) :]


def test_two_lines_set_apart_in_a_report_are_chapters() -> None:
    assert below(REVIEW, TEXT, PLAN, TEXT) == [H1, BODY, H1, BODY]
    assert below(REVIEW, "（一）稳增长。", "", PLAN, "", TEXT) == [H1, H2, BODY, H1, BODY, BODY]


def test_a_single_short_line_is_text() -> None:
    assert below(REVIEW, TEXT) == [BODY, BODY]


def test_short_lines_of_a_paper_that_addresses_nobody_are_text() -> None:
    lines = ["停车管理方案", "各单位：", "现印发。", REVIEW, TEXT, PLAN, TEXT]
    assert [p.role for p in parse(lines)][3:] == [BODY] * 4


@pytest.mark.parametrize(
    "line",
    ["揭榜", "2.5", "主要目标：", "图1　体系结构示意", "专栏2　重点工程", "第三条", "政府工作报告"],
)
def test_lines_of_tables_and_captions_name_no_chapter(line: str) -> None:
    assert below(REVIEW, TEXT, line, TEXT, PLAN, TEXT) == [H1, BODY, BODY, BODY, H1, BODY]


def test_a_line_above_another_short_line_names_no_chapter() -> None:
    assert below("产业发展指标", "民生保障指标", "城乡建设指标") == [BODY] * 3


def test_the_list_of_words_at_the_end_is_a_chapter_and_the_last() -> None:
    found = below(REVIEW, TEXT, PLAN, TEXT, "名 词 解 释", "三馆：图书馆等。", "扫码打开本页", TEXT)
    assert found == [H1, BODY, H1, BODY, H1, BODY, BODY, BODY]


def test_a_known_role_of_such_a_line_is_kept() -> None:
    texts = [*FRONT, REVIEW, TEXT, PLAN, TEXT]
    hints = [*[None] * len(FRONT), BODY]
    assert parse(texts, hints)[len(FRONT)].role is BODY
