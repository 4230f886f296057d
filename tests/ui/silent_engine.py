"""An engine without a process: it takes questions down, and a test gives the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from typing_extensions import override

from desktop_app.core.errors import Language
from desktop_app.ui.bridge.engine import Engine, Fields, Receiver


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked."""

    lane: str
    fields: Fields
    receive: Receiver
    refuse: Callable[[str], None]


class SilentEngine(Engine):
    """Keeps every question until it is answered or forgotten."""

    def __init__(self, library: Path, language: Language, parent: QObject | None = None) -> None:
        super().__init__(library, language, parent)
        self.asked: list[Asked] = []

    @override
    def ask(
        self, lane: str, fields: Fields, receive: Receiver, refuse: Callable[[str], None]
    ) -> None:
        self.asked.append(Asked(lane, fields, receive, refuse))

    @override
    def forget(self, lane: str) -> None:
        self.asked = [asked for asked in self.asked if asked.lane != lane]

    def verbs(self) -> list[str]:
        """The verbs of the questions without an answer, the oldest first."""
        return [asked.fields["verb"] for asked in self.asked]

    def last(self, verb: str) -> Asked:
        """The latest question with a verb."""
        return [asked for asked in self.asked if asked.fields["verb"] == verb][-1]

    def answer(self, verb: str, **said: Any) -> None:
        """Answer it."""
        asked = self.last(verb)
        self.asked.remove(asked)
        asked.receive(said)

    def refuse(self, verb: str, sentence: str) -> None:
        """Refuse it."""
        asked = self.last(verb)
        self.asked.remove(asked)
        asked.refuse(sentence)
