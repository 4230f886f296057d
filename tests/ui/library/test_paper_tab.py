import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.library import paper_tab
from desktop_app.ui.library.library_window import LibraryWindow
from desktop_app.ui.library.paper_tab import PaperTab
from tests.ui.library.papers import said, said_in_full
from tests.ui.silent_engine import SilentEngine

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture
def tab(library: LibraryWindow, engine: SilentEngine) -> PaperTab:
    """Three papers, the first of them chosen."""
    papers = [
        said(3, year=2023),
        said(2, year=2022, genre="讲话", state="excluded"),
        said(1, year=2021, genre="", state="spun"),
    ]
    engine.answer("papers", papers=papers)
    return library.papers


def _shown(tab: PaperTab) -> list[int]:
    papers = tab.table.papers
    return [papers.paper(number).id for number in range(papers.rowCount())]


def _told(tab: PaperTab) -> str:
    return tab._count.text()


def _wait_for_question(engine: SilentEngine, qtbot: QtBot) -> int:
    qtbot.waitUntil(lambda: "paper" in engine.verbs())
    return int(engine.last("paper").fields["id"])


def test_until_the_papers_are_there_it_says_what_it_is_doing(
    library: LibraryWindow, engine: SilentEngine
) -> None:
    assert library.papers.table.hint == "正在取文稿目录…"
    engine.answer("papers", papers=[])
    assert library.papers.table.hint == "还没有文稿。先导入一个文件夹的旧稿。"


def test_why_there_are_no_papers_is_told(library: LibraryWindow, engine: SilentEngine) -> None:
    engine.refuse("papers", "资料库文件已损坏。")
    assert library.papers.table.hint == "资料库文件已损坏。"


def test_the_papers_are_listed_and_counted(tab: PaperTab) -> None:
    assert _shown(tab) == [3, 2, 1]
    assert _told(tab) == "3 篇"


def test_words_filter_when_they_have_been_typed(tab: PaperTab, qtbot: QtBot) -> None:
    tab.words.setText("讲话")
    assert _shown(tab) == [3, 2, 1]
    qtbot.waitUntil(lambda: _shown(tab) == [2])
    qtbot.waitUntil(lambda: _told(tab) == "3 篇中的 1 篇")  # a moment later than the rows


def test_enter_filters_at_once_and_goes_to_the_papers(tab: PaperTab) -> None:
    tab.words.setFocus()
    tab.words.setText("没有这样的词")
    QTest.keyClick(tab.words, Qt.Key.Key_Return)
    assert _shown(tab) == []
    assert tab.table.hint == "没有这样的文稿。少输几个词，或换个说法。"
    assert tab.table.hasFocus()


def test_genres_and_states_are_chosen_from_lists(tab: PaperTab) -> None:
    assert [tab.genre.itemText(n) for n in range(tab.genre.count())] == [
        "所有文种",
        "通知",
        "讲话",
        "文种不明",
    ]
    tab.genre.setCurrentIndex(3)
    assert _shown(tab) == [1]
    tab.genre.setCurrentIndex(0)
    tab.state.setCurrentIndex(tab.state.findText("不推荐"))
    assert _shown(tab) == [2]


def test_a_genre_stays_chosen_when_the_papers_are_read_anew(
    tab: PaperTab, library: LibraryWindow, engine: SilentEngine
) -> None:
    tab.genre.setCurrentIndex(2)
    library.refresh()
    engine.answer("papers", papers=[said(9), said(8), said(7, genre="讲话")])
    assert tab.genre.currentText() == "讲话"
    assert _shown(tab) == [7]
    library.refresh()
    engine.answer("papers", papers=[said(9)])
    assert tab.genre.currentText() == "所有文种"
    assert _shown(tab) == [9]


def test_the_chosen_paper_is_asked_for_when_the_keyboard_rests(
    tab: PaperTab, engine: SilentEngine, qtbot: QtBot
) -> None:
    assert _wait_for_question(engine, qtbot) == 3
    engine.answer("paper", **said_in_full(3, year=2023))
    assert tab.pane.preview.toPlainText().startswith("关于做好工作的通知")
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    assert _wait_for_question(engine, qtbot) == 1
    assert len([verb for verb in engine.verbs() if verb == "paper"]) == 1
    assert tab.pane.preview.toPlainText() == ""


def test_an_answer_for_a_paper_that_was_left_is_not_shown(
    tab: PaperTab, engine: SilentEngine, qtbot: QtBot
) -> None:
    _wait_for_question(engine, qtbot)
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    QApplication.processEvents()
    engine.answer("paper", **said_in_full(3))
    assert tab.pane.preview.toPlainText() == ""


def test_why_a_paper_cannot_be_shown_stands_in_its_place(
    tab: PaperTab, engine: SilentEngine, qtbot: QtBot
) -> None:
    _wait_for_question(engine, qtbot)
    engine.refuse("paper", "这篇文稿已经不在资料库里。")
    assert tab.pane.preview.toPlainText() == "这篇文稿已经不在资料库里。"


