import re
from pathlib import Path

import pytest

from desktop_app.core.export.house_style import HouseStyle, Part
from desktop_app.core.export.house_style_file import read_house_style
from desktop_app.core.export.style_table import (
    HouseStyleIncomplete,
    HouseStyleSettingUnknown,
    HouseStyleSettingWrong,
    HouseStyleUnreadable,
    HouseStyleUnusable,
)


@pytest.fixture
def original(styles_folder: Path) -> str:
    return (styles_folder / "gongwen.toml").read_text(encoding="utf-8")


def _changed(original: str, pattern: str, replacement: str, folder: Path) -> Path:
    """A copy of the style in which the first match is replaced."""
    text, changes = re.subn(pattern, replacement, original, count=1, flags=re.MULTILINE)
    assert changes == 1, "the pattern finds nothing to change"
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_unchanged_copy_is_the_same_style(
    original: str, gongwen: HouseStyle, tmp_path: Path
) -> None:
    path = tmp_path / "copy.toml"
    path.write_text("\ufeff" + original, encoding="utf-8")  # as Windows Notepad writes it

    assert read_house_style(path) == gongwen


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        (r"^line_twips = .*$", "lines.line_twips"),
        (r"^date_shift_characters = .*$", "date_shift_characters"),
        (r"^chinese = \"公文.*$", "names.chinese"),
        (r"(?s)^\[texts\.heading3\].*?(?=^\[)", "texts.heading3"),
        (r"^size_points = 22$", "texts.title.size_points"),
        (r"^family = \"modern\"$", "fonts[2].family"),
    ],
)
def test_a_missing_setting_is_named(original: str, pattern: str, key: str, tmp_path: Path) -> None:
    path = _changed(original, pattern, "", tmp_path)

    with pytest.raises(HouseStyleIncomplete) as caught:
        read_house_style(path)

    assert caught.value.fields == {"name": "own.toml", "key": key}


@pytest.mark.parametrize(
    ("pattern", "replacement", "key"),
    [
        (r"^line_twips = 579", "line_twips = 579\nline_twip = 579", "lines.line_twip"),
        (r"^\[page_number\]", "[header]\n[page_number]", "header"),
        (r"^\[texts\.date\]", "[texts.heading5]\n[texts.date]", "texts.heading5"),
    ],
)
def test_a_setting_that_means_nothing_is_named(
    original: str, pattern: str, replacement: str, key: str, tmp_path: Path
) -> None:
    path = _changed(original, pattern, replacement, tmp_path)

    with pytest.raises(HouseStyleSettingUnknown) as caught:
        read_house_style(path)

    assert caught.value.fields["key"] == key


@pytest.mark.parametrize(
    ("pattern", "replacement", "key", "expected"),
    [
        (r"579", "57", "lines.line_twips", "200–1584"),
        (r"579", '"579"', "lines.line_twips", "200–1584"),
        (r"579", "579.5", "lines.line_twips", "200–1584"),
        (r"579", "true", "lines.line_twips", "200–1584"),
        (r"^size_points = 22", "size_points = nan", "texts.title.size_points", "5–100"),
        (
            r'"center"',
            '"middle"',
            "texts.title.alignment",
            '"left" / "center" / "right" / "both"',
        ),
        (r"^keep_with_next = true", "keep_with_next = 1", "texts.title.keep_with_next", "true"),
        (r'^font = "方正小标宋简体"', 'font = ""', "texts.title.font", "仿宋_GB2312"),
        (r'^font = "方正小标宋简体"', r'font = "a\\u0007"', "texts.title.font", "仿宋_GB2312"),
        (r'^font = "方正小标宋简体"', 'font = "小标宋"', "fonts", 'name = "小标宋"'),
        (r"(?s)^\[names\].*?(?=^\[)", "names = 1\n", "names", "[names]"),
        (r"(?s)^\[\[fonts\]\].*\Z", "", "fonts", ""),
        (r"^left_twips = \d+", "left_twips = 9000", "page.left_twips + page.right_twips", "≤"),
        (r"^top_twips = \d+", "top_twips = 14000", "page.top_twips + page.bottom_twips", "≤"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_what_may_stand_there(
    original: str, pattern: str, replacement: str, key: str, expected: str, tmp_path: Path
) -> None:
    path = _changed(original, pattern, replacement, tmp_path)

    with pytest.raises(HouseStyleUnusable) as caught:
        read_house_style(path)

    assert caught.value.fields["key"] == key
    assert expected in str(caught.value.fields.get("expected", ""))


def test_the_sentences_tell_file_key_value_and_what_is_right(original: str, tmp_path: Path) -> None:
    path = _changed(original, "579", "57", tmp_path)

    with pytest.raises(HouseStyleSettingWrong) as caught:
        read_house_style(path)

    for sentence in (caught.value.sentence("zh"), caught.value.sentence("en")):
        assert all(word in sentence for word in ("own.toml", "lines.line_twips", "57", "200–1584"))


@pytest.mark.parametrize(
    ("content", "chinese", "english"),
    [
        (b"\xff\xfe", "不是 UTF-8 编码", "it is not UTF-8"),
        (b"[page\n", "line 1", "line 1"),
        (b"\nnames = = 1", "line 2", "line 2"),
    ],
)
def test_what_is_no_toml_is_refused_with_the_place(
    content: bytes, chinese: str, english: str, tmp_path: Path
) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content)

    with pytest.raises(HouseStyleUnreadable) as caught:
        read_house_style(path)

    assert chinese in caught.value.sentence("zh")
    assert english in caught.value.sentence("en")
    assert "broken.toml" in caught.value.sentence("zh")


def test_a_style_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HouseStyleUnreadable, match=r"gone\.toml"):
        read_house_style(tmp_path / "gone.toml")


def test_a_style_may_give_only_what_differs_from_another(
    original: str, gongwen: HouseStyle, tmp_path: Path
) -> None:
    (tmp_path / "gongwen.toml").write_text(original, encoding="utf-8")
    path = tmp_path / "office.toml"
    path.write_text(
        'based_on = "gongwen.toml"\n'
        'names = { chinese = "本办版式", english = "Our office" }\n'
        '[texts.heading2]\nbold = true\nfont = "楷体"\n'
        '[[fonts]]\nname = "楷体"\nfamily = "modern"\npitch = "fixed"\nchinese = true\n',
        encoding="utf-8",
    )

    style = read_house_style(path)

    assert style.names.chinese == "本办版式"
    assert (style.texts[Part.HEADING_2].font, style.texts[Part.HEADING_2].bold) == ("楷体", True)
    assert style.texts[Part.HEADING_2].size_points == 16
    assert style.texts[Part.HEADING_1] == gongwen.texts[Part.HEADING_1]
    assert [font.name for font in style.fonts][-1] == "楷体"
    assert style.page == gongwen.page


@pytest.mark.parametrize("base", ["../gongwen.toml", "sub\\\\gongwen.toml", "gongwen"])
def test_a_base_lies_in_the_same_folder(base: str, tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(f'based_on = "{base}"\n', encoding="utf-8")

    with pytest.raises(HouseStyleSettingWrong, match="based_on"):
        read_house_style(path)


def test_a_base_stands_on_its_own_feet(tmp_path: Path) -> None:
    path = tmp_path / "circle.toml"
    path.write_text('based_on = "circle.toml"\n', encoding="utf-8")

    with pytest.raises(HouseStyleSettingUnknown, match="based_on"):
        read_house_style(path)
