from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop_app.ui.theme.colours import DARK, LIGHT, Colours, qt_palette

both = pytest.mark.parametrize("colours", [LIGHT, DARK])


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 counts it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = QColor(colour)
    red, green, blue = linear(parts.redF()), linear(parts.greenF()), linear(parts.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@both
def test_every_colour_is_one(colours: Colours) -> None:
    assert [name for name, colour in asdict(colours).items() if not QColor(colour).isValid()] == []


@both
def test_text_can_be_read_on_everything_it_stands_on(colours: Colours) -> None:
    for ground in (colours.page, colours.card, colours.side, colours.hover, colours.selection):
        assert _contrast(colours.ink, ground) >= 7
    for ground in (colours.card, colours.side):
        assert _contrast(colours.faint, ground) >= 4.3
    assert _contrast(colours.accent, colours.wash) >= 4.3


def test_one_set_is_light_and_one_dark() -> None:
    assert _luminance(LIGHT.page) > 0.9
    assert _luminance(DARK.page) < 0.1


@both
def test_qts_own_widgets_get_the_same_colours(colours: Colours) -> None:
    palette, roles = qt_palette(colours), QPalette.ColorRole
    assert palette.color(roles.Window).name() == colours.side
    assert palette.color(roles.Text).name() == colours.ink
    assert palette.color(roles.Highlight).name() == colours.selection
    disabled = QPalette.ColorGroup.Disabled
    assert palette.color(disabled, roles.ButtonText).name() == colours.faint
    assert palette.color(roles.ButtonText).name() == colours.ink
