"""Between the page and the library: asks what may come next when the caret rests."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.session.answers import read_completion
from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.editor.continuation import Shown
from desktop_app.ui.editor.draft_document import DraftDocument
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.source_text import papers_note

_OFFERS = 5
_Place = tuple[DraftDocument, int, int]  # in a state of a draft


class ContinuationLink(QObject):
    """Asks the engine and gives its answer to the page.

    Signals:
        told(str): where the grey text comes from, in one line; empty while there is none.
    """

    told = Signal(str)

    def __init__(self, editor: PageEditor, engine: Engine) -> None:
        super().__init__(editor)
        self._editor = editor
        self._engine = engine
        self._wanted = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        editor.caret_moved.connect(self._timer.start)
        editor.continuation.changed.connect(self._tell)

    def be(self, *, wanted: bool, delay: int) -> None:
        """Show grey text or not, after so many milliseconds of rest."""
        self._wanted = wanted
        self._timer.setInterval(delay)
        if not wanted:
            self.stop()
            self._editor.continuation.clear()

    def stop(self) -> None:
        """Nothing more is asked."""
        self._timer.stop()
        self._engine.forget("complete")

    def _ask(self) -> None:
        """Ask, unless the writer is still following what was offered before."""
        continuation = self._editor.continuation
        if not self._wanted or self._editor.composing or continuation.shown:
            return
        if not continuation.is_welcome():
            return
        context = self._editor.context()
        fields = {
            "verb": "complete",
            "title": context.title,
            "before": context.before,
            "limit": _OFFERS,
            "words": True,
            "seen": 1,
        }
        self._engine.ask("complete", fields, partial(self._show, self._place()), _say_nothing)

    def _place(self) -> _Place:
        editor = self._editor
        return editor.draft, editor.draft.revision(), editor.textCursor().position()

    def _show(self, place: _Place, answer: dict[str, Any]) -> None:
        if place == self._place() and not self._editor.composing:
            completions = [read_completion(said) for said in answer["completions"]]
            self._editor.continuation.offer(completions)

    def _tell(self) -> None:
        shown = self._editor.continuation.shown
        self.told.emit(self._line(shown) if shown else "")

    def _line(self, shown: Shown) -> str:
        completion = shown.offer.completion
        line = papers_note(completion.source, completion.count)
        if shown.count == 1:
            return self.tr("In grey: {source}    Tab takes it, Ctrl+→ a word").format(source=line)
        return self.tr(
            "In grey: {source}    Tab takes it, Ctrl+→ a word, Alt+↓ the next ({number} of {count})"
        ).format(source=line, number=shown.number, count=shown.count)


def _say_nothing(_sentence: str) -> None:
    """The panel asks at the same time and tells what is the matter."""