def test_what_cleaning_took_out_is_counted_and_shown_by_a_switch(
    tab: PaperTab, engine: SilentEngine, qtbot: QtBot
) -> None:
    _wait_for_question(engine, qtbot)
    engine.answer("paper", **said_in_full(3, copies=4))
    labels = [label.text() for label in tab.pane.findChildren(QLabel)]
    assert "清理去掉 2 段" in labels
    assert "3.docx  ·  4 份相同或相近，并作一篇" in labels
    [whole] = [b for b in tab.pane.findChildren(QPushButton) if b.text() == "原文"]
    whole.click()
    assert tab.pane.preview.toPlainText().startswith("首页 > 文件")


def test_enter_leads_into_the_paper(tab: PaperTab) -> None:
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert tab.pane.preview.hasFocus()


def test_an_edit_is_stored_and_a_confirmed_value_is_doubtful_no_more(
    tab: PaperTab, engine: SilentEngine, qtbot: QtBot
) -> None:
    _wait_for_question(engine, qtbot)
    engine.answer("paper", **said_in_full(3, year=2023))
    place = tab.pane.form._fields["place"]
    assert place.property("doubtful") is True
    place.setFocus()
    QTest.keyClick(place, Qt.Key.Key_Return)
    assert engine.last("edit_paper").fields["fields"] == {"place": "青禾县"}
    with qtbot.waitSignal(tab.table.chosen):
        engine.answer("edit_paper", paper=said(3, year=2023, body="改了"))
    assert place.property("doubtful") is False
    assert tab.pane.form._fields["body"].text() == "改了"
    assert tab.table.current() == tab.pane.shown


def test_an_edit_that_could_not_be_stored_is_taken_back(
    tab: PaperTab, library: LibraryWindow, engine: SilentEngine, qtbot: QtBot
) -> None:
    _wait_for_question(engine, qtbot)
    engine.answer("paper", **said_in_full(3, year=2023))
    place = tab.pane.form._fields["place"]
    place.setFocus()
    place.setText("别处")
    QTest.keyClick(place, Qt.Key.Key_Return)
    engine.refuse("edit_paper", "资料库是只读的。")
    assert (place.text(), place.property("doubtful")) == ("青禾县", True)
    assert library._note.text() == "资料库是只读的。"


def test_papers_are_kept_out_of_the_suggestions_several_at_once(
    tab: PaperTab, engine: SilentEngine
) -> None:
    tab.table.selectAll()
    QApplication.processEvents()
    assert _told(tab) == "3 篇  ·  选中 3 篇"
    assert tab.exclude.text() == "不再推荐"
    tab.exclude.trigger()
    fields = engine.last("exclude_papers").fields
    assert (fields["ids"], fields["excluded"]) == ([3, 2, 1], True)


def test_papers_that_are_kept_out_can_be_let_in_again(
    tab: PaperTab, engine: SilentEngine, qtbot: QtBot
) -> None:
    tab.table.selectRow(1)
    qtbot.waitUntil(lambda: tab.exclude.text() == "恢复推荐")
    tab.exclude.trigger()
    fields = engine.last("exclude_papers").fields
    assert (fields["ids"], fields["excluded"]) == ([2], False)
    engine.answer("exclude_papers", papers=[said(2, year=2022, genre="讲话")])
    qtbot.waitUntil(lambda: tab.exclude.text() == "不再推荐")


def test_papers_are_removed_after_one_question(
    tab: PaperTab, engine: SilentEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def agree(_parent: object, *about: object) -> bool:
        asked.append(about)
        return True

    monkeypatch.setattr(paper_tab, "ask_to_remove", agree)
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert asked == [(1, "关于做好第3项工作的通知")]
    assert engine.last("remove_papers").fields["ids"] == [3]
    engine.answer("remove_papers", removed=1)
    assert _shown(tab) == [2, 1]


def test_papers_stay_if_the_user_thinks_better_of_it(
    tab: PaperTab, engine: SilentEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_tab, "ask_to_remove", lambda *_: False)
    tab.remove.trigger()
    assert "remove_papers" not in engine.verbs()


def test_the_original_is_opened_once_its_place_is_known(
    tab: PaperTab,
    library: LibraryWindow,
    engine: SilentEngine,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not tab.open_original.isEnabled()
    _wait_for_question(engine, qtbot)
    engine.answer("paper", **said_in_full(3))
    assert tab.open_original.isEnabled()
    monkeypatch.setattr(paper_tab, "open_original", lambda files: f"不在了：{files[0]}")
    tab.open_original.trigger()
    assert library._note.text() == "不在了：/旧稿/3.docx"


def test_without_papers_nothing_can_be_done(library: LibraryWindow, engine: SilentEngine) -> None:
    engine.answer("papers", papers=[])
    QApplication.processEvents()
    tab = library.papers
    actions = (tab.open_original, tab.exclude, tab.remove)
    assert not any(action.isEnabled() for action in actions)
    assert tab.pane.preview.toPlainText() == "选一篇文稿，在这里看。"
