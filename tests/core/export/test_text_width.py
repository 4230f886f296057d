import pytest

from desktop_app.core.export.house_style import HouseStyle, Part
from desktop_app.core.export.text_width import width_twips


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("国务院办公厅", 6 * 315),
        ("“五个中心”——", 8 * 315),
        ("2026年1月2日", 6 * 155 + 3 * 315),
        ("1.", 155 + 75),
        ("𠮷林", 2 * 315),
        ("", 0),
    ],
)
def test_chinese_is_as_wide_as_its_size_and_digits_half(
    gongwen: HouseStyle, text: str, width: int
) -> None:
    assert width_twips(text, gongwen.texts[Part.BODY]) == width


def test_a_larger_size_is_wider(gongwen: HouseStyle) -> None:
    assert width_twips("通知", gongwen.texts[Part.TITLE]) == 2 * 440
