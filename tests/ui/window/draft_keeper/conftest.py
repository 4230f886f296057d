from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.session.journal import Journal
from desktop_app.ui.bridge.journal_writer import JournalWriter
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
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state")


@pytest.fixture
def put_down(editor: PageEditor, journal: Journal) -> Iterator[DraftJournal]:
    """Puts the page down in the journal."""
    made = DraftJournal(editor, JournalWriter(journal))
    yield made
    made.finish()


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
