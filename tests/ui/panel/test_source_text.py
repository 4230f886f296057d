from dataclasses import replace

import pytest

from desktop_app.session.answers import Phrase, Source, Template
from desktop_app.ui.panel.source_text import (
    papers_note,
    phrase_note,
    source_note,
    sources_details,
    template_details,
)
from tests.ui.panel.cards import PHRASES, REPORT, SPEECH

pytestmark = pytest.mark.usefixtures("chinese")


def test_a_source_is_its_year_its_title_and_the_numbers_of_its_sections() -> None:
    assert source_note(SPEECH) == "2024 《在全县群团工作会议上的讲话》一、（一）"


def test_a_year_in_the_title_is_not_said_twice() -> None:
    assert source_note(REPORT) == "《青禾县2023年工作报告》"


def test_an_unknown_year_is_left_out() -> None:
    assert source_note(Source("通知", None)) == "《通知》"


def test_headings_without_a_number_are_left_out_of_the_note() -> None:
    assert source_note(Source("通知", None, "总体要求 › 1.巡查")) == "《通知》1."


def test_the_writers_own_words_have_no_note() -> None:
    assert source_note(Source("", None, "一、甲")) == ""


def test_a_phrase_of_one_paper_names_it() -> None:
    assert phrase_note(PHRASES[1]) == "《青禾县2023年工作报告》"


def test_a_phrase_of_several_papers_counts_them_and_names_the_newest_year() -> None:
    assert phrase_note(PHRASES[0]) == "3 篇 · 最近 2024"
    assert phrase_note(replace(PHRASES[0], latest=2025)) == "3 篇 · 最近 2025"


def test_where_no_year_is_known_the_newest_paper_is_named() -> None:
    assert phrase_note(Phrase("甲。", "", 2, (Source("通知", None),))) == "2 篇 · 最近 《通知》"


def test_of_a_continuation_the_paper_is_named_however_many_have_it() -> None:
    assert papers_note(REPORT, 1) == "《青禾县2023年工作报告》"
    assert papers_note(REPORT, 14) == "14 篇 · 最近 《青禾县2023年工作报告》"


def test_the_details_name_every_source_with_its_headings() -> None:
    assert sources_details((SPEECH, REPORT), 2).split("\n") == [
        "《在全县群团工作会议上的讲话》（2024）",
        "    一、提高认识 › （一）认清形势",
        "《青禾县2023年工作报告》（2023）",
    ]


def test_the_details_count_the_papers_that_they_do_not_name() -> None:
    assert sources_details((REPORT,), 12).endswith("\n另有 11 篇")


def test_the_writers_own_words_have_no_details() -> None:
    assert sources_details((Source("", None),), 1) == ""


def test_an_outline_names_the_papers_behind_it() -> None:
    outline = Template("讲话", "讲话", (REPORT,), ())
    assert template_details(outline) == "《青禾县2023年工作报告》（2023）"


def test_a_phrase_may_come_from_a_paper_without_year_or_section() -> None:
    phrase = Phrase("甲", "", 2, (Source("通知", None),))
    assert phrase_note(phrase) == "2 篇 · 最近 《通知》"
