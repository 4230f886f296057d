"""The wheel is whole: unpacked in an empty folder the program runs and finds its resources."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=_PROJECT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("bijia-*.whl")
    return built


def test_the_wheel_carries_every_resource(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        carried = {name for name in package.namelist() if name.startswith("desktop_app/resources/")}
    resources = {
        f"desktop_app/{path.relative_to(_PROJECT).as_posix()}"
        for path in (_PROJECT / "resources").rglob("*")
        if path.is_file()
    }
    assert resources
    assert carried == resources


def test_the_wheel_carries_neither_tests_nor_hidden_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = package.namelist()
    assert not [name for name in names if name.startswith(("tests/", "."))]


def test_installed_in_an_empty_folder_the_program_works(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(wheel) as package:
        package.extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(tmp_path)}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "desktop_app", "--library", "library", *arguments]
        done = subprocess.run(
            command, cwd=empty, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    where = "import desktop_app, desktop_app.session.places as p; print(p.resources())"
    found = subprocess.run(
        [sys.executable, "-c", where],
        cwd=empty,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(found.stdout.strip()) == site / "desktop_app" / "resources"
    run("import", str(site / "desktop_app" / "resources" / "starter"))
    assert '"documents": 6' in run("stats", "--json")
    draft = empty / "讲话.md"
    draft.write_text("# 在会议上的讲话\n\n同志们：\n", encoding="utf-8")
    run("export", str(draft), "讲话.docx")
    assert (empty / "讲话.docx").stat().st_size > 1000
