"""A rule: its stable name and the sentences that its findings show."""

from dataclasses import dataclass

from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.passages import Passage
from desktop_app.core.text.sentences import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """What can be wrong, apart from how it is found.

    Attributes:
        name: the stable name that findings carry.
        severity: of each finding.
        chinese: the sentence; {found} and {right} stand for the spot and its replacement, other
            gaps are filled by whoever makes the finding.
        english: the same in English.
    """

    name: str
    severity: Severity
    chinese: str
    english: str

    def finding(
        self, passage: Passage, spot: Span, right: str | None = None, **gaps: object
    ) -> Finding:
        """A finding at a spot of a paragraph; `right` is the replacement, if one is known."""
        gaps |= {"found": passage.text[spot.start : spot.end].strip(), "right": right}
        return Finding(
            self.name,
            self.severity,
            passage.start + spot.start,
            passage.start + spot.end,
            right,
            self.chinese.format_map(gaps),
            self.english.format_map(gaps),
        )
