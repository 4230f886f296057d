"""The main job from end to end: papers in, phrases beside the text, a Word file out."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.session.places import Places, resources
from desktop_app.ui.window import draft_keeper
from desktop_app.ui.window.main_window import MainWindow
from tests.scenarios.conftest import WindowOpener, wait_for_cards

_PATIENCE = 30_000


def _drop_files(window: MainWindow, *paths: Path) -> None:
    """Drop files on the page, from where the window takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    target = window.parts.editor.viewport()
    place = QPointF(target.rect().center())
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, mime, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place, copy, mime, left, none))


def _write(window: MainWindow, text: str) -> None:
    window.parts.editor.insert_text(text)
    window.parts.editor.draft.read_structure()


def test_from_an_empty_library_to_a_word_file(
    empty_places: Places,
    open_window: WindowOpener,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(empty_places)
    parts = window.parts
    assert parts.panel.suggestions.list.isHidden()  # the welcome stands in its place

    with qtbot.waitSignal(parts.importer.ended, timeout=_PATIENCE):
        _drop_files(window, resources() / "starter")
    assert "读入 6 篇" in parts.message.text

    _write(window, "在全县群团工作会议上的讲话\n同志们：\n一、提高认识\n群团组织")
    wait_for_cards(window, qtbot)
    first = parts.panel.suggestions.list.cards.cards[0]
    assert first.source is not None
    assert first.source.document

    before = parts.editor.toPlainText()
    QTest.keyClick(parts.editor, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert parts.editor.toPlainText() == before + first.text
    parts.actions.undo.trigger()
    assert parts.editor.toPlainText() == before
    parts.actions.redo.trigger()

    out = tmp_path / "讲话.docx"
    monkeypatch.setattr(draft_keeper, "ask_place_to_export", lambda *_: out)
    with qtbot.waitSignal(parts.keeper.told, timeout=_PATIENCE):
        parts.actions.export_word.trigger()
    with zipfile.ZipFile(out) as package:
        document = package.read("word/document.xml").decode("utf-8")
    assert first.text.rstrip("，") in document
    assert str(tmp_path) not in document


def test_the_panel_follows_the_caret(
    places: Places, open_window: WindowOpener, qtbot: QtBot
) -> None:
    window = open_window(places)
    _write(window, "青禾县工作报告\n各位代表：\n一、工作回顾\n防汛安全\n二、工作安排\n图书馆读者")
    wait_for_cards(window, qtbot)
    cards = window.parts.panel.suggestions.list.cards
    here = [card.text for card in cards.cards]
    cursor = QTextCursor(window.parts.editor.draft.findBlockByNumber(3))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    window.parts.editor.setTextCursor(cursor)
    qtbot.waitUntil(lambda: [card.text for card in cards.cards] != here, timeout=_PATIENCE)
    assert any("汛" in card.text for card in cards.cards)


def test_a_word_from_memory_is_found_and_put_into_the_draft(
    places: Places, open_window: WindowOpener, qtbot: QtBot
) -> None:
    window = open_window(places)
    panel = window.parts.panel
    window.parts.actions.search.trigger()
    assert QApplication.focusWidget() is panel.search.query
    panel.search.query.setText("“好差评”")
    qtbot.waitUntil(lambda: panel.search.list.cards.rowCount() == 1, timeout=_PATIENCE)
    hit = panel.search.list.cards.cards[0]
    assert "好差评" in hit.text
    panel.search.list.setFocus()
    panel.search.list.setCurrentIndex(panel.search.list.cards.index(0))
    QTest.keyClick(panel.search.list, Qt.Key.Key_Return)
    assert window.parts.editor.toPlainText() == hit.text
    assert QApplication.focusWidget() is window.parts.editor


def test_a_whole_outline_and_one_section_are_inserted_by_key(
    places: Places, open_window: WindowOpener, qtbot: QtBot
) -> None:
    window = open_window(places)
    _write(window, "在全县群团工作会议上的讲话\n同志们：\n")
    tree, model = window.parts.panel.templates.tree, window.parts.panel.templates.templates
    window.parts.actions.templates.trigger()
    qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=_PATIENCE)
    outline = model.index(0, 0)
    before = window.parts.editor.toPlainText()

    tree.setCurrentIndex(outline)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert window.parts.editor.toPlainText() == before + model.text_of(outline)
    assert model.text_of(outline).startswith("一、")
    window.parts.actions.undo.trigger()

    section = model.index(0, 0, outline)
    tree.setCurrentIndex(section)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert window.parts.editor.toPlainText() == before + model.text_of(section)


def test_a_star_keeps_a_phrase_for_the_next_start(
    places: Places, open_window: WindowOpener, qtbot: QtBot
) -> None:
    window = open_window(places)
    _write(window, "在会议上的讲话\n同志们：\n做好群众工作")
    wait_for_cards(window, qtbot)
    panel = window.parts.panel
    card = panel.suggestions.list.cards.cards[0]
    panel.suggestions.list.star_clicked.emit(card)
    kept = panel.favourites.list.cards
    qtbot.waitUntil(lambda: kept.rowCount() == 1, timeout=_PATIENCE)
    assert panel.suggestions.list.cards.cards[0].kept_id is not None
    window.parts.editor.draft.setModified(False)
    window.close()

    again = open_window(places)
    kept = again.parts.panel.favourites.list.cards
    qtbot.waitUntil(lambda: kept.rowCount() == 1, timeout=_PATIENCE)
    assert kept.cards[0].text == card.text
    assert kept.cards[0].source == card.source


def test_saved_and_opened_again_the_draft_is_the_same(
    places: Places,
    open_window: WindowOpener,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(places)
    text = "在会议上的讲话\n（2025年3月1日）\n同志们：\n\n一、提高认识\n正文，😀𠮷。\n# 不是标题"
    _write(window, text)
    path = tmp_path / "讲话.md"
    monkeypatch.setattr(draft_keeper, "ask_place_to_save", lambda *_: path)
    QTest.keySequence(window.parts.editor, QKeySequence(QKeySequence.StandardKey.Save))
    assert not window.isWindowModified()
    assert path.stat().st_mode & 0o077 == 0
    window.parts.keeper.new()
    assert window.parts.editor.toPlainText() == ""
    window.parts.keeper.open(path)
    assert window.parts.editor.toPlainText() == text
    assert str(path) in window.parts.preferences.settings.recent


def test_a_word_file_is_opened_as_a_new_draft(
    places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(places)
    _write(window, "关于做好工作的通知\n各单位：\n一、抓好落实\n正文写在这里。")
    out = tmp_path / "通知.docx"
    with qtbot.waitSignal(window.parts.keeper.told, timeout=_PATIENCE):
        window.parts.words.export(out)
    before = window.parts.editor.toPlainText()
    window.parts.editor.draft.setModified(False)
    with qtbot.waitSignal(window.parts.editor.draft_replaced, timeout=_PATIENCE):
        window.parts.keeper.open(out)
    assert window.parts.editor.toPlainText() == before
    assert window.parts.keeper.path is None
