from desktop_app.core.export.house_style import HouseStyle
from tests.core.export.word_parts import found, one, part, values


def test_odd_and_even_pages_differ(exported: bytes) -> None:
    settings = part(exported, "word/settings.xml")

    assert values(one(settings, "w:evenAndOddHeaders")).get("val", "1") == "1"


def test_marks_are_not_compressed_and_the_zoom_is_a_number(exported: bytes) -> None:
    settings = part(exported, "word/settings.xml")

    assert values(one(settings, "w:characterSpacingControl")) == {"val": "doNotCompress"}
    assert values(one(settings, "w:zoom")) == {"percent": "100"}
    assert values(one(settings, "w:themeFontLang"))["eastAsia"] == "zh-CN"


def test_word_opens_the_file_in_its_newest_mode(exported: bytes) -> None:
    options = {
        values(setting)["name"]: values(setting)["val"]
        for setting in found(part(exported, "word/settings.xml"), "w:compat/w:compatSetting")
    }

    assert options["compatibilityMode"] == "15"


def test_the_template_s_edit_marks_are_gone(exported: bytes) -> None:
    assert not found(part(exported, "word/settings.xml"), ".//w:rsid")


def test_fonts_that_may_be_missing_have_a_likeness(exported: bytes, gongwen: HouseStyle) -> None:
    table = part(exported, "word/fontTable.xml")

    fonts = {values(font)["name"]: font for font in found(table, "w:font")}
    assert set(fonts) == {font.name for font in gongwen.fonts}
    for name, likeness in (
        ("仿宋_GB2312", "仿宋"),
        ("楷体_GB2312", "楷体"),
        ("方正小标宋简体", "华文中宋"),
    ):
        assert values(one(fonts[name], "w:altName")) == {"val": likeness}
        assert values(one(fonts[name], "w:charset")) == {"val": "86"}
    assert values(one(fonts["仿宋_GB2312"], "w:family")) == {"val": "modern"}
    assert values(one(fonts["仿宋_GB2312"], "w:pitch")) == {"val": "fixed"}
    assert not found(fonts["Times New Roman"], "w:altName")
