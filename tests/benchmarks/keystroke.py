"""From a key to the painted page, against a plain text field with the same text.

`python -m tests.benchmarks.keystroke [--characters N]` types in the middle of a draft, on the page
of a whole window and in a bare QTextEdit, and prints medians, 99th percentiles and their ratios.
`settle` is what a pause in typing brings: the structure is read anew, outline and counts follow.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop_app.core.document.draft_file import DraftFile
from desktop_app.session.places import user_places
from desktop_app.ui.application import make_window
from desktop_app.ui.editor.page_editor import PageEditor

_KEYS = 300
_PARAGRAPH = (
    "做好群众工作，要把功夫下在平时，把实事办在身边，多到困难多的地方去，多到意见集中的地方去。" * 3
)
_HEADING_EVERY = 6  # paragraphs


def main() -> None:
    """Type in both and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=20_000)
    asked = parser.parse_args()
    application = QApplication([])
    texts = _draft(asked.characters)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder, name))
        window = make_window(application, user_places(Path(folder, "library")))
        page = window.parts.editor
        page.open_draft(DraftFile(texts, (None,) * len(texts)))
        window.show()
        page_ms = _figures(_type_many(application, page))
        settle_ms = _figures([_settle(page) for _ in range(_KEYS)])
        page.draft.setModified(False)
        window.close()
    plain = QTextEdit()
    plain.setPlainText("\n".join(texts))
    plain.resize(page.size())
    plain.show()
    plain_ms = _figures(_type_many(application, plain))
    figures = {
        "characters": asked.characters,
        "page_ms": page_ms,
        "settle_ms": settle_ms,
        "plain_ms": plain_ms,
        "ratio": {key: round(page_ms[key] / plain_ms[key], 2) for key in page_ms},
    }
    sys.stdout.write(json.dumps(figures) + "\n")


def _type_many(application: QApplication, field: QTextEdit) -> list[float]:
    """Seconds for each of many keys in the middle of the text."""
    cursor = field.textCursor()
    cursor.setPosition(len(field.toPlainText()) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    field.setTextCursor(cursor)
    field.ensureCursorVisible()
    application.processEvents()
    return [_type(application, field) for _ in range(_KEYS)]


def _settle(page: PageEditor) -> float:
    """Seconds until everything has taken note of a change."""
    QTest.keyClick(page, Qt.Key.Key_A)
    begun = time.perf_counter()
    page.draft.read_structure()
    return time.perf_counter() - begun


def _draft(characters: int) -> tuple[str, ...]:
    """A speech of about so many characters, with headings."""
    texts = ["在全县群众工作会议上的讲话", "同志们："]
    while sum(map(len, texts)) < characters:
        heading = len(texts) % _HEADING_EVERY == 0
        texts.append("（一）在服务群众上下功夫" if heading else _PARAGRAPH)
    return tuple(texts)


def _type(application: QApplication, field: QTextEdit) -> float:
    """Seconds for one key until the field is painted and the event loop has nothing left to do."""
    begun = time.perf_counter()
    QTest.keyClick(field, Qt.Key.Key_A)
    field.viewport().repaint()
    application.processEvents()
    return time.perf_counter() - begun


def _figures(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {
        "p50": round(1000 * statistics.median(ordered), 2),
        "p99": round(1000 * ordered[int(0.99 * len(ordered))], 2),
    }


if __name__ == "__main__":
    main()
