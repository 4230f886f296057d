from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.properties import (
    Confidence,
    Properties,
    infer_genre,
    infer_properties,
)
from desktop_app.core.document.structure import parse
from tests.core.document.manifest import listed_papers
from tests.core.document.papers import LETTER, NOTICE, PAPERS, REPORT, SPEECH, Lines


def told(found: Properties) -> tuple[str, int | None, str]:
    return found.title, found.year, found.genre


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (SPEECH, ("在全市青年工作会议上的讲话", 2025, "讲话")),
        (REPORT, ("区政府办公室2024年工作总结", 2024, "工作总结")),
        (NOTICE, ("市政府办公室关于开展公共场所消防安全检查的通知", 2025, "通知")),
        (LETTER, ("关于商请支持活动场地的函", 2025, "函")),
    ],
)
def test_a_paper_tells_its_title_year_and_genre(
    paper: Lines, expected: tuple[str, int, str]
) -> None:
    assert told(infer_properties(parse([text for _, text in paper]), "稿件")) == expected


def test_a_paper_without_a_title_is_named_after_its_file() -> None:
    found = infer_properties(parse(["各位代表：", "现在报告工作。"]), "2023_临江市_政府工作报告")
    assert told(found) == ("2023 临江市 政府工作报告", 2023, "政府工作报告")
    assert (found.body, found.place) == ("临江市人民政府", "临江市")
    titled = infer_properties(parse(["2023年临江市政府工作报告", "各位代表："]), "x")
    assert found.confidence.title < titled.confidence.title
    assert found.confidence.year < titled.confidence.year
    assert found.confidence.genre < titled.confidence.genre


@pytest.mark.parametrize(
    ("paper", "body", "place"),
    [
        (SPEECH, "", ""),
        (REPORT, "区政府办公室", ""),
        (NOTICE, "市政府办公室", ""),
        (LETTER, "临江市总工会", "临江市"),
    ],
)
def test_a_paper_tells_who_issued_it_and_where(paper: Lines, body: str, place: str) -> None:
    found = infer_properties(parse([text for _, text in paper]), "稿件")
    assert (found.body, found.place) == (body, place)
    assert bool(found.confidence.place) == bool(place)
    assert bool(found.confidence.body) == bool(body)


def test_the_government_of_a_place_is_named_in_full() -> None:
    lines = ["政府工作报告", "各位代表：", "现在，我代表市人民政府，向大会报告工作。"]
    assert infer_properties(parse(lines), "x").body == "市人民政府"
    named = infer_properties(parse(lines), "2024_四川_乐山_政府工作报告")
    assert (named.body, named.place) == ("乐山市人民政府", "乐山市")
    assert infer_properties(parse(lines), "x").confidence.body < named.confidence.body


def test_a_body_of_the_whole_country_has_no_place_and_that_is_known() -> None:
    found = infer_properties(parse(["国务院办公厅关于乐山市有关问题的复函"]), "x")
    assert (found.body, found.place) == ("国务院办公厅", "")
    assert found.confidence.place > 0.8


def test_the_report_of_the_state_council_is_its_own_whoever_else_is_named() -> None:
    lines = ["1960年国务院政府工作报告", "各位代表：", "我代表中央和地方政府报告工作。"]
    assert infer_properties(parse(lines), "x").body == "国务院"


def test_an_order_gives_its_title_to_the_paper_that_it_puts_into_force() -> None:
    lines = ["临江市人民政府令", "第16号", "《停车管理办法》已经通过，现予公布。", "市长　李明"]
    found = infer_properties(parse([*lines, "2025年5月6日", "停车管理办法", "第一条　略。"]), "x")
    assert (found.title, found.genre, found.body) == ("停车管理办法", "办法", "临江市人民政府")
    alone = infer_properties(parse(lines), "x")
    assert alone.title == "临江市人民政府令"


def test_nothing_is_known_of_a_paper_that_says_nothing() -> None:
    found = infer_properties([], "")
    assert found == Properties("", None, "")
    assert found.confidence == Confidence()


