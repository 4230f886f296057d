from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.colours import LIGHT
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.style_sheet import style_sheet


def test_the_widget_comes_back_under_the_name_of_the_style_sheet(qtbot: QtBot) -> None:
    label = QLabel("甲")
    qtbot.addWidget(label)
    assert named(label, "note") is label
    assert f"#{label.objectName()} " in style_sheet(LIGHT)
