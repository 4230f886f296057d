from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.passages import Passage
from desktop_app.core.check.rule import Rule
from desktop_app.core.text.sentences import Span


def test_a_finding_is_placed_in_the_file_and_fills_every_gap() -> None:
    rule = Rule(
        "twice", Severity.INFO, "{found}→{right}（{number}）。", "{found} {right} {number}."
    )
    assert rule.finding(Passage("甲乙丙", 10), Span(1, 2), "丁", number=3) == Finding(
        "twice", Severity.INFO, 11, 12, "丁", "乙→丁（3）。", "乙 丁 3."
    )


def test_braces_in_the_text_are_no_gaps() -> None:
    rule = Rule("blank", Severity.INFO, "{found}。", "{found}.")
    assert rule.finding(Passage("{{市名}}", 0), Span(0, 6)).chinese == "{{市名}}。"
