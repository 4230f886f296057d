import re

from desktop_app.core.check.finding import Severity
from desktop_app.core.check.passages import Passage
from desktop_app.core.check.patterns import PatternRule, always, pattern_findings
from desktop_app.core.check.rule import Rule

RULE = Rule("wrong-word", Severity.WARNING, "“{found}”应为“{right}”。", "“{found}”: “{right}”.")


def test_a_finding_carries_the_place_in_the_file_and_the_filled_sentences() -> None:
    rules = [PatternRule(RULE, re.compile("错字"), always("对字"))]
    (finding,) = pattern_findings(rules, Passage("有错字。", 100))
    assert (finding.start, finding.end, finding.replacement) == (101, 103, "对字")
    assert finding.message("zh") == "“错字”应为“对字”。"
    assert finding.message("en") == "“错字”: “对字”."


def test_the_group_spot_is_what_is_replaced() -> None:
    rules = [PatternRule(RULE, re.compile("有(?P<spot>错)字"), always("对"))]
    (finding,) = pattern_findings(rules, Passage("有错字。", 0))
    assert (finding.start, finding.end) == (1, 2)


def test_a_match_without_its_spot_hides_what_it_covers() -> None:
    rules = [PatternRule(RULE, re.compile("莫[^，]*|(?P<spot>错)"), always("对"))]
    assert [finding.start for finding in pattern_findings(rules, Passage("莫管错，错", 0))] == [4]


def test_titles_are_spared_where_the_rule_says_so() -> None:
    passage = Passage("《错》错", 0)
    everywhere = PatternRule(RULE, re.compile("错"), None)
    outside = PatternRule(RULE, re.compile("错"), None, in_titles=False)
    assert [finding.start for finding in pattern_findings([everywhere], passage)] == [1, 3]
    assert [finding.start for finding in pattern_findings([outside], passage)] == [3]
