import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.message_strip import MessageStrip

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def place(qtbot: QtBot, theme: Theme) -> QWidget:
    """Where the strip stands, in the look of the program."""
    assert not theme.is_dark
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 120)
    QVBoxLayout(widget).addWidget(MessageStrip())
    widget.show()
    return widget


@pytest.fixture
def strip(place: QWidget) -> MessageStrip:
    return place.findChildren(MessageStrip)[0]


def _button(strip: MessageStrip, text: str) -> QPushButton:
    return next(button for button in strip.findChildren(QPushButton) if button.text() == text)


def test_there_is_no_message_to_begin_with(strip: MessageStrip) -> None:
    assert strip.isHidden()
    assert strip.text == ""


def test_a_note_goes_by_itself(strip: MessageStrip, qtbot: QtBot) -> None:
    strip._timer.setInterval(20)
    strip.show_note("已收藏。")
    assert strip.text == "已收藏。"
    qtbot.waitUntil(strip.isHidden)


def test_a_note_stays_long_enough_to_be_read(strip: MessageStrip) -> None:
    strip.show_note("已收藏。")
    assert 5000 <= strip._timer.interval() <= 10_000


def test_a_problem_stays_until_it_is_closed(strip: MessageStrip) -> None:
    strip.show_note("已收藏。")
    strip.show_problem("磁盘已满。")
    assert not strip._timer.isActive()
    assert strip.text == "磁盘已满。"
    QTest.mouseClick(_button(strip, "关闭"), Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    assert strip.text == ""


def test_a_note_with_more_to_know_stays_and_leads_there(strip: MessageStrip, qtbot: QtBot) -> None:
    strip.show_note("读入 3 篇。", details=True)
    assert not strip._timer.isActive()
    with qtbot.waitSignal(strip.details_asked):
        QTest.mouseClick(_button(strip, "详情"), Qt.MouseButton.LeftButton)


def test_only_a_note_with_more_to_know_has_the_button(strip: MessageStrip) -> None:
    for show in (strip.show_note, strip.show_problem):
        strip.show_note("读入 3 篇。", details=True)
        show("别的")
        assert not _button(strip, "详情").isVisible()


def test_a_problem_looks_different_from_a_note(strip: MessageStrip, theme: Theme) -> None:
    def ground() -> str:
        return strip.grab().toImage().pixelColor(3, strip.height() // 2).name()

    strip.show_problem("磁盘已满。")
    assert ground() == theme.colours.wash
    strip.show_note("已收藏。")
    assert ground() == theme.colours.card
    strip.show_problem("磁盘已满。")
    assert ground() == theme.colours.wash


def test_the_name_of_a_file_is_shown_as_it_is(strip: MessageStrip) -> None:
    strip.show_problem("“<b>粗</b>.md”打不开。")
    label = strip.findChildren(QLabel)[0]
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert strip.text == "“<b>粗</b>.md”打不开。"


@pytest.mark.parametrize("name", ["关于" * 60, "a" * 240])
def test_a_long_name_does_not_widen_the_window(
    strip: MessageStrip, place: QWidget, name: str
) -> None:
    before = place.minimumSizeHint().width()
    strip.show_problem("短。")
    short = place.minimumSizeHint().width()
    strip.show_problem(f"“{name}.md”打不开。")
    assert before <= place.minimumSizeHint().width() == short
    assert place.width() == 600
