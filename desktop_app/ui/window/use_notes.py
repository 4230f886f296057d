"""Notes which suggestions the writer takes, takes back and passes over, to learn from them."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from desktop_app.session.answers import Completion, Phrase
from desktop_app.ui.bridge.engine import Engine
from desktop_app.ui.editor.offsets import code_points
from desktop_app.ui.editor.page_editor import PageEditor
from desktop_app.ui.panel.suggestion_tab import SuggestionTab

_TYPED = 100  # milliseconds of rest until typing is noted: before the panel has other phrases
_PAUSE = 2000  # milliseconds of rest until what was noted is told
_SEEN = 2.0  # seconds that a suggestion stands there until it counts as seen
_LOOKED_AT = 3  # phrases at the head of the panel


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was put into the draft last: the note of it, and the draft as it was before."""

    note: dict[str, str]
    before: str


class UseNotes(QObject):
    """Watches the page and the panel; tells the engine when the writer rests.

    A library that cannot learn refuses, and nobody hears of it.

    Args:
        editor: the page.
        suggestions: the phrases beside it.
        engine: is told.
        now: seconds on some clock.
    """

    def __init__(
        self,
        editor: PageEditor,
        suggestions: SuggestionTab,
        engine: Engine,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._suggestions = suggestions
        self._engine = engine
        self._now = now
        self._noted: dict[str, list[dict[str, str]]] = {"taken": [], "undone": [], "passed": []}
        self._under_way = False
        self._last: _Taken | None = None
        self._seen_since: dict[str, float] = {}
        self._grey_since: tuple[str, float] = ("", 0.0)
        self._size = editor.draft.characterCount()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._tell_at_rest)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(self._note_typing)
        editor.text_inserted.connect(self._note_insertion)
        editor.stepped_back.connect(self._note_undo)
        editor.caret_moved.connect(self._typed.start)
        editor.draft_replaced.connect(self._forget_draft)
        editor.continuation.changed.connect(self._note_grey)
        editor.continuation.taken.connect(self._note_completion)
        editor.continuation.passed.connect(self._note_passed_completion)
        suggestions.shown.connect(self._note_shown)

    def stop(self) -> None:
        """The window closes: tell what is still to be told."""
        self._timer.stop()
        self._typed.stop()
        self.tell()

    # Taken, and taken back

    def _note_insertion(self, text: str) -> None:
        """A text that the panel offers was put in, by whatever way."""
        self._last = None
        self._typed.stop()
        self._size = self._editor.draft.characterCount()
        phrase = self._suggestions.phrase_with(text)
        if phrase is not None:
            self._seen_since.pop(phrase.text, None)
            self._take(_phrase_note(phrase), text)

    def _note_completion(self, completion: Completion, text: str) -> None:
        self._take(_completion_note(completion), text)

    def _take(self, note: dict[str, str], inserted: str) -> None:
        self._note("taken", note)
        after = self._editor.toPlainText()
        end = code_points(after, self._editor.textCursor().position())
        self._last = _Taken(note, after[: end - len(inserted)] + after[end:])

    def _note_undo(self) -> None:
        """Only what was taken last is noted, when the draft is again what it was before."""
        last = self._last
        if last is not None and self._editor.toPlainText() == last.before:
            self._last = None
            self._note("undone", last.note)

    def _forget_draft(self) -> None:
        self._last = None
        self._size = self._editor.draft.characterCount()

    # Passed over

    def _note_shown(self) -> None:
        """Others stand at the head of the panel; who stood there already goes on to be seen."""
        now, looked_at = self._now(), self._suggestions.phrases[:_LOOKED_AT]
        self._seen_since = {p.text: self._seen_since.get(p.text, now) for p in looked_at}

    def _note_typing(self) -> None:
        """The writer writes on: what was there to be seen and was not taken is passed over."""
        if self._timer.isActive():
            self._timer.start()
        size = self._editor.draft.characterCount()
        grown, self._size = size > self._size, size
        if not grown or not self._suggestions.list.isVisible():
            return
        due = self._now() - _SEEN
        for phrase in self._suggestions.phrases[:_LOOKED_AT]:
            if self._seen_since.get(phrase.text, due + 1) <= due:
                self._seen_since[phrase.text] = float("inf")  # once is enough
                self._note("passed", _phrase_note(phrase))

    def _note_grey(self) -> None:
        shown = self._editor.continuation.shown
        text = shown.offer.completion.text if shown else ""
        if shown and text != self._grey_since[0]:
            self._grey_since = (text, self._now())

    def _note_passed_completion(self, completion: Completion) -> None:
        text, since = self._grey_since
        if text == completion.text and self._now() - since >= _SEEN:
            self._note("passed", _completion_note(completion))

    # Telling

    def _note(self, kind: str, note: dict[str, str]) -> None:
        self._noted[kind].append(note)
        self._timer.start()

    def _tell_at_rest(self) -> None:
        if self._editor.composing:
            self._timer.start()
        else:
            self.tell()

    def tell(self) -> None:
        """Tell what was noted, unless the last telling is still under way."""
        if self._under_way or not any(self._noted.values()):
            return
        told = self._noted
        self.drop()
        self._under_way = True
        self._engine.ask("use", {"verb": "use", **told}, self._go_on, self._go_on)

    def drop(self) -> None:
        """What was noted and is not told yet shall not be told."""
        self._noted = {kind: [] for kind in self._noted}

    def _go_on(self, _answer: object) -> None:
        self._under_way = False
        if any(self._noted.values()):
            self._timer.start()


def _phrase_note(phrase: Phrase) -> dict[str, str]:
    return {"text": phrase.text, "document": phrase.sources[0].document, "kind": "phrase"}


def _completion_note(completion: Completion) -> dict[str, str]:
    document = completion.source.document
    return {"text": completion.text, "document": document, "kind": "completion"}
