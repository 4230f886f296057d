from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.places import Places
from desktop_app.ui.bridge.import_job import ImportProgress, ImportSummary
from desktop_app.ui.bridge.import_pace import Pace
from desktop_app.ui.library.library_window import LibraryWindow
from desktop_app.ui.library.paper_table_model import Column
from desktop_app.ui.window import library_opener
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.parts import Parts
from tests.ui.silent_engine import SilentEngine
from tests.windows import WindowOpener

_SUMMARY = ImportSummary(1, 0, 0, (), 1)


@pytest.fixture
def parts(window: MainWindow) -> Parts:
    return window.parts


@pytest.fixture
def engine(window: MainWindow) -> SilentEngine:
    assert isinstance(window._engine, SilentEngine)
    return window._engine


def _opened(parts: Parts) -> LibraryWindow:
    parts.catalogue.open()
    assert parts.catalogue.window is not None
    return parts.catalogue.window


def test_the_library_has_one_window_made_when_it_is_asked_for(parts: Parts) -> None:
    assert parts.catalogue.window is None
    first = _opened(parts)
    assert first.isVisible()
    assert _opened(parts) is first


def test_it_closes_with_the_page(window: MainWindow) -> None:
    library = _opened(window.parts)
    window.close()
    assert not library.isVisible()
    assert window.parts.catalogue.window is None


def test_its_size_and_columns_are_there_again(
    window: MainWindow, empty_places: Places, open_window: WindowOpener
) -> None:
    library = _opened(window.parts)
    library.resize(780, 640)
    library.papers.table.horizontalHeader().resizeSection(Column.BODY, 171)
    window.close()
    again = _opened(open_window.at_rest(empty_places).parts)
    assert (again.width(), again.height()) == (780, 640)
    assert again.papers.table.horizontalHeader().sectionSize(Column.BODY) == 171


def test_what_is_changed_in_the_library_is_told_to_the_panel(
    parts: Parts, engine: SilentEngine
) -> None:
    _opened(parts).papers.pane.edited.emit(3, {"year": 2020})
    engine.asked = [engine.last("edit_paper")]
    engine.answer("edit_paper", paper=_PAPER)
    assert {"stats", "suggest"} <= set(engine.verbs())


_PAPER = {
    "id": 3,
    "title": "通知",
    "genre": "通知",
    "year": 2020,
    "body": "",
    "place": "",
    "characters": 5,
    "state": "used",
    "copies": 1,
    "name": "通知.txt",
}


def test_an_import_is_followed_in_the_library_too(parts: Parts, engine: SilentEngine) -> None:
    library = _opened(parts)
    parts.importer.began.emit()
    assert library._note.text() == "正在清点文件…"
    parts.importer.progressed.emit(ImportProgress(1, 7, "讲话.docx", Pace()))
    assert library._note.text() == "正在读入 2 / 7：讲话.docx"
    engine.asked.clear()
    parts.importer.ended.emit(_SUMMARY)
    assert library._note.text() == ""
    assert {"papers", "failures", "folders"} <= set(engine.verbs())


def test_a_library_that_nobody_looks_at_asks_nothing(parts: Parts, engine: SilentEngine) -> None:
    _opened(parts).close()
    engine.asked.clear()
    parts.importer.ended.emit(_SUMMARY)
    assert "papers" not in engine.verbs()


def test_a_folder_that_was_imported_is_watched(
    parts: Parts, engine: SilentEngine, qtbot: QtBot
) -> None:
    parts.importer.folder_read.emit(Path("/旧稿"))
    parts.importer.folder_read.emit(Path("/新稿"))
    assert engine.last("watch").fields == {"verb": "watch", "path": "/新稿", "watched": True}
    assert len({asked.lane for asked in engine.asked}) == 2
    engine.answer("watch", folders=["/旧稿", "/新稿"])
    with qtbot.waitSignal(parts.catalogue.failed) as failed:
        engine.refuse("watch", "资料库是只读的。")
    assert failed.args == ["资料库是只读的。"]
    assert parts.message.text == "资料库是只读的。"


def test_the_followed_folders_are_shown_as_soon_as_they_are_known(
    parts: Parts, engine: SilentEngine
) -> None:
    library = _opened(parts)
    parts.importer.folder_read.emit(Path("/旧稿"))
    engine.answer("watch", folders=["/旧稿"])
    assert library.folders.list.item(0).text() == "/旧稿"


def test_what_the_library_asks_to_import_is_imported(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(window.parts.importer, "import_paths", asked.append)
    monkeypatch.setattr(window.parts.importer, "reread", lambda: asked.append("again"))
    library = _opened(window.parts)
    library.import_asked.emit([Path("/甲")])
    library.reread_asked.emit()
    assert asked == [[Path("/甲")], "again"]


# The start


def test_watched_folders_are_read_quietly_after_the_start(
    parts: Parts, engine: SilentEngine, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(parts.importer, "reread", lambda *, quiet: asked.append(quiet))
    parts.catalogue._soon.setInterval(1)
    parts.catalogue.reread_soon()
    qtbot.waitUntil(lambda: "folders" in engine.verbs())
    engine.answer("folders", folders=["/旧稿"])
    assert asked == [True]


def test_without_watched_folders_no_process_is_started(
    parts: Parts, engine: SilentEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(parts.importer, "reread", lambda *, quiet: asked.append(quiet))
    parts.catalogue._ask_folders()
    engine.answer("folders", folders=[])
    parts.catalogue._ask_folders()
    engine.refuse("folders", "资料库文件已损坏。")
    assert asked == []
    assert parts.message.text == ""


def test_the_window_is_left_alone_for_its_first_two_seconds(window: MainWindow) -> None:
    assert library_opener._SOON == 2000
    assert not window.parts.catalogue._soon.isActive()
    window.start(None)
    assert window.parts.catalogue._soon.isActive()
    window.close()
    assert not window.parts.catalogue._soon.isActive()
