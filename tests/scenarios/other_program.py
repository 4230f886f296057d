"""Another program with a place to drop text on; it prints what it was given and ends."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from typing_extensions import override


class _Place(QPlainTextEdit):
    @override
    def dropEvent(self, event: QDropEvent) -> None:
        sys.stdout.write(f"{event.mimeData().hasHtml()} {event.mimeData().text()}\n")
        event.acceptProposedAction()
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    application = QApplication([])
    place = _Place()
    place.setGeometry(1460, 0, 130, 400)
    place.show()
    application.exec()
