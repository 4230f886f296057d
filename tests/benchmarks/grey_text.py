"""How many keys grey text saves a writer who sees one continuation at a time.

`python -m tests.benchmarks.grey_text` writes the reports of ../shared for 2026 with those of 2024
and 2025 as the library, a thousand characters of each, and asks as the window does: when nothing
grey is left, and behind every key that was not the grey one. Prints JSON, by set: the share of
keys saved with Tab alone, where all of the grey text is right; with Ctrl+→ too, where only its
first words are; and before what share of the keys there was grey text.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.engine import Engine
from tests.benchmarks.reports import import_reports, reports_to_write

_START, _LENGTH, _OFFERS = 300, 1000, 5
_LEAST = 2  # characters; one is typed as fast


@dataclass(slots=True)
class _Grey:
    """What is left of the grey text, and of the places where its words end."""

    text: str = ""
    ends: list[int] = field(default_factory=list)

    def right(self, ahead: str, *, by_word: bool) -> int:
        """How many characters one key takes: all of it, or else a word if that is right."""
        if len(self.text) >= _LEAST and ahead.startswith(self.text):
            return len(self.text)
        word = self.text[: self.ends[0]] if by_word and self.ends else ""
        return len(word) if len(word) >= _LEAST and ahead.startswith(word) else 0

    def after(self, count: int) -> "_Grey":
        """What is left when so many characters of it were written."""
        return _Grey(self.text[count:], [end - count for end in self.ends if end > count])


def main() -> None:
    """Write the papers both ways."""
    with tempfile.TemporaryDirectory() as folder:
        import_reports(Path(folder))
        for name, papers in reports_to_write().items():
            tab, shown = _written(Path(folder), papers, by_word=False)
            words, _ = _written(Path(folder), papers, by_word=True)
            told = {"papers": name, "tab": tab, "tab_and_words": words, "shown": shown}
            sys.stdout.write(json.dumps(told) + "\n")


def _written(library: Path, papers: Sequence[Path], *, by_word: bool) -> tuple[float, float]:
    """The share of keys saved, and of the keys before which there was grey text."""
    keys = characters = shown = 0
    for path in papers:
        text = path.read_text("utf-8")[: _START + _LENGTH]
        with Engine(library) as engine:
            pressed, seen = _write(engine, text, by_word=by_word)
        keys, shown, characters = keys + pressed, shown + seen, characters + len(text) - _START
    return round(1 - keys / characters, 4), round(shown / keys, 4)


def _write(engine: Engine, text: str, *, by_word: bool) -> tuple[int, int]:
    """How many keys it takes, and before how many of them there was grey text."""
    at, keys, shown, grey = _START, 0, 0, _Grey()
    while at < len(text):
        if not grey.text:
            grey = _asked(engine, text[:at])
        taken = grey.right(text[at:], by_word=by_word)
        keys, shown = keys + 1, shown + bool(grey.text)
        follows = taken or grey.text[:1] == text[at]
        at += taken or 1
        grey = grey.after(taken or 1) if follows else _Grey()
    return keys, shown


def _asked(engine: Engine, before: str) -> _Grey:
    """What the window would show."""
    title = before.partition("\n")[0]
    asked = {"title": title, "before": before, "limit": _OFFERS, "words": True, "seen": 1}
    found: list[dict[str, Any]] = engine.ask("complete", asked)["completions"]
    return _Grey(found[0]["text"], found[0]["words"]) if found else _Grey()


if __name__ == "__main__":
    main()
