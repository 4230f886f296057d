from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Hit, KeptPhrase, Stretch, Template, TemplateSection
from desktop_app.ui.models.phrase_mime import phrase_mime
from desktop_app.ui.panel.panel import SidePanel
from desktop_app.ui.theme.theme import Theme
from tests.ui.dropping import drop, enter
from tests.ui.panel.cards import PHRASES, SPEECH, star_place

pytestmark = pytest.mark.usefixtures("chinese")
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> SidePanel:
    shown = SidePanel(theme)
    qtbot.addWidget(shown)
    shown.resize(352, 700)
    shown.show()
    return shown


def _tabs(panel: SidePanel) -> list[QPushButton]:
    return [tab for tab in panel.findChildren(QPushButton) if tab.objectName() == "tab"]


def _shown(panel: SidePanel) -> QWidget | None:
    return panel.findChildren(QStackedWidget)[0].currentWidget()


def test_the_tabs_have_chinese_names_and_the_first_is_open(panel: SidePanel) -> None:
    assert [tab.text() for tab in _tabs(panel)] == ["推荐", "检索", "模板", "收藏", "标题"]
    assert [tab.isChecked() for tab in _tabs(panel)] == [True, *[False] * 4]
    assert _shown(panel) is panel.suggestions


def test_a_tab_is_opened_by_number_and_takes_the_keyboard(panel: SidePanel) -> None:
    wanted = (
        (panel.search, panel.search.query),
        (panel.templates, panel.templates.tree),
        (panel.favourites, panel.favourites.list),
        (panel.suggestions, panel.suggestions.list),
    )
    for number, (page, focus) in zip((1, 2, 3, 0), wanted, strict=True):
        panel.open_tab(number)
        assert _shown(panel) is page
        assert panel.focusWidget() is focus
        assert [tab.isChecked() for tab in _tabs(panel)].index(True) == number


def test_a_tab_is_opened_by_a_click_and_stays_open_after_a_second(panel: SidePanel) -> None:
    for _ in range(2):
        QTest.mouseClick(_tabs(panel)[2], _LEFT)
        assert _shown(panel) is panel.templates
        assert _tabs(panel)[2].isChecked()


def test_a_drag_that_rests_on_a_tab_opens_it(panel: SidePanel, qtbot: QtBot) -> None:
    assert enter(_tabs(panel)[3], phrase_mime("选中的文字"))
    assert _shown(panel) is panel.suggestions
    qtbot.waitUntil(lambda: _shown(panel) is panel.favourites)


def test_a_drag_that_only_passes_over_a_tab_opens_nothing(panel: SidePanel) -> None:
    tab = _tabs(panel)[3]
    enter(tab, phrase_mime("选中的文字"))
    QApplication.sendEvent(tab, QDragLeaveEvent())
    assert not panel._hover.isActive()


def test_dragged_files_open_no_tab(panel: SidePanel) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/a.docx")])
    assert not enter(_tabs(panel)[3], files)
    assert not panel._hover.isActive()


def test_other_events_of_a_tab_go_on_their_way(panel: SidePanel) -> None:
    assert not panel.eventFilter(_tabs(panel)[0], QEvent(QEvent.Type.Enter))


def test_a_taken_phrase_is_asked_for_by_its_text(panel: SidePanel, qtbot: QtBot) -> None:
    panel.suggestions.show_phrases(PHRASES)
    panel.suggestions.list.setCurrentIndex(panel.suggestions.list.cards.index(1))
    with qtbot.waitSignal(panel.text_taken) as taken:
        QTest.keyClick(panel.suggestions.list, Qt.Key.Key_Return)
    assert taken.args == ["成绩来之不易。"]


def test_with_shift_all_of_a_phrase_is_taken_and_else_what_fits(
    panel: SidePanel, qtbot: QtBot
) -> None:
    panel.suggestions.show_phrases([replace(PHRASES[0], pick=Stretch(7, 14))])
    cards = panel.suggestions.list
    cards.setCurrentIndex(cards.cards.index(0))
    for modifier, text in (
        (Qt.KeyboardModifier.ShiftModifier, PHRASES[0].text),
        (_NONE, "抓好工作落实。"),
    ):
        with qtbot.waitSignal(panel.text_taken) as taken:
            QTest.keyClick(cards, Qt.Key.Key_Return, modifier)
        assert taken.args == [text]


