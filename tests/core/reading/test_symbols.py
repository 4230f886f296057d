import pytest

from desktop_app.core.reading.symbols import symbol


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", 0xF081, "①"),
        ("wingdings", 0x8C, "❶"),
        ("Wingdings 2", 0xF052, "☑"),
        ("Symbol", 0xF062, "β"),
        ("Wingdings", 0xF001, ""),
        ("仿宋", 0xF041, "A"),
        ("仿宋", 0xF0FE, ""),
        ("仿宋", 0x4E00, "一"),
        ("仿宋", 0xE000, ""),
        ("仿宋", 7, ""),
        ("仿宋", 0xD800, ""),
        ("仿宋", -5, ""),
        ("仿宋", 1 << 40, ""),
    ],
)
def test_a_symbol_is_read_by_its_font(font: str, code: int, shown: str) -> None:
    assert symbol(font, code) == shown
