import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import desktop_app
from desktop_app.core.errors import Language
from desktop_app.ui.bridge.program import error_text, program_process


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_process_speaks_the_windows_language(language: Language) -> None:
    parent = QObject()
    environment = program_process(["stats"], language, parent).processEnvironment()
    assert environment.value("BIJIA_LANGUAGE") == language
    assert environment.value("PYTHONIOENCODING") == "utf-8"
    assert environment.value("OPENBLAS_NUM_THREADS") == "1"


def test_the_process_finds_the_package_first_and_keeps_the_users_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    parent = QObject()
    process = program_process([], "zh", parent)
    path = process.processEnvironment().value("PYTHONPATH").split(os.pathsep)
    assert path == [str(Path(desktop_app.__file__).parents[1]), "/elsewhere"]


def test_python_runs_the_package_with_the_verb() -> None:
    parent = QObject()
    process = program_process(["--library", "库", "serve"], "zh", parent)
    assert process.program() == sys.executable
    assert process.arguments() == ["-m", "desktop_app", "--library", "库", "serve"]


def test_a_packaged_program_is_its_own_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    parent = QObject()
    assert program_process(["serve"], "zh", parent).arguments() == ["serve"]


def test_what_it_says_on_its_standard_error_is_text(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    process = program_process(["export", str(tmp_path / "没有.md"), "out.docx"], "zh", parent)
    with qtbot.waitSignal(process.finished, timeout=20_000):
        process.start()
    assert error_text(process).startswith("找不到这个文件")
    assert error_text(process) == ""
