"""An input method, as Qt tells of it."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(target: QWidget, preedit: str) -> None:
    """Show text that is not part of the draft yet."""
    QApplication.sendEvent(target, QInputMethodEvent(preedit, []))


def commit(target: QWidget, text: str) -> None:
    """End composing; the text goes into the draft."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(target, event)
