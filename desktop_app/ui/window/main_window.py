"""The window: places its parts and joins their signals; decides nothing."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.core.errors import Language
from desktop_app.session.journal import Journal
from desktop_app.session.places import Places
from desktop_app.session.settings import Settings
from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.bridge.journal_writer import JournalWriter
from desktop_app.ui.bridge.learning_job import LearningJob
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.panel import SidePanel
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.window_size import fit_screen
from desktop_app.ui.window.actions import WindowActions
from desktop_app.ui.window.commands import Commands
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
from desktop_app.ui.window.parts import Parts
from desktop_app.ui.window.preferences import Preferences
from desktop_app.ui.window.reporter import Reporter
from desktop_app.ui.window.status_line import StatusLine
from desktop_app.ui.window.toolbar import Toolbar
from desktop_app.ui.window.use_notes import UseNotes
from desktop_app.ui.window.use_record import UseRecord
from desktop_app.ui.window.window_state import WindowState
from desktop_app.ui.window.word_files import WordFiles

_SIZE = QSize(1440, 900)
_COLUMNS = (236, 850, 352)  # pixels: outline, page, panel


class MainWindow(QMainWindow):
    """One draft, the library beside it.

    Args:
        places: the user's files.
        resources: folder of the program's resources.
        settings: what the user chose; saved when the window closes.
        theme: the look in use.
        language: of the interface.
    """

    def __init__(
        self, places: Places, resources: Path, settings: Settings, theme: Theme, language: Language
    ) -> None:
        super().__init__()
        self._journal = Journal(places.state)
        self._state = WindowState(places.settings.with_name("window.ini"))
        self._engine = Engine(places.library, language, self)
        self._learning = LearningJob(places.library, language, self)
        self.parts = self._make_parts(places, settings, theme, language)
        self._commands = Commands(self.parts, resources / "starter", self)
        self._lay_out()
        self._connect()
        self._show_preferences()

    def _make_parts(
        self, places: Places, settings: Settings, theme: Theme, language: Language
    ) -> Parts:
        preferences = Preferences(settings, places.settings, theme, self)
        editor, panel, actions = PageEditor(preferences.look), SidePanel(theme), WindowActions(self)
        message, progress = MessageStrip(), ImportStrip()
        importer = Importer(places.library, language, self)
        words = WordFiles(editor, self._engine)
        journal = DraftJournal(editor, JournalWriter(self._journal, self))
        use = UseNotes(editor, panel.suggestions, self._engine)
        return Parts(
            window=self,
            actions=actions,
            toolbar=Toolbar(actions),
            outline=OutlinePane(),
            editor=editor,
            find_bar=FindBar(editor, theme),
            message=message,
            progress=progress,
            panel=panel,
            status=StatusLine(),
            keeper=DraftKeeper(editor, words, journal, language),
            words=words,
            journal=journal,
            library=LibraryLink(editor, panel, self._engine),
            catalogue=LibraryOpener(self._engine, importer, theme, self._state, self),
            continuation=ContinuationLink(editor, self._engine),
            use=use,
            record=UseRecord(self._engine, use, language, self),
            importer=importer,
            reporter=Reporter(editor, message, progress),
            preferences=preferences,
        )

    def start(self, draft: Path | None) -> None:
        """Begin to work: recover or open a draft, and wake the library."""
        entry = self._journal.read()
        if entry is not None:
            self.parts.keeper.recover(entry)
        if draft is not None:
            self.parts.keeper.open(draft)
        self.parts.editor.setFocus()
        self.parts.library.refresh()
        self.parts.catalogue.reread_soon()

    def come_forward(self, draft: Path | None) -> None:
        """Show the window, with the draft that a second start of the program was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if draft is not None:
            self.parts.editor.when_calm(partial(self.parts.keeper.open, draft))

    def rescue(self) -> None:
        """Something unexpected went wrong: put the draft down and say so."""
        self.parts.journal.write()
        self.parts.reporter.complain(
            self.tr("Something went wrong inside the program. Your draft is kept; save it now.")
        )

    def _lay_out(self) -> None:
        parts = self.parts
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.find_bar)
        column.addWidget(parts.editor)
        column.addWidget(parts.message)
        column.addWidget(parts.progress)
        self._columns = QSplitter()
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        for part in (parts.outline, centre, parts.panel):
            self._columns.addWidget(part)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes(_COLUMNS)
        parts.outline.setMinimumWidth(140)
        self.addToolBar(parts.toolbar)
        self.setCentralWidget(self._columns)
        self.setStatusBar(parts.status)
        self.addActions(parts.actions.all())
        self.setAcceptDrops(True)
        fit_screen(self, _SIZE)
        self.restoreGeometry(self._state.saved("geometry"))
        self._columns.restoreState(self._state.saved("columns"))

    def _connect(self) -> None:
        parts = self.parts
        editor, panel, keeper, library = parts.editor, parts.panel, parts.keeper, parts.library
        importer, reporter = parts.importer, parts.reporter
        parts.continuation.told.connect(parts.status.show_note)
        editor.caret_moved.connect(self._follow_caret)
        editor.draft_replaced.connect(self._watch_draft)
        editor.zoom_asked.connect(parts.preferences.zoom)
        panel.text_taken.connect(self._insert_text)
        panel.sections_taken.connect(self._insert_sections)
        panel.left.connect(editor.setFocus)
        parts.outline.place_chosen.connect(self._show_place)
        parts.find_bar.closed.connect(editor.setFocus)
        keeper.named.connect(self._show_name)
        keeper.told.connect(reporter.tell)
        keeper.failed.connect(reporter.complain)
        keeper.saved_told.connect(parts.status.show_saved)
        keeper.opened.connect(parts.preferences.remember)
        keeper.missed.connect(parts.preferences.forget)
        library.failed.connect(reporter.complain)
        library.counted.connect(parts.status.show_library)
        importer.began.connect(reporter.begin_import)
        importer.progressed.connect(parts.progress.show_progress)
        importer.ended.connect(reporter.end_import)
        importer.ended.connect(library.refresh)
        importer.ended.connect(self._learning.plan)
        importer.noticed.connect(reporter.tell_news)
        importer.noticed.connect(library.refresh)
        importer.noticed.connect(self._learning.plan)
        importer.failed.connect(reporter.complain)
        parts.catalogue.failed.connect(reporter.complain)
        parts.record.told.connect(reporter.tell)
        parts.record.failed.connect(reporter.complain)
        parts.catalogue.touched.connect(library.refresh)
        parts.progress.cancel_asked.connect(importer.cancel)
        parts.preferences.look_changed.connect(self._show_look)
        parts.preferences.recent_changed.connect(self._show_recent)
        parts.preferences.continuation_changed.connect(self._show_continuation)
        keeper.tell_name()
        self._watch_draft()

    # What the parts tell one another

    def _watch_draft(self) -> None:
        draft = self.parts.editor.draft
        draft.structure_changed.connect(self._follow_caret)
        draft.modificationChanged.connect(self.setWindowModified)
        self.setWindowModified(draft.isModified())
        self._follow_caret()

    def _follow_caret(self) -> None:
        self.parts.outline.follow(self.parts.editor)
        self.parts.status.follow(self.parts.editor)

    def _insert_text(self, text: str) -> None:
        self.parts.editor.insert_text(text)
        self.parts.editor.setFocus()

    def _insert_sections(self, text: str) -> None:
        self.parts.editor.insert_paragraphs(text)
        self.parts.editor.setFocus()

    def _show_place(self, paragraph: int) -> None:
        self.parts.editor.show_place(paragraph)
        self.parts.editor.setFocus()

    def _show_name(self, name: str) -> None:
        program = self.tr("Bijia")
        self.setWindowTitle(f"{name}[*] — {program}")

    # Looks

    def _show_preferences(self) -> None:
        settings, actions = self.parts.preferences.settings, self.parts.actions
        actions.show_outline.setChecked(settings.outline_shown)
        actions.show_panel.setChecked(settings.panel_shown)
        self.parts.outline.setVisible(settings.outline_shown)
        self.parts.panel.setVisible(settings.panel_shown)
        actions.continuation.setChecked(settings.continuation)
        self._show_recent()
        self._show_look()
        self._show_continuation()

    def _show_look(self) -> None:
        self.parts.editor.set_look(self.parts.preferences.look)
        self.parts.status.show_zoom(self.parts.preferences.settings.zoom)

    def _show_continuation(self) -> None:
        settings = self.parts.preferences.settings
        self.parts.continuation.be(wanted=settings.continuation, delay=settings.continuation_delay)
        self.parts.toolbar.show_delay(settings.continuation_delay)

    def _show_recent(self) -> None:
        self.parts.toolbar.show_recent(self.parts.preferences.settings.recent)

    # Files dropped anywhere are imported

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.parts.importer.import_paths([Path(file) for file in files])

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.parts.keeper.may_leave():
            event.ignore()
            return
        self.parts.catalogue.stop()
        self.parts.importer.stop()
        self._learning.stop()
        self.parts.library.stop()
        self.parts.continuation.stop()
        self.parts.use.stop()
        self._engine.stop()
        self.parts.journal.finish()
        actions = self.parts.actions
        self.parts.preferences.save(
            outline_shown=actions.show_outline.isChecked(),
            panel_shown=actions.show_panel.isChecked(),
        )
        self._state.save("geometry", self.saveGeometry())
        self._state.save("columns", self._columns.saveState())
        event.accept()
