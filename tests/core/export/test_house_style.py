import subprocess
import sys

import pytest

from desktop_app.core.export.house_style import HouseStyle, Part, fonts_named


@pytest.fixture(params=["gongwen", "speech"])
def style(request: pytest.FixtureRequest) -> HouseStyle:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, HouseStyle)
    return found


def test_the_type_area_is_156_by_225_millimetres(style: HouseStyle) -> None:
    assert style.page.text_width_twips / 1440 * 25.4 == pytest.approx(156, abs=0.1)
    assert style.page.text_height_twips / 1440 * 25.4 == pytest.approx(225, abs=0.1)


def test_a_page_has_room_for_22_lines_and_not_for_23(style: HouseStyle) -> None:
    line, height = style.lines.line_twips, style.page.text_height_twips

    assert 22 * line <= height < 23 * line
    assert 22 * (line + 1) > height, "a larger distance would fill the page better"


def test_a_line_has_room_for_28_characters_and_not_for_29(style: HouseStyle) -> None:
    body = style.texts[Part.BODY]
    pitch, width = 320 + body.spacing_twips, style.page.text_width_twips

    assert body.size_points == 16
    assert 28 * pitch <= width < 29 * pitch


def test_the_parts_of_a_paper_have_the_fonts_of_the_standard(style: HouseStyle) -> None:
    assert {part: text.font for part, text in style.texts.items()} | {
        Part.DOCUMENT_NUMBER: "仿宋_GB2312"
    } == {
        Part.TITLE: "方正小标宋简体",
        Part.BYLINE: "楷体_GB2312",
        Part.DOCUMENT_NUMBER: "仿宋_GB2312",
        Part.SALUTATION: "仿宋_GB2312",
        Part.HEADING_1: "黑体",
        Part.HEADING_2: "楷体_GB2312",
        Part.HEADING_3: "仿宋_GB2312",
        Part.HEADING_4: "仿宋_GB2312",
        Part.BODY: "仿宋_GB2312",
        Part.ATTACHMENT_NOTE: "仿宋_GB2312",
        Part.ATTACHMENT_MARK: "黑体",
        Part.SIGNATURE: "仿宋_GB2312",
        Part.DATE: "仿宋_GB2312",
    }
    assert {text.latin for text in style.texts.values()} == {"Times New Roman"}
    assert not any(text.bold for text in style.texts.values())


def test_the_title_is_larger_than_all_else(style: HouseStyle) -> None:
    sizes = {part: text.size_points for part, text in style.texts.items()}

    assert sizes.pop(Part.TITLE) == 22
    assert set(sizes.values()) == {16}
    assert style.page_number.size_points == 14


def test_the_styles_differ_in_their_names(gongwen: HouseStyle, speech: HouseStyle) -> None:
    assert gongwen.names.chinese == "公文（GB/T 9704-2012）"
    assert speech.names.chinese == "讲话稿"
    assert gongwen.names.english != speech.names.english


def test_fonts_are_named_once_each_and_all_are_described(style: HouseStyle) -> None:
    named = fonts_named(style)

    assert len(set(named)) == len(named) == 6
    assert set(named) == {font.name for font in style.fonts}


def test_a_house_style_is_read_without_loading_what_writes_word_files() -> None:
    question = (
        "import sys, desktop_app.core.export.house_style_file;"
        "print([name for name in ('docx', 'lxml') if name in sys.modules])"
    )

    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "[]"
