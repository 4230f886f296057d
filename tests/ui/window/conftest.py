from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.session.journal import Journal
from desktop_app.ui.bridge.journal_writer import JournalWriter
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.window.draft_journal import DraftJournal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state")


@pytest.fixture
def put_down(editor: PageEditor, journal: Journal) -> Iterator[DraftJournal]:
    """Puts the page down in the journal."""
    made = DraftJournal(editor, JournalWriter(journal))
    yield made
    made.finish()
