from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from desktop_app.core.document.paragraph import Role
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.word_files import WordFiles
from tests.ui.composing import commit, compose
from tests.ui.conftest import draft
from tests.ui.silent_engine import SilentEngine

pytestmark = pytest.mark.usefixtures("chinese")
_PATH = Path("/稿/通知.docx")


@pytest.fixture
def words(editor: PageEditor, engine: SilentEngine) -> WordFiles:
    return WordFiles(editor, engine)


def test_a_file_is_read_as_the_beginning_of_a_draft(
    words: WordFiles, engine: SilentEngine, qtbot: QtBot
) -> None:
    words.read(_PATH)
    assert engine.last("read").fields["path"] == str(_PATH)
    with qtbot.waitSignal(words.was_read) as read:
        engine.answer("read", texts=["关于做好工作的通知", "正文"], roles=["title", None])
    [opened] = read.args
    assert opened.file.texts == ("关于做好工作的通知", "正文")
    assert opened.file.hints == (Role.TITLE, None)
    assert (opened.path, opened.digest, opened.name) == (None, "", "通知")


def test_a_file_without_paragraphs_is_an_empty_draft(
    words: WordFiles, engine: SilentEngine, qtbot: QtBot
) -> None:
    words.read(_PATH)
    with qtbot.waitSignal(words.was_read) as read:
        engine.answer("read", texts=[], roles=[])
    assert read.args[0].file.texts == ("",)


def test_what_was_read_waits_until_nothing_is_composed(
    words: WordFiles, editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    words.read(_PATH)
    compose(editor, "gong")
    with qtbot.assertNotEmitted(words.was_read, wait=50):
        engine.answer("read", texts=["正文"], roles=[None])
    with qtbot.waitSignal(words.was_read):
        commit(editor, "工")


def test_a_file_that_cannot_be_read_is_told_with_its_path(
    words: WordFiles, engine: SilentEngine, qtbot: QtBot
) -> None:
    words.read(_PATH)
    with qtbot.waitSignal(words.refused) as refused:
        engine.refuse("read", "文件已损坏。")
    assert refused.args == [_PATH, "文件已损坏。"]


def test_a_file_that_is_not_wanted_any_more_is_not_read(
    words: WordFiles, engine: SilentEngine
) -> None:
    words.read(_PATH)
    words.stop_reading()
    assert engine.asked == []


def test_the_draft_as_it_stands_is_exported(
    words: WordFiles, editor: PageEditor, engine: SilentEngine, qtbot: QtBot
) -> None:
    editor.open_draft(draft("# 讲话", "同志们："))
    words.export(_PATH)
    asked = engine.last("export").fields
    assert asked["draft"] == "# 讲话\n\n同志们：\n"
    assert asked["path"] == str(_PATH)
    with qtbot.waitSignal(words.exported) as exported:
        engine.answer("export", path=str(_PATH), fonts=[])
    assert exported.args == ["已导出到“通知.docx”。"]


def test_fonts_that_are_not_here_are_named(
    words: WordFiles, engine: SilentEngine, qtbot: QtBot
) -> None:
    here = QFontDatabase.families()[0]
    words.export(_PATH)
    with qtbot.waitSignal(words.exported) as exported:
        engine.answer("export", path=str(_PATH), fonts=["没有的字体甲", here, "没有的字体乙"])
    assert "没有安装：没有的字体甲、没有的字体乙，" in exported.args[0]
    assert here not in exported.args[0]


def test_an_export_that_fails_is_told(words: WordFiles, engine: SilentEngine, qtbot: QtBot) -> None:
    words.export(_PATH)
    with qtbot.waitSignal(words.failed) as failed:
        engine.refuse("export", "没能保存到“通知.docx”。")
    assert failed.args == ["没能保存到“通知.docx”。"]
