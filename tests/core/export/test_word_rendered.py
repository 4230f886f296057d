"""Word files as LibreOffice lays them out: lines and characters are counted on the page."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.export.house_style import HouseStyle
from desktop_app.core.export.word import word_document

_POINTS_PER_MM = 72 / 25.4
_LEFT, _RIGHT = 28 * _POINTS_PER_MM, (210 - 26) * _POINTS_PER_MM
_TOP, _BOTTOM = 37 * _POINTS_PER_MM, (297 - 35) * _POINTS_PER_MM
_ONE = 15.75  # points of one 三号 character
_LINE = 28.95
_ENDS = range(17, 23)  # lines of text after which a signature comes near the end of a page
_FILLER = "汉字排版"

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]


@dataclass(frozen=True)
class Line:
    """A line of print: its text, its baseline from the top of the page, its ends, in points."""

    text: str
    baseline: float
    left: float
    right: float


Pages = list[list[Line]]


@pytest.fixture(scope="module")
def papers(notice: list[Paragraph]) -> Mapping[str, list[Paragraph]]:
    """What is printed: full pages, all roles, a title that wraps, and signatures near page ends."""
    sign_off = [Paragraph("市委办公室", Role.SIGNATURE), Paragraph("2026年1月2日", Role.DATE)]
    long_title = "关于认真学习贯彻落实全市安全生产工作电视电话会议精神的通知"
    papers = {
        "full": [Paragraph(_han(3 * 22 * 28 - 2))],
        "notice": notice,
        "wrapped": [Paragraph(long_title, Role.TITLE), Paragraph("现通知如下。")],
    }
    papers["signed"] = [
        Paragraph("现通知如下。"),
        Paragraph("国务院办公厅", Role.SIGNATURE),
        Paragraph("二〇二六年一月二日", Role.DATE),
    ]
    for lines in _ENDS:
        last = Paragraph(_han(2 * 28 - 2))
        papers[f"end{lines}"] = [Paragraph(_han((lines - 2) * 28 - 2)), last, *sign_off]
    return papers


@pytest.fixture(scope="module")
def printed(
    papers: Mapping[str, list[Paragraph]],
    gongwen: HouseStyle,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Pages]:
    """The lines of each page of each paper."""
    folder = tmp_path_factory.mktemp("printed")
    for name, paper in papers.items():
        (folder / f"{name}.docx").write_bytes(word_document(paper, gongwen))
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *(str(folder / f"{name}.docx") for name in papers),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: _pages(folder / f"{name}.pdf") for name in papers}


def _han(length: int) -> str:
    return (_FILLER * length)[:length]


def _pages(path: Path) -> Pages:
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(path) as pdf:
        return [_lines(page.chars, float(page.height)) for page in pdf.pages]


def _lines(characters: list[dict[str, Any]], height: float) -> list[Line]:
    """Characters on one baseline, whatever their fonts, from left to right."""
    rows: dict[int, list[dict[str, Any]]] = {}
    for character in characters:
        if character["text"].strip():
            rows.setdefault(round(character["matrix"][5]), []).append(character)
    lines = []
    for row in rows.values():
        row.sort(key=lambda character: character["x0"])
        text = "".join(character["text"] for character in row)
        lines.append(Line(text, height - row[0]["matrix"][5], row[0]["x0"], row[-1]["x1"]))
    return sorted(lines, key=lambda line: line.baseline)


def _text_lines(page: list[Line]) -> list[Line]:
    """The lines in the type area, the page number left out."""
    return [line for line in page if line.baseline < _BOTTOM + 2]


def test_a_full_page_has_22_lines_of_28_characters(printed: dict[str, Pages]) -> None:
    lengths = [[len(line.text) for line in _text_lines(page)] for page in printed["full"]]

    assert lengths == [[26] + 21 * [28], 22 * [28], 22 * [28]]


def test_full_lines_reach_from_edge_to_edge(printed: dict[str, Pages]) -> None:
    for line in _text_lines(printed["full"][1]):
        assert line.left == pytest.approx(_LEFT, abs=0.5)
        assert line.right == pytest.approx(_RIGHT, abs=1.5)


def test_lines_keep_their_distance_and_stay_in_the_type_area(printed: dict[str, Pages]) -> None:
    baselines = [line.baseline for line in _text_lines(printed["full"][1])]

    assert baselines[0] - 16 > _TOP
    assert baselines[-1] < _BOTTOM
    assert (baselines[-1] - baselines[0]) / 21 == pytest.approx(_LINE, abs=0.05)


def test_page_numbers_stand_outside_one_character_from_the_edge(
    printed: dict[str, Pages],
) -> None:
    numbers = [page[-1] for page in printed["full"]]

    assert [number.text for number in numbers] == ["—1—", "—2—", "—3—"]
    assert numbers[0].right == pytest.approx(_RIGHT - 14, abs=1)
    assert numbers[1].left == pytest.approx(_LEFT + 14, abs=1)
    assert numbers[2].right == pytest.approx(_RIGHT - 14, abs=1)


def test_the_dash_of_a_page_number_is_7_millimetres_below_the_type_area(
    printed: dict[str, Pages],
) -> None:
    for page in printed["full"]:
        dash = page[-1].baseline - 0.36 * 14  # a dash lies a third of its size above the baseline
        assert (dash - _BOTTOM) / _POINTS_PER_MM == pytest.approx(7, abs=1)


def test_the_lines_of_a_title_are_centred_and_one_line_apart(printed: dict[str, Pages]) -> None:
    for name in ("notice", "wrapped"):
        first, second = printed[name][0][:2]
        assert second.baseline - first.baseline == pytest.approx(_LINE, abs=0.1)
        for line in (first, second):
            assert line.left + line.right == pytest.approx(_LEFT + _RIGHT, abs=2)
    assert len(printed["wrapped"][0][0].text) == 20


def test_one_empty_line_parts_title_and_text(printed: dict[str, Pages]) -> None:
    _, second, text = printed["wrapped"][0][:3]

    assert text.baseline - second.baseline == pytest.approx(2 * _LINE, abs=4)
    assert text.left == pytest.approx(_LEFT + 2 * _ONE, abs=0.5)


def test_a_date_begins_two_characters_right_of_the_signature(printed: dict[str, Pages]) -> None:
    signature, date = _text_lines(printed["signed"][0])[-2:]

    assert date.left - signature.left == pytest.approx(2 * _ONE, abs=0.5)
    assert date.right == pytest.approx(_RIGHT - 2 * _ONE, abs=1)


def test_a_signature_never_stands_on_a_page_without_text(printed: dict[str, Pages]) -> None:
    broken = 0
    for lines in _ENDS:
        pages = printed[f"end{lines}"]
        last = [line.text for line in _text_lines(pages[-1])]
        broken += len(pages) > 1
        assert last[-2:] == ["市委办公室", "2026年1月2日"]
        assert _FILLER in last[-3]
    assert broken >= 3, "too few papers reach the end of their page"


def test_an_attached_paper_begins_a_page_with_its_title_on_the_third_line(
    printed: dict[str, Pages],
) -> None:
    mark, title = printed["notice"][-1][:2]

    assert (mark.text, title.text) == ("附件1", "任务分工表")
    assert mark.left == pytest.approx(_LEFT, abs=0.5)
    assert title.baseline - mark.baseline == pytest.approx(2 * _LINE, abs=4)


def test_attachments_are_listed_one_below_the_other(printed: dict[str, Pages]) -> None:
    lines = [line for page in printed["notice"] for line in page]
    (first,) = [line for line in lines if line.text.startswith("附件：1.")]
    (second,) = [line for line in lines if line.text.startswith("2.联系人")]

    assert first.left == pytest.approx(_LEFT + 2 * _ONE, abs=0.5)
    assert second.left == pytest.approx(_LEFT + 5 * _ONE, abs=1.5)
