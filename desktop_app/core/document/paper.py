"""A paper of the archive."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.document.properties import Properties, infer_properties
from desktop_app.core.document.structure import parse


@dataclass(frozen=True, slots=True)
class Paper:
    """A parsed paper: the name of its file, what it says of itself, and its paragraphs."""

    name: str
    properties: Properties
    paragraphs: tuple[Paragraph, ...]

    @classmethod
    def of(cls, texts: Sequence[str], hints: Sequence[Role | None], name: str) -> "Paper":
        """Parse clean paragraphs; `name` is the file's without folder and extension."""
        paragraphs = parse(texts, hints)
        return cls(name, infer_properties(paragraphs, name), paragraphs)

    @property
    def characters(self) -> int:
        """Code points of all paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)
