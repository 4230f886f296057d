"""What a check says: where in the draft, what is wrong, and what to write instead."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.errors import Language


class Severity(StrEnum):
    """How sure and how bad: an error breaks a standard, a warning is to be looked at."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in a draft.

    Attributes:
        rule: the rule's stable name, for example "half-width-punctuation".
        severity: how bad it is.
        start: where it begins, in code points of the text that was checked.
        end: where it ends: text[start:end] is what `replacement` stands for.
        replacement: the mend, empty to delete; None where only the writer can know it.
        chinese: one sentence that says what is wrong and what to write instead.
        english: the same in English.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    replacement: str | None
    chinese: str
    english: str

    def message(self, language: Language) -> str:
        """The sentence in the language of the interface."""
        return self.chinese if language == "zh" else self.english
