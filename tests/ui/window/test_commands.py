from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.document.paragraph import Role
from desktop_app.session.answers import Phrase, Stretch
from desktop_app.session.places import resources
from desktop_app.ui.dialogs.files import documents_folder
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window import commands
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.parts import Parts
from tests.ui.composing import commit, compose
from tests.ui.conftest import draft
from tests.ui.panel.cards import REPORT
from tests.ui.silent_engine import SilentEngine

_UNWATCHED = Path("is not watched")  # stands after paths that were to be imported so


@pytest.fixture
def parts(window: MainWindow, qtbot: QtBot) -> Parts:
    with qtbot.waitActive(window):  # else keys go nowhere
        window.activateWindow()
    window.parts.editor.setFocus()
    return window.parts


@pytest.fixture
def imported(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """What was given to be imported."""
    given: list[list[Path]] = []

    def take(paths: Sequence[Path], *, watched: bool = True) -> None:
        given.append([*paths] if watched else [*paths, _UNWATCHED])

    monkeypatch.setattr(parts.importer, "import_paths", take)
    return given


def _engine(window: MainWindow) -> SilentEngine:
    assert isinstance(window._engine, SilentEngine)
    return window._engine


def _select(editor: PageEditor, start: int, end: int) -> None:
    cursor = QTextCursor(editor.draft)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def _show_phrases(parts: Parts, count: int) -> None:
    phrases = [Phrase(f"第{n}句。", "", 1, (REPORT,)) for n in range(1, count + 1)]
    parts.panel.suggestions.show_phrases(phrases)


def test_control_and_a_figure_insert_that_phrase_at_the_caret(parts: Parts) -> None:
    _show_phrases(parts, 9)
    parts.editor.open_draft(draft("前后"))
    _select(parts.editor, 1, 1)
    for key, number in ((Qt.Key.Key_3, 3), (Qt.Key.Key_9, 9)):
        QTest.keyClick(parts.editor, key, Qt.KeyboardModifier.ControlModifier)
        assert f"第{number}句。后" in parts.editor.toPlainText()
    assert parts.editor.toPlainText() == "前第3句。第9句。后"


def test_control_and_a_figure_insert_the_part_that_fits(parts: Parts) -> None:
    phrase = Phrase("加快发展，抓好落实。", "", 1, (REPORT,), pick=Stretch(5, 10))
    parts.panel.suggestions.show_phrases([phrase])
    parts.actions.insert[0].trigger()
    assert parts.editor.toPlainText() == "抓好落实。"


def test_the_filter_is_one_key_away(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(parts.panel.suggestions.filter._menu, "popup", opened.append)
    parts.actions.show_panel.setChecked(False)
    parts.actions.filter.trigger()
    assert len(opened) == 1
    assert parts.panel.suggestions.isVisible()


def test_a_figure_without_a_phrase_inserts_nothing(parts: Parts) -> None:
    _show_phrases(parts, 2)
    parts.actions.insert[2].trigger()
    assert parts.editor.toPlainText() == ""


def test_the_phrases_have_their_keys_while_another_tab_is_open(parts: Parts) -> None:
    _show_phrases(parts, 1)
    parts.actions.favourites.trigger()
    parts.actions.insert[0].trigger()
    assert parts.editor.toPlainText() == "第1句。"


def test_a_tab_is_opened_even_when_the_panel_was_put_away(parts: Parts) -> None:
    parts.actions.show_panel.setChecked(False)
    assert not parts.panel.isVisible()
    parts.actions.templates.trigger()
    assert parts.panel.isVisible()
    assert parts.actions.show_panel.isChecked()
    assert parts.window.focusWidget() is parts.panel.templates.tree


def test_the_page_is_one_key_away_from_every_tab(parts: Parts) -> None:
    tabs = (
        (parts.actions.suggestions, parts.panel.suggestions.list),
        (parts.actions.search, parts.panel.search.query),
        (parts.actions.favourites, parts.panel.favourites.list),
    )
    for action, widget in tabs:
        action.trigger()
        assert parts.window.focusWidget() is widget
        parts.actions.page.trigger()
        assert parts.window.focusWidget() is parts.editor


def test_the_side_columns_come_and_go(parts: Parts) -> None:
    for action, column in (
        (parts.actions.show_outline, parts.outline),
        (parts.actions.show_panel, parts.panel),
    ):
        assert column.isVisible()
        action.trigger()
        assert not column.isVisible()
        action.trigger()
        assert column.isVisible()


def test_the_page_grows_shrinks_and_comes_back(parts: Parts) -> None:
    for action, zoom in (
        (parts.actions.zoom_in, 110),
        (parts.actions.zoom_reset, 100),
        (parts.actions.zoom_out, 90),
    ):
        action.trigger()
        assert parts.preferences.settings.zoom == zoom
        assert parts.status._zoom.text() == f"{zoom}%"


def test_the_look_is_turned_by_a_key(parts: Parts) -> None:
    QTest.keyClick(parts.editor, Qt.Key.Key_F9)
    assert parts.preferences.settings.theme == "dark"
    QTest.keyClick(parts.editor, Qt.Key.Key_F9)
    assert parts.preferences.settings.theme == "light"


def _role(parts: Parts, paragraph: int) -> Role:
    parts.editor.draft.read_structure()
    return parts.editor.draft.paragraphs[paragraph].role


def test_a_role_chosen_in_the_menu_is_given_to_the_paragraphs(parts: Parts) -> None:
    parts.editor.open_draft(draft("题目", "同志们：", "一句没有序号的标题", "正文。"))
    _select(parts.editor, parts.editor.draft.findBlockByNumber(2).position(), 10)
    chosen = next(a for a in parts.toolbar.roles.actions() if a.text() == "一级标题 一、")
    chosen.trigger()
    assert _role(parts, 2) is Role.HEADING_1
    parts.toolbar.roles.actions()[0].trigger()
    assert _role(parts, 2) is Role.BODY


def test_no_role_is_given_while_text_is_composed(parts: Parts) -> None:
    parts.editor.open_draft(draft("题目", "同志们：", "一句没有序号的标题"))
    compose(parts.editor, "gong")
    parts.toolbar.role_chosen.emit(Role.HEADING_1)
    commit(parts.editor, "")
    assert parts.editor.draft.to_file().hints == (None, None, None)


def test_a_recent_draft_is_opened(parts: Parts, tmp_path: Path) -> None:
    path = tmp_path / "R&D.md"
    path.write_text("正文。\n", encoding="utf-8")
    parts.keeper.open(path)
    parts.keeper.new()
    parts.toolbar._recent.actions()[0].trigger()
    assert parts.keeper.path == path


def test_undo_and_redo_are_those_of_the_page(parts: Parts) -> None:
    parts.editor.insert_text("一段")
    parts.actions.undo.trigger()
    assert parts.editor.toPlainText() == ""
    parts.actions.redo.trigger()
    assert parts.editor.toPlainText() == "一段"


def test_find_and_replace_open_the_bar_and_go_on_from_there(parts: Parts) -> None:
    parts.editor.open_draft(draft("工作做好工作"))
    _select(parts.editor, 0, 2)
    parts.actions.find.trigger()
    assert parts.find_bar.isVisible()
    parts.actions.find_next.trigger()
    assert parts.editor.textCursor().selectionStart() == 4
    parts.actions.find_previous.trigger()
    assert parts.editor.textCursor().selectionStart() == 0
    parts.actions.replace.trigger()
    assert parts.find_bar._replacing.isVisible()
    parts.find_bar.close_bar()
    assert parts.window.focusWidget() is parts.editor


def test_quit_closes_the_window(window: MainWindow) -> None:
    window.parts.actions.quit.trigger()
    assert not window.isVisible()


def _menu(editor: PageEditor) -> list[str]:
    menu = QMenu()
    editor.menu_opening.emit(menu)
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_menu_of_the_page_keeps_a_selection_and_knows_the_roles(parts: Parts) -> None:
    parts.editor.open_draft(draft("选中的文字"))
    assert _menu(parts.editor) == ["段落"]
    _select(parts.editor, 0, 2)
    assert _menu(parts.editor) == ["收藏所选文字", "段落"]


def test_a_selection_is_kept_and_the_writer_is_told(window: MainWindow) -> None:
    parts = window.parts
    parts.editor.open_draft(draft("选中的文字", "第二段"))
    _select(parts.editor, 3, 8)
    parts.actions.keep_selection.trigger()
    assert _engine(window).last("keep").fields["text"] == "文字\n第二"
    assert parts.message.text == "已收藏。"


def test_without_a_selection_nothing_is_kept(window: MainWindow) -> None:
    window.parts.editor.open_draft(draft("选中的文字"))
    window.parts.actions.keep_selection.trigger()
    assert "keep" not in _engine(window).verbs()
    assert window.parts.message.text == ""


def test_files_and_folders_are_chosen_to_import(
    parts: Parts, imported: list[list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def files(_parent: QWidget, folder: Path) -> list[Path]:
        asked.append(folder)
        return [Path("/甲.docx"), Path("/乙.txt")]

    monkeypatch.setattr(commands, "ask_papers_to_import", files)
    monkeypatch.setattr(commands, "ask_folder_to_import", lambda *_: Path("/旧稿"))
    parts.actions.import_files.trigger()
    parts.actions.import_folder.trigger()
    parts.panel.suggestions.import_asked.emit()
    assert imported == [[Path("/甲.docx"), Path("/乙.txt")], [Path("/旧稿")], [Path("/旧稿")]]
    parts.actions.import_files.trigger()
    assert asked == [documents_folder(), Path("/")]


def test_without_a_folder_nothing_is_imported(
    parts: Parts, imported: list[list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "ask_folder_to_import", lambda *_: None)
    parts.actions.import_folder.trigger()
    assert imported == []


def test_the_samples_are_those_that_the_program_brings(
    parts: Parts, imported: list[list[Path]]
) -> None:
    parts.panel.suggestions.starter_asked.emit()
    assert imported == [[resources() / "starter", _UNWATCHED]]
    assert len(list((resources() / "starter").glob("*.md"))) >= 5


def test_the_library_is_opened_by_its_action_and_from_the_status_line(parts: Parts) -> None:
    parts.actions.library.trigger()
    window = parts.catalogue.window
    assert window is not None
    assert window.isVisible()
    window.close()
    parts.status.library_asked.emit()
    assert window.isVisible()


def test_the_wheel_zooms_step_by_step(parts: Parts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.preferences.look_changed):
        parts.editor.zoom_asked.emit(1)
    assert parts.preferences.settings.zoom == 110
