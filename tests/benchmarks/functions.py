"""How many sentences of real papers get the right function, and which are taken for which.

`python -m tests.benchmarks.functions [--wrong] [--set NAME]` prints for both labelled sets
(tests/core/document/function_labels) and for both together the accuracy, by folder and by function,
and a table of confusions; with --wrong every sentence that was judged otherwise. Reads ../shared.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.document.function_kind import Function
from tests.core.document.function_labels import (
    SETS,
    LabelledSentence,
    accuracy,
    confusions,
    judged_sentences,
)

_SHARED = Path(__file__).parents[2].parent / "shared"
_SHOWN = 60  # characters of a sentence that was judged otherwise


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--set", choices=SETS, action="append")
    asked = parser.parse_args()
    everything: list[LabelledSentence] = []
    for name in asked.set or SETS:
        sentences = list(judged_sentences(name, _SHARED))
        everything += sentences
        _write_set(name, sentences)
        if asked.wrong:
            _write_wrong(sentences)
    _write_set("together", everything)
    _write_confusions(everything)


def _write_set(name: str, sentences: list[LabelledSentence]) -> None:
    _write(f"{name}: {_figures(sentences)}")
    for folder in sorted({sentence.folder for sentence in sentences}):
        _write(f"  {folder:24}{_figures([s for s in sentences if s.folder == folder])}")
    _write("")


def _write_confusions(sentences: list[LabelledSentence]) -> None:
    counts = confusions(sentences)
    _write(f"{'is / taken for':14}" + "".join(f"{f.value[:8]:>9}" for f in Function) + "   right")
    for wanted in Function:
        row = [counts[wanted, found] for found in Function]
        right = f"{counts[wanted, wanted]:>4}/{sum(row)}"
        _write(f"{wanted.value:14}" + "".join(f"{n or '·':>9}" for n in row) + right)


def _write_wrong(sentences: Iterable[LabelledSentence]) -> None:
    for s in sentences:
        if not s.right:
            _write(f"{s.paper} {s.paragraph} {s.found}, is {s.wanted}: {s.text[:_SHOWN]}")
    _write("")


def _figures(sentences: list[LabelledSentence]) -> str:
    return f"{accuracy(sentences):.3f} of {len(sentences)}"


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
