import pytest

from desktop_app.core.errors import (
    FileDamaged,
    FileEncrypted,
    FileRefused,
    FileScanned,
    FileTooLong,
)
from desktop_app.core.reading import pdf
from desktop_app.core.reading.pdf import pdf_paragraphs
from tests.core.reading.papers import PAPER
from tests.core.reading.pdf_files import LOCKED, Drawn, pdf_file, pdf_of, printed

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in pdf_paragraphs(data)]


def test_printed_lines_become_the_papers_paragraphs_again() -> None:
    assert texts(printed(*PAPER)) == list(PAPER)


def test_a_paragraph_goes_on_over_the_page_and_its_number() -> None:
    assert texts(printed(*PAPER, lines=5)) == list(PAPER)


def test_letters_digits_and_spaces_are_kept() -> None:
    assert texts(pdf_file([Drawn("Report 2024 on 工作", 90, 700)])) == ["Report 2024 on 工作"]


def test_a_wide_gap_in_a_line_stands_for_a_space() -> None:
    page = [Drawn("省长", 90, 700), Drawn("某某", 200, 700)]
    assert texts(pdf_file(page)) == ["省长 某某"]


@pytest.mark.parametrize("page", [[], [Drawn("", 90, 700)]])
def test_a_file_without_characters_is_scanned(page: list[Drawn]) -> None:
    with pytest.raises(FileScanned) as caught:
        pdf_paragraphs(pdf_file(page, page))
    assert "扫描" in caught.value.sentence("zh")


def test_page_numbers_alone_are_no_text() -> None:
    page = [Drawn("- 1 -", 290, 40, 12)]
    with pytest.raises(FileScanned):
        pdf_paragraphs(pdf_file(page, page))


def test_a_locked_file_asks_for_one_without_a_password() -> None:
    with pytest.raises(FileEncrypted):
        pdf_paragraphs(pdf_file([Drawn("工作报告", 90, 700)], encrypt=LOCKED))


@pytest.mark.parametrize("share", [n / 20 for n in range(1, 20)])
def test_a_file_that_is_cut_off_is_damaged(share: float) -> None:
    data = printed(*PAPER)
    with pytest.raises(FileDamaged):
        pdf_paragraphs(data[: int(len(data) * share)])


def test_bytes_that_are_no_pdf_are_damaged() -> None:
    for data in (b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%%EOF"):
        with pytest.raises(FileDamaged):
            pdf_paragraphs(data)


def test_a_page_that_is_not_there_makes_the_file_damaged() -> None:
    with pytest.raises(FileDamaged):
        pdf_paragraphs(pdf_file([Drawn("工作报告", 90, 700)], count=3))


def test_more_pages_or_characters_than_a_paper_has_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = [Drawn("工作报告", 90, 700)]
    with pytest.raises(FileTooLong):
        pdf_paragraphs(pdf_file(page, count=2001))
    monkeypatch.setattr(pdf, "CHARACTERS", 7)
    assert texts(pdf_file(page)) == ["工作报告"]
    with pytest.raises(FileTooLong):
        pdf_paragraphs(pdf_file(page, page))


@pytest.mark.parametrize(
    "tree",
    [
        b"<</Type/Pages/Kids[2 0 R]/Count 5>>",
        b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[1 0 R]/Count -1>>",
    ],
)
def test_a_tree_of_pages_that_loops_has_an_end(tree: bytes) -> None:
    with pytest.raises(FileRefused):
        pdf_paragraphs(pdf_of([CATALOGUE, tree]))
