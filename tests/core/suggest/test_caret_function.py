import pytest

from desktop_app.core.document.function_kind import Function
from desktop_app.core.suggest.caret_function import caret_function, misplaced_at

REPORT = "青溪县2026年政府工作报告\n各位代表：\n"


@pytest.mark.parametrize(
    ("heading", "here", "function"),
    [
        ("一、2025年工作回顾", "农村改革", Function.ACHIEVEMENT),
        ("一、2025年工作回顾", "", Function.ACHIEVEMENT),
        ("二、2026年重点工作", "深化农村改革", Function.MEASURE),
        ("二、存在的问题", "一些干部", Function.PROBLEM),
    ],
)
def test_the_heading_tells_what_the_paragraph_is_to_do(
    heading: str, here: str, function: Function
) -> None:
    assert caret_function([heading], REPORT + here) is function


def test_without_a_heading_nothing_is_known() -> None:
    assert caret_function([], REPORT + "农村改革") is None


def test_a_heading_without_a_cue_in_a_paper_of_no_known_kind_tells_nothing() -> None:
    assert caret_function(["一、主要工作"], "要坚持问题导向") is None
    assert caret_function(["一、主要工作"], "", "实施方案") is Function.MEASURE


def test_plans_are_out_of_place_in_a_review_and_the_reverse() -> None:
    assert Function.MEASURE in misplaced_at(Function.ACHIEVEMENT)
    assert Function.ACHIEVEMENT in misplaced_at(Function.MEASURE)
    assert not misplaced_at(Function.PROBLEM)
    assert not misplaced_at(None)
