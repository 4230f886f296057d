import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.bridge.import_job import ImportProgress
from desktop_app.ui.bridge.import_pace import Pace
from desktop_app.ui.window.import_strip import ImportStrip

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def strip(qtbot: QtBot) -> ImportStrip:
    made = ImportStrip()
    qtbot.addWidget(made)
    return made


def _progress(done: int, total: int, name: str) -> ImportProgress:
    return ImportProgress(done, total, name, Pace())


def _text(strip: ImportStrip) -> str:
    return strip.findChildren(QLabel)[0].text()


def _bar(strip: ImportStrip) -> QProgressBar:
    return strip.findChildren(QProgressBar)[0]


def _cancel(strip: ImportStrip) -> QPushButton:
    return strip.findChildren(QPushButton)[0]


def test_nothing_is_shown_until_an_import_begins(strip: ImportStrip) -> None:
    assert strip.isHidden()
    strip.begin()
    assert strip.isVisible()
    assert _text(strip) == "正在清点文件…"
    assert (_bar(strip).minimum(), _bar(strip).maximum()) == (0, 0)  # Qt shows it as busy


def test_progress_counts_the_paper_at_hand_and_names_it(strip: ImportStrip) -> None:
    strip.begin()
    strip.show_progress(_progress(2, 7, "讲话.docx"))
    assert _text(strip) == "正在读入 3 / 7：讲话.docx"
    assert (_bar(strip).value(), _bar(strip).maximum()) == (2, 7)


def test_after_the_last_paper_the_suggestions_are_prepared(strip: ImportStrip) -> None:
    strip.begin()
    strip.show_progress(_progress(7, 7, "讲话.docx"))
    assert _text(strip) == "正在整理推荐…"
    assert _bar(strip).value() == 7


def test_cancel_is_asked_for_once_and_says_what_it_waits_for(
    strip: ImportStrip, qtbot: QtBot
) -> None:
    strip.begin()
    with qtbot.waitSignal(strip.cancel_asked):
        QTest.mouseClick(_cancel(strip), Qt.MouseButton.LeftButton)
    assert _text(strip) == "读完这一篇就停…"
    with qtbot.assertNotEmitted(strip.cancel_asked):
        QTest.mouseClick(_cancel(strip), Qt.MouseButton.LeftButton)


def test_progress_that_comes_after_a_cancel_does_not_take_its_place(strip: ImportStrip) -> None:
    strip.begin()
    QTest.mouseClick(_cancel(strip), Qt.MouseButton.LeftButton)
    strip.show_progress(_progress(3, 7, "讲话.docx"))
    assert _text(strip) == "读完这一篇就停…"
    assert _bar(strip).value() == 3


def test_the_next_import_can_be_cancelled_again(strip: ImportStrip) -> None:
    strip.begin()
    QTest.mouseClick(_cancel(strip), Qt.MouseButton.LeftButton)
    strip.begin()
    assert _cancel(strip).isEnabled()


def test_progress_that_comes_early_does_not_show_the_strip(strip: ImportStrip) -> None:
    strip.show_progress(_progress(1, 7, "讲话.docx"))
    assert strip.isHidden()


def test_a_long_name_does_not_widen_the_window(strip: ImportStrip) -> None:
    strip.begin()
    before = strip.minimumSizeHint().width()
    strip.show_progress(_progress(1, 7, "关于" * 60 + ".docx"))
    assert strip.minimumSizeHint().width() == before


def test_the_name_of_a_file_is_shown_as_it_is(strip: ImportStrip) -> None:
    assert strip.findChildren(QLabel)[0].textFormat() is Qt.TextFormat.PlainText
