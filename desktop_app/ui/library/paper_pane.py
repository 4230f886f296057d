"""One paper: what it says of itself, what can be done with it, and its text."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.library.action_button import ActionButton
from desktop_app.ui.library.paper_form import PaperForm
from desktop_app.ui.library.paper_preview import PaperPreview
from desktop_app.ui.library.paper_row import PaperDetails, PaperRow
from desktop_app.ui.theme.named import named
from desktop_app.ui.theme.theme import Theme


class PaperPane(QWidget):
    """Stands beside the table.

    Args:
        theme: the look in use.
        actions: what can be done with the papers that are chosen.

    Signals:
        edited(int, object): the number of a paper, and the fields that are others now.
    """

    edited = Signal(int, object)

    def __init__(
        self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = PaperForm()
        self.preview = PaperPreview(theme)
        self._file = named(QLabel(), "note")
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._file.setMinimumWidth(1)  # a long name of a file shall not widen the pane
        self._cleaned = named(QPushButton(self.tr("Cleaned")), "tab")
        self._whole = named(QPushButton(self.tr("As it was")), "tab")
        self._taken_out = named(QLabel(), "note")
        self._row: PaperRow | None = None
        self._details: PaperDetails | None = None
        self._doubtful = frozenset[str]()
        self._lay_out(actions)
        self._cleaned.setChecked(True)
        self._whole.toggled.connect(self._show_whole)
        self.form.edited.connect(self._edit)
        self.show_row(None)

    @property
    def shown(self) -> PaperRow | None:
        """The paper that is shown."""
        return self._row

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the paper that is shown in full."""
        return self._details.files if self._details else ()

    def show_row(self, row: PaperRow | None) -> None:
        """Show another paper as far as the table knows it, or none."""
        self._row, self._details, self._doubtful = row, None, frozenset()
        self.form.show_row(row)
        self._show_file(row)
        self._taken_out.setText("")
        self.preview.show_note("" if row else self.tr("Choose a paper to read it here."))

    def refresh_row(self, row: PaperRow) -> None:
        """The paper that is shown has changed in the table."""
        self._row = row
        self.form.show_row(row, self._doubtful)
        self._show_file(row)

    def take_back(self) -> None:
        """What was edited could not be stored: show again what the library holds."""
        if self._row is not None:
            self._doubtful = self._details.doubtful if self._details else frozenset()
            self.refresh_row(self._row)

    def show_details(self, details: PaperDetails) -> None:
        """Show the paper in full."""
        self._details, self._doubtful = details, details.doubtful
        self.refresh_row(details.row)
        removed = len(details.removed)
        told = self.tr("Cleaning took out: {count}").format(count=removed)
        self._taken_out.setText(told if removed else self.tr("Cleaning took nothing out."))
        self.preview.show_paper(details)

    def show_problem(self, sentence: str) -> None:
        """Say why the paper cannot be shown."""
        self.preview.show_note(sentence)

    def _edit(self, paper: int, fields: Mapping[str, Any]) -> None:
        self._doubtful -= fields.keys()
        self.edited.emit(paper, fields)

    def _show_file(self, row: PaperRow | None) -> None:
        told = row.name if row else ""
        if row and row.copies > 1:
            told += "  ·  " + self.tr("{count} copies, folded into one").format(count=row.copies)
        self._file.setText(told)
        self._file.setToolTip("\n".join(self.files) or told)

    def _show_whole(self, whole: bool) -> None:  # noqa: FBT001 — Qt's signal gives it by position
        self.preview.show_whole(whole=whole)

    def _lay_out(self, actions: Sequence[QAction]) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for action in actions:
            buttons.addWidget(ActionButton(action))
        buttons.addStretch()
        switch = QHBoxLayout()
        switch.setSpacing(2)
        group = QButtonGroup(self)
        for button in (self._cleaned, self._whole):
            button.setCheckable(True)
            group.addButton(button)
            switch.addWidget(button)
        switch.addStretch()
        switch.addWidget(self._taken_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.form)
        layout.addWidget(self._file)
        layout.addLayout(buttons)
        layout.addLayout(switch)
        layout.addWidget(self.preview, 1)
