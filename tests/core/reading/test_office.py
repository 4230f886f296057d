"""Papers as LibreOffice saves them in each format: every paragraph comes back as it was."""

import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from desktop_app.core.reading.paper import read_raw
from tests.core.reading.papers import PAPER

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]
_FORMATS = ("rtf", "pdf", "html", "txt:Text (encoded):UTF8")
_HEAD = "内部资料　注意保存"
_YEARS = "甲乙丙丁戊己庚辛壬癸"
_LONG = (*PAPER, *(f"{year}年，{text}" for year in _YEARS for text in PAPER[2:]))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one paper of many paragraphs in each format."""
    folder = tmp_path_factory.mktemp("saved")
    source = folder / "source" / "paper.docx"
    source.parent.mkdir()
    source.write_bytes(_document(_LONG))
    for kind in _FORMATS:
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize("extension", [kind.split(":")[0] for kind in _FORMATS])
def test_every_paragraph_comes_back(saved: Path, extension: str) -> None:
    assert len(_LONG) > 80
    found = [_squeezed(p.text) for p in read_raw(saved / f"paper.{extension}")]
    assert found == [_squeezed(text) for text in _LONG]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _document(texts: Sequence[str]) -> bytes:
    """A paper in Word as offices set it: indented, justified, with a head on each page."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    document.sections[0].header.paragraphs[0].text = _HEAD
    for n, text in enumerate(texts):
        paragraph = document.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if n else WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.first_line_indent = Pt(32) if n else None
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
