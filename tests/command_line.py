"""The program run with arguments, in this process or in one of its own."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.main import main

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Done:
    """What a run has said, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The last line of the output."""
        return json.loads(self.out.splitlines()[-1])

    @property
    def lines(self) -> list[Any]:
        """All lines of the output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """The one line on standard error."""
        (line,) = self.err.splitlines()
        return line


class CommandLine:
    """The program with a library of its own, and a home that is nobody's.

    Args:
        home: a folder for all its files.
        monkeypatch: sets the environment for one test.
    """

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.library = home / "library"
        self.monkeypatch = monkeypatch
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        self.speak("zh")

    def speak(self, language: str) -> None:
        """In which language it is told."""
        self.monkeypatch.setenv("BIJIA_LANGUAGE", language)

    def __call__(
        self, capsys: pytest.CaptureFixture[str], *arguments: object, lines: bytes = b""
    ) -> Done:
        """Run a verb in this process, with these lines on standard input."""
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), "utf-8"))
        capsys.readouterr()
        with _as_before():
            status = main(["--library", str(self.library), *map(str, arguments)])
        return Done(status, *capsys.readouterr())

    def process(self, *arguments: object, lines: bytes = b"") -> Done:
        """Run a verb in a process of its own."""
        done = subprocess.run(
            self.command(*arguments),
            input=lines,
            capture_output=True,
            env=self.environment,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def command(self, *arguments: object) -> list[str]:
        """The command that runs a verb in a process of its own."""
        program = [sys.executable, "-m", "desktop_app", "--library", str(self.library)]
        return [*program, *map(str, arguments)]

    @property
    def environment(self) -> dict[str, str]:
        """Of such a process: it finds the program, and its output has a buffer, as is usual."""
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "PYTHONPATH": path}
        environment.pop("PYTHONUNBUFFERED", None)
        return environment


@contextmanager
def _as_before() -> Iterator[None]:
    """What a run changes in its process is put back."""
    mask = os.umask(0o077)
    os.umask(mask)
    interrupt = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        os.umask(mask)
        signal.signal(signal.SIGINT, interrupt)
