"""The check of a whole draft: every mechanical rule over every paragraph."""

from collections.abc import Iterable, Iterator
from itertools import chain

from desktop_app.core.check.attachments import attachment_findings
from desktop_app.core.check.figures import FIGURE_RULES
from desktop_app.core.check.finding import Finding
from desktop_app.core.check.leftovers import doubled_paragraph_findings, leftover_findings
from desktop_app.core.check.numbering import numbering_findings
from desktop_app.core.check.pairs import pair_findings
from desktop_app.core.check.passages import Passage, split_passages
from desktop_app.core.check.patterns import pattern_findings
from desktop_app.core.check.punctuation import PUNCTUATION_RULES
from desktop_app.core.check.section_marks import SECTION_MARK_RULES
from desktop_app.core.check.spaces import space_findings

_PATTERN_RULES = (*SECTION_MARK_RULES, *FIGURE_RULES, *PUNCTUATION_RULES)


def check(text: str) -> list[Finding]:
    """Everything that is mechanically wrong in a draft, in the order of the text.

    Args:
        text: the whole text of a draft, one paragraph a line; a YAML head and the signs of
            Markdown headings are allowed and not looked at.

    Returns:
        Findings in order. Those about a section's number or a whole paragraph may overlap others;
        the rest stand apart, so that their mends can be made all at once.
    """
    passages = split_passages(text)
    small = chain(
        attachment_findings(passages),
        chain.from_iterable(_passage_findings(passage) for passage in passages),
        pair_findings(passages),
    )
    large = chain(numbering_findings(passages), doubled_paragraph_findings(passages))
    return sorted([*_apart(small), *large], key=lambda finding: (finding.start, finding.end))


def _passage_findings(passage: Passage) -> Iterator[Finding]:
    yield from leftover_findings(passage)
    yield from pattern_findings(_PATTERN_RULES, passage)
    yield from space_findings(passage)


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Where two findings overlap, the one found first: the more special rules come first."""
    taken: set[int] = set()
    for finding in findings:
        places = range(finding.start, finding.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield finding
