"""Each thing that goes wrong gets one sentence in the window, and nothing is lost."""

import stat
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.session.places import Places
from desktop_app.ui.window import draft_keeper
from desktop_app.ui.window.main_window import MainWindow
from tests.scenarios.bad_files import BAD_FILES
from tests.scenarios.conftest import WindowOpener

_PATIENCE = 60_000


def _import(window: MainWindow, qtbot: QtBot, *paths: Path) -> str:
    """Import and give back what the window says of it."""
    with qtbot.waitSignal(window.parts.importer.ended, timeout=_PATIENCE):
        window.parts.importer.import_paths(paths)
    assert window.parts.progress.isHidden()
    return window.parts.message.text


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_with_its_reason_and_the_rest_is_imported(
    empty_places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    make, reason = BAD_FILES[name]
    folder = tmp_path / "旧稿"
    folder.mkdir()
    make(folder / name)
    (folder / "好的.txt").write_text("关于做好工作的通知\n各单位：\n请抓好落实。", encoding="utf-8")
    window = open_window(empty_places)
    told = _import(window, qtbot, folder)
    assert "读入 1 篇" in told
    assert f"“{name}”：" in told
    assert reason in told
    assert told.count("。") <= 4


def test_a_draft_that_cannot_be_opened_leaves_the_one_on_the_page(
    places: Places, open_window: WindowOpener, tmp_path: Path
) -> None:
    window = open_window(places)
    window.parts.editor.insert_text("写到一半的草稿。")
    window.parts.editor.draft.setModified(False)
    window.parts.keeper.open(tmp_path / "没有.md")
    assert "找不到这个文件" in window.parts.message.text
    assert window.parts.editor.toPlainText() == "写到一半的草稿。"


def test_a_word_file_that_is_none_leaves_the_draft_on_the_page(
    places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(places)
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    window.parts.keeper.open(broken)
    qtbot.waitUntil(lambda: "已损坏" in window.parts.message.text, timeout=_PATIENCE)
    assert window.parts.editor.toPlainText() == ""


def test_a_draft_that_is_deleted_while_open_is_still_on_the_page_and_can_be_saved(
    places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = tmp_path / "讲话.md"
    draft.write_text("# 在会议上的讲话\n", encoding="utf-8")
    window = open_window(places, draft)
    draft.unlink()
    qtbot.waitUntil(lambda: "已被移动或删除" in window.parts.message.text, timeout=_PATIENCE)
    assert window.isWindowModified()
    assert window.parts.keeper.save()
    assert draft.read_text(encoding="utf-8") == "# 在会议上的讲话\n"


def test_a_draft_that_another_program_changed_is_not_run_over(
    places: Places,
    open_window: WindowOpener,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = tmp_path / "讲话.md"
    draft.write_text("# 在会议上的讲话\n", encoding="utf-8")
    window = open_window(places, draft)
    window.parts.editor.insert_text("我的")
    draft.write_text("# 别人写的讲话\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "已被别的程序改动" in window.parts.message.text, timeout=_PATIENCE)
    asked: list[str] = []

    def refuse(_parent: object, sentence: str) -> bool:
        asked.append(sentence)
        return False

    monkeypatch.setattr(draft_keeper, "ask_to_overwrite", refuse)
    assert not window.parts.keeper.save()
    assert len(asked) == 1
    assert draft.read_text(encoding="utf-8") == "# 别人写的讲话\n"
    assert window.isWindowModified()


def test_a_place_that_cannot_be_written_keeps_the_draft_unsaved(
    places: Places, open_window: WindowOpener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(places)
    window.parts.editor.insert_text("草稿")
    monkeypatch.setattr(
        draft_keeper, "ask_place_to_save", lambda *_: tmp_path / "没有的文件夹" / "稿.md"
    )
    assert not window.parts.keeper.save()
    assert "没能保存" in window.parts.message.text
    assert window.isWindowModified()


def test_a_damaged_library_is_told_and_the_page_can_be_used(
    empty_places: Places, open_window: WindowOpener, qtbot: QtBot
) -> None:
    empty_places.library.mkdir(parents=True)
    (empty_places.library / "library.sqlite").write_bytes(b"no database at all " * 100)
    window = open_window(empty_places, counted=False)
    qtbot.waitUntil(lambda: "已损坏" in window.parts.message.text, timeout=_PATIENCE)
    window.parts.editor.insert_text("照样能写。")
    assert window.parts.editor.toPlainText() == "照样能写。"


@pytest.mark.permissions
def test_a_folder_that_may_not_be_entered_is_told_and_the_rest_is_imported(
    empty_places: Places, open_window: WindowOpener, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    closed = folder / "别人的"
    closed.mkdir(parents=True)
    (folder / "好的.txt").write_text("关于做好工作的通知\n各单位：\n请抓好落实。", encoding="utf-8")
    window = open_window(empty_places)
    closed.chmod(0)
    try:
        told = _import(window, qtbot, folder)
    finally:
        closed.chmod(stat.S_IRWXU)
    assert "读入 1 篇" in told
    assert "“别人的”：没有权限" in told


@pytest.mark.permissions
def test_a_library_that_cannot_be_written_is_consulted_but_takes_nothing_in(
    places: Places, open_window: WindowOpener, qtbot: QtBot
) -> None:
    places.library.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        window = open_window(places)
        cards = window.parts.panel.suggestions.list.cards
        window.parts.editor.insert_text("在会议上的讲话\n同志们：\n群众工作")
        qtbot.waitUntil(lambda: cards.rowCount() > 0, timeout=_PATIENCE)
        told = _import(window, qtbot, places.library.parent)
        assert "只读" in told
        assert "“" not in told
    finally:
        places.library.chmod(stat.S_IRWXU)
