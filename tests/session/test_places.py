import os
import sys
from pathlib import Path

import pytest

from desktop_app.session.places import Places, resources, user_places


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other customs")
def test_the_users_files_lie_where_the_system_wants_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    places = user_places()
    assert places.library == tmp_path / "data" / "bijia" / "library"
    assert places.settings == tmp_path / "config" / "bijia" / "settings.json"
    assert places.state.parent == tmp_path / "state" / "bijia"
    assert list(tmp_path.iterdir()) == []


def test_a_library_can_be_chosen_and_the_settings_stay(tmp_path: Path) -> None:
    chosen = user_places(tmp_path / "科里的")
    assert chosen.library == tmp_path / "科里的"
    assert chosen.settings == user_places().settings


def test_each_library_has_a_state_of_its_own_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    state = user_places(tmp_path / "甲").state
    assert user_places(Path("甲")).state == state
    assert user_places(tmp_path / "乙" / ".." / "甲").state == state
    assert user_places(tmp_path / "乙").state != state
    assert state.name.isalnum()
    assert len(state.name) == 16


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege there")
def test_a_link_to_a_library_is_the_library_and_one_to_itself_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "链接").symlink_to(tmp_path / "甲")
    (tmp_path / "自己").symlink_to(tmp_path / "自己")
    assert user_places(tmp_path / "链接").state == user_places(tmp_path / "甲").state
    assert user_places(tmp_path / "自己").state != user_places(tmp_path / "甲").state


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_folder_with_a_name_that_is_no_unicode_has_a_state_too(tmp_path: Path) -> None:
    name = os.fsdecode("资料库".encode("gb18030"))
    assert len(user_places(tmp_path / name).state.name) == 16


def test_a_second_window_has_a_state_of_its_own_and_shares_the_rest(tmp_path: Path) -> None:
    places = Places(*(tmp_path / name for name in ("library", "settings", "state")))
    second = places.beside_another_window()
    assert second.state == tmp_path / f"state-{os.getpid()}"
    assert (second.library, second.settings) == (places.library, places.settings)


def test_the_resources_are_there() -> None:
    folder = resources()
    assert len(list((folder / "starter").glob("*.md"))) == 6
    assert (folder / "styles" / "gongwen.toml").is_file()
    assert (folder / "suggest" / "continuation.json").is_file()
