"""The same paper in every word processor's format, as LibreOffice saves it."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document

from desktop_app.core.reading.open_document import open_document_paragraphs
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.word import word_paragraphs
from desktop_app.core.reading.word97 import word97_paragraphs
from tests.core.reading.papers import PAPER
from tests.core.reading.word_files import (
    NAMESPACES,
    document,
    package,
    paragraph,
    run,
)

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]

_STARTER = Path(__file__).parents[3] / "resources" / "starter"
_READERS: dict[str, Callable[[bytes], list[RawParagraph]]] = {
    "docx": word_paragraphs,
    "doc": word97_paragraphs,
    "odt": open_document_paragraphs,
}
_OUTLINE = (
    (0, "一、", "总体要求"),
    (1, "（一）", "指导思想"),
    (2, "1.", "坚持人民至上"),
    (2, "2.", "坚持系统观念"),
    (1, "（二）", "工作目标"),
    (0, "二、", "主要任务"),
    (1, "（一）", "抓好产业"),
)
_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers in each format, a folder for each; `back` is .docx made from .odt."""
    folder = tmp_path_factory.mktemp("formats")
    made = folder / "docx"
    made.mkdir()
    (made / "paper.docx").write_bytes(_paper())
    (made / "outline.docx").write_bytes(_outline())
    for format_name in ("doc", "odt"):
        _convert(made, format_name, folder / format_name)
    _convert(folder / "odt", "docx", folder / "back")
    return folder


def _convert(source: Path, format_name: str, target: Path) -> None:
    command = [
        "soffice",
        f"-env:UserInstallation={(source.parent / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        format_name,
        "--outdir",
        str(target),
        *map(str, sorted(source.iterdir())),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def _paper() -> bytes:
    written = docx.Document()
    for text in _paper_texts():
        written.add_paragraph(text)
    return _saved(written)


def _saved(written: Document) -> bytes:
    buffer = io.BytesIO()
    written.save(buffer)
    return buffer.getvalue()


def _paper_texts() -> list[str]:
    starter = (path.read_text(encoding="utf-8") for path in sorted(_STARTER.glob("*.md")))
    return [*PAPER, *(line for text in starter for line in text.splitlines() if line.strip())]


def _outline() -> bytes:
    """A numbered list with what else a text may have: tables, boxes, deletions, hidden text."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{numerals}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for n, (numerals, text) in enumerate(_LEVELS)
    )
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    cells = "".join(f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>" for text in ("指标", "增速"))
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    deleted = (
        '<w:del w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">'
        "<w:r><w:delText>删去</w:delText></w:r></w:del>"
    )
    blocks = [
        *(_item(depth, text) for depth, _, text in _OUTLINE),
        paragraph(run("看见") + hidden + deleted + run("文字")),
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>",
        paragraph("末段"),
    ]
    return package(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _relationships("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relationships("numbering", "numbering.xml"),
            "word/document.xml": document(*blocks),
            "word/numbering.xml": numbering,
        }
    )


def _item(depth: int, text: str) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{run(text)}</w:p>"


_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_MAIN_TYPE}.numbering+xml"/></Types>'
)


def _relationships(kind: str, target: str) -> str:
    names = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{names}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{names}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def _texts(path: Path) -> list[str]:
    found = _READERS[path.suffix[1:]](path.read_bytes())
    return _without_spaces([each.text for each in found])


def _without_spaces(texts: Sequence[str]) -> list[str]:
    return [re.sub(r"\s", "", text) for text in texts]


@pytest.mark.parametrize("place", ["docx/{}.docx", "doc/{}.doc", "odt/{}.odt", "back/{}.docx"])
def test_each_format_gives_back_the_paper_and_its_numbers(folder: Path, place: str) -> None:
    assert _texts(folder / place.format("paper")) == _without_spaces(_paper_texts())
    numbered = [number + text for _, number, text in _OUTLINE]
    assert _texts(folder / place.format("outline")) == [
        *numbered,
        "看见文字",
        "指标",
        "增速",
        "末段",
    ]
