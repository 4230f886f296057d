import hashlib
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document.particulars import Kind, particulars, with_blanks

_CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"
# 336 phrases drawn by chance and labelled by reading: number of the paper in the order of the
# paths, line, start, end, digest, and the particulars as start, end, kind.
_LABELLED = Path(__file__).with_name("particulars_of_phrases.json")


def found(text: str) -> list[tuple[str, str]]:
    return [(p.kind.value, text[p.start : p.end]) for p in particulars(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("XX市委", ["XX"]),
        ("××同志", ["××"]),
        ("**书记", ["**"]),
        ("某某单位", ["某某"]),
        ("20XX年", ["20XX年"]),
        ("201x年", ["201x年"]),
        ("X月X日召开", ["X月X日"]),
        ("x月份", ["x月"]),
        ("联系人＿＿＿", ["＿＿＿"]),
        ("电话____", ["____"]),
        ("○○县", ["○○"]),
        ("X个部门", ["X"]),
        ("{{市名}}今年", ["{{市名}}"]),
    ],
)
def test_placeholders_are_blanks(text: str, expected: list[str]) -> None:
    assert found(text) == [("blank", words) for words in expected]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("提升杭州枢纽能级", "place", "杭州"),
        ("加快苏州市建设", "place", "苏州市"),
        ("推动京津冀协同发展", "place", "京津冀"),
        ("走进广西壮族自治区", "place", "广西壮族自治区"),
        ("对清河县检查", "place", "清河县"),
        ("省经济和信息化厅负责", "body", "省经济和信息化厅"),
        ("教育部、有关单位研究", "body", "教育部"),
        ("报国务院批准", "body", "国务院"),
        ("温州市人民政府印发", "body", "温州市人民政府"),
        ("王小明书记讲话", "person", "王小明"),
        ("听取市长李四代表所作报告", "person", "李四"),
        ("张三同志到会", "person", "张三"),
        ("2024年3月5日起施行", "date", "2024年3月5日"),
        ("10月底前完成", "date", "10月底"),
        ("二〇二四年工作", "date", "二〇二四年"),
        ("2021—2023年计划", "date", "2021—2023年"),
        ("增长5.5%以上", "figure", "5.5%"),
        ("投资1,200亿元", "figure", "1,200亿元"),
        ("提高百分之三十", "figure", "百分之三十"),
        ("在三十日内办结", "figure", "三十日"),
        ("提高0.9个百分点", "figure", "0.9个百分点"),
    ],
)
def test_particulars_are_found_with_their_kind(text: str, kind: str, words: str) -> None:
    assert found(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "全市上下",
        "本省情况",
        "我县实际",
        "统一大市场建设",
        "有一个共识",
        "第一时间处置",
        "做到“两个维护”",
        "践行“三个代表”重要思想",
        "学习贯彻党的二十大精神",
        "编制“十四五”规划",
        "共建“一带一路”",
        "实现长治久安",
        "集中卫生资源",
        "第三十四条规定",
        "3.创新管理方式",
        "12345热线",
        "推动5G应用",
        "以习近平同志为核心的党中央",
        "市委、市政府要求",
        "“15分钟生活圈”建设",
    ],
)
def test_words_that_fit_every_paper_are_no_particulars(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("杭州市2025年完成投资300亿元", "{{市名}}{{年份}}年完成投资{{数}}亿元"),
        ("xx市x月x日召开", "{{市名}}{{日期}}召开"),
        ("张三同志主持", "{{姓名}}同志主持"),
        ("市财政局牵头", "{{单位}}牵头"),
        ("提升杭州能级", "提升{{地名}}能级"),
        ("**书记强调", "{{待填}}书记强调"),
        ("{{市名}}20XX年工作", "{{市名}}{{年份}}年工作"),
        ("全市一盘棋", "全市一盘棋"),
    ],
)
def test_a_reused_phrase_has_blanks_for_its_particulars(text: str, expected: str) -> None:
    assert with_blanks(text) == expected


def test_a_phrase_with_blanks_has_no_particulars_but_them() -> None:
    text = with_blanks("杭州市张三同志2025年3月投资300亿元，市财政局负责")
    assert {p.kind for p in particulars(text)} == {Kind.BLANK}
    assert with_blanks(text) == text


@given(st.text(alphabet="甲市王书记20年3月日x某%.县{}_“一十亿元—", max_size=40))
def test_particulars_lie_in_order_without_touching_each_other(text: str) -> None:
    told = particulars(text)
    assert all(0 <= p.start < p.end <= len(text) for p in told)
    assert all(a.end <= b.start for a, b in pairwise(told))


@pytest.mark.shared
@pytest.mark.skipif(not _CORPUS.is_dir(), reason="needs the papers of ../shared")
def test_particulars_of_labelled_phrases_are_found() -> None:
    right, told, labelled = _figures()
    assert all(right[kind] / told[kind] >= 0.9 for kind in told)
    assert all(right[kind] / labelled[kind] >= 0.9 for kind in labelled if kind != "place")
    assert right["place"] / labelled["place"] >= 0.7  # lakes and counties need a gazetteer


def _figures() -> tuple[Counter[str], Counter[str], Counter[str]]:
    paths = sorted(_CORPUS.glob("[0-9]*/*.txt"))
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    for number, line, start, end, digest, labels in json.loads(_LABELLED.read_bytes()):
        text = paths[number].read_text(encoding="utf-8").splitlines()[line][start:end]
        assert hashlib.blake2b(text.encode(), digest_size=6).hexdigest() == digest
        left = [tuple(label) for label in labels]
        labelled.update(kind for _, _, kind in left)
        for p in particulars(text):
            told[p.kind] += 1
            match = next((label for label in left if _same(p.start, p.end, p.kind, label)), None)
            if match:
                left.remove(match)
                right[p.kind] += 1
    return right, told, labelled


def _same(start: int, end: int, kind: str, label: tuple[int, int, str]) -> bool:
    """The same kind, and half of the longer one in common."""
    common = min(end, label[1]) - max(start, label[0])
    return kind == label[2] and 2 * common >= max(end - start, label[1] - label[0])
