from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.section_opening import section_openings

HEADING = Paragraph("二、改善民生", Role.HEADING_1)
ANNOUNCES = "坚持尽力而为、量力而行，把更多好事办到群众心坎上。"
DETAIL = "新建幼儿园三所。"


def openings(*paragraphs: Paragraph) -> list[str]:
    return [paragraphs[n].text[s.start : s.end] for n, s in section_openings(paragraphs)]


def test_the_first_sentence_of_a_section_announces_it() -> None:
    assert openings(HEADING, Paragraph(ANNOUNCES + DETAIL)) == [ANNOUNCES]


def test_a_lead_above_the_sections_below_announces_them() -> None:
    below = Paragraph("（一）办好教育", Role.HEADING_2)
    assert openings(HEADING, Paragraph(ANNOUNCES), below, Paragraph(DETAIL)) == [ANNOUNCES]


def test_below_a_heading_that_runs_on_the_rest_is_looked_at() -> None:
    heading = "（一）办好教育。"
    paragraph = Paragraph(heading + ANNOUNCES + DETAIL, Role.HEADING_2, len(heading))
    assert openings(paragraph) == [ANNOUNCES]


def test_what_is_all_that_a_section_says_opens_nothing() -> None:
    assert openings(HEADING, Paragraph(ANNOUNCES)) == []


def test_figures_and_single_clauses_announce_nothing() -> None:
    for text in (
        "全年建成公路86公里，新增车位两千个，出行更加便利。",
        "优化教育资源的城乡配置格局。",
    ):
        assert openings(HEADING, Paragraph(text + DETAIL)) == []


def test_only_the_first_sentence_and_the_first_two_levels_count() -> None:
    assert openings(HEADING, Paragraph(DETAIL + ANNOUNCES)) == []
    assert openings(Paragraph("1.办好教育", Role.HEADING_3), Paragraph(ANNOUNCES + DETAIL)) == []


def test_text_above_the_first_heading_opens_no_section() -> None:
    assert openings(Paragraph(ANNOUNCES + DETAIL)) == []
    assert openings() == []
