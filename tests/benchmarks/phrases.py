"""How often phrases for the panel come true, part by part, on papers that nobody here has read.

`python -m tests.benchmarks.phrases [--every N] [--policies]` writes the reports of ../shared for
2026 with those of 2024 and 2025 as the library, or every ninth policy with the others. At the 20th
character of a paragraph ten passages and ten phrases are asked for, and compared with the 400
characters that follow there.

hit: a passage has eight of them in a row; covered: the share of them that stand in a passage in
runs of six; pays: a phrase brings more than half as much as has to be deleted from it afterwards.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from desktop_app.core.document.structure import parse
from desktop_app.core.library.importing import ImportReport
from desktop_app.core.suggest import (
    contests,
    fitness,
    gram_chances,
    gram_votes,
    neighbours,
    passages,
)
from desktop_app.core.suggest.scene import Caret
from desktop_app.core.suggest.standing_alone import is_whole
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import Places, resources

_CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_REPORTS = ("04_gwr_province_2025", "06_gwr_city")
_WRITTEN = "05_gwr_province_2026"
_POLICIES = ("07_state_council_docs", "08_ministry_policies", "09_shandong_policies")
_LOCAL = "10_local_policies"
_AT, _AHEAD, _SHORTEST = 20, 400, 60  # characters
_PARTS: dict[str, dict[tuple[object, str], object]] = {
    "as it is": {},
    "whatever the function": {
        (contests, "_PLAN_IN_REVIEW"): 1.0,
        (contests, "_PLAN_READ_IN_REVIEW"): 1.0,
    },
    "any number of one paper": {
        (passages, "_MOST_OF_PAPER"): {"phrase": 10, "passage": 10},
    },
    "three of one paper": {(passages, "_MOST_OF_PAPER"): {"phrase": 3, "passage": 3}},
    "words that refer or lead": {(fitness, "stands_alone"): is_whole},
    "clauses that the draft has": {(fitness.Fitness, "_written"): lambda *_: None},
    "near repetitions": {(fitness, "_ALIKE"): 1.1},
    "unlikely wording": {(gram_chances, "_LEAST"): 0.0},
    "sets cut": {(fitness, "_whole_sets"): lambda _row, start, stop: fitness.Offer(start, stop)},
    "votes, not chances": {
        (contests, "grams_by_chance"): lambda scene, _: gram_votes.count_votes(
            scene.text.units, scene.text.owner, scene.neighbours, scene.index.formulae
        )
    },
    "no likeness of titles": {(neighbours, "_LIKE_TITLE"): 0.0},
    "less kinship": {(neighbours, "_KIN"): 0.5},
    "no kinship": {(neighbours, "_KIN"): 0.0},
}

Place = tuple[Caret, str]


def main() -> None:
    """Measure and print one line for each part left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=3, help="of the places, one in so many")
    parser.add_argument("--policies", action="store_true", help="write policies, not reports")
    asked = parser.parse_args()
    held, written = _policies() if asked.policies else _reports()
    places = [place for path in written for place in places_in(path)][:: asked.every]
    with tempfile.TemporaryDirectory() as home:
        library = Library(Places(Path(home), Path(home), Path(home)), resources())
        for _ in import_paths(library, held, ImportReport(), lambda: False):
            pass
        for name, changes in _PARTS.items():
            with ExitStack() as stack:
                for (owner, attribute), value in changes.items():
                    stack.enter_context(patch.object(owner, attribute, value))
                figures = _measured(library, places)
            sys.stdout.write(json.dumps({"part": name, **figures}, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        library.close()


def _reports() -> tuple[list[Path], list[Path]]:
    held = [path for name in _REPORTS for path in sorted((_CORPUS / name).glob("*.txt"))]
    return held, sorted((_CORPUS / _WRITTEN).glob("*.txt"))


def _policies() -> tuple[list[Path], list[Path]]:
    every = [p for name in (*_POLICIES, _LOCAL) for p in sorted((_CORPUS / name).glob("*.txt"))]
    written = every[::9]
    return [*_reports()[0], *(path for path in every if path not in written)], written


def places_in(path: Path) -> Iterator[Place]:
    """The places under headings where a longer paragraph has been begun, and what follows."""
    texts = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    headings: list[str] = []
    for number, paragraph in enumerate(parse(texts)):
        if paragraph.role.level and not paragraph.run_in:
            headings = [*headings[: paragraph.role.level - 1], paragraph.text]
        elif headings and len(paragraph.text) >= _SHORTEST:
            before = "\n".join([*texts[:number], paragraph.text[:_AT]])
            caret = Caret(tuple(headings), before, texts[0])
            yield caret, paragraph.text[_AT : _AT + _AHEAD]


def _measured(library: Library, places: Sequence[Place]) -> dict[str, float]:
    hits, covered, total, paying, spent, lengths = 0, 0, 0, 0, [], []
    for caret, ahead in places:
        started = time.perf_counter()
        read = [p.text for p in library.suggestions.suggest(caret, 10, "passage")]
        dragged = [p.text for p in library.suggestions.suggest(caret, 10, "phrase")]
        spent.append((time.perf_counter() - started) / 2)
        hits += any(_shared(text, ahead, 8) for text in read)
        covered += len(set().union(*(_shared(text, ahead, 6) for text in read)))
        total += len(ahead)
        paying += any(_pays(text, ahead) for text in dragged)
        lengths += [len(text) for text in dragged]
    spent.sort()
    return {
        "places": len(places),
        "hit": round(hits / len(places), 3),
        "covered": round(covered / total, 3),
        "pays": round(paying / len(places), 3),
        "phrase_length": round(statistics.mean(lengths or [0]), 1),
        "phrases": round(len(lengths) / len(places), 1),
        "p50_ms": round(1000 * statistics.median(spent), 1),
        "p99_ms": round(1000 * spent[int(0.99 * len(spent))], 1),
    }


def _shared(text: str, ahead: str, size: int) -> set[int]:
    """The places in what follows that stand in runs of such a size shared with a text."""
    found: set[int] = set()
    for start in range(len(text) - size + 1):
        at = ahead.find(text[start : start + size])
        if at >= 0:
            found.update(range(at, at + size))
    return found


def _pays(text: str, ahead: str) -> bool:
    return len(_shared(text, ahead, 6)) > (len(text) - len(_shared(ahead, text, 6))) / 2


if __name__ == "__main__":
    main()