def test_hits_and_favourites_are_taken_the_same_way(panel: SidePanel, qtbot: QtBot) -> None:
    panel.search.show_hits([Hit("找到的。", SPEECH, 1.0)], ())
    panel.favourites.show_kept([KeptPhrase(1, "收藏的。", SPEECH)])
    for cards, text in ((panel.search.list, "找到的。"), (panel.favourites.list, "收藏的。")):
        cards.setCurrentIndex(cards.cards.index(0))
        with qtbot.waitSignal(panel.text_taken) as taken:
            QTest.keyClick(cards, Qt.Key.Key_Return)
        assert taken.args == [text]


def test_a_star_keeps_a_phrase_and_a_second_click_drops_it(panel: SidePanel, qtbot: QtBot) -> None:
    cards = panel.suggestions.list
    panel.suggestions.show_phrases(PHRASES)
    with qtbot.waitSignal(panel.keep_asked) as kept:
        QTest.mouseClick(cards.viewport(), _LEFT, _NONE, star_place(cards, 0))
    assert kept.args == [PHRASES[0].text, PHRASES[0].sources[0]]
    panel.show_kept({PHRASES[0].text: 8})
    with qtbot.waitSignal(panel.drop_asked) as dropped:
        QTest.mouseClick(cards.viewport(), _LEFT, _NONE, star_place(cards, 0))
    assert dropped.args == [8]


def test_delete_drops_a_favourite_and_nothing_else(panel: SidePanel, qtbot: QtBot) -> None:
    panel.favourites.show_kept([KeptPhrase(6, "收藏的。", SPEECH)])
    panel.favourites.list.setCurrentIndex(panel.favourites.list.cards.index(0))
    with qtbot.waitSignal(panel.drop_asked) as dropped:
        QTest.keyClick(panel.favourites.list, Qt.Key.Key_Delete)
    assert dropped.args == [6]
    panel.suggestions.show_phrases(PHRASES)
    panel.suggestions.list.setCurrentIndex(panel.suggestions.list.cards.index(0))
    with qtbot.assertNotEmitted(panel.drop_asked), qtbot.assertNotEmitted(panel.keep_asked):
        QTest.keyClick(panel.suggestions.list, Qt.Key.Key_Delete)


def test_text_dropped_on_the_favourites_is_kept(panel: SidePanel, qtbot: QtBot) -> None:
    panel.open_tab(3)
    with qtbot.waitSignal(panel.keep_asked) as kept:
        drop(panel.favourites.list.viewport(), phrase_mime("选中的文字"))
    assert kept.args == ["选中的文字", None]


def test_stars_are_shown_on_phrases_and_hits_alike(panel: SidePanel) -> None:
    panel.suggestions.show_phrases(PHRASES)
    panel.search.show_hits([Hit(PHRASES[0].text, SPEECH, 1.0)], ())
    panel.show_kept({PHRASES[0].text: 8})
    assert panel.suggestions.list.cards.cards[0].kept_id == 8
    assert panel.search.list.cards.cards[0].kept_id == 8


def test_headings_of_an_outline_are_asked_for_as_paragraphs(panel: SidePanel, qtbot: QtBot) -> None:
    outline = Template("通知", "通知", (), (TemplateSection(1, "一、总体要求", ""),))
    panel.templates.show_templates([outline])
    panel.templates.tree.setCurrentIndex(panel.templates.templates.index(0, 0))
    with qtbot.waitSignal(panel.sections_taken) as taken:
        QTest.keyClick(panel.templates.tree, Qt.Key.Key_Return)
    assert taken.args == ["一、总体要求"]


def test_escape_leads_back_to_the_page_from_every_tab(panel: SidePanel, qtbot: QtBot) -> None:
    lists = (panel.suggestions.list, panel.search.list, panel.favourites.list, panel.templates.tree)
    for view in lists:
        with qtbot.waitSignal(panel.left):
            QTest.keyClick(view, Qt.Key.Key_Escape)
