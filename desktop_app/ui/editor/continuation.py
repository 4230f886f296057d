"""What may come next at the caret, shown in grey behind it and taken by key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.session.answers import Completion
from desktop_app.ui.editor.grey_text import GreyText
from desktop_app.ui.editor.offsets import code_points

_MARKS = frozenset("，。；：、！？”’）》」』】…—,.;:!?)\"' \u3000")
_Keys = tuple[int, Qt.KeyboardModifier]
_ALL: _Keys = (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
_WORD: _Keys = (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
_NEXT: _Keys = (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
_NONE: _Keys = (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


@dataclass(frozen=True, slots=True)
class Offer:
    """A continuation on the page.

    Attributes:
        completion: as the library said it.
        end: of the part that may be taken: what follows the caret is not offered again.
        done: characters of it that are in the draft already.
    """

    completion: Completion
    end: int
    done: int = 0

    @property
    def rest(self) -> str:
        """What is still to be taken."""
        return self.completion.text[self.done : self.end]

    @property
    def word(self) -> str:
        """The next word of it; two characters where it is not known where words end."""
        ends = [n for n in self.completion.words if n > self.done]
        return self.completion.text[self.done : min(ends[0] if ends else self.done + 2, self.end)]


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the page: an offer, its number from 1, and how many there are."""

    offer: Offer
    number: int
    count: int


