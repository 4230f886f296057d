from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from desktop_app.ui.window.actions import WindowActions

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def actions(parent: QObject) -> WindowActions:
    return WindowActions(parent)


def test_no_key_means_two_things(actions: WindowActions) -> None:
    keys = Counter(key.toString() for action in actions.all() for key in action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []


def test_everything_has_a_key_but_what_is_seldom_done(actions: WindowActions) -> None:
    # Not every platform has a key of its own for quitting.
    seldom = {actions.quit, actions.export_uses, actions.forget_uses}
    assert [a.text() for a in actions.all() if a not in seldom and not a.shortcuts()] == []


def test_everything_but_the_cards_has_a_chinese_name(actions: WindowActions) -> None:
    named = [action for action in actions.all() if action not in actions.insert]
    assert len(named) == len(actions.all()) - 9
    assert [a.text() for a in named if not any("\u4e00" <= c <= "\u9fff" for c in a.text())] == []


def test_the_tooltip_tells_the_key(actions: WindowActions) -> None:
    assert actions.save.toolTip() == "保存  Ctrl+S"
    assert actions.insert[0].toolTip() == "Ctrl+1"


def test_the_cards_have_the_keys_from_one_to_nine(actions: WindowActions) -> None:
    keys = [action.shortcut().toString() for action in actions.insert]
    assert keys == [f"Ctrl+{number}" for number in range(1, 10)]


def test_what_is_done_in_two_ways_has_two_keys(actions: WindowActions) -> None:
    assert QKeySequence("Ctrl+=") in actions.zoom_in.shortcuts()
    assert QKeySequence("Ctrl+Shift+Z") in actions.redo.shortcuts()
    assert QKeySequence("Ctrl+Shift+F") in actions.search.shortcuts()


def test_grey_text_and_the_side_columns_are_switched_on_and_off(actions: WindowActions) -> None:
    assert [a for a in actions.all() if a.isCheckable()] == [
        actions.continuation,
        actions.show_outline,
        actions.show_panel,
    ]
