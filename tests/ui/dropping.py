"""Drops as Qt delivers them, for places that no real drag reaches in a test."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

_BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class _OwnDrop(QDropEvent):
    """A drop of what was dragged out of a widget of this program."""

    def __init__(self, place: QPointF, mime: QMimeData, origin: QObject | None) -> None:
        super().__init__(place, _BOTH, mime, _LEFT, _NONE)
        self._origin = origin

    @override
    def source(self) -> QObject | None:  # type: ignore[override]  # Qt's stub forgets that no widget is possible
        return self._origin


@dataclass(frozen=True, slots=True)
class Dropped:
    """Whether something that was dropped was taken, and what becomes of it where it came from."""

    taken: bool
    action: Qt.DropAction


def enter(target: QWidget, mime: QMimeData) -> bool:
    """Let a drag enter the middle of a widget; whether it is welcome there."""
    event = QDragEnterEvent(target.rect().center(), _BOTH, mime, _LEFT, _NONE)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drop(target: QWidget, mime: QMimeData, origin: QObject | None = None) -> Dropped:
    """Drop on the middle of a widget.

    As with a hand, nothing is dropped where the drag was not welcome.
    """
    place = QPointF(target.rect().center())
    event = _OwnDrop(place, mime, origin)
    event.setDropAction(Qt.DropAction.MoveAction)
    event.ignore()
    if enter(target, mime):
        QApplication.sendEvent(target, QDragMoveEvent(place.toPoint(), _BOTH, mime, _LEFT, _NONE))
        QApplication.sendEvent(target, event)
    return Dropped(event.isAccepted(), event.dropAction())
