import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.core.document.paragraph import Role
from desktop_app.ui.window.actions import WindowActions
from desktop_app.ui.window.toolbar import Toolbar

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def actions(parent: QObject) -> WindowActions:
    return WindowActions(parent)


@pytest.fixture
def toolbar(qtbot: QtBot, actions: WindowActions) -> Toolbar:
    shown = Toolbar(actions)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _button(toolbar: Toolbar, text: str) -> QToolButton:
    return next(b for b in toolbar.findChildren(QToolButton) if b.text() == text)


def _menu(toolbar: Toolbar, text: str) -> QMenu:
    menu = _button(toolbar, text).menu()
    assert isinstance(menu, QMenu)
    return menu


def test_the_bar_has_few_words(toolbar: Toolbar) -> None:
    shown = [b.text() for b in toolbar.findChildren(QToolButton) if b.text()]
    assert len(shown) <= 12
    assert "保存" in shown


def test_everything_that_can_be_done_is_on_the_bar_or_in_its_menus(
    toolbar: Toolbar, actions: WindowActions
) -> None:
    menus = [menu.actions() for menu in toolbar.findChildren(QMenu)]
    offered = {*toolbar.actions(), *(action for menu in menus for action in menu)}
    offered |= {button.defaultAction() for button in toolbar.findChildren(QToolButton)}
    by_key_only = {actions.find_next, actions.find_previous, *actions.insert}
    assert [a.text() for a in set(actions.all()) - offered - by_key_only] == []


def test_recent_drafts_are_offered_below_open(toolbar: Toolbar, qtbot: QtBot) -> None:
    toolbar.show_recent(("/a/讲话.md", "/a/通知.md"))
    toolbar.show_recent(("/b/报告.md", "/a/讲话.md"))
    offered = _menu(toolbar, "打开").actions()
    assert [action.text() for action in offered] == ["/b/报告.md", "/a/讲话.md"]
    with qtbot.waitSignal(toolbar.recent_chosen) as chosen:
        offered[1].trigger()
    assert chosen.args == ["/a/讲话.md"]


def test_a_name_with_an_and_sign_is_shown_and_opened_as_it_is(
    toolbar: Toolbar, qtbot: QtBot
) -> None:
    toolbar.show_recent(("/a/R&D.md",))
    offered = _menu(toolbar, "打开").actions()[0]
    assert offered.text() == "/a/R&&D.md"  # as Qt writes one that is to be seen
    with qtbot.waitSignal(toolbar.recent_chosen) as chosen:
        offered.trigger()
    assert chosen.args == ["/a/R&D.md"]


def test_without_recent_drafts_there_is_nothing_to_choose(toolbar: Toolbar) -> None:
    toolbar.show_recent(("/a/讲话.md",))
    assert _menu(toolbar, "打开").isEnabled()
    toolbar.show_recent(())
    assert not _menu(toolbar, "打开").isEnabled()


def test_open_itself_still_opens(toolbar: Toolbar, actions: WindowActions) -> None:
    assert _button(toolbar, "打开").defaultAction() is actions.open


def test_a_role_is_chosen_as_the_role_it_is(toolbar: Toolbar) -> None:
    chosen: list[object] = []
    toolbar.role_chosen.connect(chosen.append)
    for action in toolbar.roles.actions():
        action.trigger()
    assert chosen[0] is None
    assert Role.HEADING_2 in chosen
    assert all(role is None or isinstance(role, Role) for role in chosen)


def test_the_roles_have_chinese_names(toolbar: Toolbar) -> None:
    names = [action.text() for action in toolbar.roles.actions() if not action.isSeparator()]
    assert names[:3] == ["按文字自动判断", "标题", "副题、署名行"]
    assert _menu(toolbar, "段落") is toolbar.roles


def test_the_delay_of_grey_text_is_chosen_and_marked(toolbar: Toolbar, qtbot: QtBot) -> None:
    toolbar.show_delay(150)
    delays = next(menu for menu in toolbar.findChildren(QMenu) if menu.title() == "灰字等待")
    assert [a.text() for a in delays.actions()] == [
        "0.1 秒",
        "0.15 秒",
        "0.3 秒",
        "0.6 秒",
        "1 秒",
    ]
    assert [a.data() for a in delays.actions() if a.isChecked()] == [150]
    with qtbot.waitSignal(toolbar.delay_chosen) as chosen:
        delays.actions()[3].trigger()
    assert chosen.args == [600]
