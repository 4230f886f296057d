"""The parts of a window, for those who join them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.panel import SidePanel
from desktop_app.ui.window.actions import WindowActions
from desktop_app.ui.window.continuation_link import ContinuationLink
from desktop_app.ui.window.draft_journal import DraftJournal
from desktop_app.ui.window.draft_keeper import DraftKeeper
from desktop_app.ui.window.find_bar import FindBar
from desktop_app.ui.window.import_strip import ImportStrip
from desktop_app.ui.window.importer import Importer
from desktop_app.ui.window.library_link import LibraryLink
from desktop_app.ui.window.library_opener import LibraryOpener
from desktop_app.ui.window.message_strip import MessageStrip
from desktop_app.ui.window.outline_pane import OutlinePane
from desktop_app.ui.window.preferences import Preferences
from desktop_app.ui.window.reporter import Reporter
from desktop_app.ui.window.status_line import StatusLine
from desktop_app.ui.window.toolbar import Toolbar
from desktop_app.ui.window.use_notes import UseNotes
from desktop_app.ui.window.use_record import UseRecord
from desktop_app.ui.window.word_files import WordFiles


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in a window and what works behind it; `window` owns the dialogs."""

    window: QWidget
    actions: WindowActions
    toolbar: Toolbar
    outline: OutlinePane
    editor: PageEditor
    find_bar: FindBar
    message: MessageStrip
    progress: ImportStrip
    panel: SidePanel
    status: StatusLine
    keeper: DraftKeeper
    words: WordFiles
    journal: DraftJournal
    library: LibraryLink
    continuation: ContinuationLink
    use: UseNotes
    record: UseRecord
    catalogue: LibraryOpener
    importer: Importer
    reporter: Reporter
    preferences: Preferences
