from dataclasses import replace

from desktop_app.core.export.house_style import TextStyle
from desktop_app.core.export.word_style_xml import (
    WordStyle,
    indent,
    linked_character_style,
    paragraph_style,
)
from tests.core.export.word_parts import found, one, values

_TEXT = TextStyle("楷体", "Arial", 10.5, "right", bold=True)


def test_half_points_hold_the_sizes_between() -> None:
    element = paragraph_style(WordStyle("Note", "附注", _TEXT))

    assert values(one(element, "w:rPr/w:sz")) == {"val": "21"}
    assert values(one(element, "w:rPr/w:b")) == {"val": "1"}


def test_the_default_style_is_based_on_none() -> None:
    default = paragraph_style(WordStyle("Normal", "Normal", _TEXT, based_on=None))
    other = paragraph_style(WordStyle("Note", "附注", _TEXT))

    assert (values(default)["default"], values(other)["default"]) == ("1", "0")
    assert not found(default, "w:basedOn")
    assert values(one(other, "w:basedOn")) == {"val": "Normal"}


def test_a_style_without_line_distance_takes_that_of_its_font() -> None:
    element = paragraph_style(WordStyle("Foot", "foot", _TEXT))

    assert values(one(element, "w:pPr/w:spacing"))["lineRule"] == "auto"
    assert values(one(element, "w:pPr/w:snapToGrid")) == {"val": "0"}


def test_a_part_may_begin_a_page_and_stay_with_what_follows() -> None:
    text = replace(_TEXT, new_page=True, keep_with_next=True)

    properties = one(paragraph_style(WordStyle("Mark", "附件", text)), "w:pPr")

    assert found(properties, "w:pageBreakBefore")
    assert found(properties, "w:keepNext")


def test_a_linked_style_has_the_same_face() -> None:
    heading = WordStyle("Heading1", "heading 1", _TEXT, outline=0)

    linked = linked_character_style(heading)

    assert values(linked)["type"] == "character"
    faces = [one(element, "w:rPr") for element in (linked, paragraph_style(heading))]
    assert [values(child) for child in faces[0]] == [values(child) for child in faces[1]]


def test_no_indent_is_no_attribute() -> None:
    assert indent("left", 0, 315) == {}
    assert indent("right", 1.5, 300) == {"rightChars": 150, "right": 450}
