import pytest

from desktop_app.core.export.house_style import HouseStyle, Part
from desktop_app.core.export.sign_off import sign_off_indents
from desktop_app.core.export.text_width import width_twips

_ONE = 315  # twips of one 三号 character


def _starts(signature: str, date: str, style: HouseStyle, indents: tuple[int, int]) -> list[int]:
    """Where the two lines begin, from the left edge of the type area."""
    room, text = style.page.text_width_twips, style.texts[Part.DATE]
    return [
        room - right - width_twips(line, text)
        for line, right in zip((signature, date), indents, strict=True)
    ]


@pytest.mark.parametrize(
    ("signature", "date"),
    [
        ("中共××市委宣传部办公室", "2026年11月22日"),
        ("国务院办公厅", "2026年11月22日"),
        ("市委", "二〇二六年十一月二十二日"),
        ("国家发展改革委", "2026年1月2日"),
    ],
)
def test_the_date_begins_two_characters_right_of_the_signature(
    gongwen: HouseStyle, signature: str, date: str
) -> None:
    indents = sign_off_indents([signature], date, gongwen)

    signed, dated = _starts(signature, date, gongwen, indents)
    assert dated - signed == 2 * _ONE


def test_a_long_signature_keeps_two_characters_from_the_right(gongwen: HouseStyle) -> None:
    assert sign_off_indents(["××市人民政府办公室"], "2026年1月2日", gongwen) == (
        2 * _ONE,
        2 * _ONE + 10 * _ONE - 2 * _ONE - (6 * 155 + 3 * _ONE),
    )


def test_a_date_as_long_as_the_signature_ends_at_the_edge(gongwen: HouseStyle) -> None:
    assert sign_off_indents(["国家发展改革委"], "二〇二六年一月", gongwen) == (2 * _ONE, 0)


def test_a_date_longer_than_the_signature_keeps_two_characters_instead(
    gongwen: HouseStyle,
) -> None:
    assert sign_off_indents(["市委"], "二〇二六年一月二日", gongwen) == (
        (2 + 9 + 2 - 2) * _ONE,
        2 * _ONE,
    )


def test_the_longest_of_several_signatures_counts(gongwen: HouseStyle) -> None:
    together = sign_off_indents(["市委", "市人民政府办公室"], "2026年1月2日", gongwen)

    assert together == sign_off_indents(["市人民政府办公室"], "2026年1月2日", gongwen)


@pytest.mark.parametrize("length", [1, 20, 26, 27, 28, 60])
def test_indents_stay_within_the_line_however_long_the_texts(
    gongwen: HouseStyle, length: int
) -> None:
    for signature, date in (("署" * length, "二〇二六年"), ("市委", "年" * length)):
        for right in sign_off_indents([signature], date, gongwen):
            assert 0 <= right < gongwen.page.text_width_twips
