"""Joins the actions with what they do."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop_app.core.document.paragraph import Role
from desktop_app.ui.dialogs.files import (
    ask_folder_to_import,
    ask_papers_to_import,
    documents_folder,
)
from desktop_app.ui.window.parts import Parts


class Commands(QObject):
    """Carries out what the writer asks for by button, menu and key."""

    def __init__(self, parts: Parts, starter: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._starter = starter
        self._papers: Path | None = None  # where papers were last imported from
        self._cards = QActionGroup(self)
        self._tabs = QActionGroup(self)
        self._connect_draft()
        self._connect_library()
        self._connect_view()

    def _connect_draft(self) -> None:
        actions, keeper, bar = self._parts.actions, self._parts.keeper, self._parts.find_bar
        actions.new.triggered.connect(keeper.new)
        actions.open.triggered.connect(keeper.ask_and_open)
        actions.save.triggered.connect(keeper.save)
        actions.save_as.triggered.connect(keeper.save_as)
        actions.export_word.triggered.connect(keeper.ask_and_export)
        actions.quit.triggered.connect(self._parts.window.close)
        actions.undo.triggered.connect(self._parts.editor.undo_step)
        actions.redo.triggered.connect(self._parts.editor.redo_step)
        actions.find.triggered.connect(bar.open_to_find)
        actions.replace.triggered.connect(bar.open_to_replace)
        actions.find_next.triggered.connect(bar.find_next)
        actions.find_previous.triggered.connect(bar.find_previous)
        self._parts.toolbar.role_chosen.connect(self._state_role)
        self._parts.toolbar.recent_chosen.connect(self._open_recent)
        self._parts.editor.menu_opening.connect(self._fill_menu)
        for number, action in enumerate(actions.insert, start=1):
            action.setData(number)
            self._cards.addAction(action)
        self._cards.triggered.connect(self._insert_card)

    def _connect_library(self) -> None:
        actions, suggestions = self._parts.actions, self._parts.panel.suggestions
        actions.import_files.triggered.connect(self._import_files)
        actions.import_folder.triggered.connect(self._import_folder)
        actions.keep_selection.triggered.connect(self._keep_selection)
        actions.library.triggered.connect(self._parts.catalogue.open)
        self._parts.status.library_asked.connect(self._parts.catalogue.open)
        suggestions.import_asked.connect(self._import_folder)
        suggestions.starter_asked.connect(self._import_starter)

    def _connect_view(self) -> None:
        actions = self._parts.actions
        tabs = (
            *(actions.suggestions, actions.search, actions.templates),
            *(actions.favourites, actions.headings),
        )
        actions.filter.triggered.connect(self._open_filter)
        for number, action in enumerate(tabs):
            action.setData(number)
            self._tabs.addAction(action)
        self._tabs.triggered.connect(self._open_tab)
        actions.page.triggered.connect(self._parts.editor.setFocus)
        actions.zoom_in.triggered.connect(self._zoom_in)
        actions.zoom_out.triggered.connect(self._zoom_out)
        actions.zoom_reset.triggered.connect(self._zoom_reset)
        actions.theme.triggered.connect(self._parts.preferences.turn_theme)
        actions.continuation.toggled.connect(self._parts.preferences.show_continuation)
        self._parts.toolbar.delay_chosen.connect(self._parts.preferences.delay_continuation)
        actions.export_uses.triggered.connect(self._parts.record.ask_and_export)
        actions.forget_uses.triggered.connect(self._parts.record.ask_and_forget)
        actions.show_outline.toggled.connect(self._parts.outline.setVisible)
        actions.show_panel.toggled.connect(self._parts.panel.setVisible)

    def _insert_card(self, action: QAction) -> None:
        card = self._parts.panel.suggestions.list.card(action.data())
        if card is not None:
            self._parts.editor.insert_text(card.part())

    def _open_filter(self) -> None:
        self._parts.actions.suggestions.trigger()
        self._parts.panel.suggestions.filter.open()

    def _open_tab(self, action: QAction) -> None:
        self._parts.actions.show_panel.setChecked(True)
        self._parts.panel.open_tab(action.data())

    def _state_role(self, role: Role | None) -> None:
        editor = self._parts.editor
        if not editor.composing:
            editor.draft.state_role(editor.textCursor(), role)

    def _open_recent(self, name: str) -> None:
        self._parts.keeper.open(Path(name))

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        if self._parts.editor.textCursor().hasSelection():
            menu.addAction(self._parts.actions.keep_selection)
        menu.addMenu(self._parts.toolbar.roles)

    def _keep_selection(self) -> None:
        text = self._parts.editor.textCursor().selection().toPlainText().strip()
        if text:
            self._parts.library.keep(text, None)
            self._parts.message.show_note(self.tr("Kept among the favourites."))

    def _import_files(self) -> None:
        papers = ask_papers_to_import(self._parts.window, self._papers_folder())
        if papers:
            self._papers = papers[0].parent
            self._parts.importer.import_paths(papers)

    def _import_folder(self) -> None:
        folder = ask_folder_to_import(self._parts.window, self._papers_folder())
        if folder is not None:
            self._papers = folder.parent
            self._parts.importer.import_paths([folder])

    def _papers_folder(self) -> Path:
        return self._papers or documents_folder()

    def _import_starter(self) -> None:
        self._parts.importer.import_paths([self._starter], watched=False)

    def _zoom_in(self) -> None:
        self._parts.preferences.zoom(1)

    def _zoom_out(self) -> None:
        self._parts.preferences.zoom(-1)

    def _zoom_reset(self) -> None:
        self._parts.preferences.zoom(0)
