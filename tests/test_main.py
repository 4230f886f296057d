import gc
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app import __version__, cli
from desktop_app.main import VERBS, main
from tests.command_line import ROOT, CommandLine

_WITHOUT_QT = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
"""
_ALL_BELOW_THE_WINDOW = """
import importlib, pkgutil
import desktop_app.core, desktop_app.session
import desktop_app.main, desktop_app.cli, desktop_app.cli_import
count = 0
for package in (desktop_app.core, desktop_app.session):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
        count += 1
print(count)
"""
_HEAVY = ("numpy", "lxml", "docx", "jieba", "sqlite3", "yaml", "desktop_app.cli")
_LOADED = """
import sys
import desktop_app.ui.application
print(*sorted(sys.modules))
"""


def _python(script: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_verbs_that_are_known_without_the_command_line_are_those_it_has() -> None:
    assert set(cli._VERBS) == VERBS


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """What was started, and with which arguments; nothing of it runs."""
    calls: list[tuple[str, list[str]]] = []

    def note(name: str, arguments: Sequence[str]) -> int:
        calls.append((name, list(arguments)))
        return 7

    monkeypatch.setattr(cli, "run", lambda arguments: note("verb", arguments))
    window = ModuleType("application")  # in place of Qt, which these tests do without
    monkeypatch.setattr(window, "run_window", lambda arguments: note("window", arguments), False)
    monkeypatch.setitem(sys.modules, "desktop_app.ui.application", window)
    monkeypatch.setattr(os, "umask", lambda _: 0)
    monkeypatch.setattr(gc, "disable", lambda: None)
    return calls


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["讲话.md"],
        ["--library", "库"],
        ["--library", "库", "讲话.md"],
        ["--library=库", "讲话.md"],
        ["--library", "stats"],
        ["--library=stats"],
        ["--library"],
        ["./stats"],
        ["讲话.md", "stats"],
        ["--", "stats"],
        ["搜索"],
        [""],
    ],
)
def test_without_a_verb_there_is_a_window(
    started: list[tuple[str, list[str]]], arguments: list[str]
) -> None:
    assert main(arguments) == 7
    assert started == [("window", arguments)]


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_with_a_verb_there_is_none(started: list[tuple[str, list[str]]], verb: str) -> None:
    for arguments in ([verb], ["--library", "库", verb, "x"], ["--library=stats", verb, "--json"]):
        started.clear()
        assert main(arguments) == 7
        assert started == [("verb", arguments)]


@pytest.mark.parametrize("question", ["-h", "--help", "--version"])
def test_questions_about_the_program_need_no_window(
    started: list[tuple[str, list[str]]], question: str
) -> None:
    main([question])
    main(["--library", "库", question])
    assert [name for name, _ in started] == ["verb", "verb"]


def test_the_arguments_of_the_process_are_taken_where_none_are_given(
    started: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["bijia", "stats", "--json"])
    main()
    assert started == [("verb", ["stats", "--json"])]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_whatever_the_program_makes_is_its_owners_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bijia = CommandLine(tmp_path / "home", monkeypatch)
    draft = tmp_path / "讲话.md"
    draft.write_text("# 讲话\n", encoding="utf-8")
    bijia.process("import", draft)
    bijia.process("export", draft, tmp_path / "讲话.docx")
    made = [tmp_path / "讲话.docx", *(tmp_path / "home").rglob("*")]
    assert len(made) > 3
    assert [path for path in made if path.stat().st_mode & 0o077] == []


def test_the_program_is_started_as_a_module_and_ends_with_its_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bijia = CommandLine(tmp_path, monkeypatch)
    assert bijia.process("--version").out == f"bijia {__version__}\n"
    assert bijia.process("check", tmp_path / "没有.md").status == 1


def test_everything_below_the_window_does_without_qt() -> None:
    done = _python(_WITHOUT_QT + _ALL_BELOW_THE_WINDOW)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 80
    blocked = _python(_WITHOUT_QT + "import desktop_app.ui.application")
    assert blocked.returncode == 1
    assert "ModuleNotFoundError: PySide6" in blocked.stderr


def test_a_verb_runs_without_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CommandLine(tmp_path, monkeypatch)
    script = "from desktop_app.main import main; sys.exit(main(sys.argv[1:]))"
    done = _python(_WITHOUT_QT + script, "--library", str(tmp_path / "library"), "stats", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"documents": 0' in done.stdout


def test_the_window_starts_without_what_only_the_library_and_the_files_need() -> None:
    """Loading it would take longer than the window itself."""
    pytest.importorskip("PySide6")
    done = _python(_LOADED)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert [name for name in _HEAVY if name in loaded] == []
