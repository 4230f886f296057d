from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.colours import DARK, LIGHT, Colours
from desktop_app.ui.theme.style_sheet import style_sheet
from desktop_app.ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    """Leave the application as other tests expect it."""
    yield
    Theme(qapp, "light")


@pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_a_look_is_laid_over_the_whole_application(
    qapp: QApplication, name: str, colours: Colours
) -> None:
    theme = Theme(qapp, name)
    assert theme.colours is colours
    assert theme.is_dark is (name == "dark")
    assert qapp.styleSheet() == style_sheet(colours)
    assert qapp.palette().color(QPalette.ColorRole.Text).name() == colours.ink


def test_widgets_that_are_shown_change_their_colours(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(100, 40)
    field.show()
    middle = field.rect().center()
    light = field.grab().toImage().pixelColor(middle).name()
    theme.use("dark")
    dark = field.grab().toImage().pixelColor(middle).name()
    assert (light, dark) == (LIGHT.card, DARK.card)


def test_another_look_is_told_and_the_same_is_not(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    with qtbot.assertNotEmitted(theme.changed):
        theme.use("light")
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")


@pytest.mark.parametrize(
    ("scheme", "colours"), [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)]
)
def test_auto_is_the_look_of_the_system(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    scheme: Qt.ColorScheme,
    colours: Colours,
) -> None:
    monkeypatch.setattr(Theme, "_system_is_dark", lambda _theme: scheme is Qt.ColorScheme.Dark)
    assert Theme(qapp, "auto").colours is colours


def test_a_system_that_says_nothing_gets_the_light_look(qapp: QApplication) -> None:
    # Qt's platforms without a screen know no scheme.
    assert qapp.styleHints().colorScheme() is not Qt.ColorScheme.Dark
    assert Theme(qapp, "auto").colours is LIGHT


def test_a_system_that_turns_dark_is_followed_only_by_auto(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    auto, light = Theme(qapp, "auto"), Theme(qapp, "light")
    monkeypatch.setattr(Theme, "_system_is_dark", lambda _theme: True)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert auto.colours is DARK
    assert light.colours is LIGHT
