"""What every reader delivers."""

from typing import NamedTuple

from desktop_app.core.document.paragraph import Role


class RawParagraph(NamedTuple):
    """A paragraph as it stands in the file, and the role its format gives it, if any."""

    text: str
    hint: Role | None = None
