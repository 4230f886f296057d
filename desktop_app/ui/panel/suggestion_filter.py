"""Which suggestions are wanted: what they do, of what kind of paper, since when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.genre import GENRES
from desktop_app.session.answers import Phrase
from desktop_app.ui.panel.function_names import function_name

_YEARS_BACK = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which phrases are wanted; what is empty or None does not matter."""

    function: str = ""
    genre: str = ""
    since: int | None = None

    def fields(self) -> dict[str, Any]:
        """What a question for phrases says of it."""
        said: dict[str, Any] = {}
        if self.function:
            said["functions"] = [self.function]
        if self.genre:
            said["genre"] = self.genre
        if self.since is not None:
            said["since"] = self.since
        return said

    def allows(self, phrase: Phrase) -> bool:
        """Whether a phrase is wanted as far as is known of it; a library may not sift itself."""
        return (
            self.function in ("", phrase.function)
            and (not (self.genre and phrase.genre) or self.genre == phrase.genre)
            and (self.since is None or phrase.latest is None or phrase.latest >= self.since)
        )


class SuggestionFilter(QPushButton):
    """One word that opens a menu, and says what was chosen there.

    Signals:
        changed(): `wanted` is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter")
        self.wanted = Wanted()
        self._genres: set[str] = set()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.clicked.connect(self.open)
        self._tell()

    def learn_genres(self, phrases: Iterable[Phrase]) -> None:
        """Offer the kinds of papers that suggestions come from."""
        self._genres |= {phrase.genre for phrase in phrases if phrase.genre}

    def open(self) -> None:
        """Let the writer choose, with the mouse or the arrow keys."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def want(self, wanted: Wanted) -> None:
        """Another choice."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        since = self.tr("since {year}").format(year=self.wanted.since) if self.wanted.since else ""
        chosen = [function_name(self.wanted.function), self.wanted.genre, since]
        self.setText(" · ".join(filter(None, chosen)) or self.tr("Filter"))
        self.setProperty("set", self.wanted != Wanted())
        self.style().polish(self)

    def _fill(self) -> None:
        """Three lists, one choice in each."""
        menu, wanted = self._menu, self.wanted
        menu.clear()
        functions = {str(f): function_name(f) for f in Function}
        genres = self._genres | ({wanted.genre} if wanted.genre else set())
        known = [genre for genre in GENRES if genre in genres] + sorted(genres - set(GENRES))
        year = QDate.currentDate().year()
        since = self.tr("since {year}")
        years = {year - back: since.format(year=year - back) for back in _YEARS_BACK}
        self._add_list(self.tr("What it does"), "function", {"": self.tr("anything"), **functions})
        self._add_list(
            self.tr("Kind of paper"), "genre", {"": self.tr("any kind"), **{g: g for g in known}}
        )
        self._add_list(self.tr("Year"), "since", {None: self.tr("any year"), **years})
        menu.addSeparator()
        clear = menu.addAction(self.tr("Show everything"), partial(self.want, Wanted()))
        clear.setEnabled(wanted != Wanted())

    def _add_list(self, title: str, field: str, choices: dict[Any, str]) -> None:
        menu = self._menu.addMenu(title)
        group = QActionGroup(menu)
        for value, name in choices.items():
            wanted = replace(self.wanted, **{field: value})
            action = menu.addAction(name, partial(self.want, wanted))
            action.setCheckable(True)
            action.setChecked(wanted == self.wanted)
            group.addAction(action)
