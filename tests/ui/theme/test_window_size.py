import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.window_size import fit_screen


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_window_that_fits_gets_its_size(window: QWidget) -> None:
    fit_screen(window, QSize(400, 300))
    window.show()
    assert not window.isMaximized()
    assert window.size() == QSize(400, 300)


@pytest.mark.parametrize("more", [QSize(1, -100), QSize(-100, 0)])
def test_a_window_without_room_for_itself_and_its_title_bar_is_maximised(
    window: QWidget, more: QSize
) -> None:
    fit_screen(window, window.screen().availableSize() + more)
    window.show()
    assert window.isMaximized()


def test_a_maximised_window_made_smaller_again_has_room_on_the_screen(window: QWidget) -> None:
    fit_screen(window, QSize(9000, 9000))
    assert window.width() <= window.screen().availableSize().width()
    assert window.height() < window.screen().availableSize().height()
