"""Rules that one regular expression can decide, and how they are applied to a paragraph."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.core.check.finding import Finding
from desktop_app.core.check.passages import Passage, foreign_spans, title_spans
from desktop_app.core.check.rule import Rule
from desktop_app.core.text.sentences import Span

# For character classes: Han characters and the marks that close or open a quoted part.
HAN = "\u3400-\u4dbf\u4e00-\u9fff〇\uf900-\ufaff\U00020000-\U000323af"
CLOSING = "”’）》】〕」』"
OPENING = "“‘（《【〔「『"


@dataclass(frozen=True, slots=True)
class PatternRule:
    """A form that is wrong wherever its pattern matches.

    Attributes:
        rule: its name and sentences.
        pattern: what is wrong; the group `spot`, where there is one, is the part to replace, and
            a match in which it has no part is an exception that hides what it covers.
        mend: the right text for a match; None where only the writer can know it.
        in_titles: whether it also holds inside 《》.
    """

    rule: Rule
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str] | None
    in_titles: bool = True


def always(right: str) -> Callable[[re.Match[str]], str]:
    """A mend that does not depend on what was found."""
    return lambda _: right


def pattern_findings(rules: Iterable[PatternRule], passage: Passage) -> Iterator[Finding]:
    """What the rules find in a paragraph, rule by rule."""
    foreign = foreign_spans(passage.text)
    titles = title_spans(passage.text)
    for pattern_rule in rules:
        excluded = foreign if pattern_rule.in_titles else [*foreign, *titles]
        group = "spot" if "spot" in pattern_rule.pattern.groupindex else 0
        for match in pattern_rule.pattern.finditer(passage.text):
            spot = Span(*match.span(group))
            hidden = spot.start < 0 or any(
                spot.start < end and start < spot.end for start, end in excluded
            )
            if not hidden:
                right = pattern_rule.mend(match) if pattern_rule.mend else None
                yield pattern_rule.rule.finding(passage, spot, right)