class Continuation(QObject):
    """Offers continuations on a page; the draft is touched only when one is taken.

    Args:
        page: that is written on.
        insert: puts text at the caret, as one step to undo.

    Signals:
        changed(): `shown` is another one.
        taken(object, str): the last of a completion was taken by key, and what would have to go
            from before the caret if it were taken back.
        passed(object): the writer wrote something else; the completion that was shown.
    """

    changed = Signal()
    taken = Signal(object, str)
    passed = Signal(object)

    def __init__(self, page: QTextEdit, insert: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page = page
        self._insert = insert
        self._grey = GreyText()
        self._colour = QColor(Qt.GlobalColor.gray)
        self._offers: tuple[Offer, ...] = ()
        self._chosen = 0
        self._place = self._size = 0  # where the caret stands and how long the draft is
        self._dismissed = self._held = False
        self._keys: dict[_Keys, Callable[[], None]] = {
            _ALL: self.take_all,
            _WORD: self.take_word,
            _NEXT: self.show_next,
            _NONE: self.dismiss,
        }

    @property
    def shown(self) -> Shown | None:
        """What stands on the page now."""
        if self._held or not self._offers:
            return None
        return Shown(self._offers[self._chosen], self._chosen + 1, len(self._offers))

    def is_welcome(self) -> bool:
        """Whether something may be shown where the caret stands: nothing but marks follow it."""
        cursor = self._page.textCursor()
        return (
            self._page.hasFocus()
            and not (self._dismissed or self._held)
            and not cursor.hasSelection()
            and _MARKS.issuperset(_text_after(cursor))
            and bool(cursor.position())
        )

    def offer(self, completions: Sequence[Completion]) -> None:
        """Show the first of some continuations for the place of the caret."""
        self.clear()
        cursor = self._page.textCursor()
        after = _text_after(cursor)
        offers = (Offer(c, _end_before(c.text, after)) for c in completions)
        self._offers = tuple(offer for offer in offers if offer.rest)
        self._chosen = 0
        if self._offers and self.is_welcome():
            self._note_place(cursor)
            self._paint()
        else:
            self._offers = ()
        if self._offers:
            self.changed.emit()

    def clear(self) -> None:
        """Offer nothing."""
        self._grey.hide()
        if self._offers:
            self._offers = ()
            self.changed.emit()

    def set_colour(self, colour: QColor) -> None:
        """Show it in another colour."""
        self._colour = colour
        self.repaint()

    def repaint(self) -> None:
        """Paint it anew, when the page around it has another look."""
        if self.shown:
            self._paint()

    # The writer goes on

    def note_change(self) -> None:
        """The draft changes: nothing may stand in it that is not part of it."""
        self._dismissed = False
        self._grey.hide()

    def hold(self) -> None:
        """An input method begins or goes on: nothing is shown and nothing taken until `follow`."""
        self._grey.hide()
        was_shown, self._held = self.shown is not None, True
        if was_shown:
            self.changed.emit()

    def follow(self) -> None:
        """The caret has moved or the draft has changed: what is typed as offered stays offered."""
        was_held, self._held = self._held, False
        if not self._offers:
            return
        cursor = self._page.textCursor()
        typed = self._typed(cursor)
        if typed is None:
            self.clear()
        elif any(offer.rest.startswith(typed) for offer in self._offers):
            self._go_on(cursor, typed)
            if typed or was_held:
                self.changed.emit()
        else:
            passed = self._offers[self._chosen].completion
            self.clear()
            self.passed.emit(passed)

    def _typed(self, cursor: QTextCursor) -> str | None:
        """What was put in at the caret; None where something else was done."""
        length = cursor.position() - self._place
        grown = self._page.document().characterCount() - self._size
        if cursor.hasSelection() or length < 0 or length != grown:
            return None
        written = QTextCursor(cursor)
        written.setPosition(self._place)
        written.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        return written.selectedText()

    def _go_on(self, cursor: QTextCursor, typed: str) -> None:
        chosen = self._offers[self._chosen]
        left = [o for o in self._offers if o.rest.startswith(typed) and o.rest != typed]
        if not left or (chosen.rest == typed):
            self._offers = ()
            self._grey.hide()
            return
        self._chosen = left.index(chosen) if chosen in left else 0
        self._offers = tuple(replace(offer, done=offer.done + len(typed)) for offer in left)
        self._note_place(cursor)
        self._paint()

    def _note_place(self, cursor: QTextCursor) -> None:
        self._place, self._size = cursor.position(), self._page.document().characterCount()

    def _paint(self) -> None:
        rest = self._offers[self._chosen].rest
        self._grey.show(self._page.textCursor(), rest, self._colour)

    # The mouse

    def make_way(self, press: QMouseEvent) -> QMouseEvent:
        """End it, for the mouse is pressed: the press on the text that is seen under the mouse.

        The text below moves up when the grey lines go.
        """
        if not self._offers:
            return press
        bottom = self._paragraph_bottom()
        self.clear()
        moved = bottom - self._paragraph_bottom()
        if not moved or press.position().y() < bottom:
            return press
        return QMouseEvent(
            press.type(),
            press.position() - QPointF(0, moved),
            press.globalPosition(),
            press.button(),
            press.buttons(),
            press.modifiers(),
        )

    def _paragraph_bottom(self) -> float:
        """Where the paragraph at the caret ends, in the view."""
        block, layout = self._page.textCursor().block(), self._page.document().documentLayout()
        return layout.blockBoundingRect(block).bottom() - self._page.verticalScrollBar().value()

    # Keys

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key means something here, while an offer can be seen on the page."""
        return self.shown is not None and _keys(event) in self._keys and self._is_in_view()

    def _is_in_view(self) -> bool:
        """Whether the caret has not been scrolled away: nobody takes what cannot be seen."""
        return self._page.viewport().rect().intersects(self._page.cursorRect())

    def obey(self, event: QKeyEvent) -> None:
        """Do what a key says."""
        self._keys[_keys(event)]()

    def take_all(self) -> None:
        """Put all of it into the draft."""
        if shown := self.shown:
            self._insert(shown.offer.rest)
            self.taken.emit(shown.offer.completion, shown.offer.rest)

    def take_word(self) -> None:
        """Put its next word into the draft; the rest stays offered."""
        if shown := self.shown:
            offer, completion = shown.offer, shown.offer.completion
            self._insert(offer.word)
            if offer.word == offer.rest:
                self.taken.emit(completion, completion.text[: offer.end])

    def show_next(self) -> None:
        """Show another one, after the last the first."""
        if len(self._offers) > 1:
            self._chosen = (self._chosen + 1) % len(self._offers)
            self._paint()
            self.changed.emit()

    def dismiss(self) -> None:
        """Show nothing until the draft is changed."""
        self._dismissed = True
        self.clear()


def _keys(event: QKeyEvent) -> _Keys:
    return event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _text_after(cursor: QTextCursor) -> str:
    """What follows the caret in its paragraph."""
    text = cursor.block().text()
    return text[code_points(text, cursor.positionInBlock()) :]


def _end_before(text: str, after: str) -> int:
    """How much of a text to offer where another follows: its end is not offered twice.

    Nor is anything offered beyond the paragraph.
    """
    text = text.partition("\n")[0]
    for start in range(len(text)):
        if after and after.startswith(text[start:]):
            return start
    return len(text)
