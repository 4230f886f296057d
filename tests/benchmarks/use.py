"""What is learned from use: papers of ../shared are written with and without telling of it.

`python -m tests.benchmarks.use` writes the papers of 05 (every third: tuning; the others:
confirming) with the library 04 + 06, a thousand characters of each, taking the longest offer that
is right. Then once more, telling the engine what was taken and what was passed over while the
first half is written. Prints JSON: the share of keys saved in the second half without and with
that, by set.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.engine import Engine
from tests.benchmarks.reports import import_reports, reports_to_write

_START, _LENGTH, _OFFERS = 300, 1000, 5


def main() -> None:
    """Write the papers both ways."""
    with tempfile.TemporaryDirectory() as folder:
        import_reports(Path(folder))
        for name, written in reports_to_write().items():
            plain, told = (_saved(Path(folder), written, telling=t) for t in (False, True))
            sys.stdout.write(json.dumps({"papers": name, "plain": plain, "told": told}) + "\n")


def _saved(library: Path, papers: Sequence[Path], *, telling: bool) -> float:
    """The share of keys saved in the second halves; what was learned of a paper is forgotten."""
    keys = characters = 0
    for path in papers:
        text = path.read_text("utf-8")[: _START + _LENGTH]
        middle = _START + _LENGTH // 2
        with Engine(library) as engine:
            engine.ask("forget_uses", {})
            _write(engine, text[:middle], _START, telling=telling)
            keys += _write(engine, text, middle, telling=False)
            characters += len(text) - middle
            engine.ask("forget_uses", {})
    return round(1 - keys / characters, 4)


def _write(engine: Engine, text: str, start: int, *, telling: bool) -> int:
    """How many keys it takes to write the text from the start on."""
    at, keys, title = start, 0, text.partition("\n")[0]
    while at < len(text):
        taken = ""
        offers: list[str] = []
        if text[at] != "\n":
            asked = {"title": title, "before": text[:at], "limit": _OFFERS}
            offers = [c["text"] for c in engine.ask("complete", asked)["completions"]]
            right = [offer for offer in offers if len(offer) > 1 and text.startswith(offer, at)]
            taken = max(right, key=len, default="")
        if telling:
            told = {"taken": [taken]} if taken else {"passed": offers}
            engine.ask("use", {kind: [{"text": t} for t in texts] for kind, texts in told.items()})
        at += len(taken) or 1
        keys += 1
    return keys


if __name__ == "__main__":
    main()
