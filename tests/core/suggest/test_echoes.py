from desktop_app.core.suggest.echoes import echoes
from desktop_app.core.text.units import encode_units

BETWEEN = "山水林田湖草沙一体保护，系统治理，久久为功，"


def test_the_draft_goes_on_behind_its_last_two_characters() -> None:
    assert echoes(encode_units("口袋公园和口袋书店，" + BETWEEN + "口袋"), 9).tolist() == [2, 7]


def test_the_latest_places_are_taken() -> None:
    assert echoes(encode_units("青溪、青溪、青溪、" + BETWEEN + "青溪"), 2).tolist() == [5, 8]


def test_nothing_is_said_again_at_once() -> None:
    assert echoes(encode_units(BETWEEN + "一头连着机关，一头"), 9).tolist() == []


def test_a_draft_that_repeats_nothing_has_no_echo() -> None:
    assert echoes(encode_units("青溪白茶" + BETWEEN), 9).tolist() == []
    assert echoes(encode_units("青"), 9).tolist() == []
