import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.suggest.clauses import find_clauses, windows_of_clauses, windows_within
from desktop_app.core.text.units import encode_units

LINES = st.lists(st.text("提质增效，。：”a", min_size=1, max_size=20), min_size=1, max_size=4)


def clauses_of(text: str) -> list[str]:
    clauses = find_clauses(encode_units(text))
    return [text[a:b] for a, b in zip(clauses.start, clauses.stop, strict=True)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("提质，增效。\n", ["提质，", "增效。"]),
        ("提质，增效\n扩面。\n", ["提质，", "增效", "扩面。"]),
        ("他说：“好。”大家说：“对！？”\n", ["他说：", "“好。”", "大家说：", "“对！？”"]),
        ("”提质\n", ["”提质"]),
    ],
)
def test_clauses_end_behind_their_marks(text: str, clauses: list[str]) -> None:
    assert clauses_of(text) == clauses


@given(LINES)
def test_the_clauses_together_are_the_lines(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    assert "".join(clauses_of(text)) == "".join(lines)


@given(LINES, st.integers(1, 12), st.integers(1, 25))
def test_windows_are_whole_clauses_of_one_line(lines: list[str], least: int, width: int) -> None:
    text = "\n".join(lines) + "\n"
    windows = windows_within(find_clauses(encode_units(text)), [width], least)
    for start, stop in zip(windows.start.tolist(), windows.stop.tolist(), strict=True):
        window = text[start:stop]
        assert least <= len(window) <= width
        assert "\n" not in window
        assert start == 0 or re.search(r"\n$|[，。：]”*$", text[:start])
        assert text[stop] == "\n" or (window[-1] in "，。：”" and text[stop] not in "，。：”")


def test_a_window_is_as_long_as_fits() -> None:
    text = "提质，增效，扩面，强基。\n"
    windows = windows_within(find_clauses(encode_units(text)), [7, 99], 5)
    found = [text[a:b] for a, b in zip(windows.start, windows.stop, strict=True)]
    assert found == [
        "提质，增效，", "增效，扩面，", "扩面，强基。",
        "提质，增效，扩面，强基。", "增效，扩面，强基。", "扩面，强基。",
    ]  # fmt: skip


def test_windows_of_clauses_have_every_number_of_them_that_fits() -> None:
    text = "提质，增效，扩面。\n强基，惠民。\n"
    windows = windows_of_clauses(find_clauses(encode_units(text)), 2, range(4, 7))
    found = [text[a:b] for a, b in zip(windows.start, windows.stop, strict=True)]
    assert found == ["提质，增效，", "增效，扩面。", "强基，惠民。"]


@given(LINES, st.integers(1, 4))
def test_windows_of_clauses_stay_in_their_line(lines: list[str], most: int) -> None:
    text = "\n".join(lines) + "\n"
    windows = windows_of_clauses(find_clauses(encode_units(text)), most, range(1, 99))
    for start, stop in zip(windows.start.tolist(), windows.stop.tolist(), strict=True):
        assert "\n" not in text[start:stop]
