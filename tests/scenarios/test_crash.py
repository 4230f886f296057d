"""The program is killed while somebody writes; nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.journal import Journal
from desktop_app.session.places import Places
from tests.scenarios.conftest import WindowOpener

_WRITER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop_app.session.places import user_places
from desktop_app.ui.application import make_window

application = QApplication(["bijia"])
window = make_window(application, user_places(Path(sys.argv[1])))
window.show()
window.start(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
count = 0

def write():
    global count
    count += 1
    window.parts.editor.insert_text(f"第{count}句话。")
    print(count, time.time(), flush=True)

timer = QTimer(interval=100)
timer.timeout.connect(write)
timer.start()
application.exec()
"""


def _write_and_be_killed(arguments: list[str], seconds: float) -> list[tuple[int, float]]:
    """Write a sentence every tenth of a second; what was written when, until the kill."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            lines.append(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        process.wait()
    written = (line.split() for line in lines if line.strip())
    return [(int(count), float(when)) for count, when in written]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_was_written_two_seconds_before_a_kill_comes_back(
    places: Places, open_window: WindowOpener
) -> None:
    written = _write_and_be_killed([str(places.library)], seconds=4)
    killed = written[-1][1]
    safe = max(count for count, when in written if when <= killed - 2)
    window = open_window(places)
    text = window.parts.editor.toPlainText()
    assert text.startswith("第1句话。第2句话。")
    assert f"第{safe}句话。" in text
    assert window.parts.editor.draft.isModified()
    assert "恢复" in window.parts.message.text


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_leaves_the_file_as_it_was_saved_and_knows_it_again(
    places: Places, open_window: WindowOpener, tmp_path: Path
) -> None:
    draft = tmp_path / "讲话.md"
    draft.write_text("# 在会议上的讲话\n\n同志们：\n", encoding="utf-8")
    _write_and_be_killed([str(places.library), str(draft)], seconds=2.5)
    assert draft.read_text(encoding="utf-8") == "# 在会议上的讲话\n\n同志们：\n"
    window = open_window(places)
    assert window.parts.keeper.path == draft
    assert window.parts.keeper.save()
    assert "第1句话。" in draft.read_text(encoding="utf-8")
    assert Journal(places.state).read() is None


def test_a_draft_without_changes_leaves_no_journal(
    places: Places, open_window: WindowOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    draft = tmp_path / "讲话.md"
    draft.write_text("# 在会议上的讲话\n", encoding="utf-8")
    window = open_window(places, draft)
    window.parts.preferences.zoom(1)
    qtbot.wait(1300)
    assert Journal(places.state).read() is None
