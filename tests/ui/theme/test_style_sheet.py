import re
from dataclasses import asdict

import pytest

from desktop_app.ui.theme.colours import DARK, LIGHT, Colours
from desktop_app.ui.theme.style_sheet import style_sheet

both = pytest.mark.parametrize("colours", [LIGHT, DARK])


@both
def test_every_name_of_a_colour_is_filled_in(colours: Colours) -> None:
    sheet = style_sheet(colours)
    assert "$" not in sheet
    assert colours.accent in sheet


@both
def test_no_colour_comes_from_elsewhere(colours: Colours) -> None:
    used = set(re.findall(r"#[0-9a-f]{6}\b", style_sheet(colours)))
    assert used <= set(asdict(colours).values())


@both
def test_every_brace_that_opens_closes(colours: Colours) -> None:
    sheet = style_sheet(colours)
    assert sheet.count("{") == sheet.count("}") > 30


def test_both_looks_say_the_same_of_the_same_things() -> None:
    def without_colours(colours: Colours) -> str:
        return re.sub(r"#[0-9a-f]{6}\b", "", style_sheet(colours))

    assert without_colours(LIGHT) == without_colours(DARK)
