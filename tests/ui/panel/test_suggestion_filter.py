from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.panel.suggestion_filter import SuggestionFilter, Wanted
from tests.ui.panel.cards import PHRASES

pytestmark = pytest.mark.usefixtures("chinese")
_PHRASE = replace(PHRASES[0], genre="讲话", latest=2024)


@pytest.fixture
def button(qtbot: QtBot) -> SuggestionFilter:
    shown = SuggestionFilter()
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def _lists(button: SuggestionFilter) -> dict[str, list[QAction]]:
    """What can be chosen, as the menu is when it opens."""
    button._menu.aboutToShow.emit()
    found = {}
    for action in button._menu.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            found[menu.title()] = menu.actions()
    return found


def _choose(button: SuggestionFilter, name: str, text: str) -> None:
    next(action for action in _lists(button)[name] if action.text() == text).trigger()


def test_at_first_everything_is_wanted(button: SuggestionFilter) -> None:
    assert button.text() == "筛选"
    assert button.wanted.fields() == {}
    chosen = {
        name: [action.text() for action in choices if action.isChecked()]
        for name, choices in _lists(button).items()
    }
    assert chosen == {"功能": ["不限"], "文种": ["不限"], "年份": ["不限"]}


def test_what_is_chosen_is_told_and_asked_for(button: SuggestionFilter, qtbot: QtBot) -> None:
    year = QDate.currentDate().year() - 2
    button.learn_genres([_PHRASE])
    with qtbot.waitSignals([button.changed] * 3):
        _choose(button, "功能", "成绩")
        _choose(button, "文种", "讲话")
        _choose(button, "年份", f"{year} 年以来")
    assert button.text() == f"成绩 · 讲话 · {year} 年以来"
    assert button.wanted.fields() == {
        "functions": ["achievement"],
        "genre": "讲话",
        "since": year,
    }
    assert [a.text() for a in _lists(button)["功能"] if a.isChecked()] == ["成绩"]


def test_everything_is_wanted_again_at_once(button: SuggestionFilter, qtbot: QtBot) -> None:
    _choose(button, "功能", "成绩")
    with qtbot.waitSignal(button.changed):
        button._menu.aboutToShow.emit()
        button._menu.actions()[-1].trigger()
    assert (button.text(), button.wanted) == ("筛选", Wanted())


def test_the_same_choice_again_changes_nothing(button: SuggestionFilter, qtbot: QtBot) -> None:
    _choose(button, "功能", "成绩")
    with qtbot.assertNotEmitted(button.changed):
        _choose(button, "功能", "成绩")


def test_the_kinds_are_those_that_were_met_in_the_usual_order(button: SuggestionFilter) -> None:
    genres = ("通知", "讲话", "", "信札")
    button.learn_genres([replace(_PHRASE, genre=genre) for genre in genres])
    assert [a.text() for a in _lists(button)["文种"]] == ["不限", "讲话", "通知", "信札"]


def test_the_menu_is_opened_by_key_below_the_button(
    button: SuggestionFilter, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(button._menu, "popup", opened.append)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert opened == [button.mapToGlobal(button.rect().bottomLeft())]


@pytest.mark.parametrize(
    ("wanted", "allowed"),
    [
        (Wanted(), True),
        (Wanted(function="requirement"), True),
        (Wanted(function="problem"), False),
        (Wanted(genre="讲话"), True),
        (Wanted(genre="通知"), False),
        (Wanted(since=2024), True),
        (Wanted(since=2025), False),
    ],
)
def test_phrases_are_sifted_by_what_is_known_of_them(wanted: Wanted, *, allowed: bool) -> None:
    assert wanted.allows(_PHRASE) is allowed


def test_what_is_not_known_of_a_phrase_does_not_exclude_it() -> None:
    assert Wanted(genre="讲话", since=2025).allows(replace(_PHRASE, genre="", latest=None))
