"""How long the window's event loop stands still while a thousand papers are imported.

`python -m tests.benchmarks.stall [--papers N]` opens the window with a draft, imports papers
composed of the sentences of ../shared/corpus, and lets a timer of one millisecond beat meanwhile.
Prints JSON: the 99th percentile and the longest pause between two beats in milliseconds, of the
import and, as the floor of the machine, of as many beats of the window at rest.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.session.places import user_places
from desktop_app.ui.application import make_window
from desktop_app.ui.window.main_window import MainWindow
from tests.benchmarks.composed import compose

_CHARACTERS = 5_000
_REST = 5.0  # seconds


def main() -> None:
    """Import in the open window and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=1_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder, name))
        archive = Path(folder, "papers")
        compose(archive, asked.papers, _CHARACTERS)
        application = QApplication([])
        window = make_window(application, user_places(Path(folder, "library")))
        window.show()
        window.start(None)
        window.parts.editor.insert_text("在全县工作会议上的讲话\n同志们：\n做好群众工作，")
        rest = _beats_until(time.monotonic() + _REST)
        begun = time.monotonic()
        beats = _beats_of_import(window, archive)
        figures = {
            "papers": asked.papers,
            "seconds": round(time.monotonic() - begun, 1),
            "beats": len(beats),
            "rest": _said(rest),
            "import": _said(beats),
        }
        window.parts.editor.draft.setModified(False)
        window.close()
    sys.stdout.write(json.dumps(figures) + "\n")


def _beats_of_import(window: MainWindow, archive: Path) -> list[float]:
    ended: list[object] = []
    window.parts.importer.ended.connect(ended.append)
    window.parts.importer.import_paths([archive])
    return _beats(lambda: bool(ended))


def _beats_until(end: float) -> list[float]:
    return _beats(lambda: time.monotonic() > end)


def _beats(over: Callable[[], bool]) -> list[float]:
    """Seconds between one turn of the event loop and the next, until it is over."""
    loop, timer = QEventLoop(), QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    pauses: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        pauses.append(now - last)
        last = now
        if over():
            loop.quit()

    timer.timeout.connect(beat)
    timer.start()
    loop.exec()
    timer.stop()
    return pauses


def _said(pauses: list[float]) -> dict[str, float]:
    milliseconds = 1000 * np.array(pauses)
    p99, longest = np.percentile(milliseconds, 99), milliseconds.max()
    return {"p99_ms": round(float(p99), 1), "max_ms": round(float(longest), 1)}


if __name__ == "__main__":
    main()
