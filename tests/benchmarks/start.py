"""From the start of the process to the first usable window, against an empty PySide6 window.

`python -m tests.benchmarks.start [--runs N] [--library DIR]` prints the median of both, and of
their ratio pair by pair. A window is usable when its text field has been painted and the event
loop takes the next event. Without --library the sample papers are imported into one.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from typing_extensions import override

_BEGUN = "BENCHMARK_BEGUN"


def main() -> None:
    """Run both in turn and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--child", choices=["empty", "program"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        _run_child(asked.child, asked.library)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder, name))
        library = asked.library or _sample_library(Path(folder, "library"))
        pairs = [(_time("empty", library), _time("program", library)) for _ in range(asked.runs)]
    kept = pairs[2:]  # the first two fill the caches
    figures = {
        "runs": len(kept),
        "empty_ms": round(1000 * statistics.median(empty for empty, _ in kept)),
        "program_ms": round(1000 * statistics.median(program for _, program in kept)),
        "ratio": round(statistics.median(program / empty for empty, program in kept), 2),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


def _sample_library(folder: Path) -> Path:
    from desktop_app.session.places import resources  # noqa: PLC0415 — not in the empty child

    command = [sys.executable, "-m", "desktop_app", "--library", str(folder), "import"]
    subprocess.run([*command, str(resources() / "starter")], check=True, capture_output=True)
    return folder


def _time(child: str, library: Path) -> float:
    """Seconds from before the process starts until its window is usable."""
    command = [sys.executable, "-m", "tests.benchmarks.start", "--child", child]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, _BEGUN: repr(time.time())}
    done = subprocess.run(
        [*command, "--library", str(library)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return float(done.stdout)


def _run_child(child: str, library: Path) -> None:
    if child == "empty":
        _open_empty_window()
    else:
        _open_program(library)


def _open_empty_window() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit  # noqa: PLC0415

    application = QApplication([])
    window = QMainWindow()
    text = QTextEdit()
    window.setCentralWidget(text)
    window.resize(1440, 900)
    _report_first_paint(text.viewport())
    window.show()
    application.exec()


def _open_program(library: Path) -> None:
    gc.disable()  # as the program does
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from desktop_app.session.places import user_places  # noqa: PLC0415
    from desktop_app.ui import application, single_instance  # noqa: PLC0415

    places = user_places(library)
    application.prepare_input_methods()
    qt = QApplication([])
    lock = single_instance.claim(places.state)
    window = application.make_window(qt, places)
    _report_first_paint(window.parts.editor.viewport())
    window.show()
    qt.exec()
    del lock


def _report_first_paint(viewport: object) -> None:
    """Print the time and end the process as soon as a painted window takes an event."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415

    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, self.report)
            return super().eventFilter(watched, event)

        def report(self) -> None:
            sys.stdout.write(repr(time.time() - float(os.environ[_BEGUN])))
            sys.stdout.flush()
            os._exit(0)  # closing is not measured, nor the library's process started

    assert isinstance(viewport, QObject)
    watch = Watch(viewport)
    viewport.installEventFilter(watch)


if __name__ == "__main__":
    main()
