import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.export.plain_text import plain_paragraph, plain_text


def test_space_of_all_kinds_at_the_ends_goes() -> None:
    assert plain_paragraph(Paragraph("\u3000\u3000 各单位：\t\xa0\n")).text == "各单位："


def test_space_within_the_text_stays() -> None:
    assert plain_paragraph(Paragraph("书记　李  某\t某")).text == "书记　李  某\t某"


@pytest.mark.parametrize(
    ("text", "run_in", "heading"),
    [
        ("（一）加强领导。各级要做好。", 8, "（一）加强领导。"),
        ("　　（一）加强领导。各级要做好。　", 10, "（一）加强领导。"),
        ("（一）\x07加强\ufffe领导。各级要做好。", 10, "（一）加强领导。"),
        ("（一）加强领导。　各级要做好。", 9, "（一）加强领导。　"),
        ("　　各级要做好。", 2, ""),
    ],
)
def test_a_run_in_heading_still_ends_at_the_same_character(
    text: str, run_in: int, heading: str
) -> None:
    plain = plain_paragraph(Paragraph(text, Role.HEADING_2, run_in))

    assert plain.text[: plain.run_in] == heading


def test_a_heading_with_nothing_after_it_fills_its_paragraph() -> None:
    assert plain_paragraph(Paragraph("（一）加强领导。　", Role.HEADING_2, 8)).run_in == 0


def test_rare_han_outside_the_basic_plane_stay() -> None:
    assert plain_text("𠮷林省𫚉鱼圈") == "𠮷林省𫚉鱼圈"


@given(st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=None)))
def test_any_text_becomes_one_that_xml_can_hold(text: str) -> None:
    element = etree.Element("t")
    element.text = plain_text(text)

    read_back = etree.fromstring(etree.tostring(element))

    assert (read_back.text or "") == plain_text(text)
