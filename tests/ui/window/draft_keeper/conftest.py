from pathlib import Path

import pytest

from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_journal import DraftJournal
from desktop_app.ui.window.draft_keeper import DraftKeeper
from desktop_app.ui.window.word_files import WordFiles
from tests.ui.silent_engine import SilentEngine
from tests.ui.window.draft_keeper.writer import TEXT, Messages, Writer


@pytest.fixture(autouse=True)
def writer(monkeypatch: pytest.MonkeyPatch) -> Writer:
    return Writer(monkeypatch)


@pytest.fixture
def keeper(editor: PageEditor, engine: SilentEngine, put_down: DraftJournal) -> DraftKeeper:
    """The keeper of a page with nothing on it."""
    return DraftKeeper(editor, WordFiles(editor, engine), put_down, "zh")


@pytest.fixture
def messages(keeper: DraftKeeper) -> Messages:
    return Messages(keeper)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A draft on disk."""
    path = tmp_path / "讲话.md"
    path.write_text(TEXT, encoding="utf-8")
    return path
