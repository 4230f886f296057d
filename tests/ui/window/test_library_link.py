from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.answers import Source
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.panel import SidePanel
from desktop_app.ui.panel.suggestion_filter import Wanted
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.library_link import LibraryLink
from tests.ui.composing import commit, compose
from tests.ui.silent_engine import SilentEngine

pytestmark = pytest.mark.usefixtures("chinese")
_PHRASE = {
    "text": "抓好工作落实。",
    "function": "requirement",
    "count": 1,
    "sources": [{"document": "通知", "year": 2024, "section": ""}],
}
_HIT = {"snippet": "防汛责任", "document": "通知", "year": None, "section": "", "score": 1.0}
_KEPT = {"id": 4, "text": "抓好工作落实。", "document": "", "year": None, "section": ""}
_TEMPLATE = {
    "name": "通知",
    "genre": "通知",
    "sources": [],
    "sections": [{"level": 1, "heading": "一、总体要求", "function": ""}],
}


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> SidePanel:
    shown = SidePanel(theme)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def link(editor: PageEditor, panel: SidePanel, engine: SilentEngine) -> Iterator[LibraryLink]:
    """A page and a panel, joined."""
    made = LibraryLink(editor, panel, engine)
    yield made
    made.stop()


def _phrases(panel: SidePanel) -> list[str]:
    return [card.text for card in panel.suggestions.list.cards.cards]


def _hits(panel: SidePanel) -> list[str]:
    return [card.text for card in panel.search.list.cards.cards]


# Questions that follow the writer


def test_at_the_start_everything_is_asked(link: LibraryLink, engine: SilentEngine) -> None:
    link.refresh()
    assert engine.verbs() == ["stats", "favourites", "suggest"]


