from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.ui.library.originals import open_folder_of, open_original

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was told to open."""
    asked: list[Path] = []

    def take(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


def test_the_first_file_that_is_there_is_opened(tmp_path: Path, opened: list[Path]) -> None:
    there = tmp_path / "百分之 100%#讲话.docx"
    there.touch()
    assert open_original([str(tmp_path / "没有了.docx"), str(there)]) == ""
    assert opened == [there]


def test_a_paper_in_an_archive_leads_to_the_archive(tmp_path: Path, opened: list[Path]) -> None:
    archive = tmp_path / "历年.zip"
    archive.touch()
    assert open_original([str(archive / "2019" / "讲话.docx")]) == ""
    assert opened == [archive]


def test_a_file_that_is_gone_is_told_with_its_path(tmp_path: Path, opened: list[Path]) -> None:
    gone = str(tmp_path / "讲话.docx")
    assert open_original([gone]) == f"原件已经不在了：{gone}"
    assert opened == []


def test_a_file_that_no_program_opens_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    file = tmp_path / "讲话.wps"
    file.touch()
    assert open_original([str(file)]) == "这台电脑上没有能打开“讲话.wps”的程序。"
    assert open_folder_of(str(file)) == f"文件夹打不开：{tmp_path}"


def test_the_folder_of_a_file_is_opened_even_if_the_file_is_gone(
    tmp_path: Path, opened: list[Path]
) -> None:
    assert open_folder_of(str(tmp_path / "讲话.docx")) == ""
    assert opened == [tmp_path]
    gone = tmp_path / "没有"
    assert open_folder_of(str(gone / "讲话.docx")) == f"文件夹已经不在了：{gone}"
