from pathlib import Path

import pytest

from desktop_app.core.document.function import heading_function, passage_function
from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.phase import Phase
from tests.core.document.function_labels import SETS, accuracy, judged_sentences


def test_a_heading_tells_what_its_section_does() -> None:
    assert heading_function("二、存在的问题") is Function.PROBLEM
    assert heading_function("三、重点任务") is Function.MEASURE


@pytest.mark.parametrize(
    ("text", "place", "function"),
    [
        ("现在，我代表市人民政府，向大会报告工作，请予审议。", 0.0, Function.OPENING),
        ("让我们携起手来，为建设美好家园而奋斗！", 0.95, Function.CLOSING),
        ("特此通知。", 0.99, Function.CLOSING),
        ("会议强调：“要牢记为民宗旨，扎扎实实办好每件实事。”", 0.5, Function.QUOTATION),
        ("部分干部作风不实，服务意识薄弱。", 0.5, Function.PROBLEM),
        ("做好这项工作，意义十分重大。", 0.5, Function.MEANING),
        ("各级党组织必须扛起主体责任。", 0.5, Function.REQUIREMENT),
        ("建设高标准农田。", 0.5, Function.MEASURE),
    ],
)
def test_the_words_of_a_passage_tell_its_function(
    text: str, place: float, function: Function
) -> None:
    assert passage_function(text, text, Phase.PLAN, place) is function


def test_a_closing_cue_in_the_middle_closes_nothing() -> None:
    text = "让我们回顾这一年。"
    assert passage_function(text, text, Phase.REVIEW, 0.4) is Function.ACHIEVEMENT


def test_a_problem_that_was_solved_is_an_achievement() -> None:
    text = "着力破解发展不平衡难题。"
    assert passage_function(text, text, Phase.REVIEW, 0.4) is Function.ACHIEVEMENT


def test_every_clause_of_a_paragraph_that_owns_up_is_a_problem() -> None:
    paragraph = "我们清醒认识到，工作中还面临不少困难。财政收支压力较大。"
    assert passage_function("财政收支压力较大。", paragraph, Phase.REVIEW, 0.5) is Function.PROBLEM


@pytest.mark.parametrize(
    ("phase", "function"),
    [
        (Phase.REVIEW, Function.ACHIEVEMENT),
        (Phase.PROBLEM, Function.PROBLEM),
        (Phase.MEANING, Function.MEANING),
        (Phase.REQUIREMENT, Function.REQUIREMENT),
        (Phase.PLAN, Function.MEASURE),
    ],
)
def test_where_the_words_are_silent_the_phase_decides(phase: Phase, function: Function) -> None:
    assert passage_function("天气晴朗。", "天气晴朗。", phase, 0.5) is function


@pytest.mark.parametrize(
    ("text", "phase", "function"),
    [
        ("要把好事办好。", Phase.DIRECTION, Function.REQUIREMENT),
        ("要加强管理。", Phase.DIRECTION, Function.REQUIREMENT),
        ("要加强管理。", Phase.PLAN, Function.MEASURE),
        ("把农业摆在重要位置。", Phase.DIRECTION, Function.MEASURE),
        ("请各单位按时报送。", Phase.OPENING, Function.REQUIREMENT),
        ("企业应在三日内报告。", Phase.DIRECTION, Function.REQUIREMENT),
        ("教育部门负责日常管理。", Phase.DIRECTION, Function.REQUIREMENT),
        ("到2027年，产业规模突破百亿。", Phase.DIRECTION, Function.REQUIREMENT),
        ("政策应享尽享，响应群众期盼。", Phase.DIRECTION, Function.MEASURE),
        ("必须坚持人民至上。", Phase.REVIEW, Function.REQUIREMENT),
        ("近年来，全县工作取得明显成效。", Phase.DIRECTION, Function.ACHIEVEMENT),
        ("随着时代发展，群众需求日益多样。", Phase.OPENING, Function.MEANING),
        ("这是推动改革的有效途径。", Phase.DIRECTION, Function.MEANING),
        ("今年的主要目标是：粮食稳产增产。", Phase.PLAN, Function.REQUIREMENT),
        ("有的干部不愿担当。", Phase.REVIEW, Function.PROBLEM),
        ("“不积跬步，无以至千里”。", Phase.PLAN, Function.QUOTATION),
        ("大家都来出力。", Phase.CLOSING, Function.CLOSING),
        ("材料不足的，退回补正。", Phase.PROVISION, Function.REQUIREMENT),
    ],
)
def test_the_phase_and_the_words_together_tell_the_function(
    text: str, phase: Phase, function: Function
) -> None:
    assert passage_function(text, text, phase, 0.5) is function


@pytest.mark.parametrize(
    ("text", "place", "function"),
    [
        ("第一条 为了加强管理，制定本办法。", 0.01, Function.OPENING),
        ("本办法自公布之日起施行。", 0.99, Function.CLOSING),
        ("本办法由财政部负责解释。", 0.99, Function.CLOSING),
        ("第三条 甲方负责验收。", 0.5, Function.REQUIREMENT),
    ],
)
def test_a_regulation_opens_provides_and_takes_force(
    text: str, place: float, function: Function
) -> None:
    assert passage_function(text, text, Phase.PROVISION, place) is function


def test_a_promise_behind_the_problems_is_a_measure() -> None:
    paragraph = "我们清醒认识到，还存在不少困难。对此，我们将下大力气抓实。"
    promise = "对此，我们将下大力气抓实。"
    assert passage_function(promise, paragraph, Phase.REVIEW, 0.5) is Function.MEASURE


def test_a_review_among_the_plans_ends_where_the_new_year_begins() -> None:
    paragraph = "过去一年，国防建设扎实推进。双拥工作开创新局。新的一年，支持国防建设。做好双拥。"
    sentences = [f"{sentence}。" for sentence in paragraph.split("。")[:-1]]
    found = [passage_function(text, paragraph, Phase.PLAN, 0.9) for text in sentences]
    assert found == [Function.ACHIEVEMENT] * 2 + [Function.MEASURE] * 2


def test_problems_far_behind_in_a_speech_are_named_no_more() -> None:
    end = "二是办好实事。"
    paragraph = "工作还存在不少问题。" + "学习理论。" * 60 + end
    assert passage_function(end, paragraph, Phase.DIRECTION, 0.5) is Function.MEASURE


@pytest.mark.shared
def test_sentences_of_real_papers_get_the_functions_that_a_reader_gave_them(shared: Path) -> None:
    found = {name: list(judged_sentences(name, shared)) for name in SETS}
    least = {"tuning": 0.93, "confirming": 0.89}
    assert {name for name, said in found.items() if accuracy(said) < least[name]} == set()
    everything = [sentence for said in found.values() for sentence in said]
    assert len(everything) >= 300
    assert accuracy(everything) >= 0.92
    assert len({sentence.folder for sentence in everything}) == 11
    assert not {s.paper for s in found["tuning"]} & {s.paper for s in found["confirming"]}
