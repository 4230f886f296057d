"""Phrases and cards that the tests of the panel share."""

from PySide6.QtCore import QPoint, QRectF

from desktop_app.session.answers import Phrase, Source
from desktop_app.ui.models.card_model import Card
from desktop_app.ui.panel.card_layout import star_rect
from desktop_app.ui.panel.card_list import CardList

SPEECH = Source("在全县群团工作会议上的讲话", 2024, "一、提高认识 › （一）认清形势")
REPORT = Source("青禾县2023年工作报告", 2023)
PHRASES = (
    Phrase("强化责任担当，抓好工作落实。", "requirement", 3, (SPEECH, REPORT)),
    Phrase("成绩来之不易。", "achievement", 1, (REPORT,)),
)
CARDS = (
    Card("强化责任担当，抓好工作落实。", label="要求", note="3 篇", source=SPEECH),
    Card("成绩来之不易。", source=REPORT),
)


def star_place(cards: CardList, row: int) -> QPoint:
    """The middle of a card's star in the list's viewport."""
    card = QRectF(cards.visualRect(cards.cards.index(row)))
    return star_rect(card).center().toPoint()


def card_place(cards: CardList, row: int) -> QPoint:
    """The middle of a card."""
    return cards.visualRect(cards.cards.index(row)).center()
