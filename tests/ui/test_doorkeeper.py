import os
import secrets
import stat
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer
from pytestqt.qtbot import QtBot

from desktop_app.ui.doorkeeper import Doorkeeper, _name, hand_over


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A folder whose name no other test has: the sockets of all lie in one place."""
    return tmp_path / secrets.token_hex(8)


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def door(state: Path, parent: QObject) -> Doorkeeper:
    return Doorkeeper(state, parent)


@pytest.mark.parametrize("draft", [Path("/稿 子/第二份 草稿😀.md"), None])
def test_a_later_start_hands_over_its_draft_or_only_itself(
    door: Doorkeeper, state: Path, qtbot: QtBot, draft: Path | None
) -> None:
    with qtbot.waitSignal(door.called) as called:
        assert hand_over(state, draft)
    assert called.args == [draft]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_name_that_is_no_text_arrives_as_it_is(
    door: Doorkeeper, state: Path, qtbot: QtBot
) -> None:
    draft = Path(os.fsdecode(b"/\xb8\xe5.md"))
    with qtbot.waitSignal(door.called) as called:
        hand_over(state, draft)
    assert called.args == [draft]


def test_every_later_start_is_heard_once(door: Doorkeeper, state: Path, qtbot: QtBot) -> None:
    heard: list[object] = []
    door.called.connect(heard.append)
    for number in range(3):
        hand_over(state, Path(f"/{number}.md"))
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [Path("/0.md"), Path("/1.md"), Path("/2.md")]


def test_where_nobody_answers_nothing_is_handed_over(state: Path) -> None:
    assert not hand_over(state, Path("/讲话.md"))


@pytest.mark.usefixtures("door")
def test_another_library_has_another_door(state: Path) -> None:
    assert not hand_over(state.with_name(f"{state.name}0"), None)


def test_the_door_goes_with_the_window(door: Doorkeeper, parent: QObject, state: Path) -> None:
    assert door.parent() is parent
    shiboken6.delete(parent)
    assert not hand_over(state, None)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is no file")
def test_the_door_opens_to_its_owner_only(door: Doorkeeper) -> None:
    mode = Path(door._server.fullServerName()).stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there it is no file")
def test_a_door_that_a_crash_left_behind_is_made_anew(
    state: Path, parent: QObject, qtbot: QtBot
) -> None:
    crashed = QLocalServer()
    crashed.listen(_name(state))
    path = Path(crashed.fullServerName())
    kept = path.with_name(f"{path.name}-kept")
    path.rename(kept)
    crashed.close()
    kept.rename(path)  # a socket that nobody listens to
    assert not hand_over(state, None)
    door = Doorkeeper(state, parent)
    with qtbot.waitSignal(door.called):
        assert hand_over(state, None)
