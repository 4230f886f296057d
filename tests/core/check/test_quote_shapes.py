import pytest

from desktop_app.core.check.quote_shapes import curled
from tests.core.check.mending import found, mended, spots


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ('落实"放管服"改革', "落实“放管服”改革"),
        ('落实“放管服"改革和“一网通办"', "落实“放管服”改革和“一网通办”"),
        ("开展“立功竞赛〞活动", "开展“立功竞赛”活动"),
        ('推广"AI"应用', "推广“AI”应用"),
        ('他说：“要弘扬"红船精神"。”', "他说：“要弘扬‘红船精神’。”"),
        ("他说：“要弘扬'红船精神'。”", "他说：“要弘扬‘红船精神’。”"),
        ("落实'放管服'改革", "落实“放管服”改革"),
    ],
)
def test_quotes_of_a_wrong_shape_are_curled(bad: str, good: str) -> None:
    assert mended(bad, "quote-shape") == good
    assert curled(bad) == good
    assert found(good, "quote-shape") == []


def test_a_mixed_pair_is_not_called_unpaired() -> None:
    assert found('落实“放管服"改革', "unpaired-mark") == []


@pytest.mark.parametrize("text", ['落实"放管服改革', '落实“放管服"和"一网通办“'])
def test_quotes_that_do_not_come_out_even_get_no_mend(text: str) -> None:
    assert found(text, "quote-shape") == []
    odd = found(text, "odd-quote")
    assert odd
    assert all(finding.replacement is None for finding in odd)


@pytest.mark.parametrize(
    "text",
    [
        'He said "well done" and left.',
        "It's the people's choice, 5' wide.",
        "落实“放管服”改革。",
    ],
)
def test_english_quotes_and_apostrophes_are_left_alone(text: str) -> None:
    assert curled(text) == text
    assert spots(text, "quote-shape") == []
    assert spots(text, "odd-quote") == []
