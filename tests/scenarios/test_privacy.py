"""Nothing leaves the machine, and nobody else on it can read along."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.places import Places, resources
from tests.scenarios.conftest import WindowOpener, wait_for_cards

_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.ui import application
from desktop_app.ui.window.main_window import MainWindow

def work(window):
    window.parts.importer.import_paths([Path(sys.argv[2])])
    window.parts.editor.insert_text("在会议上的讲话\\n同志们：\\n做好群众工作")
    window.parts.panel.search.query.setText("群众")
    window.parts.words.export(Path(sys.argv[3]))
    window.parts.importer.ended.connect(lambda _: QTimer.singleShot(1500, finish))
    def finish():
        window.parts.editor.draft.setModified(False)
        window.close()

start = MainWindow.start
MainWindow.start = lambda window, draft: (start(window, draft), work(window))
application.run_window(["--library", sys.argv[1]])
"""


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_no_process_of_the_program_ever_opens_a_network_socket(home: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    out = tmp_path / "out.docx"
    command = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace)]
    arguments = [str(home / "library"), str(resources() / "starter"), str(out)]
    done = subprocess.run(
        [*command, sys.executable, "-c", _SCRIPT, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    if b"ptrace" in done.stderr.lower():
        pytest.skip("processes may not be traced here")
    assert done.returncode == 0, done.stderr.decode()
    assert out.exists()
    calls = trace.read_text(encoding="utf-8")
    families = set(re.findall(r"AF_[A-Z0-9]+", calls))
    assert "AF_UNIX" in families  # the trace saw something: the door for a second start
    assert families <= {"AF_UNIX"}


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_every_file_of_the_program_is_its_owners_only(
    places: Places, open_window: WindowOpener, qtbot: QtBot, home: Path
) -> None:
    window = open_window(places)
    window.parts.editor.insert_text("在会议上的讲话\n同志们：\n做好群众工作")
    wait_for_cards(window, qtbot)
    window.parts.panel.search.query.setText("群众")
    window.parts.journal.write()
    qtbot.wait(500)
    window.parts.editor.draft.setModified(False)
    window.close()
    made = [
        path
        for folder in (places.library, places.state, places.settings.parent)
        for path in (folder, *folder.rglob("*"))
        if path.exists()
    ]
    assert any(path.name == "library.sqlite" for path in made)
    assert any(path.name == "settings.json" for path in made)
    shown = [str(path.relative_to(home)) for path in made if path.stat().st_mode & 0o077]
    assert shown == []


@pytest.mark.usefixtures("home")
def test_the_program_sets_its_mask_before_anything_else() -> None:
    script = (
        "import os, sys; from desktop_app.main import main; main(['stats', '--json']); "
        "print(oct(os.umask(0)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0o77"
