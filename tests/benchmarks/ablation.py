"""What each source of continuations brings to a typist.

`python -m tests.benchmarks.ablation [--papers N]` imports the government reports of 2024 and 2025
in `../shared/corpus`, types a thousand characters of every third report of 2026, and prints the
share of keys that is spared with all sources and with each left out; weights are not learned anew.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import numpy as np

from desktop_app.core.library.importing import ImportReport
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.paper_pairs import BUCKETS
from desktop_app.core.library.indexing import open_index
from desktop_app.core.suggest import votes
from desktop_app.core.suggest.continuation import Completer
from desktop_app.core.suggest.offers import OfferMemory
from desktop_app.core.suggest.typist import type_text
from desktop_app.core.suggest.vicinity import Vicinity
from desktop_app.core.suggest.weights import ContinuationWeights
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import resources, user_places
from tests.benchmarks.composed import SHARED

_START, _END = 300, 1300
_NO_PLACES = np.zeros(0, np.int64)
_NO_TOPIC = np.zeros(BUCKETS, np.float32)


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=9)
    asked = parser.parse_args()
    corpus = SHARED / "corpus"
    files = sorted((corpus / "05_gwr_province_2026").glob("*.txt"))[::3][: asked.papers]
    texts = [_text(file) for file in files]
    with tempfile.TemporaryDirectory() as place:
        library = Library(user_places(Path(place)), resources())
        folders = [corpus / "04_gwr_province_2025", corpus / "06_gwr_city"]
        for _ in import_paths(library, folders, ImportReport(), lambda: False):
            pass
        index = open_index(library.database)
        if index:
            sys.stdout.write(json.dumps(_figures(index, texts), indent=1) + "\n")
        library.close()


def _figures(index: LibraryIndex, texts: list[str]) -> dict[str, float]:
    weights = ContinuationWeights.read(resources() / "suggest" / "continuation.json")

    figures = {"all": _saved(index, weights, texts)}
    for name, place, attribute, instead in _parts(lambda *_: _NO_PLACES):
        with patch.object(place, attribute, instead):
            figures[f"without {name}"] = _saved(index, weights, texts)
    return figures


def _saved(index: LibraryIndex, weights: ContinuationWeights, texts: list[str]) -> float:
    typed = [type_text(Completer(index, weights), text, _START, _END) for text in texts]
    keys, characters = sum(t.keys for t in typed), sum(t.characters for t in typed)
    return round(1 - keys / characters, 4)


def _parts(nothing: Callable[..., object]) -> list[tuple[str, object, str, object]]:
    """What can be left out: its name, and what to put in its place where."""
    return [
        ("the draft", votes, "echoes", nothing),
        ("lists", votes, "next_items", lambda _before: []),
        ("openers behind other marks", votes, "_OPENERS", np.zeros(0, np.uint16)),
        ("the likest papers' own places", Vicinity, "behind", nothing),
        ("what is usual for the matter", Vicinity, "topic", lambda *_: _NO_TOPIC),
        ("memory of what was passed over", OfferMemory, "passed_over", lambda *_: set()),
    ]


def _text(path: Path) -> str:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return "\n".join(line for line in lines if line)


if __name__ == "__main__":
    main()
