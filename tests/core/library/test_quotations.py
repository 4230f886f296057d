import random

import pytest

from desktop_app.core.library.quotations import quoted, quoting, sample_runs

_HAN = "天地人和春夏秋冬山川田林湖草沙路桥港城乡村镇学医农工商军民政法文教科卫体旅"


def paper(number: int, lines: int = 60) -> list[str]:
    chance = random.Random(number)
    return ["".join(chance.choices(_HAN, k=25)) + "。" for _ in range(lines)]


def report(number: int) -> list[str]:
    return ["本报讯 会议昨日召开。", *paper(number)[:50], "与会同志作了发言。"]


def test_a_report_that_quotes_most_of_a_speech_quotes_it() -> None:
    assert quoted(paper(1), report(1))
    assert quoted(report(1), paper(1))


def test_a_paper_on_the_same_matter_does_not() -> None:
    assert not quoted(paper(1), paper(2))


def test_a_volume_of_many_speeches_is_no_report_of_one() -> None:
    assert not quoted(paper(1), [*paper(1), *paper(2), *paper(3)])


def test_the_report_is_found_among_other_papers_by_their_samples() -> None:
    samples = [sample_runs(texts) for texts in (*map(paper, range(40)), report(7))]
    assert quoting(samples) == [(7, 40)]


def test_a_run_that_many_papers_have_is_a_formula() -> None:
    assert quoting([sample_runs(paper(1))] * 9) == []


@pytest.mark.parametrize("texts", [[], [""], ["好"], ["\ud800"]])
def test_papers_of_next_to_no_text_quote_nobody(texts: list[str]) -> None:
    assert quoting([sample_runs(texts)] * 2) == []
    assert quoting([]) == []


def test_samples_are_the_same_on_every_machine() -> None:
    lines = [f"第{n}件实事由第{n + 1}组承办，于{n}月办结。" for n in range(20)]
    assert sample_runs(lines).tolist()[:3] == [69757064, 1404497396, 1722653347]
