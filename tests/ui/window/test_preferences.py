import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.session.settings import ZOOMS, Settings, read_settings
from desktop_app.ui.theme.colours import DARK, LIGHT
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.preferences import Preferences


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


@pytest.fixture
def preferences(qapp: QApplication, theme: Theme, file: Path) -> Iterator[Preferences]:
    owner = QObject()
    yield Preferences(Settings(unknown={"later": 1}), file, theme, owner)
    Theme(qapp, "light")


def test_the_page_grows_step_by_step_and_comes_back(preferences: Preferences, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preferences.look_changed):
        preferences.zoom(1)
    assert preferences.look.zoom == 110
    preferences.zoom(-3)
    assert preferences.look.zoom == 80
    preferences.zoom(0)
    assert preferences.look.zoom == 100


def test_the_zoom_has_an_end_in_both_directions(preferences: Preferences) -> None:
    for step, end in ((1, ZOOMS[-1]), (-1, ZOOMS[0])):
        for _ in range(20):
            preferences.zoom(step)
        assert preferences.look.zoom == end


def test_the_look_is_turned_and_remembered(preferences: Preferences, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preferences.look_changed):
        preferences.turn_theme()
    assert preferences.look.colours is DARK
    assert preferences.settings.theme == "dark"
    preferences.turn_theme()
    assert preferences.look.colours is LIGHT
    assert preferences.settings.theme == "light"


def test_the_latest_draft_is_the_first_of_the_recent_ones(
    preferences: Preferences, qtbot: QtBot
) -> None:
    for name in ("甲.md", "乙.md", "甲.md"):
        with qtbot.waitSignal(preferences.recent_changed):
            preferences.remember(Path(name))
    assert list(preferences.settings.recent) == ["甲.md", "乙.md"]
    with qtbot.waitSignal(preferences.recent_changed):
        preferences.forget(Path("甲.md"))
    assert list(preferences.settings.recent) == ["乙.md"]


def test_everything_is_there_at_the_next_start(preferences: Preferences, file: Path) -> None:
    preferences.zoom(2)
    preferences.turn_theme()
    preferences.remember(Path("/稿/讲话.md"))
    preferences.save(outline_shown=False, panel_shown=True)
    saved = read_settings(file)
    assert saved == preferences.settings
    assert (saved.zoom, saved.theme, saved.recent) == (125, "dark", ("/稿/讲话.md",))
    assert (saved.outline_shown, saved.panel_shown) == (False, True)


def test_what_a_later_version_has_saved_is_kept(preferences: Preferences, file: Path) -> None:
    preferences.save(outline_shown=True, panel_shown=True)
    assert json.loads(file.read_text(encoding="utf-8"))["later"] == 1


def test_settings_that_cannot_be_saved_keep_no_one_from_closing(
    preferences: Preferences, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.write_text("a file stands in the way", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        preferences.save(outline_shown=True, panel_shown=True)
    assert "not saved" in caplog.text


def test_grey_text_is_as_it_was_chosen(preferences: Preferences, qtbot: QtBot) -> None:
    with qtbot.waitSignals([preferences.continuation_changed] * 2):
        preferences.show_continuation(False)
        preferences.delay_continuation(600)
    assert not preferences.settings.continuation
    assert preferences.settings.continuation_delay == 600
