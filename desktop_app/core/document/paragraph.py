"""A paper or a draft as a list of paragraphs with roles."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for in an official paper."""

    TITLE = "title"
    BYLINE = "byline"
    SALUTATION = "salutation"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    BODY = "body"
    ATTACHMENT = "attachment"
    SIGNATURE = "signature"
    DATE = "date"

    @property
    def level(self) -> int:
        """1 to 4 for a heading, else 0."""
        return _LEVELS.get(self, 0)


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
_LEVELS = {role: level for level, role in enumerate(HEADINGS, start=1)}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text, without line breaks.

    Attributes:
        text: literal text, numbers included.
        role: what it is.
        run_in: for a heading that runs on into body text, the length of the heading in
            characters (`（一）加强领导。各级…`); 0 where the whole paragraph is of its role.
    """

    text: str
    role: Role = Role.BODY
    run_in: int = 0

    @property
    def heading(self) -> str:
        """The heading's own words, number included and closing mark left off; empty for others."""
        if not self.role.level:
            return ""
        return (self.text[: self.run_in] if self.run_in else self.text).strip().rstrip("。；：:")

    @property
    def body(self) -> str:
        """The running text: a body paragraph, what follows a run-in heading, or nothing."""
        if self.role is Role.BODY:
            return self.text
        return self.text[self.run_in :] if self.run_in else ""
