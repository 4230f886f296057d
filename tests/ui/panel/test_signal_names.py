import pytest

from desktop_app.session.answers import Signal
from desktop_app.ui.panel.signal_names import reasons_text, signal_name

_NAMES = ("opening", "heading", "previous", "kinship", "year", "shared", "draft", "use")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", _NAMES)
def test_every_signal_of_the_protocol_has_chinese_words(name: str) -> None:
    assert "\u4e00" <= signal_name(name)[0] <= "\u9fff"


def test_the_words_of_two_signals_are_not_the_same() -> None:
    assert len({signal_name(name) for name in _NAMES}) == len(_NAMES)


@pytest.mark.usefixtures("chinese")
def test_reasons_are_told_by_how_much_they_count_and_unknown_ones_left_out() -> None:
    signals = [Signal("opening", 0.5), Signal("later", 0.3), Signal("use", 0.2), Signal("year", 0)]
    assert reasons_text(signals).splitlines() == [
        "主要：与本段开头的用词相近",
        "其次：与您以往采用的相近",
        "略有：出自近年的文稿",
    ]
    assert reasons_text(()) == ""


def test_reasons_are_told_in_english_too() -> None:
    assert reasons_text([Signal("shared", 0.9)]) == "mainly: is used in several papers"
