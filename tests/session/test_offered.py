import pytest

from desktop_app.session import offered
from desktop_app.session.offered import OfferedTexts


def test_an_offer_leads_to_the_paper_that_was_named() -> None:
    texts = OfferedTexts()
    texts.remember("沙袋要提前运到堤上。", 7)
    assert texts.paper_of("沙袋要提前运到堤上。") == 7
    assert texts.paper_of("提前运到") == 7
    assert texts.paper_of("种子") is None
    assert texts.paper_of("") is None


def test_the_latest_source_of_a_text_counts() -> None:
    texts = OfferedTexts()
    for paper_id in (1, 2):
        texts.remember("要提前运到堤上", paper_id)
    texts.remember("沙袋要提前运到堤上", 3)
    assert texts.paper_of("要提前运到堤上") == 2
    assert texts.paper_of("提前") == 3


def test_old_offers_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offered, "_KEPT", 2)
    texts = OfferedTexts()
    for number, text in enumerate("甲乙丙"):
        texts.remember(text, number)
    assert [texts.paper_of(text) for text in "甲乙丙"] == [None, 1, 2]