def test_phrases_are_asked_for_when_the_caret_rests(
    link: LibraryLink, editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    editor.insert_text("在会议上的讲话\n同志们：\n一、提高认识\n我们要")
    editor.draft.read_structure()
    editor.insert_text("抓好")
    assert engine.asked == []
    qtbot.waitUntil(lambda: bool(engine.asked))
    assert engine.last("suggest").fields == {
        "verb": "suggest",
        "title": "在会议上的讲话",
        "headings": ["一、提高认识"],
        "before": "在会议上的讲话\n同志们：\n一、提高认识\n我们要抓好",
        "limit": 10,
    }
    assert len(engine.asked) == 1
    assert link.parent() is editor


def test_the_answer_is_shown_beside_the_place_it_is_for(
    link: LibraryLink, editor: PageEditor, panel: SidePanel, engine: SilentEngine
) -> None:
    editor.insert_text("在会议上的讲话\n同志们：\n一、提高认识\n我们要")
    editor.draft.read_structure()
    link.refresh()
    assert panel.suggestions._place.text() == "光标处：一、提高认识"
    engine.answer("suggest", phrases=[_PHRASE])
    assert _phrases(panel) == ["抓好工作落实。"]


def test_the_title_of_the_draft_leads_to_outlines(
    link: LibraryLink, editor: PageEditor, engine: SilentEngine, panel: SidePanel, qtbot: QtBot
) -> None:
    editor.insert_text("关于做好工作的通知\n各单位：\n")
    editor.draft.read_structure()
    link.refresh()
    qtbot.waitUntil(lambda: "outline" in engine.verbs())
    asked = engine.last("outline").fields
    assert (asked["title"], asked["limit"]) == ("关于做好工作的通知", 5)
    engine.answer("outline", templates=[_TEMPLATE])
    assert panel.templates.templates.rowCount() == 1


def test_headings_are_asked_for_while_their_tab_is_open(
    link: LibraryLink, editor: PageEditor, engine: SilentEngine, panel: SidePanel
) -> None:
    editor.insert_text("在会议上的讲话\n同志们：\n一、提高认识\n我们要")
    editor.draft.read_structure()
    link.refresh()
    assert "headings" not in engine.verbs()
    panel.open_tab(4)
    asked = engine.last("headings").fields
    assert (asked["title"], asked["headings"]) == ("在会议上的讲话", ["一、提高认识"])
    heading = {"text": "认清形势", "document": "通知", "year": 2024}
    engine.answer(
        "headings", sets=[{"pattern": "认清…", "level": 1, "headings": [heading], "count": 1}]
    )
    sets = panel.headings.sets
    assert sets.text_of(sets.index(0, 0)) == "二、认清形势"
    engine.asked.clear()
    link.refresh()
    assert "headings" in engine.verbs()


def test_a_question_is_searched_and_the_terms_are_set_off(
    link: LibraryLink, engine: SilentEngine, panel: SidePanel
) -> None:
    panel.search.query.setText("防汛")
    panel.search.query_changed.emit("防汛")
    assert engine.last("search").fields == {"verb": "search", "query": "防汛", "limit": 50}
    engine.answer("search", hits=[_HIT], terms=["防汛"])
    assert _hits(panel) == ["防汛责任"]
    assert panel.search.list.cards.cards[0].terms == ("防汛",)
    assert link.parent()


def test_only_the_kind_of_phrases_that_is_wanted_is_asked_for(
    link: LibraryLink, editor: PageEditor, engine: SilentEngine, panel: SidePanel
) -> None:
    editor.insert_text("我们要")
    link.refresh()
    assert "functions" not in engine.last("suggest").fields
    panel.suggestions.filter.want(Wanted(function="measure", since=2024))
    asked = engine.last("suggest").fields
    assert (asked["functions"], asked["since"]) == (["measure"], 2024)
    assert "genre" not in asked


@pytest.mark.usefixtures("link")
def test_without_a_question_there_are_no_hits_and_none_come_later(
    engine: SilentEngine, panel: SidePanel
) -> None:
    panel.search.query_changed.emit("防汛")
    engine.answer("search", hits=[_HIT], terms=["防汛"])
    panel.search.query_changed.emit("防汛 责任")
    panel.search.query_changed.emit("")
    assert _hits(panel) == []
    assert engine.asked == []  # the answer that is on its way is not wanted any more


@pytest.mark.usefixtures("link")
def test_without_a_title_there_are_no_outlines_and_none_come_later(
    engine: SilentEngine, panel: SidePanel
) -> None:
    panel.templates.title_changed.emit("通知")
    engine.answer("outline", templates=[_TEMPLATE])
    panel.templates.title_changed.emit("通知书")
    panel.templates.title_changed.emit("")
    assert panel.templates.templates.rowCount() == 0
    assert engine.asked == []


def test_each_kind_of_question_has_a_lane_of_its_own(
    link: LibraryLink, engine: SilentEngine, panel: SidePanel
) -> None:
    link.refresh()
    link.refresh()
    panel.search.query_changed.emit("防汛")
    panel.templates.title_changed.emit("通知")
    lanes = [asked.lane for asked in engine.asked]
    assert lanes[:3] == lanes[3:6]
    assert len(set(lanes)) == 5


@pytest.mark.usefixtures("link")
def test_a_problem_is_told_where_the_answer_would_be(
    editor: PageEditor, engine: SilentEngine, panel: SidePanel, qtbot: QtBot
) -> None:
    editor.insert_text("我们要")
    qtbot.waitUntil(lambda: bool(engine.asked))
    panel.search.query_changed.emit("防汛")
    panel.templates.title_changed.emit("通知")
    for verb in ("suggest", "search", "outline"):
        engine.refuse(verb, "资料库文件已损坏。")
    assert panel.suggestions.list._empty_text == "资料库文件已损坏。"
    assert panel.search.list._empty_text == "资料库文件已损坏。"
    assert panel.templates._note.text() == "资料库文件已损坏。"


def test_how_many_papers_there_are_is_told_and_an_empty_library_welcomes(
    link: LibraryLink, engine: SilentEngine, panel: SidePanel, qtbot: QtBot
) -> None:
    for papers in (0, 3):
        link.refresh()
        with qtbot.waitSignal(link.counted) as counted:
            engine.answer("stats", documents=papers)
        assert counted.args == [papers]
        assert panel.suggestions.list.isVisible() is (papers > 0)


def test_a_library_that_cannot_be_counted_is_told(
    link: LibraryLink, engine: SilentEngine, qtbot: QtBot
) -> None:
    link.refresh()
    with qtbot.waitSignal(link.failed) as failed:
        engine.refuse("stats", "资料库文件已损坏。")
    assert failed.args == ["资料库文件已损坏。"]


# Nothing appears while an input method composes


@pytest.mark.usefixtures("link")
def test_nothing_is_asked_while_text_is_composed_and_once_when_it_is_there(
    editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    editor.insert_text("我们要")
    compose(editor, "zhua")
    with qtbot.assertNotEmitted(editor.caret_moved, wait=250):
        compose(editor, "zhua hao")
    assert engine.asked == []
    commit(editor, "抓好")
    qtbot.waitUntil(lambda: bool(engine.asked))
    assert engine.last("suggest").fields["before"] == "我们要抓好"


def test_the_panel_stays_as_it_is_while_text_is_composed(
    link: LibraryLink, editor: PageEditor, engine: SilentEngine, panel: SidePanel
) -> None:
    link.refresh()
    panel.search.query.setText("防汛")
    panel.search.query_changed.emit("防汛")
    panel.templates.title_changed.emit("通知")
    engine.answer("stats", documents=0)
    link.refresh()
    compose(editor, "zhua")
    engine.answer("suggest", phrases=[_PHRASE])
    engine.answer("search", hits=[_HIT], terms=["防汛"])
    engine.answer("outline", templates=[_TEMPLATE])
    engine.answer("favourites", favourites=[_KEPT])
    engine.answer("stats", documents=5)
    assert _phrases(panel) == _hits(panel) == []
    assert panel.templates.templates.rowCount() == 0
    assert panel.favourites.list.cards.rowCount() == 0
    assert not panel.suggestions.list.isVisible()
    commit(editor, "抓")
    assert _hits(panel) == ["防汛责任"]
    assert panel.templates.templates.rowCount() == 1
    assert panel.favourites.list.cards.rowCount() == 1
    assert panel.suggestions.list.isVisible()


def test_a_problem_waits_until_the_text_is_there(
    link: LibraryLink, editor: PageEditor, engine: SilentEngine, panel: SidePanel, qtbot: QtBot
) -> None:
    link.refresh()
    before = panel.suggestions.list._empty_text
    compose(editor, "zhua")
    engine.refuse("suggest", "资料库程序意外停止。")
    with qtbot.assertNotEmitted(link.failed):
        engine.refuse("stats", "资料库程序意外停止。")
    assert panel.suggestions.list._empty_text == before
    with qtbot.waitSignal(link.failed):
        commit(editor, "抓")
    assert panel.suggestions.list._empty_text == "资料库程序意外停止。"


# Favourites


def test_a_phrase_is_kept_with_its_source_and_shown_with_a_star(
    link: LibraryLink, engine: SilentEngine, panel: SidePanel
) -> None:
    link.refresh()
    engine.answer("suggest", phrases=[_PHRASE])
    panel.keep_asked.emit("抓好工作落实。", Source("通知", 2024, "一、甲"))
    assert engine.last("keep").fields == {
        "verb": "keep",
        "text": "抓好工作落实。",
        "document": "通知",
        "year": 2024,
        "section": "一、甲",
    }
    engine.answer("keep", favourites=[_KEPT])
    assert [card.kept_id for card in panel.favourites.list.cards.cards] == [4]
    assert [card.kept_id for card in panel.suggestions.list.cards.cards] == [4]


def test_what_the_writer_wrote_is_kept_without_a_source(
    link: LibraryLink, engine: SilentEngine
) -> None:
    link.keep("自己写的。", None)
    asked = engine.last("keep").fields
    assert (asked["document"], asked["year"], asked["section"]) == ("", None, "")


@pytest.mark.usefixtures("link")
def test_a_favourite_is_dropped_by_its_number(engine: SilentEngine, panel: SidePanel) -> None:
    panel.drop_asked.emit(4)
    assert engine.last("drop").fields == {"verb": "drop", "id": 4}
    engine.answer("drop", favourites=[])
    assert panel.favourites.list.cards.rowCount() == 0


def test_no_star_is_overtaken_by_the_next(
    link: LibraryLink, engine: SilentEngine, panel: SidePanel
) -> None:
    link.keep("第一句。", None)
    link.keep("第二句。", None)
    panel.drop_asked.emit(4)
    assert len({asked.lane for asked in engine.asked}) == 3


def test_what_cannot_be_kept_is_told(link: LibraryLink, engine: SilentEngine, qtbot: QtBot) -> None:
    link.keep("第一句。", None)
    with qtbot.waitSignal(link.failed) as failed:
        engine.refuse("keep", "资料库是只读的。")
    assert failed.args == ["资料库是只读的。"]
