"""Learns the shipped weights of the continuation from nothing.

`python -m tests.benchmarks.train_continuation [--out FILE] [FOLDER...]` imports the papers (by
default the government reports of 2024 and 2025 in `../shared/corpus`), types each stretch of them
as if its paper were not there, and writes the weights. Chance is seeded: equal papers give equal
weights. About half an hour of one core, and 7 GB of memory.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

from desktop_app.core.library.importing import ImportReport
from desktop_app.core.library.indexing import open_index
from desktop_app.core.suggest.examples import Effort
from desktop_app.core.suggest.learning import learn, start_weights
from desktop_app.session.importing import import_paths
from desktop_app.session.library import Library
from desktop_app.session.places import resources, user_places
from tests.benchmarks.composed import SHARED

_FOLDERS = ("04_gwr_province_2025", "06_gwr_city")
_ROUNDS = (  # the first ones only bring the typist to the carets that a later one comes to
    Effort(stretches=30, share=0.3, seconds=1e9, afresh=True),
    Effort(stretches=288, share=0.4, seconds=1e9, afresh=True),
)


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=resources() / "suggest" / "continuation.json")
    parser.add_argument("folders", nargs="*", type=Path)
    asked = parser.parse_args()
    folders = asked.folders or [SHARED / "corpus" / name for name in _FOLDERS]
    with tempfile.TemporaryDirectory() as place:
        library = Library(user_places(Path(place)), resources())
        for _ in import_paths(library, folders, ImportReport(), lambda: False):
            pass
        index = open_index(library.database)
        if index is None or not len(index.places.paper_id):
            sys.exit("there is nothing to learn from")
        papers = np.random.default_rng(5).permutation(np.flatnonzero(~index.hidden)).tolist()
        weights = start_weights()
        for effort in _ROUNDS:
            weights = learn(index, weights, papers, effort)
        library.close()
    weights.write(asked.out)


if __name__ == "__main__":
    main()
