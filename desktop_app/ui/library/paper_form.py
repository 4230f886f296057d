"""What a paper says about itself, to be put right by the user."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop_app.ui.library.paper_row import PaperRow
from desktop_app.ui.theme.combo import Combo
from desktop_app.ui.theme.named import named

_YEARS = range(1900, 2101)


class PaperForm(QWidget):
    """Title, genre, year, issuing body and place.

    A value is taken over when its field is left, or on Enter, which also confirms a doubtful one.

    Signals:
        edited(int, object): the number of a paper, and the fields that are others now.
    """

    edited = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: PaperRow | None = None
        self._doubtful: frozenset[str] = frozenset()
        self.genre = Combo(editable=True)
        self._fields = {
            "title": _Field(),
            "genre": _Field(),
            "year": _Field(),
            "body": _Field(),
            "place": _Field(),
        }
        self.genre.setLineEdit(self._fields["genre"])
        # Qt's own completer writes its guess into what is being typed.
        self.genre.setCompleter(QCompleter(self.genre.model(), self.genre))
        self._labels = {name: named(QLabel(), "note") for name in self._fields}
        self._lay_out()
        for name, field in self._fields.items():
            field.editingFinished.connect(self._taking(name))
            field.returnPressed.connect(self._confirming(name))
        self.genre.activated.connect(self._taking("genre"))
        self.show_row(None)

    def show_row(self, row: PaperRow | None, doubtful: frozenset[str] = frozenset()) -> None:
        """Show another paper, or none; what is being typed for the one before is taken over."""
        same = self._row is not None and row is not None and row.id == self._row.id
        if not same:
            self._take_all()
        self._row, self._doubtful = row, doubtful
        self.setEnabled(row is not None)
        for name, field in self._fields.items():
            field.show_value(_value(row, name), doubtful=name in doubtful, typing=same)
        self._show_doubts()

    def offer_genres(self, genres: Sequence[str]) -> None:
        """Genres to choose from; others can be typed."""
        shown = self._fields["genre"].text()
        self.genre.clear()
        self.genre.addItems(list(genres))
        self._fields["genre"].setText(shown)

    def _take_all(self) -> None:
        for name in self._fields:
            self._take(name)

    def _taking(self, name: str) -> Callable[[], None]:
        return lambda: self._take(name)

    def _confirming(self, name: str) -> Callable[[], None]:
        return lambda: self._take(name, confirmed=True)

    def _take(self, name: str, *, confirmed: bool = False) -> None:
        row, field = self._row, self._fields[name]
        if row is None:
            return
        value = field.text().strip()
        if not _possible(name, value):
            field.show_value(field.shown, doubtful=name in self._doubtful)
        elif value != field.shown or (confirmed and name in self._doubtful):
            self._doubtful -= {name}
            field.show_value(value, doubtful=False)
            self._show_doubts()
            told = (int(value) if value else None) if name == "year" else value
            self.edited.emit(row.id, {name: told})

    def _show_doubts(self) -> None:
        names = {
            "title": self.tr("Title"),
            "genre": self.tr("Genre"),
            "year": self.tr("Year"),
            "body": self.tr("Issued by"),
            "place": self.tr("Place"),
        }
        hint = self.tr("Inferred without much confidence. Enter confirms it.")
        for name, told in names.items():
            doubted = name in self._doubtful
            self._keep_room(self._labels[name], told)
            self._labels[name].setText(f"{told} ?" if doubted else told)
            self._fields[name].setToolTip(hint if doubted else "")
            self._fields[name].setAccessibleName(told)

    def _keep_room(self, label: QLabel, name: str) -> None:
        """The fields shall not move when a question mark comes or goes."""
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(f"{name} ?") + 2)

    def _lay_out(self) -> None:
        widgets: dict[str, QWidget] = {**self._fields, "genre": self.genre}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        places = {
            "title": (0, 0, 3),
            "genre": (1, 0, 1),
            "year": (1, 2, 1),
            "body": (2, 0, 1),
            "place": (2, 2, 1),
        }
        for name, (line, column, span) in places.items():
            grid.addWidget(self._labels[name], line, column)
            grid.addWidget(widgets[name], line, column + 1, 1, span)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)


class _Field(QLineEdit):
    """A value; Escape gives up what was typed, before it closes anything."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""

    def show_value(self, value: str, *, doubtful: bool, typing: bool = False) -> None:
        """Show another value; with `typing`, what is being typed stays."""
        typed = typing and self.text() != self.shown
        self.shown = value
        if not typed:
            self.setText(value)
            self.setCursorPosition(0)
        self.setProperty("doubtful", doubtful)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.shown:
            self.setText(self.shown)
        else:
            super().keyPressEvent(event)


def _value(row: PaperRow | None, name: str) -> str:
    if row is None:
        return ""
    values = {
        "title": row.title,
        "genre": row.genre,
        "year": str(row.year or ""),
        "body": row.body,
        "place": row.place,
    }
    return values[name]


def _possible(name: str, value: str) -> bool:
    if name == "title":
        return bool(value)
    if name == "year" and value:
        return value.isdecimal() and int(value) in _YEARS
    return True
