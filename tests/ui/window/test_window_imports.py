from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.session.places import Places
from desktop_app.ui.bridge.import_job import ImportSummary
from desktop_app.ui.dialogs.import_failures import ImportFailuresDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.dropping import drop, enter
from tests.ui.silent_engine import SilentEngine
from tests.ui.window.imports import summary, write_papers
from tests.windows import WindowOpener

_PATIENCE = 20_000
_FAILED = (("/旧稿/空.txt", "文件是空的，里面没有文字。"),)


# Files that are dropped


def _files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(name) for name in names])
    return mime


@pytest.mark.parametrize("part", ["window", "page", "panel", "outline"])
def test_files_dropped_anywhere_are_imported(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    parts, imported = window.parts, list[list[Path]]()
    monkeypatch.setattr(parts.importer, "import_paths", imported.append)
    places: dict[str, QWidget] = {
        "window": window,
        "page": parts.editor.viewport(),
        "panel": parts.panel.suggestions.list.viewport(),
        "outline": parts.outline,
    }
    dropped = drop(places[part], _files("file:///%E7%94%B2.docx", "file:///旧稿"))
    assert imported == [[Path("/甲.docx"), Path("/旧稿")]]
    assert dropped.action is Qt.DropAction.CopyAction  # they stay where they are


def test_what_is_no_file_is_not_imported(window: MainWindow) -> None:
    assert not enter(window.parts.outline, _files("https://example.org/a.docx"))


# Imports


def test_an_import_is_shown_while_it_runs_and_summed_up(window: MainWindow) -> None:
    parts = window.parts
    parts.importer.began.emit()
    assert parts.progress.isVisible()
    parts.importer.ended.emit(summary())
    assert not parts.progress.isVisible()
    assert parts.message.text == "读入 3 篇，未变 2 篇，重复 1 篇，读不了 0 份。资料库现有 12 篇。"
    assert not parts.message._details.isVisible()


def test_new_papers_are_used_at_once(window: MainWindow) -> None:
    engine = window._engine
    assert isinstance(engine, SilentEngine)
    window.parts.importer.ended.emit(summary())
    assert engine.verbs() == ["stats", "favourites", "suggest"]


def test_news_from_the_followed_folders_is_told_in_a_sentence(window: MainWindow) -> None:
    assert isinstance(window._engine, SilentEngine)
    window.parts.importer.noticed.emit(ImportSummary(2, 33, 0, _FAILED, 1035))
    assert window.parts.message.text == "跟踪的文件夹里有新文稿，读入 2 篇。资料库现有 1,035 篇。"
    assert "stats" in window._engine.verbs()


def test_an_import_that_could_not_be_is_no_longer_shown(window: MainWindow) -> None:
    window.parts.importer.began.emit()
    window.parts.importer.ended.emit(None)
    assert not window.parts.progress.isVisible()
    assert window.parts.message.text == ""


def test_a_single_failure_is_told_with_its_reason(window: MainWindow) -> None:
    window.parts.importer.ended.emit(summary(_FAILED))
    assert window.parts.message.text.endswith("“空.txt”：文件是空的，里面没有文字。")


def test_several_failures_are_listed_when_they_are_asked_for(window: MainWindow) -> None:
    window.parts.importer.ended.emit(summary(_FAILED * 2))
    assert "“空.txt”" not in window.parts.message.text
    titles: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportFailuresDialog)
        titles.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, look)
    window.parts.message._details.click()
    assert titles == ["没有导入的文件"]


def test_an_import_is_cancelled_by_its_button(
    empty_places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path
) -> None:
    write_papers(tmp_path, 300)
    window = open_window(empty_places)
    with qtbot.waitSignal(window.parts.importer.ended, timeout=_PATIENCE) as ended:
        window.parts.importer.import_paths([tmp_path])
        window.parts.progress._cancel.click()
    assert ended.args is not None
    assert ended.args[0].documents < 300
