"""What the styles of a .docx say of its paragraphs: their roles, numbers and hidden text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from desktop_app.core.document.paragraph import HEADINGS, Role
from desktop_app.core.reading.word_names import W, is_on, number, value

_LONGEST_CHAIN = 20  # styles based on each other; Word allows 11
_ROLES = {"title": Role.TITLE}
_ROLES |= {f"heading {level}": role for level, role in enumerate(HEADINGS, start=1)}


@dataclass(frozen=True, slots=True)
class Style:
    """A style's own settings; None where it leaves one to the style it is based on."""

    name: str = ""
    base: str = ""
    num_id: str | None = None
    depth: int | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids, and the id of the default paragraph style."""

    by_id: Mapping[str, Style]
    default: str = ""

    def role(self, style_id: str) -> Role | None:
        """The role of paragraphs in this style, by Word's own names for its styles."""
        style = self.by_id.get(style_id)
        return _ROLES.get(style.name) if style else None

    def chain(self, style_id: str) -> Iterator[tuple[str, Style]]:
        """The style and those it is based on, which may form a circle."""
        for _ in range(_LONGEST_CHAIN):
            if style_id not in self.by_id:
                return
            yield style_id, self.by_id[style_id]
            style_id = self.by_id[style_id].base

    def hides(self, style_id: str) -> bool:
        """Whether text in this style is hidden."""
        settings = (style.hidden for _, style in self.chain(style_id))
        return next((hidden for hidden in settings if hidden is not None), False)


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of word/styles.xml; none where the part is missing."""
    if root is None:
        return Styles({})
    by_id, default = {}, ""
    for element in root.iter(W + "style"):
        style_id = element.get(W + "styleId", "")
        by_id[style_id] = Style(
            name=(value(element, "name") or "").lower(),
            base=value(element, "basedOn") or "",
            num_id=value(element, "pPr/numPr/numId"),
            depth=number(value(element, "pPr/numPr/ilvl")),
            hidden=is_on(element, "rPr/vanish"),
        )
        is_paragraph = element.get(W + "type") == "paragraph"
        if is_paragraph and element.get(W + "default") in ("1", "true", "on"):
            default = style_id
    return Styles(by_id, default)