@given(st.lists(st.sampled_from([text for lines in PAPERS.values() for _, text in lines])))
def test_confidence_is_a_share_and_nothing_known_is_not_sure(texts: list[str]) -> None:
    found = infer_properties(parse(texts), "x")
    sure = found.confidence
    for share in (sure.title, sure.year, sure.genre, sure.body, sure.place):
        assert 0 <= share <= 1
    for value, share in (
        (found.year, sure.year),
        (found.genre, sure.genre),
        (found.body, sure.body),
    ):
        assert bool(value) == (share > 0)


@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=20))
def test_no_text_and_no_name_break_the_inference(texts: list[str], name: str) -> None:
    assert infer_properties(parse(texts), name).confidence.title <= 1


@pytest.mark.shared
def test_the_properties_of_real_papers_are_those_of_the_manifest(shared: Path) -> None:
    right, told_ = Counter[str](), Counter[str]()
    for paper in listed_papers(shared / "corpus"):
        path = shared / "corpus" / paper.path
        texts = path.read_text(encoding="utf-8").splitlines()
        found = infer_properties(parse(texts), path.stem)
        for name in paper.wanted:
            if getattr(found, name) or paper.right(name, found):
                told_[name] += 1
                right[name] += paper.right(name, found)
    for name, least in (
        ("title", 180),
        ("year", 500),
        ("genre", 400),
        ("body", 380),
        ("place", 400),
    ):
        assert told_[name] >= least
        assert right[name] >= 0.95 * told_[name], name


def test_the_year_of_the_title_counts_before_that_of_the_file() -> None:
    found = infer_properties(parse(["2024年工作总结", "正文。"]), "2025年归档")
    assert found.year == 2024


def test_a_year_in_chinese_numerals_is_read() -> None:
    assert infer_properties(parse(["二○二三年工作要点", "正文。"]), "x").year == 2023


@pytest.mark.parametrize("name", ["电话12025", "编号20230", "第1999999号"])
def test_digits_inside_a_longer_number_are_no_year(name: str) -> None:
    assert infer_properties([], name).year is None


def test_a_second_title_belongs_to_an_enclosed_paper() -> None:
    paragraphs = parse(["关于印发实施方案的通知", "各单位：", "现印发。", "实施方案"])
    assert infer_properties(paragraphs, "x").title == "关于印发实施方案的通知"


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("政府工作报告", "政府工作报告"),
        ("2024年度工作报告", "工作报告"),
        ("关于印发《工作方案》的通知", "通知"),
        ("关于工作总结的通报", "通报"),
        ("对某请示的批复", "批复"),
        ("关于某事的复函", "复函"),
        ("会议记录", ""),
        ("", ""),
    ],
)
def test_the_genre_named_last_counts_and_the_longer_name_wins(title: str, genre: str) -> None:
    assert infer_genre(title) == genre


def test_a_title_that_is_spaced_out_is_closed_up() -> None:
    found = infer_properties(parse(["2025 年 政 府 工 作 报 告", "正文。"]), "x")
    assert told(found) == ("2025年政府工作报告", 2025, "政府工作报告")


def test_a_space_between_words_of_a_title_stays() -> None:
    assert (
        infer_properties(parse(["凝心聚力 再创辉煌", "正文。"]), "x").title == "凝心聚力 再创辉煌"
    )


def test_a_title_that_is_repeated_is_told_once() -> None:
    paragraphs = parse(["2025年临江市政府工作报告", "政府工作报告", "各位代表："])
    assert infer_properties(paragraphs, "x").title == "2025年临江市政府工作报告"


def test_an_enclosed_paper_does_not_give_its_title_to_one_that_has_none() -> None:
    paragraphs = parse(["各单位：", "现将清单印发给你们。", "附件1", "典型场景清单"])
    assert paragraphs[-1].role is Role.TITLE
    assert infer_properties(paragraphs, "2024年通知").title == "2024年通知"


def test_a_title_below_other_words_is_the_title() -> None:
    paragraphs = [Paragraph("内部资料，注意保存。"), Paragraph("我们的打算", Role.TITLE)]
    assert infer_properties(paragraphs, "x").title == "我们的打算"
