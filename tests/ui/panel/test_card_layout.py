import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QTextFormat

from desktop_app.session.answers import Blank, Stretch
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.panel.card_layout import MARGIN, CardLayout, card_fonts, star_rect
from desktop_app.ui.theme.colours import LIGHT
from desktop_app.ui.theme.fonts import interface_font

_FONTS = card_fonts(interface_font())


def _layout(card: Card, width: int = 320) -> CardLayout:
    return CardLayout(card, width, _FONTS, LIGHT)


def _lines(layout: CardLayout) -> int:
    return layout.body.lineCount()


def test_a_longer_text_makes_a_higher_card() -> None:
    short, long = _layout(Card("抓好落实。")), _layout(Card("抓好落实。" * 20))
    assert _lines(short) == 1
    assert _lines(long) > 3
    assert long.height > short.height


def test_a_narrower_card_is_higher() -> None:
    card = Card("强化责任担当，抓好工作落实。" * 4)
    assert _layout(card, 220).height > _layout(card, 440).height


def test_every_line_keeps_within_the_card() -> None:
    layout = _layout(Card("抓好落实。" * 20, label="要求"), 240)
    for number in range(_lines(layout)):
        assert layout.body.lineAt(number).naturalTextWidth() <= 240


def test_label_and_note_take_a_line_each() -> None:
    plain = _layout(Card("甲"))
    assert _layout(Card("甲", label="要求")).height > plain.height
    assert _layout(Card("甲", note="2024")).height > plain.height
    assert _layout(Card("甲", shortcut="Ctrl+1")).height == _layout(Card("甲", note="1")).height


def test_what_is_below_begins_where_what_is_above_ends() -> None:
    layout = _layout(Card("抓好落实。" * 9, label="要求", note="2024"))
    last = layout.body.lineAt(_lines(layout) - 1)
    assert layout.body_top > 0
    assert layout.note_top >= layout.body_top + last.y() + last.height()
    assert layout.height > layout.note_top + _FONTS.small.pixelSize() + MARGIN


def test_without_a_label_the_text_keeps_clear_of_the_star() -> None:
    layout = _layout(Card("强化责任担当，抓好工作落实。" * 3), 300)
    star = star_rect(QRectF(0, 0, 300, layout.height))
    assert layout.body.lineAt(0).naturalTextWidth() + layout.body_top <= star.left()


def test_the_star_is_inside_the_card_at_its_upper_right() -> None:
    card = QRectF(4, 50, 300, 80)
    star = star_rect(card)
    assert card.contains(star)
    assert star.center().x() > card.center().x()
    assert star.center().y() < card.center().y()


def test_terms_are_set_off_in_the_accent_even_behind_a_rare_character() -> None:
    layout = _layout(Card("𠮷县抓好防汛工作，防汛第一", terms=("防汛", "没有", "")))
    marked = [(r.start, r.length) for r in layout.body.formats()]
    assert marked == [(5, 2), (10, 2)]
    assert layout.body.formats()[0].format.foreground().color() == QColor(LIGHT.accent)


@pytest.mark.parametrize("width", [0, 40])
def test_a_card_in_a_hardly_visible_list_can_still_be_laid_out(width: int) -> None:
    assert _layout(Card("强化责任担当", label="要求"), width).height > 0


_PLAN = "加快发展，产值增长8%，抓好落实。"


def _marks(layout: CardLayout) -> list[tuple[int, int, str]]:
    """What is set off, by its colour."""
    return [
        (
            r.start,
            r.length,
            (r.format.foreground() if lit else r.format.background()).color().name(),
        )
        for r in layout.body.formats()
        for lit in [r.format.hasProperty(QTextFormat.Property.ForegroundBrush.value)]
    ]


def test_what_is_not_taken_is_faint_and_blanks_are_washed() -> None:
    card = Card(_PLAN, pick=Stretch(5, 17), blanks=(Blank(9, 11, "figure"),))
    assert _marks(_layout(card)) == [(0, 5, LIGHT.faint), (9, 2, LIGHT.wash)]


def test_a_part_within_the_text_leaves_both_ends_faint() -> None:
    card = Card(_PLAN, pick=Stretch(5, 12))
    assert _marks(_layout(card)) == [(0, 5, LIGHT.faint), (12, 5, LIGHT.faint)]


@pytest.mark.parametrize("pick", [None, Stretch(0, len(_PLAN)), Stretch(4, 4)])
def test_a_text_that_is_taken_whole_is_all_ink(pick: Stretch | None) -> None:
    assert _marks(_layout(Card(_PLAN, pick=pick))) == []


def test_a_parallel_set_has_a_line_for_each_of_its_members() -> None:
    text = "要做到：一是抓学习；二是抓落实；三是抓考核。"
    parts = (Stretch(4, 10), Stretch(10, 16), Stretch(16, 22))
    card = Card(text, parts=parts, pick=Stretch(4, 10), blanks=(Blank(12, 15, "body"),))
    layout = _layout(card, 400)
    shown = [layout.body.lineAt(n) for n in range(_lines(layout))]
    lines = [
        layout.body.text()[line.textStart() : line.textStart() + line.textLength()]
        for line in shown
    ]
    assert [line.strip("\u2028") for line in lines] == [
        "要做到：",
        "一是抓学习；",
        "二是抓落实；",
        "三是抓考核。",
    ]
    assert _marks(layout) == [(14, 3, LIGHT.wash)]


def test_reasons_are_shown_when_they_are_wanted_one_a_line() -> None:
    reasons = "主要：出自近年的文稿\n略有：多篇文稿都用过"
    plain, told = _layout(Card("甲", reasons=reasons)), Card("甲", reasons=reasons, explained=True)
    layout = _layout(told)
    assert layout.reasons.lineCount() == 2
    assert layout.height > plain.height
    assert plain.reasons.text() == ""
    assert layout.reasons_top + 2 * _FONTS.small.pixelSize() < layout.height
