import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.elided_label import ElidedLabel

_LONG = "光标处：" + "提高认识" * 30


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    shown = ElidedLabel(9)
    qtbot.addWidget(shown)
    shown.resize(300, 30)
    shown.show()
    return shown


def test_a_short_text_is_shown_whole_and_the_mouse_has_nothing_to_add(label: ElidedLabel) -> None:
    label.show_text("光标处")
    assert (label.text(), label.toolTip()) == ("光标处", "")


def test_a_long_text_is_cut_and_told_to_the_mouse(label: ElidedLabel) -> None:
    label.show_text(_LONG)
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 300 - 18
    assert label.toolTip() == _LONG


def test_more_room_shows_more(label: ElidedLabel) -> None:
    label.show_text(_LONG)
    before = len(label.text())
    label.resize(600, 30)
    assert len(label.text()) > before


def test_it_asks_for_no_room_of_its_own(label: ElidedLabel) -> None:
    label.show_text(_LONG)
    assert label.minimumSizeHint().width() == 0


def test_details_take_the_place_of_the_whole(label: ElidedLabel) -> None:
    label.show_text(_LONG, "一、提高认识\n（一）认清形势")
    assert label.toolTip() == "一、提高认识\n（一）认清形势"
