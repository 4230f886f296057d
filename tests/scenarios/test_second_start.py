"""The program is started again while its window is open."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.session.places import Places
from desktop_app.ui.doorkeeper import Doorkeeper
from desktop_app.ui.single_instance import claim
from tests.scenarios.conftest import WindowOpener


def _start_again(places: Places, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "desktop_app", "--library", str(places.library), *arguments]
    return subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test_its_file_is_opened_in_the_window_that_is_there(
    places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = tmp_path / "第二份 草稿.md"
    draft.write_text("# 关于做好工作的通知\n", encoding="utf-8")
    lock = claim(places.state)
    window = open_window(places)
    door = Doorkeeper(places.state, window)
    door.called.connect(window.come_forward)
    with _start_again(places, str(draft)) as second:
        qtbot.waitUntil(lambda: window.parts.keeper.path == draft, timeout=20_000)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert window.parts.editor.toPlainText() == "关于做好工作的通知"
    assert lock is not None


def test_without_a_file_the_window_comes_to_the_front(places: Places, qtbot: QtBot) -> None:
    lock = claim(places.state)
    parent = QObject()
    door = Doorkeeper(places.state, parent)
    with qtbot.waitSignal(door.called, timeout=20_000) as called, _start_again(places) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert called.args == [None]
    assert lock is not None


def test_another_library_has_a_window_of_its_own(home: Path) -> None:
    first, second = home / "one", home / "two"
    assert claim(first) is not None
    assert claim(second) is not None


def test_a_lock_is_held_as_long_as_it_lives(home: Path) -> None:
    lock = claim(home / "state")
    assert claim(home / "state") is None
    del lock
    assert claim(home / "state") is not None
