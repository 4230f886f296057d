from dataclasses import replace

import pytest
from lxml import etree

from desktop_app.core.export.house_style import HouseStyle
from desktop_app.core.export.word import word_document
from tests.core.export.word_parts import found, one, part, style, values

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _section(data: bytes) -> etree._Element:
    return one(part(data, "word/document.xml"), "w:body/w:sectPr")


def _footer(data: bytes, kind: str) -> etree._Element:
    """The footer of odd (`default`) or `even` pages."""
    reference = one(_section(data), f"w:footerReference[@w:type='{kind}']")
    relations = part(data, "word/_rels/document.xml.rels")
    (target,) = [r.get("Target") for r in relations if r.get("Id") == reference.get(_RELATION)]
    return part(data, f"word/{target}")


def test_the_paper_is_a4_with_the_margins_of_the_standard(exported: bytes) -> None:
    section = _section(exported)

    assert values(one(section, "w:pgSz")) == {"w": "11906", "h": "16838"}
    assert values(one(section, "w:pgMar")) == {
        "top": "2098",
        "right": "1474",
        "bottom": "1984",
        "left": "1588",
        "header": "851",
        "footer": "1400",
        "gutter": "0",
    }


def test_the_grid_has_lines_and_no_characters(exported: bytes) -> None:
    assert values(one(_section(exported), "w:docGrid")) == {"type": "lines", "linePitch": "579"}


def test_the_page_keeps_no_marks_of_the_template(exported: bytes) -> None:
    assert values(_section(exported)) == {}


@pytest.mark.parametrize("kind", ["default", "even"])
def test_the_page_number_stands_between_two_dashes(exported: bytes, kind: str) -> None:
    footer = _footer(exported, kind)

    shown = "".join(text.text or "" for text in found(footer, ".//w:t"))
    field = [values(char)["fldCharType"] for char in found(footer, ".//w:fldChar")]
    assert shown == "— 1 —"
    assert field == ["begin", "separate", "end"]
    assert one(footer, ".//w:instrText").text == " PAGE "


def test_odd_pages_have_their_number_right_and_even_ones_left(exported: bytes) -> None:
    for kind, identity, side in (
        ("default", "PageNumberOdd", "right"),
        ("even", "PageNumberEven", "left"),
    ):
        assert values(one(_footer(exported, kind), "w:p/w:pPr/w:pStyle")) == {"val": identity}
        properties = one(style(exported, identity), "w:pPr")
        assert values(one(properties, "w:jc")) == {"val": side}
        assert values(one(properties, "w:ind")) == {f"{side}Chars": "100", side: "280"}


def test_an_office_may_centre_its_page_numbers(gongwen: HouseStyle) -> None:
    number = replace(
        gongwen.page_number, odd_pages="center", even_pages="center", before="- ", after=" -"
    )

    data = word_document([], replace(gongwen, page_number=number))

    assert values(one(style(data, "PageNumberEven"), "w:pPr/w:jc")) == {"val": "center"}
    assert not found(style(data, "PageNumberEven"), "w:pPr/w:ind")
    assert "".join(t.text or "" for t in found(_footer(data, "even"), ".//w:t")) == "- 1 -"
