"""文稿: the table of papers, a filter above it, the chosen paper beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from desktop_app.ui.dialogs.questions import ask_to_remove
from desktop_app.ui.library.catalogue import Catalogue
from desktop_app.ui.library.names import state_name
from desktop_app.ui.library.originals import open_original
from desktop_app.ui.library.paper_filter import PaperFilter
from desktop_app.ui.library.paper_pane import PaperPane
from desktop_app.ui.library.paper_row import PaperDetails, PaperRow, PaperState
from desktop_app.ui.library.paper_table import PaperTable
from desktop_app.ui.theme.combo import Combo
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme

_PAUSE = 150  # milliseconds without typing until the table is filtered
_REST = 80  # milliseconds that a row is current until its paper is asked for
_COLUMNS = (760, 440)  # pixels: table, paper


class PaperTab(QWidget):
    """Joins filter, table and paper with the catalogue.

    Signals:
        told(str): a problem, in one sentence.
    """

    told = Signal(str)

    def __init__(self, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.open_original = QAction(self.tr("Open the original"), self)
        self.exclude = QAction(self.tr("Do not suggest"), self)
        self.remove = QAction(self.tr("Remove…"), self)
        actions = (self.open_original, self.exclude, self.remove)
        self.words = QLineEdit(placeholderText=self.tr("Filter: words from any column"))
        self.words.setClearButtonEnabled(True)
        self.genre, self.state = Combo(), Combo()
        self._count = named(QLabel(), "note")
        self.table = PaperTable()
        self.table.addActions(actions)
        self.pane = PaperPane(theme, actions)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._connect()
        self._offer_states()
        self._offer_genres()
        self._follow_selection()

    def show_papers(self, rows: Sequence[PaperRow]) -> None:
        """The library holds these papers now."""
        self.table.papers.show(rows)
        self._offer_genres()
        self.table.show_hint(self.tr("No papers yet. Import a folder of your own papers."))
        current = self.table.current()
        if current is not None:
            self._resting.start()  # its text may be another one, its row alike

    def _connect(self) -> None:
        catalogue, table = self._catalogue, self.table
        catalogue.listed.connect(self.show_papers)
        catalogue.opened.connect(self._show_details)
        catalogue.not_opened.connect(self.pane.show_problem)
        catalogue.changed.connect(table.papers.replace)
        catalogue.removed.connect(table.papers.remove)
        catalogue.refused.connect(table.show_hint)
        catalogue.refused.connect(self.pane.take_back)
        self.words.textChanged.connect(self._typing.start)
        self.words.returnPressed.connect(self._go_to_table)
        self._typing.timeout.connect(self._narrow)
        self.genre.currentIndexChanged.connect(self._narrow)
        self.state.currentIndexChanged.connect(self._narrow)
        table.chosen.connect(self._choose)
        table.selection_changed.connect(self._follow_selection)
        table.opened.connect(self.pane.preview.setFocus)
        table.removal_asked.connect(self._remove)
        self._resting.timeout.connect(self._ask_paper)
        self.pane.edited.connect(catalogue.edit)
        self.open_original.triggered.connect(self._open_original)
        self.exclude.triggered.connect(self._exclude)
        self.remove.triggered.connect(self._remove)

    # What is shown

    def _narrow(self) -> None:
        self._typing.stop()
        state = self.state.currentData()
        wanted = PaperFilter.of(
            self.words.text(),
            self.genre.currentData(),
            None if state is None else PaperState(state),
        )
        self.table.papers.narrow(wanted)
        self.table.show_hint(self.tr("No paper is like that. Try fewer or other words."))

    def _go_to_table(self) -> None:
        self._narrow()
        self.table.setFocus()

    def _offer_states(self) -> None:
        self.state.addItem(self.tr("Every state"), None)
        for state in PaperState:
            self.state.addItem(state_name(state), state.value)

    def _offer_genres(self) -> None:
        genres, chosen = self.table.papers.genres(), self.genre.currentData()
        with QSignalBlocker(self.genre):
            self.genre.clear()
            self.genre.addItem(self.tr("Every genre"), None)
            for genre in genres:
                self.genre.addItem(genre, genre)
            self.genre.addItem(self.tr("Genre unknown"), "")
            self.genre.setCurrentIndex(max(0, self.genre.findData(chosen) if chosen else 0))
        self.pane.form.offer_genres(genres)
        self._narrow()

    def _choose(self, row: PaperRow | None) -> None:
        shown = self.pane.shown
        if row is not None and shown is not None and row.id == shown.id:
            self.pane.refresh_row(row)
            return
        self.pane.show_row(row)
        self._resting.start()

    def _ask_paper(self) -> None:
        current = self.table.current()
        if current is not None:
            self._catalogue.ask_paper(current.id)

    def _show_details(self, details: PaperDetails) -> None:
        current = self.table.current()
        if current is not None and current.id == details.row.id:
            self.pane.show_details(details)
        self._follow_selection()

    def _follow_selection(self) -> None:
        """Count, and name what the buttons do with what is chosen."""
        papers, selected = self.table.papers, self.table.selected()
        told = self.tr("{count} papers").format(count=f"{papers.total:,}")
        if papers.rowCount() != papers.total:
            told = self.tr("{shown} of {count} papers").format(
                shown=f"{papers.rowCount():,}", count=f"{papers.total:,}"
            )
        if len(selected) > 1:
            told += "  ·  " + self.tr("{count} chosen").format(count=f"{len(selected):,}")
        self._count.setText(told)
        let_in = bool(selected) and not any(row.suggested for row in selected)
        self.exclude.setText(self.tr("Suggest again") if let_in else self.tr("Do not suggest"))
        for action in (self.exclude, self.remove):
            action.setEnabled(bool(selected))
        self.open_original.setEnabled(bool(self.pane.files))

    # What is done

    def _open_original(self) -> None:
        problem = open_original(self.pane.files)
        if problem:
            self.told.emit(problem)

    def _exclude(self) -> None:
        selected = self.table.selected()
        excluded = any(row.suggested for row in selected)
        self._catalogue.exclude([row.id for row in selected], excluded=excluded)

    def _remove(self) -> None:
        selected = self.table.selected()
        if selected and ask_to_remove(self, len(selected), selected[0].title):
            self._catalogue.remove([row.id for row in selected])

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.words, 1)
        filters.addWidget(self.genre)
        filters.addWidget(self.state)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(8)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        column.addWidget(self._count)
        columns = QSplitter()
        columns.setHandleWidth(1)
        columns.setChildrenCollapsible(False)
        columns.addWidget(left)
        columns.addWidget(self.pane)
        columns.setStretchFactor(0, 1)
        columns.setSizes(_COLUMNS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)
