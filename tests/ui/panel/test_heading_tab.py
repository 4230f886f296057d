import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import HeadingOffer, HeadingSet
from desktop_app.ui.models.phrase_mime import is_sections
from desktop_app.ui.panel.heading_tab import HeadingTab

pytestmark = pytest.mark.usefixtures("chinese")
_BEFORE = "讲话\n一、形势\n（一）成绩\n正文。"
_PARALLEL = HeadingSet(
    "着力…",
    2,
    tuple(HeadingOffer(f"着力{what}", "防汛讲话", 2024) for what in ("补短板", "强弱项")),
    3,
)
_SINGLE = HeadingSet("加快…", 1, (HeadingOffer("加快转型", "工作报告", None),), 1)


@pytest.fixture
def tab(qtbot: QtBot) -> HeadingTab:
    shown = HeadingTab()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _shown(tab: HeadingTab) -> list[str]:
    sets = tab.sets
    return [sets.text_of(sets.index(row, 0)) for row in range(sets.rowCount())]


def test_a_set_goes_on_from_the_numbers_of_the_draft(tab: HeadingTab) -> None:
    tab.show_sets([_PARALLEL, _SINGLE], "一、形势", _BEFORE)
    assert _shown(tab) == ["（二）着力补短板\n（三）着力强弱项", "二、加快转型"]


def test_a_set_is_dragged_whole_and_a_heading_alone(tab: HeadingTab) -> None:
    tab.show_sets([_PARALLEL], "一、形势", _BEFORE)
    whole = tab.sets.index(0, 0)
    assert tab.sets.mimeData([whole]).text() == "（二）着力补短板\n（三）着力强弱项"
    mime = tab.sets.mimeData([tab.sets.index(1, 0, whole)])
    assert mime.text() == "（三）着力强弱项"
    assert is_sections(mime)


def test_enter_takes_and_escape_leaves(tab: HeadingTab, qtbot: QtBot) -> None:
    tab.show_sets([_PARALLEL], "一、形势", _BEFORE)
    tab.tree.setCurrentIndex(tab.sets.index(0, 0))
    with qtbot.waitSignal(tab.taken, timeout=1000) as taken:
        QTest.keyClick(tab.tree, Qt.Key.Key_Return)
    assert taken.args == ["（二）着力补短板\n（三）着力强弱项"]
    with qtbot.waitSignal(tab.left, timeout=1000):
        QTest.keyClick(tab.tree, Qt.Key.Key_Escape)


def test_the_papers_of_a_set_are_named_for_the_mouse(tab: HeadingTab) -> None:
    tab.show_sets([_PARALLEL], "一、形势", _BEFORE)
    said = tab.sets.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert said == "《防汛讲话》（2024）\n另有 2 篇"


def test_the_place_is_named_and_a_problem_told(tab: HeadingTab) -> None:
    tab.show_sets([_PARALLEL], "一、形势", _BEFORE)
    texts = [label.text() for label in tab.findChildren(QLabel)]
    assert "参照“一、形势”一类的标题" in texts
    tab.show_problem("资料库打不开。")
    assert _shown(tab) == []
    assert "资料库打不开。" in [label.text() for label in tab.findChildren(QLabel)]


def test_a_tab_that_comes_to_sight_asks(tab: HeadingTab, qtbot: QtBot) -> None:
    tab.hide()
    with qtbot.waitSignal(tab.opened, timeout=1000):
        tab.show()
