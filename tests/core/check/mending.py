"""How the tests of the check read its findings."""

from desktop_app.core.check.draft import check
from desktop_app.core.check.finding import Finding


def found(text: str, rule: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.rule == rule]


def spots(text: str, rule: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in found(text, rule)]


def mended(text: str, rule: str | None = None) -> str:
    """The text with every offered mend made, of one rule or of all."""
    for finding in sorted(check(text), key=lambda finding: -finding.start):
        if finding.replacement is not None and rule in (None, finding.rule):
            text = text[: finding.start] + finding.replacement + text[finding.end :]
    return text
