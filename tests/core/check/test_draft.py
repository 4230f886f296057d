from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.check.draft import check
from desktop_app.core.check.finding import Severity
from tests.core.check.mending import mended

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"

CLEAN = """---
title: 在全市安全生产工作会议上的讲话
---
# 在全市安全生产工作会议上的讲话

（2025年3月1日）

同志们：

今天召开全市安全生产工作会议，主要任务是贯彻落实上级部署，安排今年重点工作。

## 一、提高站位，增强责任感

去年，全市事故起数下降12.5%。市政府印发《安全生产管理办法（试行）》（市政发〔2024〕5号），建立“一企一档”制度。

## 二、突出重点，抓好落实

（一）排查隐患。各县（市、区）要逐一排查……决不放过一处。

（二）加强培训。培训3～5次，覆盖全部企业。

谢谢大家！
"""

BROKEN = """# 在全市安全生产工作会议上的讲话

同志们:

一，提高站位,增强责任感

去年，，事故起数下降12.5%.市政府印发《办法(试行)》（市政发[2024]05号），建立"一企一档"制度。

三、突出重点

自2025年03月01日起，培训3-5次，覆盖２０家企业...
"""

SHARDS = [
    "认真学习,狠抓落实",
    "各县(市、区)",
    '落实"放管服"改革',
    "“红船精神”",
    "《办法》",
    "一，回顾",
    "（二）、打算",
    "3、落实",
    "市政发[2023]05号",
    "2023年05月01日",
    "三、四个月",
    "5-10%",
    "２０家",
    "，。",
    "...",
    "--",
    "XX市",
    "{{市名}}",
    "附件1：清单。",
    "\u200b",
    "　　",
    "\n",
    "。\n",
    "# ",
    "\U00020000",
    "AI",
    "(",
    "“",
]


def test_a_clean_draft_has_no_findings() -> None:
    assert check(CLEAN) == []


def test_a_broken_draft_is_put_right_by_its_mends() -> None:
    assert mended(BROKEN) == (
        "# 在全市安全生产工作会议上的讲话\n\n同志们：\n\n一、提高站位，增强责任感\n\n"
        "去年，事故起数下降12.5%。市政府印发《办法（试行）》（市政发〔2024〕5号），"
        "建立“一企一档”制度。\n\n二、突出重点\n\n"
        "自2025年3月1日起，培训3～5次，覆盖20家企业……\n"
    )


def test_findings_come_in_the_order_of_the_text() -> None:
    starts = [finding.start for finding in check(BROKEN)]
    assert starts == sorted(starts)
    assert len(starts) > 10


def test_offsets_count_code_points() -> None:
    text = "\U00020000😀认真,狠抓"
    (finding,) = check(text)
    assert text[finding.start : finding.end] == ","


def test_where_two_rules_meet_only_one_speaks() -> None:
    (finding,) = check("(一)加强领导")
    assert finding.rule == "section-mark-brackets"


def test_an_empty_draft_has_no_findings() -> None:
    assert check("") == []
    assert check("---\ntitle: x\n---\n") == []


@given(st.lists(st.sampled_from(SHARDS), max_size=12).map("".join))
def test_findings_are_well_formed_whatever_the_text(text: str) -> None:
    findings = check(text)
    by_rule: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.chinese.endswith("。")
        assert finding.english.endswith(".")
        assert "None" not in finding.chinese + finding.english
        by_rule.setdefault(finding.rule, []).append((finding.start, finding.end))
    for places in by_rule.values():
        assert all(first[1] <= second[0] for first, second in pairwise(places))


@given(st.text(max_size=80))
def test_no_text_breaks_the_check(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(SHARDS), max_size=8).map("".join))
def test_mending_again_and_again_comes_to_an_end(text: str) -> None:
    for _ in range(12):
        better = mended(text)
        if better == text:
            return
        text = better
    pytest.fail(f"still changing: {text!r}")


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the papers of ../shared are not here")
def test_polished_reports_raise_few_alarms() -> None:
    """26 provincial reports of 2026; nearly all that is found there is a true slip."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((CORPUS / "05_gwr_province_2026").glob("*.txt"))
    ]
    findings = [finding for text in texts for finding in check(text)]
    per_100k = 100_000 / sum(map(len, texts))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert len(errors) * per_100k <= 3
    assert len(findings) * per_100k <= 8
