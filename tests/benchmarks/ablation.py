"""What each source of continuations brings to a typist.

`python -m tests.benchmarks.ablation [--papers N]` imports the government reports of 2024 and 2025
in `../shared/corpus`, types a thousand characters of every third report of 2026, and prints the
share of keys that is spared with everything, with each source or step left out, and with each kind
of knowledge hidden. Weights are not learned anew: what is told is what the program would lose, a
little more than what it could not do without.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from desktop_app.core.library.importing import ImportReport
from desktop_app.core.library.index.library_index import LibraryIndex
from desktop_app.core.library.index.paper_pairs import BUCKETS
from desktop_app.core.library.indexing import open_index
from desktop_app.core.suggest import continuation, votes
from desktop_app.core.suggest.continuation import Completer, Poll, count_votes
from desktop_app.core.suggest.node_features import NODE_FEATURES, Ballot
from desktop_app.core.suggest.offers import OfferMemory
from desktop_app.core.suggest.rating import Rating
from desktop_app.core.suggest.trie import Floats, Trie, Whole
from desktop_app.core.suggest.typist import type_text
from desktop_app.core.suggest.vicinity import Vicinity
from desktop_app.core.suggest.vote_features import VOTE_FEATURES, Described
from desktop_app.core.suggest.weights import ContinuationWeights
from desktop_app.core.suggest.wording import WORDING
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import resources, user_places
from tests.benchmarks.composed import SHARED

_START, _END = 300, 1300
_NO_PLACES = np.zeros(0, np.int64)
_NO_TOPIC = np.zeros(BUCKETS, np.float32)
_KNOWLEDGE = {  # beginnings of the names of features
    "how like the papers are": ("rank", "likeness", "kinship", "age"),
    "how much of it matches": ("match", "count_", "below_best", "whole_clause"),
    "what stands around the match": ("shared", "aligned", "place", "near"),
    "what the draft has already": ("written", "repeats", "own"),
    "how usual its characters are": (*WORDING, "joint"),
}


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
            for name, saved in _figures(index, texts):
                sys.stdout.write(json.dumps({"typed": name, "saved": saved}) + "\n")
                sys.stdout.flush()
        library.close()


def _figures(index: LibraryIndex, texts: list[str]) -> Iterator[tuple[str, float]]:
    weights = ContinuationWeights.read(resources() / "suggest" / "continuation.json")
    yield "with everything", _saved(index, weights, texts)
    for name, place, attribute, instead in _parts(lambda *_: _NO_PLACES):
        with patch.object(place, attribute, instead):
            yield f"without {name}", _saved(index, weights, texts)
    for name, known in _simpler(weights).items():
        yield f"without {name}", _saved(index, known, texts)


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
        ("contexts shorter than the longest", continuation, "count_votes", _longest_matches),
        ("a choice of five that go together", continuation, "choose", _best_alone),
        ("memory of what was passed over", OfferMemory, "passed_over", lambda *_: set()),
    ]


def _simpler(weights: ContinuationWeights) -> dict[str, ContinuationWeights]:
    """Weights that know less."""
    simpler = {
        "novelty": replace(weights, novelty=np.zeros_like(weights.novelty)),
        "calibration": replace(weights, node=_share_of_votes(weights.node)),
    }
    for name, beginnings in _KNOWLEDGE.items():
        vote = _hiding(weights.vote, VOTE_FEATURES, beginnings)
        node = _hiding(weights.node, NODE_FEATURES, beginnings)
        simpler[name] = replace(weights, vote=vote, node=node)
    return simpler


def _hiding(rating: Rating, names: Collection[str], beginnings: tuple[str, ...]) -> Rating:
    """A rating for which some features always have their mean."""
    shown = np.array([not name.startswith(beginnings) for name in names], np.float32)
    return replace(rating, scale=rating.scale * shown)


def _share_of_votes(rating: Rating) -> Rating:
    """The log odds that a continuation is right, if each vote is right as often as any other."""
    odds = NODE_FEATURES.index("log_odds")
    linear = np.zeros_like(rating.linear)
    linear[odds] = 1 / rating.scale[odds]
    outward = np.zeros_like(rating.outward)
    return replace(rating, linear=linear, constant=rating.mean[odds], outward=outward)


def _longest_matches(poll: Poll, *rated: Any) -> tuple[Ballot, Described]:
    """Count only the votes of the places where most of the draft's last characters stand."""
    match = poll.described.match
    longest = poll.described.only(match == match.max(initial=0))
    return count_votes(replace(poll, described=longest), *rated)


def _best_alone(trie: Trie, node: Whole, chance: Floats, limit: int) -> list[int]:
    """The continuations that are worth most, each for itself."""
    worth = trie.depth[node] * chance
    best = np.argsort(-worth, kind="stable")[:limit]
    alone: list[int] = best[worth[best] > 0].tolist()
    return alone


def _text(path: Path) -> str:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return "\n".join(line for line in lines if line)


if __name__ == "__main__":
    main()
