"""Exporting a draft to Word in a house style."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.document.draft_file import DraftFile
from desktop_app.core.document.paragraph import Paragraph
from desktop_app.core.document.properties import infer_properties
from desktop_app.core.document.structure import parse
from desktop_app.core.errors import StyleUnknown
from desktop_app.core.export.house_style import fonts_named
from desktop_app.core.export.house_style_file import read_house_style
from desktop_app.core.export.word import word_document
from desktop_app.session.files import write_atomically

_SPOKEN = ("讲话", "发言", "致辞", "主持词", "政府工作报告")
_WRITTEN_STYLE, _SPOKEN_STYLE = "gongwen", "speech"


def export_draft(
    draft: DraftFile, path: Path, resources: Path, style_name: str = ""
) -> tuple[str, ...]:
    """Write a draft as a Word file; the names of the fonts that it asks for.

    Args:
        draft: its paragraphs and head; the head's entry `style` may name the house style.
        path: of the Word file; an existing one is replaced whole.
        resources: folder of the program's resources.
        style_name: of the house style; empty for the draft's own, or the one that suits its genre.

    Raises:
        StyleUnknown: if there is no such house style.
        HouseStyleUnusable: if the house style's file is wrong.
        FileNotWritten: with the reason; what stood there before is untouched.
    """
    paragraphs = parse(draft.texts, draft.hints)
    name = style_name or str(draft.head.get("style") or _suiting_style(paragraphs))
    styles = {file.stem: file for file in sorted((resources / "styles").glob("*.toml"))}
    if name not in styles:
        raise StyleUnknown(name=name, known="、".join(styles))
    style = read_house_style(styles[name])
    write_atomically(path, word_document(paragraphs, style))
    return fonts_named(style)


def _suiting_style(paragraphs: Sequence[Paragraph]) -> str:
    genre = infer_properties(paragraphs, name="").genre
    return _SPOKEN_STYLE if genre in _SPOKEN else _WRITTEN_STYLE
