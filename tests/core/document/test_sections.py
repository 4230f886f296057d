from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.paragraph import HEADINGS, Paragraph, Role
from desktop_app.core.document.sections import Section, sections
from desktop_app.core.document.structure import parse
from tests.core.document.papers import NOTICE, REPORT

ROLES = [*HEADINGS, Role.BODY, Role.TITLE, Role.SIGNATURE]


def test_a_report_is_cut_at_each_heading() -> None:
    found = sections(parse([text for _, text in REPORT]))
    assert [(section.level, section.heading) for section in found] == [
        (0, ""),
        (1, "一、2024年工作回顾"),
        (2, "（一）抓好文稿服务"),
        (2, "（二）抓好督查落实"),
        (3, "1.完善机制"),
        (3, "2.强化通报"),
        (4, "（1）内容要实"),
        (1, "二、存在问题"),
        (1, "三、下一步打算"),
    ]
    assert found[6].path == (
        "一、2024年工作回顾",
        "（二）抓好督查落实",
        "2.强化通报",
        "（1）内容要实",
    )
    assert found[7].path == ("二、存在问题",)


def test_what_stands_before_the_first_heading_is_level_0() -> None:
    assert sections(parse([text for _, text in NOTICE]))[0] == Section(0, "", 0, 5, ())


def test_a_paper_without_headings_is_one_section() -> None:
    assert sections([Paragraph("甲"), Paragraph("乙")]) == [Section(0, "", 0, 2, ())]


def test_an_empty_paper_has_no_sections() -> None:
    assert sections([]) == []


def test_a_level_that_is_skipped_is_not_made_up() -> None:
    paragraphs = [Paragraph("一、甲", Role.HEADING_1), Paragraph("1.乙", Role.HEADING_3)]
    assert [section.path for section in sections(paragraphs)] == [("一、甲",), ("一、甲", "1.乙")]


@given(st.lists(st.sampled_from(ROLES).map(lambda role: Paragraph("文字", role)), max_size=20))
def test_sections_hold_every_paragraph_once(paragraphs: list[Paragraph]) -> None:
    found = sections(paragraphs)
    indices = [n for section in found for n in range(section.start, section.end)]
    assert indices == list(range(len(paragraphs)))
    for section in found:
        assert len(section.path) <= section.level
        assert all(not paragraphs[n].role.level for n in range(section.start + 1, section.end))
