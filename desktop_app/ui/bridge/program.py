"""How the window starts this same program again for work outside its own process."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

import desktop_app
from desktop_app.core.errors import Language
from desktop_app.session.language import OVERRIDE


def program_process(arguments: list[str], language: Language, parent: QObject) -> QProcess:
    """A process of this program with a verb, not yet started; it speaks the window's language."""
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONIOENCODING", "utf-8")
    environment.insert(OVERRIDE, language)
    # Idle threads of numpy's linear algebra spin for a tenth of a second after every key.
    environment.insert("OPENBLAS_NUM_THREADS", "1")
    if getattr(sys, "frozen", False):  # a packaged program is its own interpreter
        process.setArguments(arguments)
    else:
        # The package may lie in a checkout that only this process's path knows.
        root = str(Path(desktop_app.__file__).parents[1])
        known = environment.value("PYTHONPATH")
        separator = ";" if sys.platform == "win32" else ":"
        environment.insert("PYTHONPATH", separator.join(filter(None, (root, known))))
        process.setArguments(["-m", "desktop_app", *arguments])
    process.setProgram(sys.executable)
    process.setProcessEnvironment(environment)
    return process


def error_text(process: QProcess) -> str:
    """What the process has said on its standard error since last time."""
    return bytes(process.readAllStandardError().data()).decode("utf-8", "replace").rstrip()
